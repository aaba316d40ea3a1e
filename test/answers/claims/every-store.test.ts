import { checkClaim } from '../../../src/answers/claims/check-claim.js'
import { checkSentence } from '../../../src/answers/claims/check-sentence.js'
import { groupRelations } from '../../../src/answers/group-relations.js'
import { search } from '../../../src/answers/lists.js'
import { factsOfEntities } from '../../../src/answers/lookups.js'
import { neighbours } from '../../../src/answers/neighbours.js'
import { headsOf, postsOfEntities } from '../../../src/answers/time/posts.js'
import { timeline } from '../../../src/answers/time/timeline.js'
import { trends } from '../../../src/answers/time/trends.js'
import type { GraphStore } from '../../../src/store/port.js'
import { storesUnderTest, type StoreUnderTest } from '../../stores.js'
import { openWith } from '../answer-graph.js'
import { CLAIM_GRAPH, CLAIM_IDS as IDS } from './claim-graph.js'

/** What each question is and what it answers, as plain data. */
const QUESTIONS: readonly (readonly [string, (store: GraphStore) => Promise<unknown>])[] = [
  ['a claim that articles support', (store) => checkClaim(store, { subject: '闻人澈', relation: 'VISITED', object: '曜灯电子' })],
  ['a claim as of a day', (store) => checkClaim(store, { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '千灯行动', asOf: '2032-08-01' })],
  ['a claim that only a chain answers', (store) => checkClaim(store, { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '鹭江湾' })],
  ['a claim that only co-mention answers', (store) => checkClaim(store, { subject: '恒阀制造', relation: 'PARTICIPATES_IN', object: '鹭江湾' })],
  ['an ambiguous claim', (store) => checkClaim(store, { subject: '陆明远', object: '曜灯照明' })],
  ['a quarrel, in a sentence', (store) => checkSentence(store, { text: '云帛丝绸参加了千灯行动' })],
  ['a sentence without a relation', (store) => checkSentence(store, { text: '闻人澈喜欢曜灯电子' })],
  ['a group', (store) => groupRelations(store, { names: ['曜灯电子', '云帛丝绸', '恒阀制造', '闻人澈', '鹭江湾', '陆明远', '无此事'], maxHops: 3 })],
  ['a timeline', (store) => timeline(store, { entity: '闻人澈', first: 100 })],
  ['posts', async (store) => [...(await postsOfEntities(store, [IDS.city, IDS.successor])).byEntity]],
  ['heads on a day', (store) => headsOf(store, { organization: '澜洲市', asOf: '2032-12-31' })],
  ['trends', (store) => trends(store, { initiative: '千灯行动' })],
  ['neighbours', (store) => neighbours(store, { entity: '曜灯电子', least: 1, maxP: 1 })],
  ['a search as of a day', (store) => search(store, { text: '澜洲', asOf: '2032-06-30' })],
  ['facts as of a day', async (store) => [...await factsOfEntities(store, [IDS.lamps, IDS.mayor], { asOf: '2032-08-01' })]],
]

const running = await storesUnderTest()
const answers = new Map<string, unknown>()
beforeAll(async () => {
  const { store, close } = await openWith(CLAIM_GRAPH)
  for (const [name, ask] of QUESTIONS) answers.set(name, await ask(store))
  await close()
})

describe.each(running)('on $name', (kind: StoreUnderTest) => {
  let store: GraphStore
  beforeAll(async () => {
    store = await (await kind.fresh()).open()
    await store.write([...CLAIM_GRAPH].reverse())
  })
  afterAll(() => store.close())

  it.each(QUESTIONS)('answers the same: %s', async (name, ask) => {
    expect(await ask(store)).toEqual(answers.get(name))
  })
})
