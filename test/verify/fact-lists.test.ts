import { verifyGraph } from '../../src/verify/verify-graph.js'
import { openClient } from '../contract/failure-contract.js'
import { using } from '../contract/dump.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import { collect } from '../fixtures/temp-store.js'
import { FACTS, REMOVED } from '../queries/cases.js'
import { storesUnderTest, type TestStore } from '../stores.js'

/** Answers go from a fact to its evidence by the fact's own lists; a list that is wrong would hide a quote. */

const proof = SMALL_GRAPH.flatMap(({ evidence }) => evidence)
const idOf = (articleId: string): string => proof.find((item) => item.factId === FACTS.joins && item.articleId === articleId)?.id ?? ''
const [inFirst, inSecond, inFourth] = ['a1', 'a2', 'a4'].map(idOf)
const ofAnother = proof.find(({ factId }) => factId === FACTS.list)?.id ?? ''
const closed = REMOVED.evidence[0]?.factId ?? ''

describe.each(await storesUnderTest())('a fact on $name', ({ fresh }) => {
  let place: TestStore
  beforeAll(async () => {
    place = await fresh()
    await using(place.open, async (store) => {
      await store.write([...SMALL_GRAPH, REMOVED])
      await store.removeArticles([REMOVED.article.id])
    })
  })

  const set = async (fact: string, column: string, ids: readonly (string | undefined)[]): Promise<void> => {
    const client = await openClient(place.config)
    const list = `[${ids.map((id) => `'${String(id)}'`).join(', ')}]`
    await client.transaction((run) => run(`MATCH (f:Fact {id: $fact}) SET f.${column} = ${list}`, { fact }))
    await client.close()
  }
  const verified = (): Promise<readonly unknown[]> => using(place.open, (store) => collect(verifyGraph(store)))

  it.each<[string, string, string, readonly (string | undefined)[], readonly (string | undefined)[], string]>([
    ['leaves out a piece of evidence', FACTS.joins, 'evidenceIds', [inFirst, inFourth], [inFirst, inSecond, inFourth], `evidenceIds: -${String(inSecond)}`],
    ['lists none', FACTS.joins, 'evidenceIds', [], [inFirst, inSecond, inFourth], `evidenceIds: -${String(inFirst)}`],
    ['lists evidence of another fact', FACTS.joins, 'evidenceIds', [inFirst, inSecond, inFourth, ofAnother], [inFirst, inSecond, inFourth], `evidenceIds: +${ofAnother}`],
    ['lists evidence that is nowhere', FACTS.joins, 'evidenceIds', [inFirst, inSecond, inFourth, 'e_0'], [inFirst, inSecond, inFourth], 'evidenceIds: +e_0'],
    ['lists a piece of evidence twice', FACTS.joins, 'evidenceIds', [inFirst, inSecond, inSecond, inFourth], [inFirst, inSecond, inFourth], `evidenceIds: +${String(inSecond)}`],
    ['leaves out an article', FACTS.joins, 'articleIds', ['a1', 'a4'], ['a1', 'a2', 'a4'], 'articleIds: -a2'],
    ['is closed and still lists evidence', closed, 'evidenceIds', [inFirst], [], `evidenceIds: +${String(inFirst)}`],
  ])('that %s is found and named', async (_what, fact, column, wrong, right, detail) => {
    expect([inFirst, inSecond, inFourth, ofAnother, closed]).not.toContain('')
    await set(fact, column, wrong)
    const found = await verified()
    await set(fact, column, right)
    expect(found).toEqual([{ code: 'LIST_WRONG', id: fact, detail: expect.stringContaining(detail) as string }])
    expect(await verified()).toEqual([])
  })
})
