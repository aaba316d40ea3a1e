import type { EntityKind } from '../../schema/ontology/index.js'
import { PolicyGraphError } from '../core/errors.js'
import type { EntityRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { association, falseDiscoveryRates, type Association, type Counts } from './association.js'
import { coMentionCounts } from './co-mention.js'
import { checkDate } from './dates.js'
import { entitiesByIds } from './lookups.js'
import { checkFirst } from './paging.js'
import type { Reason } from './paths.js'
import { resolveName } from './resolve-name.js'
import { int, text } from './rows.js'

/** Which entities are named together with one more often than chance would have it. */

const DEFAULT_LEAST = 2
const DEFAULT_P = 0.05
/** Entities that are tested, those named together most often first. */
const TESTED = 1_000

export interface NeighboursArgs {
  /** Id or name. */
  readonly entity: string
  readonly kinds?: readonly EntityKind[] | null | undefined
  /** Articles with both, at least; 2 when absent. */
  readonly least?: number | null | undefined
  /** Greatest p, over 0 and at most 1; 0.05 when absent. */
  readonly maxP?: number | null | undefined
  readonly first?: number | null | undefined
  readonly asOf?: string | null | undefined
}

/** One neighbour with the counts that its statistics rest on. */
export interface Neighbour extends Association, Counts {
  readonly entity: EntityRecord
  readonly q: number
}

export interface Neighbours {
  readonly entity: EntityRecord
  /** Least p first. */
  readonly neighbours: readonly Neighbour[]
  /** How many entities were tested. */
  readonly tested: number
  readonly least: number
  readonly maxP: number
  readonly truncated: boolean
  readonly notes: readonly Reason[]
}

function checkLeast(least: number | null | undefined): number {
  const wanted = least ?? DEFAULT_LEAST
  if (Number.isSafeInteger(wanted) && wanted >= 1) return wanted
  throw new PolicyGraphError('BAD_INPUT', 'least 应为正整数 · least must be a whole number above 0', { details: { argument: 'least' } })
}

function checkP(maxP: number | null | undefined): number {
  const wanted = maxP ?? DEFAULT_P
  if (wanted > 0 && wanted <= 1) return wanted
  throw new PolicyGraphError('BAD_INPUT', 'maxP 应大于 0 且不大于 1 · maxP must lie above 0 and be at most 1', { details: { argument: 'maxP' } })
}

/**
 * Entities that articles name together with one above chance: at least `least` articles with both, more than expected, and p of
 * Fisher's exact test at most `maxP` (association.ts names and explains the statistics). Reprints are articles too and raise the
 * counts. At most five store calls. Throws BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME.
 */
export async function neighbours(store: GraphStore, args: NeighboursArgs): Promise<Neighbours> {
  const first = checkFirst(args.first)
  const [least, maxP, asOf] = [checkLeast(args.least), checkP(args.maxP), checkDate(args.asOf, 'asOf')]
  const entity = await resolveName(store, args.entity, { argument: 'entity' })
  const together = await coMentionCounts(store, { id: entity.id, kinds: args.kinds ?? [], asOf, least, limit: TESTED })
  const [counted, totals, entities] = await Promise.all([
    asOf === '' ? [] : store.read('article-counts-of-entities', { ids: [entity.id, ...together.keys()], asOf }),
    store.read('articles-known', { asOf }),
    entitiesByIds(store, [...together.keys()]),
  ])
  const counts = new Map(asOf === ''
    ? [entity, ...entities.values()].map(({ id, articleCount }) => [id, articleCount])
    : counted.map((row) => [text(row, 'id'), int(row, 'articles')]))
  const all = totals[0] === undefined ? 0 : int(totals[0], 'articles')
  const own = counts.get(entity.id) ?? 0
  const tested = [...together].flatMap(([id, both]) => {
    const [other, second] = [entities.get(id), counts.get(id)]
    if (other === undefined || second === undefined) return []
    const cells: Counts = { both, first: own, second, all }
    return [{ entity: other, ...cells, ...association(cells) }]
  })
  const qs = falseDiscoveryRates(tested.map(({ p }) => p))
  const found = tested.map((item, index): Neighbour => ({ ...item, q: qs[index] ?? 1 }))
    .filter(({ both, expected, p }) => both > expected && p <= maxP)
    .sort((a, b) => a.p - b.p || b.both - a.both || (a.entity.id < b.entity.id ? -1 : 1))
  const cut: Reason = { code: 'NEIGHBOURS_CUT', zh: `同文提及的实体过多，只检验了 ${TESTED} 个`, en: `too many entities are named together with it; ${TESTED} were tested` }
  const isCut = together.size >= TESTED
  return { entity, neighbours: found.slice(0, first), tested: tested.length, least, maxP, truncated: isCut || found.length > first, notes: isCut ? [cut] : [] }
}
