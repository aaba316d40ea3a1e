import { bigramsOf, normaliseForSearch } from '../store/search-text.js'
import type { EntityRecord } from '../core/records.js'

/** How a name that somebody typed is laid against the names of the graph. Pure. */

/** How well a name fits, best first. */
export const MATCH_TIERS = ['EXACT_NAME', 'EXACT_ALIAS', 'PREFIX', 'CONTAINS'] as const
export type MatchTier = (typeof MATCH_TIERS)[number]
/** Tiers of a search, which also finds what only sounds alike. */
export type SearchTier = MatchTier | 'PINYIN'

/** The best tier on which `text` fits the entity, or undefined when it fits none. */
export function matchTier(text: string, entity: Pick<EntityRecord, 'name' | 'aliases'>): MatchTier | undefined {
  const wanted = normaliseForSearch(text)
  if (wanted === '') return undefined
  const name = normaliseForSearch(entity.name)
  if (name === wanted) return 'EXACT_NAME'
  const forms = [name, ...entity.aliases.map(normaliseForSearch)]
  if (forms.includes(wanted)) return 'EXACT_ALIAS'
  if (forms.some((form) => form.startsWith(wanted))) return 'PREFIX'
  return forms.some((form) => form.includes(wanted)) ? 'CONTAINS' : undefined
}

/** The entities of the best tier that any reaches, with that tier. */
export function bestMatches<T extends Pick<EntityRecord, 'name' | 'aliases'>>(text: string, entities: readonly T[]): readonly T[] {
  const tiers = entities.map((entity) => matchTier(text, entity))
  for (const tier of MATCH_TIERS) {
    const found = entities.filter((_, index) => tiers[index] === tier)
    if (found.length > 0) return found
  }
  return []
}

/** Dice coefficient over character pairs, 0–1: how alike two names look. */
export function nameLikeness(a: string, b: string): number {
  const left = new Set(bigramsOf(a))
  const right = new Set(bigramsOf(b))
  if (left.size + right.size === 0) return 0
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return (2 * shared) / (left.size + right.size)
}

/** The `limit` entities whose name or alias looks most like `text`; those that share nothing are left out. */
export function nearestByName<T extends Pick<EntityRecord, 'id' | 'name' | 'aliases'>>(text: string, entities: readonly T[], limit: number): readonly T[] {
  return entities
    .map((entity) => ({ entity, likeness: Math.max(...[entity.name, ...entity.aliases].map((form) => nameLikeness(text, form))) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, limit)
    .map(({ entity }) => entity)
}
