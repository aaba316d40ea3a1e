/** What the rules look at: sentences with their references in order, clauses, list groups and speech. */
import type { EntityKind } from '../../schema/ontology/index.js'
import { cleanSpan, type CleanSpan } from '../../src/core/span.js'
import type { Sentence } from '../3-extract/document.js'
import type { LocalEntity, ResolvedArticle } from '../4-resolve/resolved-article.js'
import { ANAPHORS } from './lexicon.js'

/** A place in a sentence that means an entity. */
export interface Reference {
  readonly entity: number
  readonly kind: EntityKind
  readonly subkind: string
  readonly start: number
  readonly end: number
  /** True for a pronoun or another word that stands for the entity. */
  readonly anaphoric: boolean
  /** True when it only gives the body of somebody's post. */
  readonly inPost: boolean
  /** Start of the post before a person's name, else `start`. */
  readonly outerStart: number
}

export interface Passage {
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
  readonly text: string
  /** In text order. */
  readonly references: readonly Reference[]
}

export interface Discourse {
  readonly article: ResolvedArticle
  readonly text: string
  readonly passages: readonly Passage[]
}

export const localOf = (discourse: Discourse, index: number): LocalEntity | undefined => discourse.article.locals[index]

/** Reads the article sentence by sentence and settles what pronouns and bare nouns mean from what was named before. */
export function readDiscourse(article: ResolvedArticle): Discourse {
  const { view, mentions } = article.extracted
  const bySentence = new Map<number, Reference[]>()
  mentions.forEach((mention, index) => {
    const entity = article.entityOf[index]
    if (entity === undefined || entity < 0) return
    const list = bySentence.get(mention.sentence) ?? []
    const inPost = mention.kind !== 'PERSON' && article.extracted.posts.some((post) => post.span.start <= mention.span.start && mention.span.end <= post.span.end)
    const outer = mention.kind === 'PERSON' ? outerStart(article, mention.span) : mention.span.start
    list.push({ entity, kind: mention.kind, subkind: article.locals[entity]?.subkind ?? mention.subkind, start: mention.span.start, end: mention.span.end, anaphoric: false, inPost, outerStart: outer })
    bySentence.set(mention.sentence, list)
  })
  const focus = new Map<string, number>()
  const passages = view.sentences.map((sentence): Passage => {
    const references = [...(bySentence.get(sentence.index) ?? [])]
    references.push(...anaphorsIn(article, sentence, references, focus))
    references.sort((a, b) => a.start - b.start)
    for (const reference of references) {
      if (reference.inPost) continue
      focus.set(reference.kind, reference.entity)
      if (reference.subkind === 'PROJECT') focus.set('PROJECT', reference.entity)
    }
    return { sentence, start: sentence.span.start, end: sentence.span.end, text: sentence.text, references }
  })
  return { article, text: view.text, passages }
}

function outerStart(article: ResolvedArticle, span: CleanSpan): number {
  let start = span.start
  for (const post of article.extracted.posts) if (post.span.start <= start && span.end <= post.span.end) start = post.span.start
  return start
}

function anaphorsIn(article: ResolvedArticle, sentence: Sentence, named: readonly Reference[], focus: ReadonlyMap<string, number>): Reference[] {
  const found: Reference[] = []
  for (const { pattern, kind } of ANAPHORS) {
    for (const match of sentence.text.matchAll(pattern)) {
      const start = sentence.span.start + match.index
      const end = start + match[0].length
      if (named.some((reference) => reference.start < end && start < reference.end)) continue
      const before = [...named].reverse().find((reference) => !reference.inPost && reference.end <= start && (reference.kind === kind || reference.subkind === kind))
      const entity = before?.entity ?? (kind === 'HOME' ? article.home : focus.get(kind))
      const local = entity === undefined ? undefined : article.locals[entity]
      if (entity === undefined || !local) continue
      found.push({ entity, kind: local.kind, subkind: local.subkind, start, end, anaphoric: true, inPost: false, outerStart: start })
    }
  }
  return found
}

/** The clause (between ， ； ：) around an offset. */
export function clauseAt(passage: Passage, text: string, offset: number): CleanSpan {
  let start = offset
  while (start > passage.start && !'，；：;:,'.includes(text.charAt(start - 1))) start--
  let end = offset
  while (end < passage.end && !'，；：;:,。！？!?'.includes(text.charAt(end))) end++
  return cleanSpan(start, end)
}

/** What may stand between members of one list: separators, 等, 一行, and parenthesised notes. */
const LIST_GAP = /^(?:[、，,；; 　]|和|与|及|以及|暨|等|一行|同志|先生|女士|（[^）]{0,12}）|\([^)]{0,12}\))*$/

/** True when two references stand side by side in one list. */
export function areListed(text: string, left: Reference, right: Reference): boolean {
  const gap = text.slice(left.end, right.outerStart)
  return gap.length <= 16 && LIST_GAP.test(gap)
}

/** The list that ends with `last`, walking left; only members that `accept` lets in, others in posts are passed over. */
export function listEndingAt(passage: Passage, text: string, last: Reference, accept: (reference: Reference) => boolean): Reference[] {
  const members = [last]
  let right = last
  const usable = passage.references.filter((reference) => !reference.inPost)
  for (let i = usable.indexOf(last) - 1; i >= 0; i--) {
    const left = usable[i]
    if (!left || !areListed(text, left, right)) break
    if (accept(left)) members.unshift(left)
    else break
    right = left
  }
  return members
}

/** The list that begins with `first`, walking right. */
export function listStartingAt(passage: Passage, text: string, first: Reference, accept: (reference: Reference) => boolean): Reference[] {
  const members = [first]
  let left = first
  const usable = passage.references.filter((reference) => !reference.inPost)
  for (let i = usable.indexOf(first) + 1; i < usable.length; i++) {
    const right = usable[i]
    if (!right || !areListed(text, left, right) || !accept(right)) break
    members.push(right)
    left = right
  }
  return members
}
