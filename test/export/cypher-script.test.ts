import { RELATION_NAMES } from '../../schema/ontology/index.js'
import { cypherString } from '../../src/export/formats/cypher-script.js'
import { writeExport } from '../../src/export/write-export.js'
import type { CypherClient } from '../../src/store/cypher-client.js'
import { openNeo4jClient } from '../../src/store/neo4j/neo4j-client.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import { collect, openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { storesUnderTest } from '../stores.js'
import { HOSTILE_NAMES, hostileGraph } from '../fixtures/hostile-graph.js'

const stores = await storesUnderTest()
const GRAPH = [...SMALL_GRAPH, ...hostileGraph()]

let temp: TempStore
let lines: readonly string[]
beforeAll(async () => {
  temp = await openTempStore()
  await temp.store.write(GRAPH)
  lines = (await collect((await writeExport(temp.store, { format: 'cypher', scope: { kind: 'all' } })).text)).join('').trimEnd().split('\n')
})
afterAll(() => temp.remove())

describe('the Cypher script', () => {
  test('is one statement a line', () => {
    const [comment, ...statements] = lines
    expect(comment).toMatch(/^\/\/ /u)
    expect(statements.length).toBeGreaterThan(8)
    for (const statement of statements) expect(statement).toMatch(/^(?:CREATE CONSTRAINT|UNWIND \[).*;$/u)
  })

  test.each([
    ["it's", "'it\\'s'"],
    ['\\u0027', "'\\\\u0027'"],
    ['a\nb\r\t', "'a\\nb\\r\\t'"],
    ['\u202Eabc', "'\\u202Eabc'"],
    ['😀', "'😀'"],
    ['\uD83D', "'\uFFFD'"],
  ])('writes %j as %s', (text, literal) => {
    expect(cypherString(text)).toBe(literal)
  })
})

for (const { name, fresh } of stores.filter((store) => store.name === 'neo4j')) {
  describe(`the Cypher script in ${name}`, () => {
    let client: CypherClient
    beforeAll(async () => {
      const { config } = await fresh()
      if (config.kind !== 'neo4j') throw new Error('not a Neo4j store')
      client = await openNeo4jClient(config)
      // Twice: the second run must add nothing.
      for (const statement of [...lines, ...lines].filter((line) => !line.startsWith('//'))) await client.transaction((run) => run(statement))
    })
    afterAll(() => client.close())

    const one = async (statement: string): Promise<unknown> => Object.values((await client.read(statement))[0] ?? {})[0]

    test('makes every node and every edge once', async () => {
      const facts = 12 + HOSTILE_NAMES.length
      const evidence = GRAPH.flatMap((graph) => graph.evidence).length
      expect(await one('MATCH (n:Entity) RETURN count(n)')).toBe(11 + HOSTILE_NAMES.length)
      expect(await one('MATCH (n:Company) RETURN count(n)')).toBe(3 + HOSTILE_NAMES.length)
      expect(await one('MATCH (:Entity)-[:SUBJECT_OF]->(f:Fact)<-[:OBJECT_OF]-(:Entity) RETURN count(f)')).toBe(facts)
      expect(await one(`MATCH (:Entity)-[r:${RELATION_NAMES.join('|')}]->(:Entity) RETURN count(r)`)).toBe(facts)
      expect(await one('MATCH (:Fact)-[:SUPPORTED_BY]->(v:Evidence)-[:`FROM`]->(:Article) RETURN count(v)')).toBe(evidence)
    })

    test('keeps every name and quote to the character', async () => {
      const names = (await client.read('MATCH (n:Entity) RETURN n.name AS name')).map((row) => row['name'])
      for (const hostile of HOSTILE_NAMES) expect(names).toContain(hostile)
      const quotes = (await client.read('MATCH (v:Evidence) RETURN v.quote AS quote')).map((row) => row['quote'])
      expect([...quotes].sort()).toEqual(GRAPH.flatMap((graph) => graph.evidence.map(({ quote }) => quote)).sort())
    })
  })
}
