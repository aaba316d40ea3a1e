import { articlesByIds, factsOfEntities } from '../answers/lookups.js'
import { toEntity } from '../answers/rows.js'
import type { ArticleRecord, EntityRecord } from '../core/records.js'
import { pagesOf } from '../store/pages.js'
import type { GraphStore } from '../store/port.js'
import type { ExportGraph, ExportOptions, FactPage } from './export-graph.js'
import { factPage, isWanted, judgedFact } from './read-facts.js'

const ENTITY_PAGE = 500
const FACT_PAGE = 200
const ARTICLE_PAGE = 50

/** Everything that is stored; memory does not grow with the graph. Derived co-mentions are not in it. */
export const wholeGraph = (store: GraphStore, options: ExportOptions = {}): ExportGraph => ({
  entities: () => entities(store, options),
  facts: () => facts(store, options),
  articles: () => articles(store),
})

/** An entity that no article names any more is kept only for facts that are written out. */
async function* entities(store: GraphStore, { withClosed }: ExportOptions): AsyncGenerator<readonly EntityRecord[]> {
  for await (const rows of pagesOf(store, 'all-entities', 'id', ENTITY_PAGE)) {
    const page = rows.map(toEntity)
    const bare = page.filter(({ articleCount }) => articleCount === 0).map(({ id }) => id)
    const linked = bare.length === 0 || withClosed === true ? undefined : await factsOfEntities(store, bare)
    yield linked === undefined ? page : page.filter(({ id, articleCount }) => articleCount > 0 || linked.has(id))
  }
}

async function* facts(store: GraphStore, options: ExportOptions): AsyncGenerator<FactPage> {
  for await (const rows of pagesOf(store, 'all-facts', 'id', FACT_PAGE, { includeRejected: options.withRejected === true })) {
    const wanted = rows.map(judgedFact).filter((judged) => isWanted(judged, options))
    if (wanted.length > 0) yield await factPage(store, wanted)
  }
}

async function* articles(store: GraphStore): AsyncGenerator<readonly ArticleRecord[]> {
  for await (const rows of pagesOf(store, 'article-ids', 'id', ARTICLE_PAGE)) {
    const ids = rows.map(({ id }) => String(id))
    const found = await articlesByIds(store, ids)
    yield ids.map((id) => found.get(id)).filter((article) => article !== undefined)
  }
}
