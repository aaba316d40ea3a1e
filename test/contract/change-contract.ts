import type { ArticleGraph } from '../../src/core/records.js'
import type { GraphStore } from '../../src/store/port.js'
import { buildArticle } from '../fixtures/builders.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import type { StoreUnderTest } from '../stores.js'
import { dump, using } from './dump.js'
import { NOTHING } from './write-contract.js'

const designation = (pipeline: string): ArticleGraph => buildArticle({
  id: 'a3', source: '岚州日报', date: '2031-07-01', title: '瞪羚企业名单更正', pipeline, text: '更正：岚州磐石泵业有限公司获评瞪羚企业。',
  entities: [
    { kind: 'COMPANY', name: '岚州磐石泵业有限公司', aliases: ['磐石泵业'] },
    { kind: 'INITIATIVE', name: '瞪羚企业', subkind: 'DESIGNATION' },
  ],
  facts: [{ type: 'DESIGNATED', subject: '磐石泵业', object: '瞪羚企业', quote: '岚州磐石泵业有限公司获评瞪羚企业', modality: 'PLANNED' }],
})

const closedOf = async (store: GraphStore, id: string) => (await store.read('closed-facts-of-entity', { id })).map((row) => [row['type'], row['closedWhy']])

/** What a changed or removed article takes with it, and what it leaves alone. */
export function changeContract({ name, fresh }: StoreUnderTest): void {
  describe(`${name}: change`, () => {
    it('replaces the evidence and mentions of the changed article and of no other', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const before = await dump(store)
        expect(await store.write([designation('test/1')])).toEqual({ ...NOTHING, articlesChanged: 1, evidenceAdded: 1, evidenceRemoved: 4, factsClosed: 3 })
        const after = await dump(store)
        const others = (rows: typeof before.evidence): typeof before.evidence => rows.filter((row) => row['articleId'] !== 'a3')
        expect(others(after.evidence)).toEqual(others(before.evidence))
        expect(others(after.mentions)).toEqual(others(before.mentions))
        expect(after.evidence.filter((row) => row['articleId'] === 'a3')).toMatchObject([{ modality: 'PLANNED', quote: '岚州磐石泵业有限公司获评瞪羚企业' }])
        expect(after.articles.find((row) => row['id'] === 'a3')).toMatchObject({ title: '瞪羚企业名单更正' })
      })
    })

    it('closes facts left bare, says why, and takes their edges away; opens them when evidence comes back', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const before = await dump(store)
        await store.write([designation('test/1')])
        expect(await closedOf(store, SMALL.bureau)).toEqual([['PROMOTES', 'ARTICLE_CHANGED']])
        expect(await closedOf(store, SMALL.chips)).toEqual([['DESIGNATED', 'ARTICLE_CHANGED']])
        expect(await store.read('facts-of-entities', { ids: [SMALL.bureau] })).toEqual([])
        expect(await store.read('neighbours', { ids: [SMALL.bureau] })).toEqual([])
        // Named by a closed fact only: it stays, with its name, in no article.
        expect(await store.read('entity-by-ids', { ids: [SMALL.bureau] })).toMatchObject([{ name: '岚州市科技局', articleCount: 0 }])
        expect(await store.write(SMALL_GRAPH)).toMatchObject({ articlesChanged: 1, articlesUnchanged: 4, factsClosed: 0 })
        expect(await dump(store)).toEqual(before)
      })
    })

    it('folds anew when only the date, the pipeline or the title differ', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        const text = '甲公司位于乙市。'
        const article = (date: string, pipeline: string): ArticleGraph => buildArticle({
          id: 'd', date, pipeline, text, entities: [{ kind: 'COMPANY', name: '甲公司' }, { kind: 'REGION', name: '乙市' }],
          facts: [{ type: 'LOCATED_IN', subject: '甲公司', object: '乙市', quote: text }],
        })
        await store.write([article('2030-01-01', 'test/1')])
        expect(await store.write([article('2030-02-02', 'test/1')])).toEqual({ ...NOTHING, articlesChanged: 1 })
        const ids = (await store.read('list-entities')).map((row) => String(row['id']))
        expect(await store.read('facts-of-entities', { ids: ids.slice(0, 1) })).toMatchObject([{ firstSeen: '2030-02-02', lastSeen: '2030-02-02' }])
        expect(await store.write([article('2030-02-02', 'test/2')])).toEqual({ ...NOTHING, articlesChanged: 1 })
      })
    })

    it('removes articles with what they alone brought, and passes over unknown ids', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH.slice(0, 4))
        const before = await dump(store)
        await store.write(SMALL_GRAPH.slice(4))
        expect(await store.removeArticles(['a5', 'unknown'])).toEqual({ ...NOTHING, articlesRemoved: 1 })
        expect(await dump(store)).toEqual(before)
        expect(await store.removeArticles(['a4'])).toEqual({ ...NOTHING, articlesRemoved: 1, evidenceRemoved: 4, factsClosed: 3 })
        expect(await closedOf(store, SMALL.mayor)).toEqual([['HOLDS_POSITION', 'ARTICLE_REMOVED']])
      })
    })

    it('removes an entity that no article and no fact names any more', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write([buildArticle({ id: 'e', text: '甲公司、乙公司。', entities: [{ kind: 'COMPANY', name: '甲公司' }, { kind: 'COMPANY', name: '乙公司' }] })])
        await store.write([buildArticle({ id: 'e', text: '甲公司。', entities: [{ kind: 'COMPANY', name: '甲公司' }] })])
        expect((await store.read('list-entities')).map((row) => row['name'])).toEqual(['甲公司'])
      })
    })
  })
}
