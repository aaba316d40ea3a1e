import type { Strength } from '../../schema/ontology/index.js'
import { PolicyGraphError } from '../core/errors.js'
import type { EntityRecord } from '../core/records.js'
import { atLeast } from '../core/strength.js'
import type { GraphStore } from '../store/port.js'
import { coMentions } from './co-mention.js'
import { checkDate } from './dates.js'
import { Neighbourhood, type NeighbourhoodOptions } from './neighbourhood.js'
import { checkFirst } from './paging.js'
import type { LinkPath, Reason } from './paths.js'
import { rankWalks, strengthOf, type Walk } from './rank-paths.js'
import { resolveName } from './resolve-name.js'
import { answerPaths, meetings, trailsFrom, walkAlong } from './trails.js'

/** How two entities are connected. */

export const MAX_HOPS = 4
const DEFAULT_PATHS = 10
/** Nearest links shown when there is no path. */
const NEAREST_PATHS = 3

export interface ConnectionArgs {
  /** Ids or names. */
  readonly from: string
  readonly to: string
  /** 1–4; 4 when absent. */
  readonly maxHops?: number | null | undefined
  readonly minStrength?: Strength | null | undefined
  /** 1–100 paths; 10 when absent. */
  readonly first?: number | null | undefined
  readonly asOf?: string | null | undefined
}

export interface ConnectionAnswer {
  readonly from: EntityRecord
  readonly to: EntityRecord
  /** From `from` to `to`, best first; empty when no article says so. */
  readonly paths: readonly LinkPath[]
  /** More paths were found than `first` asks for, or the search was cut. */
  readonly truncated: boolean
  readonly notes: readonly Reason[]
  /** When `paths` is empty: links weaker than asked for, or over regions only. */
  readonly nearest: readonly LinkPath[]
}

function checkHops(maxHops: number | null | undefined): number {
  const hops = maxHops ?? MAX_HOPS
  if (!Number.isInteger(hops) || hops < 1 || hops > MAX_HOPS) {
    throw new PolicyGraphError('BAD_INPUT', `maxHops 应为 1 到 ${MAX_HOPS} 的整数 · maxHops must be a whole number from 1 to ${MAX_HOPS}`, { details: { argument: 'maxHops', max: MAX_HOPS } })
  }
  return hops
}

/** A walk that passes regions and nothing else: it only says that both are there. */
export const onlyRegions = (walk: Walk): boolean => walk.between.length > 0 && walk.between.every(({ kind }) => kind === 'REGION')

async function factWalks(hood: Neighbourhood, from: string, to: string, maxHops: number): Promise<readonly Walk[]> {
  const left = await trailsFrom(hood, from, Math.ceil(maxHops / 2))
  const right = await trailsFrom(hood, to, Math.floor(maxHops / 2))
  const direct = hood.between(from, to).map((fact): Walk => ({ nodes: [from, to], facts: [fact], between: [] }))
  const trails = meetings(left, right, maxHops)
  await hood.loadDegrees(trails.flatMap((trail) => trail.slice(1, -1)))
  return [...direct, ...trails.map((trail) => walkAlong(hood, trail))]
}

/** Both at once; when both fail, the first one's error. */
async function inOrder<T>(first: Promise<T>, second: Promise<T>): Promise<readonly [T, T]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}

/**
 * The best simple paths between two entities over open facts, from both ends at once. An article is never a hop. Paths
 * over regions come last, and a path over regions alone is no path (it may be `nearest`). Where no fact joins them and
 * `minStrength` allows, co-mention is the path. Throws BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME (`details.argument` tells which end).
 */
export async function connection(store: GraphStore, args: ConnectionArgs, bounds: NeighbourhoodOptions = {}): Promise<ConnectionAnswer> {
  const maxHops = checkHops(args.maxHops)
  const first = checkFirst(args.first, DEFAULT_PATHS)
  const asOf = checkDate(args.asOf, 'asOf')
  const [from, to] = await inOrder(resolveName(store, args.from, { argument: 'from' }), resolveName(store, args.to, { argument: 'to' }))
  if (from.id === to.id) {
    throw new PolicyGraphError('BAD_INPUT', `两端是同一个实体“${from.name}” · both ends are the same entity, ${from.name}`, { details: { argument: 'to', id: from.id } })
  }
  const hood = new Neighbourhood(store, { ...bounds, asOf })
  const linked = await factWalks(hood, from.id, to.id, maxHops)
  const chains = linked.filter((walk) => !onlyRegions(walk))
  const together = chains.length > 0 ? { found: [], notes: [] } : await coMentions(store, { ids: [from.id], otherIds: [to.id], asOf })
  const fallback = together.found.map(({ fact }): Walk => ({ nodes: [from.id, to.id], facts: [fact], between: [] }))
  const allowed = (walk: Walk): boolean => args.minStrength == null || atLeast(strengthOf(walk), args.minStrength)
  const found = [...chains, ...fallback]
  const wanted = found.filter(allowed)
  const nearest = wanted.length > 0 ? [] : [...rankWalks(found, NEAREST_PATHS), ...rankWalks(linked.filter(onlyRegions), NEAREST_PATHS)].slice(0, NEAREST_PATHS)
  const shown = rankWalks(wanted, first)
  const paths = await answerPaths(hood, [...shown, ...nearest])
  const notes = [...hood.notes, ...together.notes]
  return {
    from, to, notes,
    paths: paths.slice(0, shown.length),
    truncated: wanted.length > first || notes.length > 0,
    nearest: paths.slice(shown.length),
  }
}
