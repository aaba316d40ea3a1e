import type { FindingCode } from '../../src/verify/finding.js'
import { verifyGraph } from '../../src/verify/verify-graph.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { collect, openTempStore, type TempStore } from '../fixtures/temp-store.js'

const codes = async ({ store }: TempStore): Promise<readonly FindingCode[]> => [...new Set((await collect(verifyGraph(store))).map(({ code }) => code))].sort()

describe('verifyGraph', () => {
  let temp: TempStore
  beforeEach(async () => {
    temp = await openTempStore()
    await temp.store.write(SMALL_GRAPH)
  })
  afterEach(() => temp.remove())

  test('finds nothing in a graph as it was written', async () => {
    expect(await collect(verifyGraph(temp.store))).toEqual([])
  })

  test('finds nothing after an article was taken out and its facts closed', async () => {
    await temp.store.removeArticles(['a3'])
    expect(await collect(verifyGraph(temp.store))).toEqual([])
  })

  test.each<[string, string, readonly FindingCode[]]>([
    ['a quote was edited', "MATCH (v:Evidence) WHERE v.articleId = 'a4' SET v.quote = '汀江'", ['QUOTE_BROKEN']],
    ['a quote was emptied', "MATCH (v:Evidence) WHERE v.articleId = 'a4' SET v.quote = ''", ['QUOTE_BROKEN']],
    ['a span was moved', "MATCH (v:Evidence) WHERE v.articleId = 'a4' SET v.rawStart = 1", ['QUOTE_BROKEN', 'SPAN_BROKEN']],
    ['a clean quote was edited', "MATCH (v:Evidence) WHERE v.articleId = 'a4' SET v.cleanQuote = '汀江'", ['CLEAN_QUOTE_BROKEN']],
    ['a raw text was edited', "MATCH (a:Article) WHERE a.id = 'a5' SET a.rawText = '云泽湾明日有雨。'", ['TEXT_CHANGED']],
    ['mentions were edited', "MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article) WHERE a.id = 'a5' SET m.mentions = replace(m.mentions, '云泽湾', '云泽港')", ['MENTION_BROKEN']],
    ['evidence names another version of the text', "MATCH (v:Evidence) WHERE v.articleId = 'a4' SET v.textHash = 'x'", ['HASH_STALE']],
    ['evidence lost its article', "MATCH (v:Evidence)-[r:`FROM`]->(a:Article) WHERE a.id = 'a4' DELETE r", ['EVIDENCE_ASTRAY', 'FACT_BARE', 'FACT_STALE', 'LIST_WRONG']],
    ['a fact lost its evidence', "MATCH (f:Fact)-[r:SUPPORTED_BY]->(v:Evidence) WHERE v.articleId = 'a3' DELETE r", ['EVIDENCE_ASTRAY', 'FACT_BARE', 'LIST_WRONG']],
    ['a fact says more than its evidence', "MATCH (f:Fact) WHERE f.modality = 'DENIED' SET f.modality = 'ASSERTED'", ['EDGE_WRONG', 'FACT_STALE']],
    ['an edge is gone', 'MATCH (:Entity)-[r:LOCATED_IN]->(:Entity) DELETE r', ['EDGE_MISSING']],
    ['an edge says more than its fact', "MATCH (:Entity)-[r:PROMOTES]->(:Entity) WHERE r.modality = 'URGED' SET r.modality = 'ASSERTED'", ['EDGE_WRONG']],
    ['an edge has no fact', `MATCH (a:Entity {id: '${SMALL.chips}'}), (b:Entity {id: '${SMALL.city}'}) CREATE (a)-[:LOCATED_IN {factId: 'f_0', type: 'LOCATED_IN', modality: 'ASSERTED', strength: 'STATED'}]->(b)`, ['EDGE_WRONG']],
  ])('finds that %s', async (_name, statement, found) => {
    await temp.client.transaction((run) => run(statement))
    expect(await codes(temp)).toEqual(found)
  })

  test('stops when it is told to', async () => {
    await temp.client.transaction((run) => run("MATCH (v:Evidence) SET v.quote = ''"))
    const found = await collect(verifyGraph(temp.store, AbortSignal.abort()))
    expect(found.map(({ code }) => code)).not.toContain('FACT_BARE')
    expect(found.length).toBeGreaterThan(0)
  })
})
