/** What the rules look at: sentences with their references in order, lists and clauses, each found once and looked up fast. */
import type { EntityKind } from '../../schema/ontology/index.js'
import { cleanSpan, type CleanSpan } from '../../src/core/span.js'
import type { Sentence } from '../3-extract/document.js'
import type { ResolvedArticle, ResolvedPost } from '../4-resolve/resolved-article.js'
import { clauseBounds } from './clauses.js'
import { readLists, type ReferenceList } from './lists.js'
import { referencesBySentence } from './references.js'

/** A place in a sentence that means an entity. */
export interface Reference {
  readonly entity: number
  readonly kind: EntityKind
  readonly subkind: string
  readonly start: number
  readonly end: number
  /** True for a pronoun or another word that stands for the entity. */
  readonly anaphoric: boolean
  /** True when it only gives the body of somebody's post, or a short name in brackets. */
  readonly inPost: boolean
  /** True for a place right before another name (南通市 in 南通市崇川区): it says where that is, and is not meant itself. */
  readonly attributive: boolean
  /** Start of the post or the places before the name, else `start`. */
  readonly outerStart: number
}

export interface Passage {
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
  readonly text: string
  /** The text with every name blanked out, so that cue words are not found within names. Same length. */
  readonly masked: string
  /** In text order. */
  readonly references: readonly Reference[]
  /** Those that are not in a post, in text order. */
  readonly free: readonly Reference[]
  /** The list that each free reference is a member of; a lone one is a list of one. */
  readonly lists: ReadonlyMap<Reference, ReferenceList>
  /** Offsets of the marks that end clauses, in order. */
  readonly bounds: readonly number[]
}

export interface Discourse {
  readonly article: ResolvedArticle
  readonly text: string
  readonly passages: readonly Passage[]
  /** The passages with a reference: all that a rule needs to look at whose facts take an end from the passage itself. */
  readonly naming: readonly Passage[]
  /** The passages with two references and more, for rules that take both ends from one passage. */
  readonly linking: readonly Passage[]
  /** The last post read beside a person's name in a sentence. */
  postBeside(sentence: number, person: number): ResolvedPost | undefined
}

/** Reads the article sentence by sentence and settles what pronouns and bare nouns mean from what was named before. */
export function readDiscourse(article: ResolvedArticle): Discourse {
  const { view } = article.extracted
  const bySentence = referencesBySentence(article)
  const passages = view.sentences.map((sentence): Passage => {
    const { start, end } = sentence.span
    const references = bySentence[sentence.index] ?? []
    const free = references.filter((reference) => !reference.inPost)
    const masked = mask(sentence.text, start, references)
    return { sentence, start, end, text: sentence.text, masked, references, free, lists: readLists(masked, start, free), bounds: clauseBounds(masked, start) }
  })
  const beside = new Map(article.posts.map((post) => [`${post.sentence}:${post.person}`, post]))
  const naming = passages.filter(({ references }) => references.length > 0)
  const linking = naming.filter(({ references }) => references.length > 1)
  return { article, text: view.text, passages, naming, linking, postBeside: (sentence, person) => beside.get(`${sentence}:${person}`) }
}

/** Stands for a character of a name. */
export const BLANK = '□'

function mask(text: string, offset: number, references: readonly Reference[]): string {
  let result = ''
  let at = 0
  for (const reference of references) {
    if (reference.anaphoric || reference.start - offset < at) continue
    result += text.slice(at, reference.start - offset) + BLANK.repeat(reference.end - reference.start)
    at = reference.end - offset
  }
  return result + text.slice(at)
}

/** The masked text between two offsets of the article that lie in the passage. */
export const maskedBetween = (passage: Passage, from: number, to: number): string => passage.masked.slice(Math.max(0, from - passage.start), Math.max(0, to - passage.start))

/** Index of the first element at or after the offset, by the number that `at` reads. */
function lowerBound<T>(items: readonly T[], offset: number, at: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && at(item) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The clause (between ， ； ： outside quotes and brackets) around an offset, without its marks. */
export function clauseAt(passage: Passage, offset: number): CleanSpan {
  const index = lowerBound(passage.bounds, offset, (bound) => bound)
  const left = passage.bounds[index - 1]
  return cleanSpan(left === undefined ? passage.start : left + 1, passage.bounds[index] ?? passage.end)
}

/** How many references a look-up passes over before it gives up: keeps work linear in long lists. */
const MOST_PASSED = 48

type Accept = (reference: Reference) => boolean

/** The last free reference that ends at or before the offset and is accepted. */
export function lastBefore(passage: Passage, offset: number, accept: Accept): Reference | undefined {
  const from = lowerBound(passage.free, offset + 1, (reference) => reference.end) - 1
  for (let i = from; i >= Math.max(0, from - MOST_PASSED); i--) {
    const reference = passage.free[i]
    if (reference && accept(reference)) return reference
  }
  return undefined
}

/** The first free reference that starts at or after the offset and is accepted. */
export function firstAfter(passage: Passage, offset: number, accept: Accept): Reference | undefined {
  const from = lowerBound(passage.free, offset, (reference) => reference.start)
  for (let i = from; i < Math.min(passage.free.length, from + MOST_PASSED); i++) {
    const reference = passage.free[i]
    if (reference && accept(reference)) return reference
  }
  return undefined
}

/** The first reference, free or in a post, that starts at or after the offset, when it is accepted or stands right before one that is. */
export function nextNamed(passage: Passage, offset: number, accept: Accept): Reference | undefined {
  const from = lowerBound(passage.references, offset, (reference) => reference.start)
  return passage.references.slice(from, from + 3).find(accept)
}

/** The last reference, free or in a post, that starts before the offset, when it is accepted. */
export function lastNamed(passage: Passage, offset: number, accept: Accept): Reference | undefined {
  const reference = passage.references[lowerBound(passage.references, offset, (each) => each.start) - 1]
  return reference && accept(reference) ? reference : undefined
}

/** The members of the reference's list that are accepted, in text order; places that only say where another lies are left out. */
export function listed(passage: Passage, reference: Reference, accept: Accept): readonly Reference[] {
  return (passage.lists.get(reference)?.members ?? [reference]).filter((member) => !member.attributive && accept(member))
}

/** The first member of the reference's list that is accepted, or the reference itself. */
export function firstListed(passage: Passage, reference: Reference, accept: Accept): Reference {
  return passage.lists.get(reference)?.members.find((member) => !member.attributive && accept(member)) ?? reference
}

/** The innermost of adjoining places that begin at `first` (崇川区 of 南通市崇川区). */
export function innermost(passage: Passage, first: Reference): Reference {
  let place = first
  for (let guard = 0; place.attributive && guard < 6; guard++) {
    const next = firstAfter(passage, place.end, () => true)
    if (!next || (next.kind !== 'REGION' && next.subkind !== 'ZONE')) return place
    place = next
  }
  return place
}
