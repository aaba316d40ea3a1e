import { ACT_DECISIONS, ACT_KINDS, ROLES, type Act, type ActDecision, type ActKind } from '../core/acts.js'
import { checkFirst, decodeCursor, encodeCursor, pageOf, type PageArgs } from '../answers/paging.js'
import type { CountedPage } from '../answers/lists.js'
import { int, oneOf, text, texts } from '../answers/rows.js'
import { PolicyGraphError } from '../core/errors.js'
import type { GraphStore, StoreRow } from '../store/port.js'

/** Reading the log of acts. */

const DECISIONS: readonly ActDecision[] = ACT_KINDS.flatMap((kind): readonly ActDecision[] => ACT_DECISIONS[kind])

export const toAct = (row: StoreRow): Act => ({
  id: text(row, 'id'),
  seq: int(row, 'seq'),
  at: text(row, 'at'),
  actor: text(row, 'actor'),
  role: oneOf(row, 'role', ROLES),
  kind: oneOf(row, 'kind', ACT_KINDS),
  targets: texts(row, 'targets'),
  decision: oneOf(row, 'decision', DECISIONS),
  detail: text(row, 'detail'),
  reason: text(row, 'reason'),
})

/** Acts by target, oldest first; targets that nobody has acted on have none. One store call. */
export async function actsOfTargets(store: GraphStore, ids: readonly string[], kinds: readonly ActKind[] = []): Promise<ReadonlyMap<string, readonly Act[]>> {
  const acts = new Map<string, Act[]>()
  for (const row of await store.read('acts-of-targets', { ids: [...ids], kinds: [...kinds] })) {
    const id = text(row, 'targetId')
    acts.set(id, [...(acts.get(id) ?? []), toAct(row)])
  }
  return acts
}

/** Acts by fact, oldest first, those too that were made when the fact went under other ids of its ends. Two store calls. */
export async function actsOfFacts(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Act[]>> {
  const bases = new Map(ids.map((id) => [id, new Set([id])]))
  for (const row of await store.read('bases-of-facts', { ids: [...ids] })) bases.get(text(row, 'id'))?.add(text(row, 'baseId'))
  const acts = await actsOfTargets(store, [...new Set([...bases.values()].flatMap((own) => [...own]))])
  return new Map([...bases].map(([id, own]) => {
    const each = new Map([...own].flatMap((base) => acts.get(base) ?? []).map((act) => [act.id, act]))
    return [id, [...each.values()].sort((a, b) => a.seq - b.seq)]
  }))
}

export interface AuditArgs extends PageArgs {
  /** Only acts of this person. */
  readonly actor?: string | null | undefined
  /** Only acts about this entity, fact or article. */
  readonly target?: string | null | undefined
  readonly kinds?: readonly ActKind[] | null | undefined
}

/** The log of acts, latest first. BAD_INPUT for a cursor of another list. */
export async function auditLog(store: GraphStore, args: AuditArgs): Promise<CountedPage<Act>> {
  const first = checkFirst(args.first)
  const [kinds, actor] = [args.kinds ?? [], args.actor ?? '']
  if (typeof args.target === 'string') return ofTarget(store, args.target, args)
  const [beforeId] = args.after == null ? [''] : decodeCursor(args.after)
  if (typeof beforeId !== 'string') throw new PolicyGraphError('BAD_INPUT', '游标不属于此列表 · the cursor belongs to another list', { details: { argument: 'after' } })
  const acts = (await store.read('latest-acts', { kinds: [...kinds], actor, beforeId, limit: first + 1 })).map(toAct)
  return {
    edges: acts.slice(0, first).map((node) => ({ node, cursor: encodeCursor([node.id]) })),
    hasNextPage: acts.length > first,
    hasPreviousPage: beforeId !== '',
    totalCount: async () => {
      const [row] = await store.read('count-acts', { kinds: [...kinds], actor })
      return row === undefined ? 0 : int(row, 'acts')
    },
  }
}

/** What people said of one thing is little; it is read whole. */
async function ofTarget(store: GraphStore, target: string, { kinds, actor, first, after }: AuditArgs): Promise<CountedPage<Act>> {
  const acts = (await actsOfTargets(store, [target], kinds ?? [])).get(target) ?? []
  const page = pageOf(acts.filter((act) => actor == null || act.actor === actor), (act) => [-act.seq], { first, after })
  return { ...page, totalCount: () => Promise.resolve(page.totalCount) }
}
