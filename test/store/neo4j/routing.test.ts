import { createServer, type PolicyServer } from '../../../src/api/server.js'
import { openNeo4jClient } from '../../../src/store/neo4j/neo4j-client.js'
import { openStore, type StoreConfig } from '../../../src/store/open-store.js'
import { SMALL, SMALL_GRAPH } from '../../fixtures/small-graph.js'
import { exported } from '../../contract/identity-contract.js'
import { using } from '../../contract/dump.js'
import { storesUnderTest } from '../../stores.js'

/**
 * `neo4j://` against one real server, which answers with a routing table of itself. What access mode and bookmarks do is told by
 * the server: a cluster acts on the same two.
 */
const server = (await storesUnderTest()).find((store) => store.name === 'neo4j')
const describeServer = server === undefined ? describe.skip : describe

type Server = Extract<StoreConfig, { kind: 'neo4j' }>

async function routed(): Promise<Server> {
  const place = await server?.fresh()
  if (place?.config.kind !== 'neo4j') throw new Error('not a server')
  return { ...place.config, uri: place.config.uri.replace(/^(?:bolt|neo4j)/u, 'neo4j') }
}

const open = (config: Server) => async () => {
  const store = await openStore(config)
  await store.applySchema()
  return store
}

/** The bookmark of the transaction after this one: its number is the last that a bookmark holds (PackStream, big-endian). */
function next(bookmark: string): string {
  const bytes = Buffer.from(bookmark.replace(/^FB:/u, ''), 'base64')
  const last = bytes.length - (bytes.at(-1) === 0x90 ? 2 : 1) // an empty list may follow it
  bytes.writeUInt8(bytes.readUInt8(last) + 1, last)
  return `FB:${bytes.toString('base64').replace(/=+$/u, '')}`
}

describeServer('neo4j://', () => {
  test('the server gives a table of who reads, writes and routes, and the graph is that of bolt://', async () => {
    const config = await routed()
    await using(open(config), (store) => store.write(SMALL_GRAPH))
    const client = await openNeo4jClient(config)
    const roles = await client.read('CALL dbms.routing.getRoutingTable({}) YIELD servers UNWIND servers AS server RETURN server.role AS role ORDER BY role')
    await client.close()
    expect(roles).toEqual([{ role: 'READ' }, { role: 'ROUTE' }, { role: 'WRITE' }])
    const direct: Server = { ...config, uri: config.uri.replace(/^neo4j/u, 'bolt') }
    expect(await using(open(config), exported)).toBe(await using(open(direct), exported))
  })

  test('reads are in read transactions: the server refuses one that writes', async () => {
    const client = await openNeo4jClient(await routed())
    await expect(client.read("CREATE (:Entity {id: 'never'})")).rejects.toMatchObject({ code: 'STORE_FAILED', details: { code: 'Neo.ClientError.Statement.AccessMode' } })
    expect(await client.read("MATCH (e:Entity {id: 'never'}) RETURN count(e) AS count")).toEqual([{ count: 0 }])
    await expect(client.transaction((run) => run("CREATE (:Entity {id: 'once'})"))).resolves.toEqual([])
    await client.close()
  })

  test('a write leaves a bookmark, and each write another', async () => {
    await using(open(await routed()), async (store) => {
      const before = await store.bookmarks()
      await store.write(SMALL_GRAPH.slice(0, 1))
      const first = await store.bookmarks()
      await store.write(SMALL_GRAPH.slice(1))
      const second = await store.bookmarks()
      expect(first).toHaveLength(1)
      expect(new Set([before, first, second].map(String)).size).toBe(3)
      await store.read('counts')
      expect(await store.bookmarks()).toEqual(second)
    })
  })

  test('a read of another process waits until the server has what the bookmark stands for', async () => {
    const config = await routed()
    await using(open(config), (writer) => using(open(config), async (reader) => {
      await writer.write(SMALL_GRAPH.slice(0, 1))
      const [bookmark = ''] = await writer.bookmarks()
      expect(await reader.read('counts', {}, { after: [bookmark] })).toMatchObject([{ articles: 1 }])
      let answered = false
      const later = reader.read('counts', {}, { after: [next(bookmark)] }).finally(() => { answered = true })
      await new Promise((resolve) => { setTimeout(resolve, 1_000) })
      expect(answered).toBe(false)
      await writer.write(SMALL_GRAPH.slice(1))
      expect(await later).toMatchObject([{ articles: SMALL_GRAPH.length }])
    }))
  })

  test('BAD_INPUT: what is no bookmark', async () => {
    await using(open(await routed()), async (store) => {
      await expect(store.read('counts', {}, { after: ['not-a-bookmark'] })).rejects.toMatchObject({ code: 'BAD_INPUT' })
      await expect(store.read('counts')).resolves.toHaveLength(1)
    })
  })

  test('over HTTP: the answer to a change carries a bookmark, and a question to another server may give it back', async () => {
    const config = await routed()
    await using(open(config), (first) => using(open(config), async (second) => {
      await first.write(SMALL_GRAPH)
      const ask = (api: PolicyServer, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
        api.fetch(new Request('http://127.0.0.1/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) }))
      const [one, two] = [createServer({ store: first }), createServer({ store: second })]
      const changed = await ask(one, `mutation { retractArticle(id: "${SMALL_GRAPH[0]?.article.id ?? ''}", reason: "x") { id } }`)
      expect(await changed.json()).not.toHaveProperty('errors')
      const bookmark = changed.headers.get('policygraph-bookmark') ?? ''
      expect(bookmark.split(' ')).toEqual(await first.bookmarks())
      const question = `{ entity(id: "${SMALL.chips}") { name } }`
      const answered = await ask(two, question, { 'policygraph-after': bookmark })
      expect(answered.headers.get('policygraph-bookmark')).toBeNull()
      expect(await answered.json()).toMatchObject({ data: { entity: { name: expect.any(String) as string } } })
      expect(await (await ask(two, question, { 'policygraph-after': 'x' })).json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
      await one.close()
      await two.close()
    }))
  })
})
