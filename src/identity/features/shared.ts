/** Features and checks that several kinds use. */
import type { EntityKind } from '../../../schema/ontology/index.js'
import { compared, found, text, type Check, type Feature, type Text } from '../feature.js'
import { nameOfCode, nearest } from '../names/places.js'
import type { PreparedBase } from '../prepared.js'
import { weightOf } from '../weights.js'

export const first = (values: readonly string[]): string => values[0] ?? ''

export const intersects = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value))

/** True when both know and share nothing. */
export const disjoint = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && !intersects(a, b)

export const placeNames = (codes: readonly string[]): string => codes.slice(0, 3).map(nameOfCode).join('、')

export interface BestPair {
  readonly value: number
  readonly left: string
  readonly right: string
}

/** The two names that agree best; of equals the longest, then the first by text, so that the order of sides does not show. */
export function bestPair<N>(a: readonly N[], b: readonly N[], valueOf: (left: N, right: N) => number, textOf: (name: N) => string): BestPair {
  let best: BestPair | undefined
  for (const x of a)
    for (const y of b) {
      const pair = { value: valueOf(x, y), left: textOf(x), right: textOf(y) }
      if (best === undefined || pair.value > best.value || (pair.value === best.value && before(pair, best))) best = pair
    }
  return best ?? { value: -1, left: '', right: '' }
}

function before(a: BestPair, b: BestPair): boolean {
  const [longA, longB] = [a.left.length + a.right.length, b.left.length + b.right.length]
  if (longA !== longB) return longA > longB
  const key = ({ left, right }: BestPair): string => (left < right ? `${left} ${right}` : `${right} ${left}`)
  return key(a) < key(b)
}

/** A text that depends on whether the value speaks for or against. */
export const either = (value: number, yes: Text, no: Text): Text => (value > 0 ? yes : no)

const HOMES_NEAR = text('报道所在地相同或相邻', 'the articles are about the same or neighbouring places')
const HOMES_FAR = text('报道所在地不同', 'the articles are about different places')

export const homesFeature = (kind: EntityKind): Feature<PreparedBase> => ({
  id: 'homes',
  doc: 'Articles about the same place more often mean the same one.',
  weight: weightOf(kind, 'homes'),
  compare(a, b) {
    const near = nearest(a.homes, b.homes)
    return near && compared(near.value, either(near.value, HOMES_NEAR, HOMES_FAR), nameOfCode(near.left), nameOfCode(near.right))
  },
})

export const relatedFeature = (kind: EntityKind): Feature<PreparedBase> => ({
  id: 'related',
  doc: 'Facts with the same other entities; one shared counts half, two or more fully.',
  weight: weightOf(kind, 'related'),
  compare(a, b) {
    if (a.profile.related.length === 0 || b.profile.related.length === 0) return undefined
    const shared = a.profile.related.filter((id) => b.profile.related.includes(id))
    if (shared.length === 0) return undefined
    return compared(Math.min(1, shared.length / 2), text('与相同的实体有关系', 'has facts with the same entities'), `${shared.length}`, `${shared.length}`)
  },
})

/** Proofs and guards by numbers that a register gives; they go before all names. */
export const registerProofs: readonly Check<PreparedBase>[] = [
  {
    id: 'uscc',
    doc: 'The same 统一社会信用代码 is the same legal entity.',
    find: ({ profile: a }, { profile: b }) => (a.uscc !== '' && a.uscc === b.uscc ? found(text('统一社会信用代码相同', 'the same unified social credit code'), a.uscc, b.uscc) : undefined),
  },
  {
    id: 'wikidata',
    doc: 'The same Wikidata item, unless the register tells them apart.',
    find: ({ profile: a }, { profile: b }) => (a.wikidata !== '' && a.wikidata === b.wikidata && !(a.uscc !== '' && b.uscc !== '') ? found(text('维基数据编号相同', 'the same Wikidata item'), a.wikidata, b.wikidata) : undefined),
  },
]

export const registerGuards: readonly Check<PreparedBase>[] = [
  {
    id: 'uscc-differs',
    doc: 'Two codes of the register are two legal entities.',
    find: ({ profile: a }, { profile: b }) => (a.uscc !== '' && b.uscc !== '' && a.uscc !== b.uscc ? found(text('统一社会信用代码不同', 'different unified social credit codes'), a.uscc, b.uscc) : undefined),
  },
  {
    id: 'wikidata-differs',
    doc: 'Two Wikidata items are two things.',
    find: ({ profile: a }, { profile: b }) => (a.wikidata !== '' && b.wikidata !== '' && a.wikidata !== b.wikidata ? found(text('维基数据编号不同', 'different Wikidata items'), a.wikidata, b.wikidata) : undefined),
  },
]
