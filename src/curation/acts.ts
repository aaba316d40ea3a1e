import type { Act, ActDecision, ActKind, Role } from '../core/acts.js'
import type { GraphStore, StoreRow } from '../store/port.js'

/** Acts as the store gives them. */

const text = (row: StoreRow, column: string): string => String(row[column])
const CHUNK = 500

/** A row of acts-of-targets or all-acts. What it holds was checked when it was recorded. */
export const toAct = (row: StoreRow): Act => ({
  id: text(row, 'id'), seq: Number(row['seq']), at: text(row, 'at'), actor: text(row, 'actor'), role: text(row, 'role') as Role, kind: text(row, 'kind') as ActKind,
  targets: Array.isArray(row['targets']) ? row['targets'].map(String) : [], decision: text(row, 'decision') as ActDecision, detail: text(row, 'detail'), reason: text(row, 'reason'),
})

/** Target → acts of these kinds that are kept under it, oldest first. */
export async function actsOn(store: GraphStore, ids: readonly string[], kinds: readonly ActKind[]): Promise<ReadonlyMap<string, readonly Act[]>> {
  const acts = new Map<string, Act[]>()
  for (let start = 0; start < ids.length; start += CHUNK)
    for (const row of await store.read('acts-of-targets', { ids: ids.slice(start, start + CHUNK), kinds })) {
      const target = text(row, 'targetId')
      const known = acts.get(target)
      if (known === undefined) acts.set(target, [toAct(row)])
      else known.push(toAct(row))
    }
  return acts
}
