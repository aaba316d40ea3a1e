import type { Act, ActDecision, ActKind, Role } from '../core/acts.js'
import * as cypher from './act-statements.js'
import { readInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import type { StoreRow } from './port.js'

/** Reads the log of acts. */

const text = (row: StoreRow, column: string): string => String(row[column])

/** A stored row as an act. Kinds, decisions and roles were checked when it was written. */
export const actOf = (row: StoreRow): Act => ({
  id: text(row, 'id'),
  seq: Number(row['seq']),
  at: text(row, 'at'),
  actor: text(row, 'actor'),
  role: text(row, 'role') as Role,
  kind: text(row, 'kind') as ActKind,
  targets: Array.isArray(row['targets']) ? row['targets'].map(String) : [],
  decision: text(row, 'decision') as ActDecision,
  detail: text(row, 'detail'),
  reason: text(row, 'reason'),
})

/** Target → the acts kept under it, oldest first. Costs nothing while nobody has decided anything. */
export async function actsByTarget(run: RunCypher, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Act[]>> {
  const [log] = await run(cypher.LOG_LENGTH)
  const acts = new Map<string, Act[]>()
  if (log === undefined || Number(log['value']) === 0) return acts
  for (const row of await readInChunks(run, cypher.ACTS_OF, [...new Set(ids)])) {
    const target = text(row, 'target')
    const known = acts.get(target)
    if (known === undefined) acts.set(target, [actOf(row)])
    else known.push(actOf(row))
  }
  for (const list of acts.values()) list.sort((a, b) => a.seq - b.seq)
  return acts
}

/** Acts kept under any of the ids, oldest first, each once. */
export async function actsOf(run: RunCypher, ids: readonly string[]): Promise<readonly Act[]> {
  const acts = new Map([...(await actsByTarget(run, ids)).values()].flat().map((act) => [act.id, act]))
  return [...acts.values()].sort((a, b) => a.seq - b.seq)
}
