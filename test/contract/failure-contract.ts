import type { ArticleGraph, Evidence } from '../../src/core/records.js'
import { rawSpan } from '../../src/core/span.js'
import { openEmbeddedClient } from '../../src/store/embedded/embedded-client.js'
import { openNeo4jClient } from '../../src/store/neo4j/neo4j-client.js'
import type { StoreConfig } from '../../src/store/open-store.js'
import type { CypherClient } from '../../src/store/cypher-client.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import type { StoreUnderTest } from '../stores.js'
import { using } from './dump.js'

export const openClient = (config: StoreConfig): Promise<CypherClient> => (config.kind === 'embedded' ? openEmbeddedClient(config.folder) : openNeo4jClient(config))

/** The second article with its first evidence altered. */
function spoilt(change: (evidence: Evidence) => Partial<Evidence>): readonly ArticleGraph[] {
  return SMALL_GRAPH.map((graph, index) => {
    const [first, ...rest] = graph.evidence
    return index === 1 && first !== undefined ? { ...graph, evidence: [{ ...first, ...change(first) }, ...rest] } : graph
  })
}

/** Failures come by code and leave the graph as it was. */
export function failureContract({ name, fresh }: StoreUnderTest): void {
  describe(`${name}: failure`, () => {
    it.each([
      ['BROKEN_EVIDENCE', 'a quote that is not its slice', spoilt(() => ({ quote: '没有这句话' }))],
      ['BROKEN_EVIDENCE', 'a span beyond the text', spoilt(() => ({ raw: rawSpan(9_000, 9_010) }))],
      ['BROKEN_EVIDENCE', 'an empty quote', spoilt(() => ({ quote: '', raw: rawSpan(0, 0) }))],
      ['BAD_INPUT', 'an end that the article does not list', spoilt(() => ({ objectId: SMALL.port }))],
      ['BAD_INPUT', 'evidence of another article', spoilt(() => ({ articleId: 'a1' }))],
      ['BAD_INPUT', 'an entity listed twice', SMALL_GRAPH.map((graph) => ({ ...graph, entities: [...graph.entities, ...graph.entities] }))],
      ['BAD_INPUT', 'an article without id', SMALL_GRAPH.map((graph) => ({ ...graph, article: { ...graph.article, id: '' }, evidence: [] }))],
      ['BAD_INPUT', 'half a surrogate pair in the text', SMALL_GRAPH.map((graph) => ({ ...graph, article: { ...graph.article, rawText: `${graph.article.rawText}\ud840` } }))],
    ] as const)('%s: %s; nothing of the batch is written', async (code, _what, batch) => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await expect(store.write(batch)).rejects.toMatchObject({ code })
        expect((await store.read('counts'))[0]).toEqual({ entities: 0, articles: 0, facts: 0, closedFacts: 0, evidence: 0 })
      })
    })

    it('undoes a whole transaction when it fails in the middle', async () => {
      const place = await fresh()
      await using(place.open, (store) => store.write(SMALL_GRAPH))
      const client = await openClient(place.config)
      const remove = client.transaction(async (run) => {
        await run('MATCH (v:Evidence) DETACH DELETE v')
        await run("MERGE (e:Entity {id: 'half'}) SET e.name = '半'")
        throw new Error('stop here')
      })
      await expect(remove).rejects.toThrow()
      await expect(client.transaction(async (run) => {
        await run('MATCH (f:Fact) DETACH DELETE f')
        await run('THIS IS NOT CYPHER')
      })).rejects.toMatchObject({ code: 'STORE_FAILED' })
      await client.close()
      await using(place.open, async (store) => {
        expect((await store.read('counts'))[0]).toMatchObject({ entities: 10, facts: 12, evidence: 18 })
        expect(await store.write(SMALL_GRAPH)).toMatchObject({ articlesUnchanged: 5 })
      })
    })

    it.each([
      ['an unknown query', 'no-such-query', {}],
      ['an unknown parameter', 'counts', { id: 'x' }],
      ['a missing parameter', 'entity-by-ids', {}],
      ['a parameter of another type', 'list-entities', { limit: 1.5 }],
    ] as const)('BAD_QUERY: %s', async (_what, query, params) => {
      const place = await fresh()
      await using(place.open, (store) => expect(store.read(query, params)).rejects.toMatchObject({ code: 'BAD_QUERY' }))
    })

    it('STORE_CLOSED: every call after close, which waits for running work and may be called twice', async () => {
      const store = await (await fresh()).open()
      const writing = store.write(SMALL_GRAPH)
      await Promise.all([store.close(), store.close()])
      await expect(writing).resolves.toMatchObject({ articlesAdded: 5 })
      await expect(store.read('counts')).rejects.toMatchObject({ code: 'STORE_CLOSED' })
      await expect(store.write([])).rejects.toMatchObject({ code: 'STORE_CLOSED' })
      await expect(store.removeArticles([])).rejects.toMatchObject({ code: 'STORE_CLOSED' })
      await expect(store.applySchema()).rejects.toMatchObject({ code: 'STORE_CLOSED' })
    })
  })
}
