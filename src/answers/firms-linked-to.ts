import type { Strength } from '../../schema/ontology/index.js'
import type { EntityRecord } from '../core/records.js'
import { atLeast, strengthRank } from '../core/strength.js'
import type { GraphStore } from '../store/port.js'
import { coMentionCounts, coMentions, CUT, ROW_LIMIT, type CoMention, type CoMentions } from './co-mention.js'
import { checkDate } from './dates.js'
import { groupBy } from './group-by.js'
import { Neighbourhood, type NeighbourhoodOptions } from './neighbourhood.js'
import { checkFirst, compareKeys, DEFAULT_FIRST, pageOfTiers, type Page, type PageArgs, type SortKey, type Tier } from './paging.js'
import type { LinkPath, Reason } from './paths.js'
import { rankKey, rankTier, rankWalks, strengthOf, type Walk } from './rank-paths.js'
import { resolveName } from './resolve-name.js'
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
  /** The best few of each strength, best first; never empty. */
  readonly walks: readonly Walk[]
  readonly key: SortKey
}

const reversed = (trail: Trail): Trail => [...trail].reverse()

/** Chains of 2–3 hops from each firm; facts run in the order of the walk. */
async function chains(hood: Neighbourhood, initiativeId: string): Promise<readonly Walk[]> {
  const layers = await trailsFrom(hood, initiativeId, MAX_CHAIN, (id) => hood.kindOf(id) === 'COMPANY')
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
    const strength = strengthOf(walk)
    const count = (counts.get(strength) ?? 0) + 1
    counts.set(strength, count)
    return count <= PATHS_PER_STRENGTH
  })
}

const byFirm = (walks: readonly Walk[]): ReadonlyMap<string, readonly Walk[]> => groupBy(walks, ({ nodes }) => nodes[0] ?? '')

const foundAmong = (grouped: Iterable<readonly [string, readonly Walk[]]>): readonly Found[] => [...grouped].flatMap(([firmId, all]) => {
  const walks = bestPerStrength(all)
  return walks[0] === undefined ? [] : [{ firmId, walks, key: [...rankKey(walks[0]), firmId] }]
})

/** Firms by what their best walk is at first sight, so that only those which a page may show are compared in full. */
function tiersOf(grouped: ReadonlyMap<string, readonly Walk[]>): readonly Tier<Found>[] {
  const tiers = new Map<string, { readonly prefix: SortKey; readonly firms: (readonly [string, readonly Walk[]])[] }>()
  for (const [firmId, walks] of grouped) {
    const [prefix = []] = walks.map(rankTier).sort(compareKeys)
    const tier = tiers.get(prefix.join()) ?? { prefix, firms: [] }
    tier.firms.push([firmId, walks])
    tiers.set(prefix.join(), tier)
  }
  return [...tiers.values()].sort((a, b) => compareKeys(a.prefix, b.prefix)).map(({ prefix, firms }) => {
    let rows: readonly Found[] | undefined
    return { prefix, size: firms.length, rows: () => (rows ??= foundAmong(firms)) }
  })
}

/** The walk of a firm that is named together with the initiative. */
const coMentionWalk = ({ fact }: CoMention, initiativeId: string): Walk =>
  ({ nodes: [fact.subjectId === initiativeId ? fact.objectId : fact.subjectId, initiativeId], facts: [fact], between: [] })

/** As many of the firms, those named together most often first, as may be looked at article by article; at least one. */
function fitting(counts: ReadonlyMap<string, number>, ids: readonly string[]): readonly string[] {
  let articles = 0
  return ids.filter((id, index) => {
    articles += counts.get(id) ?? 0
    return articles <= ROW_LIMIT || index === 0
  })
}

/** One page of the firms, with the co-mentions that are among their walks. */
interface FoundPage {
  readonly page: Page<Found>
  readonly coMentions: readonly CoMention[]
  readonly notes: readonly Reason[]
}

/** Firms that facts link to the initiative. */
interface ByFacts {
  /** Those with a chain or better, who come first. */
  readonly chained: ReadonlyMap<string, readonly Walk[]>
  readonly tiers: readonly Tier<Found>[]
  /** They fill the page. */
  readonly isFull: boolean
  /** Where those of them on the page stand beside the initiative. */
  readonly ofPage: CoMentions
  /** Walks of the other firms. */
  readonly weak: readonly Walk[]
}

const keyOf = ({ key }: Found): SortKey => key

/**
 * Whoever is linked by facts comes before whoever is only named together with the initiative, so that most pages need no more of the
 * latter than how many they are; of the firms of the page it is looked up where they stand beside the initiative. At most three store calls besides the walk.
 */
async function findPage(store: GraphStore, hood: Neighbourhood, initiativeId: string, args: FirmsLinkedToArgs, asOf: string): Promise<FoundPage> {
  const { minStrength } = args
  const allowed = (walk: Walk): boolean => minStrength == null || atLeast(strengthOf(walk), minStrength)
  const linkedFirms = async (): Promise<ReadonlyMap<string, readonly Walk[]>> => byFirm([...await chains(hood, initiativeId), ...directWalks(hood, initiativeId)].filter(allowed))
  if (minStrength != null && !atLeast('CO_SENTENCE', minStrength)) return { page: pageOfTiers(tiersOf(await linkedFirms()), keyOf, args), coMentions: [], notes: [] }

  const together = async (otherIds: readonly string[]): Promise<CoMentions> =>
    (otherIds.length === 0 ? { found: [], notes: [] } : coMentions(store, { ids: [initiativeId], otherIds, asOf }))
  const byFacts = async (): Promise<ByFacts> => {
    const linked = await linkedFirms()
    const chained = new Map([...linked].filter(([, own]) => own.some((walk) => atLeast(strengthOf(walk), 'CHAIN'))))
    const tiers = tiersOf(chained)
    const { edges } = pageOfTiers(tiers, keyOf, args)
    const isFull = edges.length === (args.first ?? DEFAULT_FIRST) && minStrength !== 'CO_SENTENCE'
    return { tiers, chained, isFull, weak: [...linked].flatMap(([id, own]) => (chained.has(id) ? [] : own)), ofPage: await together(edges.map(({ node }) => node.firmId)) }
  }
  // The store counts while the walk goes on.
  const [counts, { tiers, chained, isFull, weak, ofPage }] = await Promise.all([coMentionCounts(store, { id: initiativeId, kinds: ['COMPANY'], asOf }), byFacts()])
  const beside = [...counts.keys()].filter((id) => !chained.has(id))
  const named = fitting(counts, beside)
  const ofRest = await together(isFull ? [] : named)
  const others = isFull ? [] : foundAmong(byFirm([...weak, ...ofRest.found.map((item) => coMentionWalk(item, initiativeId))].filter(allowed)))
  const rest = isFull ? new Set([...byFirm(weak).keys(), ...named]).size : others.length
  const page = pageOfTiers([...tiers, { prefix: [], size: rest, rows: () => others }], keyOf, args)
  const extra = byFirm(ofPage.found.map((item) => coMentionWalk(item, initiativeId)).filter(allowed))
  return {
    page: { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, walks: bestPerStrength([...node.walks, ...(extra.get(node.firmId) ?? [])]) } })) },
    coMentions: [...ofRest.found, ...ofPage.found],
    notes: [...new Map([...ofRest.notes, ...ofPage.notes, ...(named.length < beside.length || counts.size >= ROW_LIMIT ? [CUT] : [])].map((note) => [note.code, note])).values()],
  }
}

async function answer(hood: Neighbourhood, page: Page<Found>): Promise<Page<FirmLink>> {
  const found = page.edges.map(({ node }) => node)
  const paths = await answerPaths(hood, found.flatMap(({ walks }) => walks))
  const ids = found.map(({ firmId }) => firmId)
  const firms = await hood.entities(ids)
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
  const { page, coMentions: together, notes } = await findPage(store, hood, initiative.id, args, asOf)
  const shown = new Set(page.edges.flatMap(({ node }) => node.walks.flatMap((walk) => walk.facts.map(({ id }) => id))))
  return {
    initiative, page: await answer(hood, page), notes: [...hood.notes, ...notes],
    coMentions: new Map(together.filter(({ fact }) => shown.has(fact.id)).map((item) => [item.fact.id, item])),
  }
}
