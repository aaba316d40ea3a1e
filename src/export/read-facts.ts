import { coMentionsByIds, entitiesByIds, evidenceOfFacts, articlesByIds } from '../answers/lookups.js'
import { endsOfCoMention } from '../answers/co-mention.js'
import { toFact } from '../answers/rows.js'
import type { FactRecord } from '../core/records.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import type { ExportFact, ExportOptions, FactPage } from './export-graph.js'

/** Articles quoted for a co-mention, which may have very many. */
const CO_MENTION_ARTICLES = 3

export interface JudgedFact {
  readonly fact: FactRecord
  readonly verdict: string
}

/** A fact as its row has it; `verdict` is there in stores that keep one. */
export const judgedFact = (row: StoreRow): JudgedFact => ({ fact: toFact(row), verdict: typeof row['verdict'] === 'string' ? row['verdict'] : '' })

export const isWanted = ({ fact, verdict }: JudgedFact, { withClosed, withRejected }: ExportOptions): boolean =>
  (fact.open || withClosed === true) && (verdict !== 'REJECTED' || withRejected === true)

/** Facts by id with their verdicts, derived co-mentions included; unknown ids give nothing. */
export async function judgedFactsByIds(store: GraphStore, ids: readonly string[]): Promise<readonly JudgedFact[]> {
  const stored = ids.filter((id) => endsOfCoMention(id) === undefined)
  const [rows, derived] = await Promise.all([stored.length === 0 ? [] : store.read('facts-by-ids', { ids: stored }), coMentionsByIds(store, ids)])
  return [...rows.map(judgedFact), ...[...derived.values()].map(({ fact }) => ({ fact, verdict: '' }))]
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
    facts: judged.flatMap(({ fact, verdict }): readonly ExportFact[] => {
      const [subject, object] = [entities.get(fact.subjectId), entities.get(fact.objectId)]
      return subject === undefined || object === undefined ? [] : [{ fact, verdict, subject, object, speaker: entities.get(fact.speakerId), evidence: evidence.get(fact.id) ?? [] }]
    }),
  }
}
