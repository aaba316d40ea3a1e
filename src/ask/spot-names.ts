import type { EntityRecord } from '../core/records.js'
import { toEntity } from '../answers/rows.js'
import type { GraphStore } from '../store/port.js'
import { bigramsOf, normaliseForSearch } from '../store/search-text.js'
import { isKnownWords, markOf, MOST_NAMES, tokensOf } from './tokens.js'

/** Names of the graph that stand in a question, whole or shortened, without anything that sets them off. */

/** Entities whose names look like part of the question. */
const NEAR_LIMIT = 300
const NAMED_LIMIT = 300
/** UTF-16 code units. */
const SHORTEST_SHORT = 3
const MOST_RUNS = 3

/** A stretch of the question that stands for an entity, or for one of several. */
export interface SpottedName {
  /** As the question has it. */
  readonly text: string
  /** All that it may stand for. */
  readonly entities: readonly EntityRecord[]
}

interface Span {
  readonly start: number
  readonly end: number
  readonly whole: boolean
  readonly entity: EntityRecord
}

const formsOf = ({ name, aliases }: EntityRecord): readonly string[] => [...new Set([name, ...aliases].map(normaliseForSearch))].filter((form) => form !== '')

const isAsciiEdge = (text: string, start: number, end: number): boolean =>
  (/[a-z0-9]/u.test(text[start - 1] ?? '') && /[a-z0-9]/u.test(text[start] ?? '')) || (/[a-z0-9]/u.test(text[end] ?? '') && /[a-z0-9]/u.test(text[end - 1] ?? ''))

function* wholeSpans(question: string, entity: EntityRecord): Iterable<Span> {
  for (const form of formsOf(entity)) {
    if (form.length < 2 || isKnownWords(form)) continue
    for (let start = question.indexOf(form); start >= 0; start = question.indexOf(form, start + 1)) {
      if (!isAsciiEdge(question, start, start + form.length)) yield { start, end: start + form.length, whole: true, entity }
    }
    const short = form.slice(0, -1)
    if (entity.kind === 'REGION' && short.length >= 2) {
      for (let start = question.indexOf(short); start >= 0; start = question.indexOf(short, start + 1)) {
        const end = start + short.length
        if (!question.startsWith(form, start) || question[end + 1] === '长') yield { start, end, whole: question[end + 1] === '长', entity }
      }
    }
  }
}

/** How far the question at `start` goes on as parts of the form, in order, each part at least two characters: 长江口|协同区. */
function shortenedEnd(question: string, start: number, form: string): number {
  let [at, from] = [start, 0]
  for (let run = 0; run < MOST_RUNS; run++) {
    let [length, place] = [0, -1]
    for (let i = from; i < form.length; i++) {
      let same = 0
      while (at + same < question.length && i + same < form.length && question[at + same] === form[i + same]) same++
      if (same > length) [length, place] = [same, i]
    }
    if (length < 2) break
    at += length
    from = place + length
  }
  return at
}

/** Enough of it is no word of questions and no number: 江苏有感, not 哪些企业 or 2024. */
const isDistinct = (text: string): boolean =>
  tokensOf(text).reduce((sum, token) => sum + (token.kind === 'rest' ? token.text.replace(/[^\p{L}]/gu, '').length : 0), 0) >= 2

function* shortSpans(question: string, entity: EntityRecord): Iterable<Span> {
  for (const form of formsOf(entity)) {
    for (let start = 0; start + SHORTEST_SHORT <= question.length; start++) {
      const end = shortenedEnd(question, start, form)
      const text = question.slice(start, end)
      if (end - start >= SHORTEST_SHORT && isDistinct(text) && !/[\s、,，和与跟]/u.test(text) && !isAsciiEdge(question, start, end)) yield { start, end, whole: false, entity }
    }
  }
}

/** 云澜市长 is 云澜 and 市长: the last character of the place is the first one of the post. */
const cutsPost = (question: string, { start, end }: Span): boolean => question[end] === '长' && /[省市州县区镇乡旗盟]$/u.test(question.slice(start, end))

const length = ({ start, end }: Span): number => end - start

/** A short form that holds a whole name and goes on with words of questions (云青协作区|建设) yields to the name. */
function yields(span: Span, question: string, wholes: readonly Span[]): boolean {
  return !span.whole && wholes.some(({ start, end }) => {
    if (start < span.start || end > span.end || end - start === length(span)) return false
    const [before, after] = [question.slice(span.start, start), question.slice(end, span.end)]
    return [before, after].every((part) => part === '' || isKnownWords(part))
  })
}

export interface Spotted {
  /** The question, normalised, each name replaced by its mark. */
  readonly masked: string
  readonly names: readonly SpottedName[]
}

/** Sorted by place; the longest wins where two overlap, a whole name before a short form. Same stretch: all entities of it. */
function choose(question: string, spans: readonly Span[]): readonly (readonly Span[])[] {
  const wholes = spans.filter(({ whole }) => whole)
  const kept: Span[][] = []
  const ranked = spans.filter((span) => !yields(span, question, wholes)).sort((a, b) => length(b) - length(a) || Number(b.whole) - Number(a.whole) || a.start - b.start)
  for (const span of ranked) {
    const [same] = kept.filter(([other]) => other?.start === span.start && other.end === span.end)
    if (same !== undefined) {
      if (!same.some(({ entity }) => entity.id === span.entity.id)) same.push(span)
    } else if (!kept.some(([other]) => other !== undefined && other.start < span.end && span.start < other.end)) kept.push([span])
  }
  return kept.sort(([a], [b]) => (a?.start ?? 0) - (b?.start ?? 0)).slice(0, MOST_NAMES)
}

/** Pairs of characters that may be part of a name: not those within one word of questions. */
function pairsOf(question: string): readonly string[] {
  const tokens = tokensOf(question)
  const known = new Set(tokens.flatMap((token) => (token.kind === 'word' || token.kind === 'title' ? bigramsOf(token.text) : [])))
  const unknown = new Set(tokens.flatMap((token) => (token.kind === 'rest' ? bigramsOf(token.text) : [])))
  return bigramsOf(question).filter((pair) => unknown.has(pair) || (!known.has(pair) && /^\p{L}+$/u.test(pair) && !/[a-z]/u.test(pair)))
}

/** At most two store calls. `original` is the question as typed, in whose letters names are written. */
export async function spotNames(store: GraphStore, original: string, question: string): Promise<Spotted> {
  const bigrams = pairsOf(question)
  const [named, near] = await Promise.all([
    store.read('entities-named-in', { text: original.replace(/[“”《》]/gu, ''), limit: NAMED_LIMIT }),
    bigrams.length === 0 ? [] : store.read('entities-near', { bigrams: [...bigrams], limit: NEAR_LIMIT }),
  ])
  const entities = new Map([...named, ...near].map(toEntity).map((entity) => [entity.id, entity]))
  const spans = [...entities.values()].flatMap((entity) => [...wholeSpans(question, entity), ...shortSpans(question, entity)]).filter((span) => !cutsPost(question, span))
  const chosen = choose(question, spans)
  let [masked, at] = ['', 0]
  chosen.forEach(([span], index) => {
    if (span === undefined) return
    masked += question.slice(at, span.start) + markOf(index)
    // 南通市 where the graph says 南通: the kind of place belongs to the name.
    const suffix = span.entity.kind === 'REGION' ? /^[市县区省镇乡](?!长|委|政府)/u.exec(question.slice(span.end))?.[0] ?? '' : ''
    at = span.end + suffix.length
  })
  masked += question.slice(at)
  return { masked, names: chosen.flatMap((group) => (group[0] === undefined ? [] : [{ text: question.slice(group[0].start, group[0].end), entities: group.map(({ entity }) => entity) }])) }
}
