import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import type { IdentityFindings, StoreRow } from './port.js'
import * as cypher from './statements.js'

/** Keeps what an identity run found, so that the next one need not compare everything again. */

const text = (row: StoreRow, column: string): string => String(row[column])
const list = (value: StoreRow[string] | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

const print = (row: StoreRow): string => JSON.stringify([row['left'], row['right'], row['score'], row['verdict'], row['proof'], row['cause'], list(row['between'])])

const MILLION = 1_000_000

/** Writes summaries, replaces the candidates that touch `among`, and counts those of `among` as settled that nobody has touched meanwhile. */
export async function keepFindings(run: RunCypher, among: readonly string[], { summaries, candidates }: IdentityFindings): Promise<void> {
  const stored = new Map((await readInChunks(run, cypher.STORED_CANDIDATES, among)).map((row) => [print(row), row]))
  // One order of columns, and whole numbers: a typed store takes a list of rows only when all are alike.
  const rows = candidates.map(({ left, right, score, verdict, proof, cause, between }): StoreRow =>
    ({ left, right, score: Math.round(score * MILLION), verdict, proof, cause, between }))
  const wanted = new Set(rows.map(print))
  await writeInChunks(run, cypher.DELETE_CANDIDATES, [...stored].filter(([key]) => !wanted.has(key)).map(([, row]) => ({ left: text(row, 'left'), right: text(row, 'right') })))
  await writeInChunks(run, cypher.putCandidates('CREATE'), rows.filter((row) => !stored.has(print(row))))
  await writeInChunks(run, cypher.SET_SUMMARIES, [...summaries].map(([id, summary]) => ({ id, summary })))
  await readInChunks(run, cypher.SETTLE_REFERENCES, among)
}
