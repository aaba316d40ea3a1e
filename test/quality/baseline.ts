import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { projectPath } from '../../src/core/paths.js'
import type { Scores } from './measure.js'

/** Figures by name, 0–1. */
export type Figures = Readonly<Record<string, number>>

const FILE = projectPath('test/quality/baseline.json')
/** How far a figure may fall before the run fails: half a point of a hundred. */
const SLACK = 0.005

/** The figures of one annotated set that are held against the baseline. */
export function figuresOf(set: string, scores: Scores): Figures {
  const figures: Record<string, number> = {}
  const put = (name: string, [precision = 0, recall = 0, f1 = 0]: readonly number[]): void => {
    figures[`${set} ${name} P`] = precision
    figures[`${set} ${name} R`] = recall
    figures[`${set} ${name} F1`] = f1
  }
  put('entities', scores.entities_micro)
  put('facts', scores.facts_micro)
  figures[`${set} facts-with-modality F1`] = scores.facts_with_modality[2] ?? 0
  for (const [kind, row] of [...Object.entries(scores.entities), ...Object.entries(scores.facts)]) if ((row[3] ?? 0) > 0) figures[`${set} ${kind} F1`] = row[2] ?? 0
  figures[`${set} spans exact`] = share(scores.mention_spans_exact)
  figures[`${set} quotes exact`] = share(scores.quotes_exact)
  return figures
}

function share(fraction: string): number {
  const [right = 0, all = 0] = fraction.split('/').map(Number)
  return all === 0 ? 1 : right / all
}

export function readBaseline(): Figures | undefined {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Figures) : undefined
}

export function writeBaseline(figures: Figures): void {
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`)
}

/** Figures that fell by more than the slack, worst first; a figure that is no longer measured has fallen to 0. */
export function fallen(baseline: Figures, now: Figures): readonly { readonly name: string; readonly before: number; readonly after: number }[] {
  return Object.entries(baseline)
    .map(([name, before]) => ({ name, before, after: now[name] ?? 0 }))
    .filter(({ before, after }) => before - after > SLACK)
    .sort((a, b) => b.before - b.after - (a.before - a.after))
}
