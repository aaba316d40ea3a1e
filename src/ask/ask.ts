import type { EntityRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { DOCUMENTS } from './documents.js'
import { nearestQuestions } from './nearest.js'
import type { Bilingual } from './question.js'
import { understand, type NamedEntity, type Understanding } from './understand.js'

/** Plain questions, mapped to the catalogued ones by tables of words; no language model. */

export type AskOutcome = Understanding['outcome']

export interface AskAnswer {
  readonly outcome: AskOutcome
  /** What is being answered, or why nothing is. */
  readonly understood: Bilingual
  /** As it was asked. */
  readonly question: string
  /** Kind of question, or ''. */
  readonly intent: string
  readonly names: readonly NamedEntity[]
  /** The GraphQL that was run, and its variables; null when nothing was. */
  readonly graphql: string | null
  readonly variables: Readonly<Record<string, unknown>> | null
  /** `data` of the answer, or null. */
  readonly answer: unknown
  /** What a name may stand for: one entry for each name and entity. */
  readonly candidates: readonly NamedEntity[]
  /** Words that were left out of account. */
  readonly ignored: readonly string[]
  readonly nearest: readonly Bilingual[]
}

export interface AskOptions {
  /** Runs a document as /graphql does and gives its `data`; what it throws is the caller's. */
  readonly run: (document: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>
  /** The day from which 去年 and the like are counted. */
  readonly today: Date
  /** Ids of entities that the asker means, where a name may stand for several. */
  readonly means?: readonly string[] | undefined
}

const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、')

function refusal(found: Exclude<Understanding, { readonly outcome: 'UNDERSTOOD' }>): Bilingual {
  if (found.outcome === 'AMBIGUOUS_NAME') {
    const names = list(found.candidates.map(({ given }) => given))
    return { zh: `${names}可指多个实体，请从候选中选一个`, en: `${names} may stand for several entities; choose one of the candidates` }
  }
  if (found.outcome === 'UNKNOWN_NAME') {
    const names = list(found.candidates.map(({ given }) => given))
    return { zh: `图中没有${names}`, en: `nothing in the graph is called ${names}` }
  }
  const words = found.ignored.length === 0 ? { zh: '', en: '' } : { zh: `，不懂的词：${list(found.ignored)}`, en: `; words not known: ${list(found.ignored)}` }
  return { zh: `没有听懂这个问题${words.zh}`, en: `the question was not understood${words.en}` }
}

const entitiesOf = ({ names }: { readonly names: readonly NamedEntity[] }): readonly EntityRecord[] => names.map(({ entity }) => entity)

/** Answers a plain Chinese or English question, or says that it was not understood. Throws BAD_INPUT for an empty or overlong text. */
export async function ask(store: GraphStore, question: string, { run, today, means }: AskOptions): Promise<AskAnswer> {
  const found = await understand(store, question, today, means)
  const common = { outcome: found.outcome, question, names: found.names, ignored: found.ignored }
  if (found.outcome === 'UNDERSTOOD') {
    const { document, variables, understood } = found.answerable
    const graphql = DOCUMENTS[document]
    return { ...common, understood, intent: found.intent, graphql, variables, answer: await run(graphql, variables), candidates: [], nearest: [] }
  }
  const candidates = found.candidates.flatMap(({ given, entities }) => entities.map((entity) => ({ given, entity })))
  return {
    ...common, understood: refusal(found), intent: found.outcome === 'NOT_UNDERSTOOD' ? '' : found.intent, graphql: null, variables: null, answer: null, candidates,
    nearest: found.outcome === 'AMBIGUOUS_NAME' ? [] : await nearestQuestions(store, found.question, entitiesOf(found)),
  }
}
