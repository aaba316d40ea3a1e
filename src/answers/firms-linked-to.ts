import type { Strength } from '../../schema/ontology/index.js'
import type { EntityRecord } from '../core/records.js'
import { atLeast, strengthRank } from '../core/strength.js'
import type { GraphStore } from '../store/port.js'
import { coMentions, type CoMention } from './co-mention.js'
import { checkDate } from './dates.js'
import { Neighbourhood, type NeighbourhoodOptions } from './neighbourhood.js'
import { checkFirst, pageOf, type Page, type PageArgs, type SortKey } from './paging.js'
import { pathStrength, type LinkPath, type Reason } from './paths.js'
import { rankKey, rankWalks, type Walk } from './rank-paths.js'
import { resolveName } from './resolve-name.js'
import { toEntity } from './rows.js'
import { answerPaths, trailsFrom, walkAlong, type Trail } from './trails.js'

/** Which firms link to an initiative, how firmly, by what path and on which quotes. */

/** Hops of the longest chain from a firm to an initiative. */
export const MAX_CHAIN = 3
/** Paths shown per firm and strength. */
export const PATHS_PER_STRENGTH = 3

export interface FirmsLinkedToArgs extends PageArgs {
  /** Id or name. */
  readonly initiative: string
  /** Links weaker than this are left out. */
  readonly minStrength?: Strength | null | undefined
  /** ISO date: facts first seen later, and later articles, are left out. */
  readonly asOf?: string | null | undefined
}

export interface FirmLink {
  readonly firm: EntityRecord
  /** Strength of the best path. */
  readonly strength: Strength
  /** From the firm to the initiative: the best few of each strength, best first. */
  readonly paths: readonly LinkPath[]
}

export interface FirmLinks {
  readonly initiative: EntityRecord
  readonly page: Page<FirmLink>
  /** The co-mentions among the facts of the page, by fact id: read already, so that whoever quotes them need not. */
  readonly coMentions: ReadonlyMap<string, CoMention>
  /** What was left out to bound the work; empty when nothing was. */
  readonly notes: readonly Reason[]
}

interface Found {
  readonly firmId: string
  readonly walks: readonly Walk[]
  readonly key: SortKey
}

const reversed = (trail: Trail): Trail => [...trail].reverse()

/** Chains of 2–3 hops from each firm; facts run in the order of the walk. */
async function chains(hood: Neighbourhood, initiativeId: string): Promise<readonly Walk[]> {
  const layers = await trailsFrom(hood, initiativeId, MAX_CHAIN)
  return layers.slice(2).flatMap((layer) => [...layer].flatMap(([id, trails]) =>
    hood.kindOf(id) === 'COMPANY' ? trails.map((trail) => walkAlong(hood, reversed(trail))) : []))
}

/** Facts of a firm with the initiative itself, whatever their modality. */
const directWalks = (hood: Neighbourhood, initiativeId: string): readonly Walk[] =>
  [...hood.stepsFrom(initiativeId)].flatMap(([id, facts]) =>
    hood.kindOf(id) === 'COMPANY' ? facts.map((fact) => ({ nodes: [id, initiativeId], facts: [fact], between: [] })) : [])

/** Drops chains that only lengthen a better one: all that the better one passes, they pass too. */
function withoutDetours(ranked: readonly Walk[]): readonly Walk[] {
  const kept: Walk[] = []
  for (const walk of ranked) {
    const passed = new Set(walk.between.map(({ id }) => id))
    const detour = kept.some(({ between }) => between.length > 0 && between.every(({ id }) => passed.has(id)))
    if (!detour) kept.push(walk)
  }
  return kept
}

function bestPerStrength(walks: readonly Walk[]): readonly Walk[] {
  const counts = new Map<Strength, number>()
  return withoutDetours(rankWalks(walks)).filter((walk) => {
    const strength = pathStrength(walk.facts)
    const count = (counts.get(strength) ?? 0) + 1
    counts.set(strength, count)
    return count <= PATHS_PER_STRENGTH
  })
}

function group(walks: readonly Walk[]): readonly Found[] {
  const byFirm = new Map<string, Walk[]>()
  for (const walk of walks) {
    const firmId = walk.nodes[0] ?? ''
    const known = byFirm.get(firmId)
    if (known === undefined) byFirm.set(firmId, [walk])
    else known.push(walk)
  }
  return [...byFirm].map(([firmId, all]) => {
    const best = bestPerStrength(all)
    const first = best[0]
    return { firmId, walks: best, key: first === undefined ? [] : [...rankKey(first), firmId] }
  })
}

async function answer(store: GraphStore, page: Page<Found>): Promise<Page<FirmLink>> {
  const found = page.edges.map(({ node }) => node)
  const paths = await answerPaths(store, found.flatMap(({ walks }) => walks))
  const ids = found.map(({ firmId }) => firmId)
  const firms = new Map(ids.length === 0 ? [] : (await store.read('entity-by-ids', { ids })).map(toEntity).map((firm) => [firm.id, firm]))
  let next = 0
  const edges = page.edges.flatMap(({ cursor, node }) => {
    const own = paths.slice(next, next + node.walks.length)
    next += node.walks.length
    const firm = firms.get(node.firmId)
    const strength = own.map((path) => path.strength).sort((a, b) => strengthRank(a) - strengthRank(b))[0]
    return firm === undefined || strength === undefined ? [] : [{ cursor, node: { firm, strength, paths: own } }]
  })
  return { ...page, edges }
}

/**
 * Firms linked to an initiative, the firmest first: by a fact with it, by a chain of at most three facts over people,
 * bodies, firms and initiatives (never a region, never a denied fact), or by co-mention. Store calls do not grow with
 * the number of firms. Throws BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME.
 */
export async function firmsLinkedTo(store: GraphStore, args: FirmsLinkedToArgs, bounds: NeighbourhoodOptions = {}): Promise<FirmLinks> {
  checkFirst(args.first)
  const asOf = checkDate(args.asOf, 'asOf')
  const initiative = await resolveName(store, args.initiative, { kinds: ['INITIATIVE'], argument: 'initiative' })
  const hood = new Neighbourhood(store, { ...bounds, excludeKinds: ['REGION'], asOf })
  const linked = await chains(hood, initiative.id)
  const wantsCoMention = args.minStrength == null || atLeast('CO_SENTENCE', args.minStrength)
  const together = wantsCoMention ? await coMentions(store, { ids: [initiative.id], kinds: ['COMPANY'], asOf }) : { found: [], notes: [] }
  const walks = [
    ...directWalks(hood, initiative.id),
    ...linked,
    ...together.found.map(({ fact }) => ({ nodes: [fact.subjectId === initiative.id ? fact.objectId : fact.subjectId, initiative.id], facts: [fact], between: [] })),
  ].filter((walk) => args.minStrength == null || atLeast(pathStrength(walk.facts), args.minStrength))
  const page = pageOf(group(walks), ({ key }) => key, args)
  const shown = new Set(page.edges.flatMap(({ node }) => node.walks.flatMap((walk) => walk.facts.map(({ id }) => id))))
  return {
    initiative, page: await answer(store, page), notes: [...hood.notes, ...together.notes],
    coMentions: new Map(together.found.filter(({ fact }) => shown.has(fact.id)).map((item) => [item.fact.id, item])),
  }
}
