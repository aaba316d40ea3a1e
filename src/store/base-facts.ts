import type { Modality, Strength } from '../../schema/ontology/index.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { byCodeUnit, foldFact, type EvidenceView } from './fold.js'
import type { StoreRow } from './port.js'
import * as cypher from './statements.js'

/**
 * Base facts: facts between references. They are seen in the evidence; one that has lost all of it leaves a FormerFact behind, so
 * that a closed fact can follow its references when they are merged or taken apart.
 */

const text = (row: StoreRow, column: string): string => String(row[column])

export const groupRows = (rows: readonly StoreRow[], column: string): ReadonlyMap<string, readonly StoreRow[]> => {
  const groups = new Map<string, StoreRow[]>()
  for (const row of rows) {
    const value = text(row, column)
    const group = groups.get(value)
    if (group === undefined) groups.set(value, [row])
    else group.push(row)
  }
  return groups
}

// The columns were written from records of these types, so the casts only give them back.
export const evidenceView = (row: StoreRow): EvidenceView => ({
  articleId: text(row, 'articleId'),
  modality: text(row, 'modality') as Modality,
  strength: text(row, 'strength') as Strength,
  speakerId: text(row, 'speakerId'),
  seen: text(row, 'seen'),
})

/** Writes what is left of base facts whose last evidence is among `gone` (rows already deleted); returns nothing new for the others. */
export async function buryBases(run: RunCypher, gone: readonly StoreRow[], whyOf: (articleId: string) => string): Promise<void> {
  const bases = groupRows(gone, 'baseId')
  const living = new Set((await readRows(run, cypher.LIVING_BASES, [...bases].map(([id, rows]) => ({ id, factId: rows[0]?.['factId'] ?? '' })))).map((row) => text(row, 'id')))
  const former = [...bases].filter(([id]) => !living.has(id)).sort(([a], [b]) => byCodeUnit(a, b)).flatMap(([id, rows]) => {
    const [first] = rows
    const fold = foldFact(rows.map((row) => ({ ...evidenceView(row), speakerId: text(row, 'speakerRef') })))
    if (first === undefined || fold === undefined) return []
    const { factId = '', type = '', subjectRef = '', objectRef = '', title = '' } = first
    const why = rows.map((row) => whyOf(text(row, 'articleId'))).sort(byCodeUnit)[0] ?? ''
    return [{ id, factId, type, subjectRef, objectRef, title, modality: fold.modality, strength: fold.strength, speakerRef: fold.speakerId, firstSeen: fold.firstSeen, lastSeen: fold.lastSeen, why }]
  })
  await writeInChunks(run, cypher.MERGE_FORMER, former)
  await writeInChunks(run, cypher.MERGE_STANDING, former)
}

/** Base facts that have evidence (again) leave nothing behind. */
export const reviveBases = (run: RunCypher, evidence: readonly StoreRow[]): Promise<readonly StoreRow[]> =>
  readInChunks(run, cypher.DELETE_FORMER, [...new Set(evidence.map((row) => text(row, 'baseId')))])

/** Runs an `UNWIND $rows` statement that returns rows. */
export async function readRows(run: RunCypher, statement: string, rows: readonly StoreRow[]): Promise<readonly StoreRow[]> {
  const found: StoreRow[] = []
  for (let start = 0; start < rows.length; start += 500) found.push(...await run(statement, { rows: rows.slice(start, start + 500) }))
  return found
}
