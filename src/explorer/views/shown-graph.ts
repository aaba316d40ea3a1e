import type { EntityRecord, FactRecord } from '../../core/records.js'
import type { ArticleHead, EvidenceHead, FactLine, LineGraph } from '../../export/export-graph.js'
import { ask } from '../data/client.js'
import { SHOWN_ENTITIES, SHOWN_FACTS } from '../data/shown-queries.js'
import type { Picture } from '../graph/picture.js'

/** What stands on the screen as a graph that the server's own writers take, so that its files have the fields of the server's. */

/** Ids per call; the server takes 300. */
const BATCH = 100

/** A fact as `SHOWN_FACTS` brings it. */
export interface ShownFact extends Omit<FactRecord, 'subjectId' | 'objectId' | 'speakerId' | 'firstSeen' | 'lastSeen'> {
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly disputed: boolean
  readonly verdict: { readonly state: string } | null
  readonly subject: { readonly id: string }
  readonly object: { readonly id: string }
  readonly speaker: EntityRecord | null
  readonly evidence: readonly (Omit<EvidenceHead, 'articleId'> & { readonly article: Omit<ArticleHead, 'date'> & { readonly date: string | null } })[]
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]))
const sorted = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

function lineOf({ subject, object, speaker, firstSeen, lastSeen, verdict, disputed, evidence, ...fact }: ShownFact, entities: ReadonlyMap<string, EntityRecord>): FactLine | undefined {
  const [from, to] = [entities.get(subject.id), entities.get(object.id)]
  return from === undefined || to === undefined ? undefined : {
    fact: { ...fact, subjectId: from.id, objectId: to.id, speakerId: speaker?.id ?? '', firstSeen: firstSeen ?? '', lastSeen: lastSeen ?? '' },
    verdict: verdict?.state ?? '', disputed, subject: from, object: to, speaker: speaker ?? undefined,
    evidence: evidence.map(({ article, ...item }) => ({ ...item, articleId: article.id })),
  }
}

async function* once<T>(page: T): AsyncGenerator<T> {
  yield await Promise.resolve(page)
}

/** The graph of these entities and facts, in the order of their ids as the server's files have it. Pure. */
export function graphOfShown(entities: readonly EntityRecord[], facts: readonly ShownFact[]): LineGraph {
  const known = byId(entities)
  const lines = sorted(facts).flatMap((fact) => lineOf(fact, known) ?? [])
  const articles = byId(facts.flatMap(({ evidence }) => evidence.map(({ article }) => ({ ...article, date: article.date ?? '' }))))
  return { entities: () => once(sorted(entities)), facts: () => once({ facts: lines, articles }) }
}

/** Asks for records in batches; what the graph no longer holds is left out. */
async function read<T>(query: string, field: string, ids: readonly string[]): Promise<readonly T[]> {
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ids.slice(at * BATCH, (at + 1) * BATCH))
  const found: T[] = []
  for (const batch of batches) {
    const data = (await ask(query, { ids: batch })) as Readonly<Record<string, readonly (T | null)[]>>
    found.push(...(data[field] ?? []).filter((item) => item !== null))
  }
  return found
}

/** Fetches what the files say beyond the picture: quotes with their articles, verdicts, aliases. Throws AskError. */
export async function shownGraph({ nodes, facts }: Picture): Promise<LineGraph> {
  const [entities, lines] = await Promise.all([
    read<EntityRecord>(SHOWN_ENTITIES, 'entitiesById', nodes.map(({ id }) => id)),
    read<ShownFact>(SHOWN_FACTS, 'factsById', facts.map(({ id }) => id)),
  ])
  return graphOfShown(entities, lines)
}
