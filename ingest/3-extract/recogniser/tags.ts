/** The tags of the character tagger: O, begin/inside/end for each kind, and single for regions (沪, 美). */
import type { EntityKind } from '../../../schema/ontology/index.js'

export const TAGGED_KINDS = ['PERSON', 'COMPANY', 'ORGANIZATION', 'REGION', 'INITIATIVE'] as const satisfies readonly EntityKind[]
export type TaggedKind = (typeof TAGGED_KINDS)[number]

export const OUTSIDE = 0
export const SINGLE = 16
export const TAG_COUNT = 17
export const beginTag = (kind: number): number => 1 + 3 * kind
export const insideTag = (kind: number): number => 2 + 3 * kind
export const endTag = (kind: number): number => 3 + 3 * kind
export const kindIndex = (kind: TaggedKind): number => TAGGED_KINDS.indexOf(kind)
/** Kind index of a tag other than O. */
export const kindOfTag = (tag: number): number => (tag === SINGLE ? 3 : Math.floor((tag - 1) / 3))

/** Tags after which a name is closed, and tags that may follow them. */
export const CLOSING = [OUTSIDE, SINGLE, ...TAGGED_KINDS.map((_, kind) => endTag(kind))] as const
export const OPENING = [OUTSIDE, SINGLE, ...TAGGED_KINDS.map((_, kind) => beginTag(kind))] as const

/** True when `next` may stand right after `tag`. */
export const mayFollow = (tag: number, next: number): boolean => {
  if (CLOSING.includes(tag)) return OPENING.includes(next)
  const kind = kindOfTag(tag)
  return next === insideTag(kind) || next === endTag(kind)
}
