import { coMentionsByIds, entitiesByIds, evidenceOfFacts, articlesByIds } from '../answers/lookups.js'
import { endsOfCoMention } from '../answers/co-mention.js'
import { flag, text, toFact } from '../answers/rows.js'
import type { FactRecord } from '../core/records.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import type { ExportFact, ExportOptions, FactPage } from './export-graph.js'

/** Articles quoted for a co-mention, which may have very many. */
const CO_MENTION_ARTICLES = 3

/** A fact with what people made of it. */
export interface JudgedFact {
  readonly fact: FactRecord
  /** Of the reviewers together, or ''. */
  readonly verdict: string
  /** Somebody concerned says that it is wrong, and that is not settled. */
  readonly disputed: boolean
}

interface State {
  readonly verdict: string
  readonly disputed: boolean
}

const UNJUDGED: State = { verdict: '', disputed: false }

const stateOf = (row: StoreRow): State => ({ verdict: text(row, 'verdict'), disputed: flag(row, 'disputed') })

/** A row of `all-facts`. */
export const judgedFact = (row: StoreRow): JudgedFact => ({ fact: toFact(row), ...stateOf(row) })

export const isWanted = ({ fact, verdict }: JudgedFact, { withClosed, withRejected }: ExportOptions): boolean =>
  (fact.open || withClosed === true) && (verdict !== 'REJECTED' || withRejected === true)

/** Facts by id with their verdicts, derived co-mentions included; unknown ids give nothing. */
export async function judgedFactsByIds(store: GraphStore, ids: readonly string[]): Promise<readonly JudgedFact[]> {
  const stored = ids.filter((id) => endsOfCoMention(id) === undefined)
  const read = async (query: string): Promise<readonly StoreRow[]> => (stored.length === 0 ? [] : store.read(query, { ids: stored }))
  const [rows, states, derived] = await Promise.all([read('facts-by-ids'), read('fact-states'), coMentionsByIds(store, ids)])
  const stateById = new Map(states.map((row) => [text(row, 'id'), stateOf(row)]))
  return [
    ...rows.map(toFact).map((fact) => ({ fact, ...(stateById.get(fact.id) ?? UNJUDGED) })),
    ...[...derived.values()].map(({ fact }) => ({ fact, ...UNJUDGED })),
  ]
}

/** The page of some facts: their ends, speakers, evidence and articles. Four store calls, however many facts. */
export async function factPage(store: GraphStore, judged: readonly JudgedFact[], coMentionArticles: number = CO_MENTION_ARTICLES): Promise<FactPage> {
  const facts = judged.map(({ fact }) => fact)
  const [entities, evidence] = await Promise.all([
    entitiesByIds(store, [...new Set(facts.flatMap(({ subjectId, objectId, speakerId }) => [subjectId, objectId, speakerId]).filter((id) => id !== ''))]),
    evidenceOfFacts(store, facts.map(({ id }) => id), coMentionArticles),
  ])
  const articleIds = [...new Set([...evidence.values()].flatMap((list) => list.map(({ articleId }) => articleId)))]
  const articles = articleIds.length === 0 ? new Map<string, never>() : await articlesByIds(store, articleIds)
  return {
    articles,
    facts: judged.flatMap(({ fact, ...state }): readonly ExportFact[] => {
      const [subject, object] = [entities.get(fact.subjectId), entities.get(fact.objectId)]
      return subject === undefined || object === undefined ? [] : [{ fact, ...state, subject, object, speaker: entities.get(fact.speakerId), evidence: evidence.get(fact.id) ?? [] }]
    }),
  }
}
