import type { EntityKind, Modality, Strength } from '../../schema/ontology/index.js'
import { leadingModality, strongest } from '../core/strength.js'
import { pinyinTextOf } from './pinyin.js'
import { searchTextOf } from './search-text.js'

/** What a stored entity or fact is, computed from all that its articles say. Pure, and blind to the order of its input. */

/** What `articles` articles say of one entity in the same words. */
export interface EntityView {
  readonly name: string
  readonly aliases: readonly string[]
  readonly key: string
  readonly kind: EntityKind
  readonly subkind: string
  readonly articles: number
}

export interface EntityFold {
  readonly name: string
  readonly aliases: readonly string[]
  readonly key: string
  readonly kind: EntityKind
  readonly subkind: string
  readonly articleCount: number
  readonly searchText: string
  readonly pinyinText: string
}

/** What the fold of a fact needs of one piece of evidence. */
export interface EvidenceView {
  readonly articleId: string
  readonly modality: Modality
  readonly strength: Strength
  readonly speakerId: string
  /** Event date, else date of the article, else ''. */
  readonly seen: string
}

export interface FactFold {
  readonly modality: Modality
  readonly strength: Strength
  readonly speakerId: string
  readonly firstSeen: string
  readonly lastSeen: string
  readonly articleCount: number
  readonly evidenceCount: number
}

/** By UTF-16 code unit: the same on every machine, unlike a locale's order. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Unknown dates last. */
const byDate = (a: string, b: string): number => Number(a === '') - Number(b === '') || byCodeUnit(a, b)

/** Votes per value; empty values do not vote. */
function tally(views: readonly EntityView[], valueOf: (view: EntityView) => string): readonly (readonly [string, number])[] {
  const votes = new Map<string, number>()
  for (const view of views) {
    const value = valueOf(view)
    if (value !== '') votes.set(value, (votes.get(value) ?? 0) + view.articles)
  }
  return [...votes]
}

const lengthOf = (text: string): number => Array.from(text).length

/** The longest name, since a full name says more than a short one; then the one in most articles. */
const fullest = (views: readonly EntityView[]): string =>
  [...tally(views, (view) => view.name)].sort(([a, m], [b, n]) => lengthOf(b) - lengthOf(a) || n - m || byCodeUnit(a, b))[0]?.[0] ?? ''

const commonest = (views: readonly EntityView[], valueOf: (view: EntityView) => string): string =>
  [...tally(views, valueOf)].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))[0]?.[0] ?? ''

/** The entity that these views make, or undefined when there are none. */
export function foldEntity(views: readonly EntityView[]): EntityFold | undefined {
  const first = views[0]
  if (first === undefined) return undefined
  const name = fullest(views)
  const forms = new Set(views.flatMap((view) => [view.name, ...view.aliases]))
  forms.delete(name)
  forms.delete('')
  const aliases = [...forms].sort(byCodeUnit)
  return {
    name,
    aliases,
    key: commonest(views, (view) => view.key),
    kind: first.kind,
    subkind: commonest(views, (view) => view.subkind),
    articleCount: views.reduce((sum, view) => sum + view.articles, 0),
    searchText: searchTextOf(name, aliases),
    pinyinText: pinyinTextOf(name, aliases),
  }
}

/**
 * `fold` with these further articles; undefined when only the views of all articles can tell. Where they say nothing new, they add
 * votes to what leads already, so that an entity which thousands of articles name need not be read again for one more.
 */
export function foldMore(fold: EntityFold, more: readonly EntityView[]): EntityFold | undefined {
  const { name, aliases, key, subkind, articleCount, searchText, pinyinText } = fold
  // A name that no article gives is left from one that is gone; texts for search may have been made by another version.
  if (articleCount === 0 || searchText !== searchTextOf(name, aliases) || pinyinText !== pinyinTextOf(name, aliases)) return undefined
  const forms = new Set([name, ...aliases, ''])
  const length = lengthOf(name)
  const isOld = (view: EntityView): boolean =>
    [view.name, ...view.aliases].every((form) => forms.has(form)) && (view.name === name || lengthOf(view.name) < length) &&
    (view.key === key || view.key === '') && (view.subkind === subkind || view.subkind === '')
  return more.every(isOld) ? { ...fold, articleCount: articleCount + more.reduce((sum, view) => sum + view.articles, 0) } : undefined
}

/**
 * The fact that this evidence makes, or undefined when there is none. Its modality leads by the guideline's order,
 * its strength is the strongest among evidence of that modality, and it has a speaker only when no such evidence
 * goes without one (then the earliest).
 */
export function foldFact(evidence: readonly EvidenceView[]): FactFold | undefined {
  const modality = leadingModality(evidence.map((view) => view.modality))
  if (modality === undefined) return undefined
  const leading = evidence.filter((view) => view.modality === modality)
  const strength = strongest(leading.map((view) => view.strength))
  if (strength === undefined) return undefined
  const dates = evidence.map((view) => view.seen).filter((date) => date !== '').sort(byCodeUnit)
  const spoken = leading.every((view) => view.speakerId !== '')
  const earliest = [...leading].sort((a, b) => byDate(a.seen, b.seen) || byCodeUnit(a.speakerId, b.speakerId))[0]
  return {
    modality,
    strength,
    speakerId: spoken ? earliest?.speakerId ?? '' : '',
    firstSeen: dates[0] ?? '',
    lastSeen: dates.at(-1) ?? '',
    articleCount: new Set(evidence.map((view) => view.articleId)).size,
    evidenceCount: evidence.length,
  }
}
