import type { Repair } from '../../src/core/records.js'
import { rawSpan } from '../../src/core/span.js'
import type { RawArticle } from '../1-read/raw-article.js'
import { applyEdits, type Change, type Draft } from './compose.js'
import { offsetMap, type OffsetMap } from './offset-map.js'
import { PASSES } from './passes/index.js'
import { signalsOf } from './signals.js'

/** Repaired text, the way back to the raw text, and the ledger of repairs. */
export interface CleanText {
  readonly text: string
  readonly offsets: OffsetMap
  /** In order of `raw.start`, disjoint: putting `after` in place of each raw span gives the clean text. */
  readonly repairs: readonly Repair[]
}

/** An article with its repaired text, the way back to the raw text, and the ledger of repairs. */
export interface CleanArticle extends CleanText {
  readonly raw: RawArticle
}

/** One repair may open the way for another (a gloss inside text that was read in the wrong encoding). More rounds than this never helped. */
const MOST_ROUNDS = 4

function round(draft: Draft): Draft {
  let signals = signalsOf(draft.text)
  let next = draft
  for (const pass of PASSES) {
    if ((signals & pass.when) === 0) continue
    const edits = pass.apply(next.text)
    if (edits.length === 0) continue
    next = applyEdits(next, pass.id, edits)
    signals = signalsOf(next.text)
  }
  return next
}

function repaired(raw: string): Draft {
  let draft: Draft = { text: raw, changes: [] }
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const next = round(draft)
    if (next.text === draft.text) return next
    draft = next
  }
  return draft
}

const sameMaker = (a: Change, b: Change): boolean => a.certainty === b.certainty && a.passes.length === b.passes.length && a.passes.every((id, i) => b.passes[i] === id)

/** Neighbouring changes by the same passes make one entry of the ledger: 貫徹黨 → 贯彻党. */
function ledger(raw: string, clean: string, changes: readonly Change[]): Repair[] {
  const entries: Change[] = []
  for (const change of changes) {
    const before = entries.at(-1)
    if (before !== undefined && before.rawEnd === change.rawStart && before.cleanEnd === change.cleanStart && sameMaker(before, change)) {
      entries[entries.length - 1] = { ...before, rawEnd: change.rawEnd, cleanEnd: change.cleanEnd }
    } else entries.push(change)
  }
  return entries.map((entry) => ({
    pass: entry.passes.join('+'),
    raw: rawSpan(entry.rawStart, entry.rawEnd),
    before: raw.slice(entry.rawStart, entry.rawEnd),
    after: clean.slice(entry.cleanStart, entry.cleanEnd),
    certainty: entry.certainty,
  }))
}

/**
 * Repairs a text. Cleaning the result again changes nothing. Text without damage comes back as it is, with no repairs.
 * A repair that several passes made together names them in order, joined by `+`.
 */
export function cleanText(raw: string): CleanText {
  const draft = repaired(raw)
  const changes = draft.changes.filter((change) => raw.slice(change.rawStart, change.rawEnd) !== draft.text.slice(change.cleanStart, change.cleanEnd))
  return { text: draft.text, offsets: offsetMap(draft.text.length, changes), repairs: ledger(raw, draft.text, changes) }
}

/** Repairs an article's text; see `cleanText`. The title and the other fields stay as read. */
export const cleanArticle = (raw: RawArticle): CleanArticle => ({ raw, ...cleanText(raw.text) })
