import type { EntityKind, RelationType } from '../../schema/ontology/index.js'
import type { EntityRecord } from '../core/records.js'
import type { DocumentName } from './documents.js'
import { KIND_TAGS, type AskedKind, type Side, VERB_TYPES } from './relations.js'
import type { Stretch } from './spans.js'
import type { SpottedName } from './spot-names.js'
import type { Token } from './tokens.js'
import type { Tag } from './words.js'

/** A question as the matcher sees it: tags, names and days, in their order. */
export interface Question {
  readonly tokens: readonly Token[]
  readonly names: readonly SpottedName[]
  readonly stretch: Stretch | undefined
  readonly tags: ReadonlySet<Tag>
}

export const questionOf = (tokens: readonly Token[], names: readonly SpottedName[], stretch: Stretch | undefined): Question =>
  ({ tokens, names, stretch, tags: new Set(tokens.flatMap((token) => (token.kind === 'word' ? token.tags : []))) })

export const has = ({ tags }: Question, ...wanted: readonly Tag[]): boolean => wanted.some((tag) => tags.has(tag))
export const asksWhich = (question: Question): boolean => has(question, 'WHO', 'WHICH', 'COUNT')

/** The post that the question names, or ''. */
export const titleOf = ({ tokens }: Question): string => tokens.find((token) => token.kind === 'title')?.title ?? ''

/** The kind of thing asked for: the last kind noun, WHO, or anything. */
export function kindOf({ tokens, tags }: Question): AskedKind | undefined {
  const named = tokens.flatMap((token) => (token.kind === 'word' ? token.tags : [])).flatMap((tag) => KIND_TAGS[tag] ?? [])
  return named.at(-1) ?? (tags.has('WHO') ? KIND_TAGS.PERSON : undefined)
}

const VERB_TAGS = Object.keys(VERB_TYPES) as readonly Tag[]

export interface Verb {
  readonly tag: Tag
  readonly types: readonly RelationType[]
  /** Place among the tokens. */
  readonly at: number
}

/** Verbs that say little beside another: take office, build, lie. */
const LIGHT: readonly Tag[] = ['GET', 'BUILD', 'LOCATE', 'HOST', 'HOLD', 'LEAD', 'PROMOTE']

/** The verb of the question: the first that is not light, else the first. */
export function verbOf({ tokens }: Question): Verb | undefined {
  const verbs = tokens.flatMap((token, at) => (token.kind !== 'word' ? [] : token.tags.filter((tag) => VERB_TAGS.includes(tag)).map((tag): Verb => ({ tag, types: VERB_TYPES[tag] ?? [], at }))))
  return verbs.find(({ tag }) => !LIGHT.includes(tag)) ?? verbs[0]
}

const placeOf = ({ tokens }: Question, test: (token: Token) => boolean, from = 0): number => tokens.findIndex((token, at) => at >= from && test(token))
const isWord = (tag: Tag) => (token: Token): boolean => token.kind === 'word' && token.tags.includes(tag)

/**
 * The side on which the name with this number stands, by the order of words: before the verb it is the subject, after it the object; after
 * 被 or by the other way; and in 江苏有感谁去过, where who stands between, the object.
 */
export function sideByOrder(question: Question, verb: Verb, index: number): Side {
  if (has(question, 'OBJECT_ASKED')) return 'SUBJECT'
  if (has(question, 'SUBJECT_ASKED')) return 'OBJECT'
  const name = placeOf(question, (token) => token.kind === 'name' && token.index === index)
  const by = placeOf(question, isWord('BY'))
  if (by >= 0) {
    const agent = placeOf(question, (token) => token.kind === 'name' || isWord('WHO')(token) || isWord('WHICH')(token), by + 1)
    return agent === name ? 'SUBJECT' : 'OBJECT'
  }
  const who = placeOf(question, isWord('WHO'))
  if (name < who && who < verb.at) return 'OBJECT'
  return name < verb.at ? 'SUBJECT' : 'OBJECT'
}

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A kind of question: the table in intents.ts holds them all. */
export interface Intent {
  readonly name: string
  /** Number of names, least and most. */
  readonly names: readonly [number, number]
  /** Tags of which each group must have one in the question. */
  readonly needs: readonly (readonly Tag[])[]
  /** Further tags that may stand in it; small words and question words always may. */
  readonly allows: readonly Tag[]
  /** A post must be named (true), may be (absent), must not be (false). */
  readonly title?: boolean
  /** Kinds that every name may have; empty: any. */
  readonly kinds: readonly EntityKind[]
  /** Further conditions. */
  readonly when?: (question: Question) => boolean
  readonly read: (question: Question, entities: readonly EntityRecord[]) => Answerable | undefined
  /** The question in plain words, `{1}` and `{2}` for its names; shown as what can be asked. */
  readonly says: Bilingual
}

/** What is run for a question that was understood. */
export interface Answerable {
  readonly document: DocumentName
  readonly variables: Readonly<Record<string, unknown>>
  readonly understood: Bilingual
}
