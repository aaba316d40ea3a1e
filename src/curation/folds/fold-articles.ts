import type { Act } from '../../core/acts.js'

/** Ids of the articles that are retracted, by the latest act on each. Pure, and blind to the order of its input. */
export function retractedArticles(acts: readonly Act[]): ReadonlySet<string> {
  const latest = new Map<string, Act>()
  for (const act of acts.filter(({ kind }) => kind === 'ARTICLE').sort((a, b) => a.seq - b.seq)) for (const id of act.targets) latest.set(id, act)
  return new Set([...latest].filter(([, act]) => act.decision === 'RETRACTED').map(([id]) => id))
}
