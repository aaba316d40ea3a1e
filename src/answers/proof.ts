import type { EntityRecord, Evidence, FactRecord } from '../core/records.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { endsOfCoMention } from './co-mention.js'
import type { ArticleHead } from './lookups.js'
import { int, kindOf, text, texts, toEvidence, toFact } from './rows.js'

/** Facts with all that an answer tells of them, as one call of the store brings them. */
export interface Proof {
  /** In the order of the rows. */
  readonly facts: readonly FactRecord[]
  /** Both ends of each. */
  readonly ends: ReadonlyMap<string, EntityRecord>
  /** By fact, latest article first, at most as many as were asked for. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>
  /** Of the articles that the evidence is from. */
  readonly heads: ReadonlyMap<string, ArticleHead>
}

type End = 'subject' | 'object'

const endOf = (row: StoreRow, end: End): EntityRecord => ({
  id: text(row, `${end}Id`),
  kind: kindOf(row, `${end}Kind`),
  subkind: text(row, `${end}Subkind`),
  name: text(row, `${end}Name`),
  aliases: texts(row, `${end}Aliases`),
  articleCount: int(row, `${end}Articles`),
})

/** Type, ends and title are those of the fact. */
const evidenceOf = (row: StoreRow): Evidence => toEvidence({
  ...row, id: text(row, 'evidenceId'), factId: text(row, 'id'),
  modality: text(row, 'evidenceModality'), strength: text(row, 'evidenceStrength'), speakerId: text(row, 'evidenceSpeakerId'),
})

/** Rows of `fact-with-proof` and `facts-page-with-proof-of-entity`: one for each piece of evidence, those of a fact together. */
export function proofOf(rows: readonly StoreRow[]): Proof {
  const facts: FactRecord[] = []
  const ends = new Map<string, EntityRecord>()
  const evidence = new Map<string, Evidence[]>()
  const heads = new Map<string, ArticleHead>()
  for (const row of rows) {
    const piece = evidenceOf(row)
    const known = evidence.get(piece.factId)
    if (known === undefined) {
      facts.push(toFact(row))
      for (const end of ['subject', 'object'] as const) if (!ends.has(text(row, `${end}Id`))) ends.set(text(row, `${end}Id`), endOf(row, end))
      evidence.set(piece.factId, [piece])
    } else known.push(piece)
    if (!heads.has(piece.articleId)) heads.set(piece.articleId, { id: piece.articleId, title: text(row, 'articleTitle'), date: text(row, 'articleDate'), source: text(row, 'articleSource') })
  }
  return { facts, ends, evidence, heads }
}

/** A stored fact with at most `pieces` pieces of evidence, at least one. No facts for one that is derived, unknown or not proved any more. */
export const factWithProof = async (store: GraphStore, id: string, pieces: number): Promise<Proof> =>
  proofOf(endsOfCoMention(id) === undefined ? await store.read('fact-with-proof', { id, pieces }) : [])
