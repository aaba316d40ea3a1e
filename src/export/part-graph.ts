import { articlesByIds, entitiesByIds } from '../answers/lookups.js'
import type { ArticleRecord, EntityRecord } from '../core/records.js'
import { byCodeUnit } from '../store/fold.js'
import type { GraphStore } from '../store/port.js'
import type { ExportGraph, ExportOptions, FactPage } from './export-graph.js'
import { factPage, isWanted, judgedFactsByIds, type JudgedFact } from './read-facts.js'

const PAGE = 200

/** Which entities and facts; ends and speakers of the facts come with them unasked. */
export interface PartIds {
  readonly entityIds: readonly string[]
  readonly factIds: readonly string[]
}

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, index) => items.slice(index * PAGE, (index + 1) * PAGE))
}

const sortedIds = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].filter((id) => id !== '').sort(byCodeUnit)

/** Some entities and facts, with the articles that prove them. */
export async function partGraph(store: GraphStore, { entityIds, factIds }: PartIds, options: ExportOptions = {}): Promise<ExportGraph> {
  const judged: JudgedFact[] = []
  for (const ids of chunks(sortedIds(factIds))) judged.push(...(await judgedFactsByIds(store, ids)).filter((fact) => isWanted(fact, options)))
  judged.sort((a, b) => byCodeUnit(a.fact.id, b.fact.id))
  const ends = judged.flatMap(({ fact }) => [fact.subjectId, fact.objectId, fact.speakerId])
  return {
    entities: () => entities(store, sortedIds([...entityIds, ...ends])),
    facts: () => facts(store, judged),
    articles: () => articles(store, judged),
  }
}

async function* entities(store: GraphStore, ids: readonly string[]): AsyncGenerator<readonly EntityRecord[]> {
  for (const some of chunks(ids)) {
    const found = await entitiesByIds(store, some)
    yield some.map((id) => found.get(id)).filter((entity) => entity !== undefined)
  }
}

async function* facts(store: GraphStore, judged: readonly JudgedFact[]): AsyncGenerator<FactPage> {
  for (const some of chunks(judged)) yield await factPage(store, some)
}

async function* articles(store: GraphStore, judged: readonly JudgedFact[]): AsyncGenerator<readonly ArticleRecord[]> {
  const ids = new Set<string>()
  for await (const page of facts(store, judged)) for (const id of page.articles.keys()) ids.add(id)
  for (const some of chunks(sortedIds(ids))) {
    const found = await articlesByIds(store, some)
    yield some.map((id) => found.get(id)).filter((article) => article !== undefined)
  }
}
