import { reviewQueue } from '../../src/review/queue.js'
import { buildArticle, idOfDraft, type EntityDraft, type FactDraft } from '../fixtures/builders.js'
import { collect, openTempStore, type TempStore } from '../fixtures/temp-store.js'

const PER_ARTICLE = 100
const HUB: EntityDraft = { kind: 'PERSON', name: '秦忙碌', subkind: 'official' }

/** An article in which `visitor`, or for each firm another stranger, visits firms. */
function visits(id: string, strength: 'STATED' | 'IMPLIED', visitor?: EntityDraft): ReturnType<typeof buildArticle> {
  const firms = Array.from({ length: PER_ARTICLE }, (_, index): EntityDraft => ({ kind: 'COMPANY', name: `${id}第${index}厂` }))
  const people = firms.map(({ name }): EntityDraft => visitor ?? { kind: 'PERSON', name: `${name}来客` })
  const entities = [...new Map([...firms, ...people].map((entity) => [entity.name, entity])).values()]
  const facts = firms.map(({ name }, index): FactDraft => ({ type: 'VISITED', subject: people[index]?.name ?? '', object: name, quote: name, strength }))
  return buildArticle({ id, date: '2031-01-01', text: `${entities.map(({ name }) => name).join('、')}。`, entities, facts })
}

let temp: TempStore
beforeAll(async () => {
  temp = await openTempStore()
  await temp.store.write([...Array.from({ length: 11 }, (_, index) => visits(`甲${index}`, 'IMPLIED')), visits('乙0', 'STATED', HUB), visits('乙1', 'STATED', HUB)])
}, 300_000)
afterAll(() => temp.remove())

test('of more facts than it weighs, takes in those that reach far and says that it left some out', async () => {
  const { page, truncated } = await reviewQueue(temp.store, { first: 100 })
  expect(truncated).toBe(true)
  expect(await page.totalCount()).toBe(1_300)
  for (const { node } of page.edges) expect(node).toMatchObject({ weakness: 3, fact: { subjectId: idOfDraft(HUB) } })
})

test('gives every weighed fact once, from page to page, in falling order', async () => {
  async function* pages(): AsyncGenerator<{ readonly id: string; readonly score: number }> {
    for (let after: string | undefined, more = true; more;) {
      const { page } = await reviewQueue(temp.store, { first: 100, after })
      for (const { node } of page.edges) yield { id: node.fact.id, score: node.score }
      after = page.edges.at(-1)?.cursor
      more = page.hasNextPage
    }
  }
  const all = await collect(pages())
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(700)
  expect(all.length).toBeLessThanOrEqual(1_000)
  expect(all.map(({ score }) => score)).toEqual([...all].map(({ score }) => score).sort((a, b) => b - a))
})
