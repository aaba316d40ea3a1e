import { addressOf } from '../app/address.js'
import type { ExampleView } from '../data/answer-types.js'
import type { SuggestView } from '../data/find-types.js'

/** What the search box offers for a text, in groups, and where each choice leads. Pure. */

export type SuggestionGroup = 'entities' | 'articles' | 'questions'

export interface Suggestion {
  readonly label: string
  /** Address of the page. */
  readonly address: string
  /** Of an entity; '' for the rest. */
  readonly kind: string
  /** Where an entity lies or belongs, or whence an article comes; '' when nothing tells. */
  readonly place: string
  /** Articles that name the entity; -1 for the rest. */
  readonly articleCount: number
}

export interface Suggestions {
  /** Groups with at least one choice, in the order of the page. */
  readonly groups: readonly { readonly group: SuggestionGroup; readonly items: readonly Suggestion[] }[]
  /** Where Enter leads while nothing is chosen: '' means to the name as it was typed. */
  readonly best: string
}

const QUESTIONS = 3

/** Where a ready question leads. */
export function exampleAddress({ field, names: [first = '', second = ''] }: Pick<ExampleView, 'field' | 'names'>): string {
  return addressOf(field === 'connection' ? { q: first, to: second } : { q: first })
}

/** Address of a question in plain words. */
export const askAddress = (question: string): string => addressOf({ screen: 'ask', more: { question } })

const ASKS = /[?？吗呢]$|谁|哪|多少|如何|怎么|什么|是否|有没有|^(?:who|which|what|when|where|how|did|does|is|are)\b/iu

/** True for a text that asks rather than names. */
export const looksLikeQuestion = (text: string): boolean => ASKS.test(text.trim())

const plain = (label: string, address: string, place = ''): Suggestion => ({ label, address, kind: '', place, articleCount: -1 })

/**
 * `examples` are the ready questions, `say` picks their language; those that hold the text are offered, and the text itself as a
 * question. What fits by sound only is not in what was typed, so Enter takes the first of it.
 */
export function suggestionsOf(text: string, found: SuggestView | undefined, examples: readonly ExampleView[], say: (label: { readonly zh: string; readonly en: string }) => string): Suggestions {
  const wanted = text.trim()
  if (wanted === '') return { groups: [], best: '' }
  const edges = found?.search.edges ?? []
  const entities = edges.map(({ node: { id, kind, name, articleCount, facts } }): Suggestion => {
    const [fact] = facts.nodes
    return { label: name, address: addressOf({ q: name, id }), kind, articleCount, place: fact === undefined ? '' : `${fact.object.name}${fact.title}` }
  })
  const articles = (found?.articles.nodes ?? []).map(({ id, title, date, source }) => plain(title, addressOf({ screen: 'article', id }), [source, date ?? ''].filter((part) => part !== '').join('，')))
  const lower = wanted.toLowerCase()
  const ready = examples.filter(({ zh, en }) => `${zh}\n${en}`.toLowerCase().includes(lower)).slice(0, QUESTIONS).map((example) => plain(say(example), exampleAddress(example)))
  const groups = [
    { group: 'entities' as const, items: entities },
    { group: 'articles' as const, items: articles },
    { group: 'questions' as const, items: [...ready, plain(wanted, askAddress(wanted))] },
  ].filter(({ items }) => items.length > 0)
  const [first] = edges
  const best = looksLikeQuestion(wanted) ? askAddress(wanted) : first?.match === 'PINYIN' ? entities[0]?.address ?? '' : ''
  return { groups, best }
}

/** The place after a step of an arrow key among `count` choices; -1 is the box itself. */
export function stepTo(active: number, step: 1 | -1, count: number): number {
  const places = count + 1
  return ((active + 1 + step + places) % places) - 1
}
