import { ENTITY_KINDS, MODALITIES, RELATIONS, STRENGTHS, type Label } from '../../schema/ontology/index.js'
import { subkindLabel } from '../../schema/to-labels.js'
import type { EntityRecord, FactRecord } from '../core/records.js'

/** How exported files say things: Chinese first, then English. */

export const both = ({ zh, en }: Label): string => (zh === en ? zh : `${zh} · ${en}`)

/** The subkind of an entity, or its kind where it has none. */
export function sortOf({ kind, subkind }: Pick<EntityRecord, 'kind' | 'subkind'>): Label {
  return subkindLabel(kind, subkind) ?? ENTITY_KINDS[kind].label
}

export const relationWords = ({ type }: Pick<FactRecord, 'type'>): Label => RELATIONS[type].forward
export const strengthWords = ({ strength }: Pick<FactRecord, 'strength'>): Label => STRENGTHS[strength].label
export const modalityWords = ({ modality }: Pick<FactRecord, 'modality'>): Label => MODALITIES[modality].label

const LIST_MARK = '；'

/** A list in one cell: joined by ；, which within an item is written \； (and \ as \\). */
export const joinList = (items: readonly string[]): string => items.map((item) => item.replaceAll('\\', '\\\\').replaceAll(LIST_MARK, `\\${LIST_MARK}`)).join(LIST_MARK)

/** The list that `joinList` made. */
export function splitList(cell: string): readonly string[] {
  if (cell === '') return []
  const items = ['']
  for (const [part] of cell.matchAll(/\\.|[^\\]/gsu)) {
    if (part === LIST_MARK) items.push('')
    else items.push(`${items.pop() ?? ''}${part.length > 1 && part.startsWith('\\') ? part.slice(1) : part}`)
  }
  return items
}

/** Lone halves of surrogate pairs stand for no character; files in UTF-8 hold U+FFFD instead. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

const FULL_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u
export const isFullDate = (text: string): boolean => FULL_DATE.test(text)

/** The address as a link, or undefined when it is none that a browser may open. */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, href } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}
