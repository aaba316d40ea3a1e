import { cleanSentence } from '../../ingest/read-sentence.js'
import { bestMatches } from '../answers/names.js'
import { resolveEnd } from '../answers/resolve-end.js'
import { PolicyGraphError } from '../core/errors.js'
import type { EntityRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { normaliseForSearch } from '../store/search-text.js'
import { INTENTS } from './intents.js'
import { KIND_TAGS } from './relations.js'
import { has, questionOf, titleOf, verbOf, type Answerable, type Intent, type Question } from './question.js'
import { readSpan } from './spans.js'
import { spotNames, type SpottedName } from './spot-names.js'
import { tokensOf, type Token } from './tokens.js'
import type { Tag } from './words.js'

/** From a plain question to the one thing it asks, or to why that cannot be told. */

/** UTF-16 code units. */
export const MAX_QUESTION_LENGTH = 300
/** Unknown pieces of a question that are tried as names. */
const MOST_UNKNOWN = 3

/** A name of the question with what it may stand for. */
export interface GivenCandidates {
  readonly given: string
  readonly entities: readonly EntityRecord[]
}

export interface NamedEntity {
  readonly given: string
  readonly entity: EntityRecord
}

export type Understanding =
  | { readonly outcome: 'UNDERSTOOD'; readonly intent: string; readonly answerable: Answerable; readonly names: readonly NamedEntity[]; readonly ignored: readonly string[]; readonly question: Question }
  | { readonly outcome: 'AMBIGUOUS_NAME' | 'UNKNOWN_NAME'; readonly intent: string; readonly names: readonly NamedEntity[]; readonly candidates: readonly GivenCandidates[]; readonly ignored: readonly string[]; readonly question: Question }
  | { readonly outcome: 'NOT_UNDERSTOOD'; readonly names: readonly NamedEntity[]; readonly candidates: readonly GivenCandidates[]; readonly ignored: readonly string[]; readonly question: Question }

/** Throws BAD_INPUT for a question that is empty or too long. */
export function checkQuestion(text: string): string {
  if (text.length > MAX_QUESTION_LENGTH) {
    throw new PolicyGraphError('BAD_INPUT', `问题不得超过 ${MAX_QUESTION_LENGTH} 字 · a question has at most ${MAX_QUESTION_LENGTH} characters`, { details: { argument: 'question', length: text.length } })
  }
  if (normaliseForSearch(text) === '') throw new PolicyGraphError('BAD_INPUT', '问题不能为空 · a question must not be empty', { details: { argument: 'question' } })
  return text.trim()
}

/** Tags that fit any question: who, how, small words. */
const ALWAYS: ReadonlySet<Tag> = new Set<Tag>(['WHO', 'WHICH', 'WHERE', 'WHEN', 'HOW', 'COUNT', 'YESNO', 'BE', 'HAVE', 'BY', 'WITH', 'EVIDENCE', 'RECENT', 'SOFT'])

function fitsShape(intent: Intent, question: Question): boolean {
  const [least, most] = intent.names
  if (question.names.length < least || question.names.length > most) return false
  if (intent.title !== undefined && intent.title !== (titleOf(question) !== '')) return false
  if (!intent.needs.every((group) => has(question, ...group))) return false
  const allowed = new Set<Tag>([...ALWAYS, ...intent.needs.flat(), ...intent.allows])
  return [...question.tags].every((tag) => allowed.has(tag)) && (intent.when?.(question) ?? true)
}

const ofKinds = (name: SpottedName, { kinds }: Intent): readonly EntityRecord[] => name.entities.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))

/** What a name stands for in the question: those of its entities that fit best by letters, among those of which the question can be asked. */
function standsFor(name: SpottedName, entities: readonly EntityRecord[]): readonly EntityRecord[] {
  const best = bestMatches(name.text, entities)
  return best.length > 0 ? best : entities
}

/** Combinations of entities that are tried before a question counts as ambiguous in more than one name. */
const MOST_TRIES = 400

function* choices(lists: readonly (readonly EntityRecord[])[]): Iterable<readonly EntityRecord[]> {
  const [head, ...rest] = lists
  if (head === undefined) {
    yield []
    return
  }
  for (const entity of head) for (const others of choices(rest)) yield [entity, ...others]
}

type Tried =
  | { readonly answerable: Answerable; readonly entities: readonly EntityRecord[] }
  | { readonly ambiguous: readonly (readonly EntityRecord[])[] }

/** The intent for the names of the question: one answer, several that differ in what a name stands for, or none. */
function tryIntent(intent: Intent, question: Question): Tried | undefined {
  const lists = question.names.map((name) => ofKinds(name, intent))
  if (lists.some((list) => list.length === 0)) return undefined
  const possible: (readonly EntityRecord[])[] = []
  let tries = 0
  for (const entities of choices(lists)) {
    if (tries++ >= MOST_TRIES) break
    if (intent.read(question, entities) !== undefined) possible.push(entities)
  }
  if (possible.length === 0) return undefined
  const left = question.names.map((name, index) => standsFor(name, [...new Set(possible.map((entities) => entities[index]))].filter((entity) => entity !== undefined)))
  const entities = left.flatMap(([entity]) => entity ?? [])
  if (left.some((list) => list.length !== 1)) return { ambiguous: left }
  const answerable = intent.read(question, entities)
  return answerable === undefined ? { ambiguous: left } : { answerable, entities }
}

const isNoun = (token: Token | undefined): boolean => token?.kind === 'word' && token.tags.some((tag) => KIND_TAGS[tag] !== undefined)
/** One odd character or two letters say nothing. */
const isSmall = (text: string): boolean => (/^[a-z0-9'-]+$/u.test(text) ? text.length < 3 : text.length < 2)

/** Unknown words before a kind of thing (制造业企业, manufacturing firms) narrow it and can be left; others make the question another one. */
function splitRest(tokens: readonly Token[]): { readonly ignored: readonly string[]; readonly blocking: readonly string[] } {
  const ignored: string[] = []
  const blocking: string[] = []
  tokens.forEach((token, at) => {
    if (token.kind !== 'rest' || isSmall(token.text)) return
    let next = at + 1
    while (tokens[next]?.kind === 'rest') next++
    if (isNoun(tokens[next])) ignored.push(token.text)
    else blocking.push(token.text)
  })
  return { ignored, blocking }
}

/** The question with each unknown piece in the place of a name: which intents would fit if it were one. */
function asUnknownNames(question: Question, blocking: readonly string[]): Question {
  const names: SpottedName[] = []
  const tokens = question.tokens.map((token): Token => {
    if (token.kind === 'name') {
      const name = question.names[token.index]
      if (name !== undefined) names.push(name)
      return { kind: 'name', index: names.length - 1 }
    }
    if (token.kind !== 'rest' || !blocking.includes(token.text)) return token
    names.push({ text: token.text, entities: [] })
    return { kind: 'name', index: names.length - 1 }
  })
  return { ...question, tokens, names }
}

/** Names that nothing in the graph has, where they are all that is missing. */
async function unknownNames(store: GraphStore, question: Question, blocking: readonly string[]): Promise<Understanding | undefined> {
  if (blocking.length === 0 || blocking.length > MOST_UNKNOWN) return undefined
  const guessed = asUnknownNames(question, blocking)
  // Next to a name that is known, only a question about two names has room for another.
  const intent = INTENTS.find((one) => fitsShape(one, guessed) && (question.names.length === 0 || one.needs.some((group) => group.includes('LINK')) || (one.name === 'checkClaim' && verbOf(question) !== undefined && has(question, 'YESNO'))))
  if (intent === undefined) return undefined
  const candidates = await Promise.all(blocking.map(async (given) => ({ given, entities: (await resolveEnd(store, given, 'question', intent.kinds)).candidates })))
  return { outcome: 'UNKNOWN_NAME', intent: intent.name, names: [], candidates, ignored: [], question }
}

const certain = (names: readonly SpottedName[]): readonly NamedEntity[] => names.flatMap((name) => {
  const [only, ...others] = standsFor(name, name.entities)
  return only !== undefined && others.length === 0 ? [{ given: name.text, entity: only }] : []
})

const doubtful = (names: readonly SpottedName[]): readonly GivenCandidates[] => names.flatMap((name) => {
  const entities = standsFor(name, name.entities)
  return entities.length > 1 ? [{ given: name.text, entities }] : []
})

/** The name, which stands for those of `means` alone where it may stand for any of them. */
function chosen(name: SpottedName, means: readonly string[]): SpottedName {
  const entities = name.entities.filter(({ id }) => means.includes(id))
  return entities.length === 0 ? name : { ...name, entities }
}

/** Reads a question as of `today`; `means` are ids that the asker chose where names were ambiguous. Two store calls, and one more for each name that is unknown. Throws BAD_INPUT. */
export async function understand(store: GraphStore, text: string, today: Date, means: readonly string[] = []): Promise<Understanding> {
  const { text: plain } = cleanSentence(checkQuestion(text))
  const found = await spotNames(store, plain, normaliseForSearch(plain))
  const spotted = { ...found, names: found.names.map((name) => chosen(name, means)) }
  // Years within a name (2024年会) are masked by now.
  const dated = readSpan(spotted.masked, today)
  const tokens = tokensOf(dated.text)
  const question = questionOf(tokens, spotted.names, dated.stretch)
  const { ignored, blocking } = splitRest(tokens)
  if (blocking.length > 0) {
    return (await unknownNames(store, question, blocking))
      ?? { outcome: 'NOT_UNDERSTOOD', names: certain(spotted.names), candidates: doubtful(spotted.names), ignored: [...ignored, ...blocking], question }
  }
  for (const intent of INTENTS) {
    if (!fitsShape(intent, question)) continue
    const tried = tryIntent(intent, question)
    if (tried === undefined) continue
    const common = { intent: intent.name, ignored, question }
    if ('answerable' in tried) {
      return { outcome: 'UNDERSTOOD', ...common, answerable: tried.answerable, names: spotted.names.flatMap((name, index) => { const entity = tried.entities[index]; return entity === undefined ? [] : [{ given: name.text, entity }] }) }
    }
    const lists = tried.ambiguous
    return {
      outcome: 'AMBIGUOUS_NAME', ...common,
      names: spotted.names.flatMap((name, index) => { const [only, ...others] = lists[index] ?? []; return only !== undefined && others.length === 0 ? [{ given: name.text, entity: only }] : [] }),
      candidates: spotted.names.flatMap((name, index) => { const entities = lists[index] ?? []; return entities.length > 1 ? [{ given: name.text, entities }] : [] }),
    }
  }
  return { outcome: 'NOT_UNDERSTOOD', names: certain(spotted.names), candidates: doubtful(spotted.names), ignored, question }
}
