import type { Strength } from '../../schema/ontology/index.js'
import { PolicyGraphError } from '../core/errors.js'
import type { EntityRecord } from '../core/records.js'
import { atLeast } from '../core/strength.js'
import type { GraphStore } from '../store/port.js'
import { coMentions } from './co-mention.js'
import { onlyRegions } from './connection.js'
import { checkDate } from './dates.js'
import { Neighbourhood, type NeighbourhoodOptions } from './neighbourhood.js'
import { compareKeys } from './paging.js'
import { pathStrength, type LinkPath, type Reason } from './paths.js'
import { rankKey, rankWalks, type Walk } from './rank-paths.js'
import { resolveEnds, type Resolution } from './resolve-end.js'
import { answerPaths, meetings, trailsFrom, walkAlong, type Layer } from './trails.js'

/** How the members of a group are linked with one another: every pair at once. */

export const MAX_MEMBERS = 50
/** Hops of the longest path between two members. */
export const MAX_GROUP_HOPS = 3
const DEFAULT_HOPS = 2
/** Paths between two members that are compared for the best. */
const PATHS_COMPARED = 200

export interface GroupArgs {
  /** 2–50 ids or names. */
  readonly names: readonly string[]
  /** 1–3; 2 when absent. */
  readonly maxHops?: number | null | undefined
  readonly minStrength?: Strength | null | undefined
  readonly asOf?: string | null | undefined
}

/** The best link of two members. */
export interface GroupLink {
  readonly a: EntityRecord
  readonly b: EntityRecord
  readonly strength: Strength
  /** From `a` to `b`. */
  readonly path: LinkPath
}

export interface GroupRelations {
  /** The entities that the names stand for, each once, in the order of the names. */
  readonly members: readonly EntityRecord[]
  /** Names that fit several entities or none, with candidates. */
  readonly unresolved: readonly Resolution[]
  /** Linked pairs, the firmest first. */
  readonly links: readonly GroupLink[]
  /** Strength by row and column in the order of `members`; null where there is no link, and on the diagonal. */
  readonly matrix: readonly (readonly (Strength | null)[])[]
  /** Pairs of members, linked or not. */
  readonly pairCount: number
  readonly truncated: boolean
  readonly notes: readonly Reason[]
}

function checkNames(names: readonly string[]): void {
  if (names.length >= 2 && names.length <= MAX_MEMBERS) return
  throw new PolicyGraphError('BAD_INPUT', `names 应有 2 到 ${MAX_MEMBERS} 个名称 · names must hold 2 to ${MAX_MEMBERS} names`, { details: { argument: 'names', max: MAX_MEMBERS } })
}

function checkHops(maxHops: number | null | undefined): number {
  const hops = maxHops ?? DEFAULT_HOPS
  if (Number.isInteger(hops) && hops >= 1 && hops <= MAX_GROUP_HOPS) return hops
  throw new PolicyGraphError('BAD_INPUT', `maxHops 应为 1 到 ${MAX_GROUP_HOPS} 的整数 · maxHops must be a whole number from 1 to ${MAX_GROUP_HOPS}`, { details: { argument: 'maxHops', max: MAX_GROUP_HOPS } })
}

type Pair = readonly [string, string]

const pairsOf = (ids: readonly string[]): readonly Pair[] => ids.flatMap((a, index) => ids.slice(index + 1).map((b): Pair => [a, b]))
const keyOf = ([a, b]: Pair): string => `${a} ${b}`

/** Walks over facts for each pair. The store is asked once per hop for all members together. */
async function factWalks(hood: Neighbourhood, ids: readonly string[], maxHops: number, note: (reason: Reason) => void): Promise<ReadonlyMap<string, readonly Walk[]>> {
  await hood.load(ids, { ends: true })
  if (maxHops > 2) await hood.load(ids.flatMap((id) => [...hood.stepsFrom(id).keys()].filter((other) => hood.kindOf(other) !== 'REGION')))
  const far = new Map<string, readonly Layer[]>()
  for (const id of ids) far.set(id, await trailsFrom(hood, id, Math.ceil(maxHops / 2)))
  const near = (id: string): readonly Layer[] => (far.get(id) ?? []).slice(0, Math.floor(maxHops / 2) + 1)
  const trails = new Map(pairsOf(ids).map((pair) => {
    const met = meetings(far.get(pair[0]) ?? [], near(pair[1]), maxHops, PATHS_COMPARED)
    if (met.length >= PATHS_COMPARED) note({ code: 'PATHS_CUT', zh: `两者之间路径过多，只比较了 ${PATHS_COMPARED} 条`, en: `too many paths between two members; ${PATHS_COMPARED} of them were compared` })
    return [keyOf(pair), met]
  }))
  await hood.loadDegrees([...trails.values()].flatMap((met) => met.flatMap((trail) => trail.slice(1, -1))))
  return new Map(pairsOf(ids).map((pair) => {
    const direct = hood.between(...pair).map((fact): Walk => ({ nodes: pair, facts: [fact], between: [] }))
    return [keyOf(pair), [...direct, ...(trails.get(keyOf(pair)) ?? []).map((trail) => walkAlong(hood, trail))]]
  }))
}

/**
 * The best link of every pair among 2–50 names: a fact between them, a chain of at most `maxHops` facts, or co-mention. Store
 * calls grow with the hops and with names not written in full, never with the pairs. Names that fit several entities or none are
 * listed and left out. Throws BAD_INPUT.
 */
export async function groupRelations(store: GraphStore, args: GroupArgs, bounds: NeighbourhoodOptions = {}): Promise<GroupRelations> {
  checkNames(args.names)
  const maxHops = checkHops(args.maxHops)
  const asOf = checkDate(args.asOf, 'asOf')
  const resolved = await resolveEnds(store, args.names, 'names')
  const members = new Map(resolved.flatMap(({ entity }) => (entity === undefined ? [] : [[entity.id, entity] as const])))
  const ids = [...members.keys()]
  const notes = new Map<string, Reason>()
  const hood = new Neighbourhood(store, { ...bounds, asOf })
  const linked = ids.length < 2 ? new Map<string, readonly Walk[]>() : await factWalks(hood, ids, maxHops, (reason) => notes.set(reason.code, reason))
  const chained = new Map([...linked].map(([key, walks]) => [key, walks.filter((walk) => !onlyRegions(walk))]))
  const bare = new Set(pairsOf(ids).filter((pair) => (chained.get(keyOf(pair)) ?? []).length === 0).flat())
  const wantsCoMention = bare.size > 0 && (args.minStrength == null || atLeast('CO_SENTENCE', args.minStrength))
  const together = wantsCoMention ? await coMentions(store, { ids: [...bare], otherIds: [...bare], asOf }) : { found: [], notes: [] }
  const coWalks = new Map(together.found.map(({ fact }) => [[fact.subjectId, fact.objectId].sort().join(' '), fact]))
  const best = pairsOf(ids).flatMap((pair): readonly Walk[] => {
    const fact = coWalks.get([...pair].sort().join(' '))
    const fallback: readonly Walk[] = fact === undefined ? [] : [{ nodes: pair, facts: [fact], between: [] }]
    const walks = chained.get(keyOf(pair)) ?? []
    const allowed = (walks.length > 0 ? walks : fallback).filter(({ facts }) => args.minStrength == null || atLeast(pathStrength(facts), args.minStrength))
    return rankWalks(allowed, 1)
  })
  const ranked = best.map((walk) => ({ walk, key: rankKey(walk) })).sort((x, y) => compareKeys(x.key, y.key) || (x.walk.nodes.join() < y.walk.nodes.join() ? -1 : 1)).map(({ walk }) => walk)
  const paths = ranked.length === 0 ? [] : await answerPaths(hood, ranked)
  const links = ranked.flatMap(({ nodes }, index): readonly GroupLink[] => {
    const [a, b, path] = [members.get(nodes[0] ?? ''), members.get(nodes.at(-1) ?? ''), paths[index]]
    return a === undefined || b === undefined || path === undefined ? [] : [{ a, b, strength: path.strength, path }]
  })
  const strengths = new Map(links.flatMap(({ a, b, strength }) => [[`${a.id} ${b.id}`, strength], [`${b.id} ${a.id}`, strength]]))
  const all = [...hood.notes, ...together.notes, ...notes.values()]
  return {
    members: [...members.values()], unresolved: resolved.filter(({ outcome }) => outcome !== 'FOUND'), links,
    matrix: ids.map((row) => ids.map((column) => strengths.get(`${row} ${column}`) ?? null)),
    pairCount: (ids.length * (ids.length - 1)) / 2, truncated: all.length > 0, notes: all,
  }
}
