import { MODALITIES, type Strength } from '../../schema/ontology/index.js'
import { strengthRank } from '../core/strength.js'
import { groupBy } from './group-by.js'
import { compareKeys, type SortKey } from './paging.js'
import { hopsOf, modalityRank, pathStrength, shareArticle, sharedArticles, type LinkFact, type LinkPath, type Reason, type Waypoint } from './paths.js'

/** An entity with this many open facts or more is a hub: that it stands between two others says little. */
export const HUB_DEGREE = 20

/** A walk not yet judged. `nodes` has one more entry than `facts`; `between` holds the nodes that are no end. */
export interface Walk {
  readonly nodes: readonly string[]
  /** May be chosen when they are first asked for; `strength` says what is known before. */
  readonly facts: readonly LinkFact[]
  readonly strength?: Strength
  readonly between: readonly Waypoint[]
}

/** One thing that paths are ranked by. Lower bands are better; a criterion counts only where all earlier ones tie. */
interface Criterion {
  readonly id: string
  readonly doc: string
  /** Number of bands; `band` answers 0 … bands - 1. */
  readonly bands: number
  band(walk: Walk): number
  reasons(walk: Walk): readonly Reason[]
}

const log2Band = (count: number, bands: number): number => Math.min(bands - 1, Math.floor(Math.log2(Math.max(1, count))))

/** Neighbouring hops that no article proves together; 0 when one article proves all. */
function stitches(facts: readonly LinkFact[]): number {
  if (facts.length < 2 || shareArticle(facts)) return 0
  let breaks = 0
  for (let i = 1; i < facts.length; i++) if (!shareArticle(facts.slice(i - 1, i + 1))) breaks += 1
  return Math.max(1, breaks)
}

const isChain = (walk: Walk): boolean => walk.facts.length > 1

/** Years are counted back from here, so that a rank does not depend on the day of asking. */
const LAST_YEAR = 2100
const YEARS = 127

/** The day on which the oldest hop was last told, ISO; '' when one has no date. */
function lastTold({ facts }: Walk): string {
  let oldest = facts[0]?.lastSeen ?? ''
  for (const { lastSeen } of facts) if (lastSeen < oldest) oldest = lastSeen
  return oldest
}

/** In order of weight. Adding a criterion is one entry. */
export const CRITERIA: readonly Criterion[] = [
  {
    id: 'hops',
    doc: 'Fewer hops first.',
    bands: 4,
    band: (walk) => Math.min(3, walk.nodes.length - 2),
    reasons: (walk) => [
      walk.facts.length === 1
        ? { code: 'DIRECT', zh: '两端直接相连', en: 'the two ends are linked directly' }
        : { code: 'HOPS', zh: `经 ${walk.facts.length} 步相连`, en: `linked in ${walk.facts.length} hops` },
    ],
  },
  {
    id: 'regions',
    doc: 'Paths over a region come after paths over people, bodies and initiatives.',
    bands: 4,
    band: (walk) => Math.min(3, walk.between.filter(({ kind }) => kind === 'REGION').length),
    reasons: (walk) => walk.between.filter(({ kind }) => kind === 'REGION').map(({ name }) => (
      { code: 'VIA_REGION', zh: `途经地区“${name}”，只说明同处一地`, en: `passes the region ${name}, which only says that both are there` }
    )),
  },
  {
    id: 'articles',
    doc: 'Hops that one article proves together come before hops stitched together from several.',
    bands: 4,
    band: (walk) => Math.min(3, stitches(walk.facts)),
    reasons: (walk) => {
      if (!isChain(walk)) return []
      return stitches(walk.facts) === 0
        ? [{ code: 'SAME_ARTICLE', zh: '各步出自同一篇文章', en: 'one article proves every hop' }]
        : [{ code: 'STITCHED', zh: '由不同文章的事实拼接而成', en: 'stitched together from different articles' }]
    },
  },
  {
    id: 'hubs',
    doc: 'Rare entities between come before busy hubs (the busiest counts, in powers of two).',
    bands: 16,
    band: (walk) => log2Band(Math.max(1, ...walk.between.map(({ degree }) => degree)), 16),
    reasons: (walk) => walk.between.filter(({ degree }) => degree >= HUB_DEGREE).map(({ name, degree }) => (
      { code: 'HUB_DAMPED', zh: `途经枢纽“${name}”（${degree} 条事实），排序靠后`, en: `passes the hub ${name} (${degree} facts), so it ranks lower` }
    )),
  },
  {
    id: 'strength',
    doc: 'Stated hops come before implied ones.',
    bands: 5,
    band: (walk) => Math.min(4, walk.facts.filter((fact) => fact.strength !== 'STATED').length),
    reasons: (walk) => walk.facts.some((fact) => fact.strength === 'IMPLIED')
      ? [{ code: 'IMPLIED_HOP', zh: '有一步需结合上下文才能看出', en: 'a hop needs its context to be read' }]
      : [],
  },
  {
    id: 'modality',
    doc: 'What has happened comes before what is planned, urged or supposed; the weakest hop counts first, then all.',
    bands: 85,
    band: (walk) => {
      const ranks = walk.facts.map((fact) => modalityRank(fact.modality))
      return Math.max(...ranks) * 17 + Math.min(16, ranks.reduce((sum, rank) => sum + rank, 0))
    },
    reasons: (walk) => [...new Set(walk.facts.map((fact) => fact.modality))].filter((modality) => modality !== 'ASSERTED').map((modality) => (
      { code: `MODALITY_${modality}`, zh: `有一步是“${MODALITIES[modality].label.zh}”，并非已发生`, en: `a hop is ${MODALITIES[modality].label.en.toLowerCase()}, not done` }
    )),
  },
  {
    id: 'recency',
    doc: 'Paths whose oldest hop was told last in a later year come first; undated ones last.',
    bands: YEARS + 1,
    band: (walk) => (lastTold(walk) === '' ? YEARS : Math.min(YEARS - 1, Math.max(0, LAST_YEAR - Number(lastTold(walk).slice(0, 4))))),
    reasons: (walk) => {
      const day = lastTold(walk)
      return day === ''
        ? [{ code: 'UNDATED', zh: '有一步日期不明', en: 'a hop has no date' }]
        : [{ code: 'LAST_TOLD', zh: isChain(walk) ? `最旧的一步最近见于 ${day}` : `最近见于 ${day}`, en: isChain(walk) ? `the oldest hop was last told on ${day}` : `last told on ${day}` }]
    },
  },
  {
    id: 'articles-shared',
    doc: 'More articles that carry the whole path come first (in powers of two).',
    bands: 8,
    band: (walk) => 7 - log2Band(sharedArticles(walk.facts).length, 8),
    reasons: (walk) => walk.facts[0]?.type === 'CO_MENTIONED' && !isChain(walk)
      ? [{ code: 'SHARED_ARTICLES', zh: `${walk.facts[0].articleCount} 篇文章同时提到两者`, en: `${walk.facts[0].articleCount} article(s) name both` }]
      : [],
  },
]

const bandsOf = (walk: Walk): readonly number[] => CRITERIA.map((criterion) => criterion.band(walk))

export const strengthOf = (walk: Walk): Strength => walk.strength ?? pathStrength(walk.facts)

/** Place of a walk among all walks: strength, the criteria in order, then fact ids. Ascending is better first. */
export const rankKey = (walk: Walk): SortKey => [strengthRank(strengthOf(walk)), ...bandsOf(walk), ...walk.facts.map((fact) => fact.id)]

/** What `rankKey` begins with, told without the facts of a chain: strength and hops. */
export const rankTier = (walk: Walk): readonly [number, number] => [strengthRank(strengthOf(walk)), Math.min(3, walk.nodes.length - 2)]

/** The bands read as digits of one fraction, so that a better path of the same strength never has a lower score. */
function scoreOf(bands: readonly number[]): number {
  let low = 0
  let width = 1
  CRITERIA.forEach((criterion, index) => {
    width /= criterion.bands
    low += width * (bands[index] ?? 0)
  })
  return Math.round((1 - low) * 1e9) / 1e9
}

/** The walk as an answer gives it: strength, hops, score and the reasons for both. */
export const judge = (walk: Walk): LinkPath => ({
  strength: pathStrength(walk.facts),
  hops: hopsOf(walk.nodes, walk.facts),
  score: scoreOf(bandsOf(walk)),
  reasons: CRITERIA.flatMap((criterion) => criterion.reasons(walk)),
})

const idsOf = ({ facts }: Walk): SortKey => facts.map(({ id }) => id)

/** The best `most` of walks that tie in strength and in the criteria before `index`. A criterion is asked only of the walks that those before it leave in doubt. */
function bestOf(walks: readonly Walk[], most: number, index: number): readonly Walk[] {
  if (walks.length < 2) return walks
  const criterion = CRITERIA[index]
  if (criterion === undefined) return [...walks].sort((a, b) => compareKeys(idsOf(a), idsOf(b))).slice(0, most)
  return bestGroups(walks, most, (walk) => criterion.band(walk), index + 1)
}

function bestGroups(walks: readonly Walk[], most: number, bandOf: (walk: Walk) => number, next: number): readonly Walk[] {
  const best: Walk[] = []
  for (const [, group] of [...groupBy(walks, bandOf)].sort(([a], [b]) => a - b)) {
    if (best.length >= most) break
    for (const walk of bestOf(group, most - best.length, next)) best.push(walk)
  }
  return best
}

/** The best `most` walks, or all, in the order of `rankKey`. */
export const rankWalks = (walks: readonly Walk[], most = Infinity): readonly Walk[] => bestGroups(walks, most, (walk) => strengthRank(strengthOf(walk)), 0)
