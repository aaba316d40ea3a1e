import type { WriteCounts } from '../../src/store/port.js'
import { buildArticle } from '../fixtures/builders.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import type { StoreUnderTest } from '../stores.js'
import { dump, using } from './dump.js'

export const NOTHING: WriteCounts = {
  articlesAdded: 0, articlesChanged: 0, articlesUnchanged: 0, articlesRemoved: 0, evidenceAdded: 0, evidenceRemoved: 0, factsClosed: 0,
}

/** Characters that a store must give back as they came. */
const ODD_TEXT = '“引号”\'单\'"双"\\反斜杠\\n\n换行\t𠮷野家😀\u00a0\u200b${x} $ids // 注释 {{relations}} ﷽'

/** What a store keeps of what is written, and that writing again changes nothing. */
export function writeContract({ name, fresh }: StoreUnderTest): void {
  describe(`${name}: write`, () => {
    it('makes its schema twice without complaint and keeps the data', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        await store.applySchema()
        expect((await store.read('counts'))[0]).toMatchObject({ articles: SMALL_GRAPH.length })
      })
    })

    it('gives back every record as it was written', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        const counts = await store.write(SMALL_GRAPH)
        expect(counts).toEqual({ ...NOTHING, articlesAdded: 5, evidenceAdded: 18 })
        const kept = await dump(store)
        const written = SMALL_GRAPH.map(({ article }) => ({ ...article, repairs: JSON.stringify(article.repairs), retracted: false }))
        expect(kept.articles).toEqual(written)
        expect(kept.evidence).toEqual(SMALL_GRAPH.flatMap((graph) => graph.evidence)
          .map(({ raw, span, ...rest }) => ({ ...rest, rawStart: raw.start, rawEnd: raw.end, spanStart: span.start, spanEnd: span.end }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)))
        const mentions = SMALL_GRAPH.flatMap(({ article, entities }) => entities.map((entity) => [article.id, entity.id, entity.name, JSON.stringify(entity.mentions)]))
        expect(kept.mentions.map((row) => [row['articleId'], row['entityId'], row['name'], row['mentions']]).sort()).toEqual(mentions.sort())
      })
    })

    it('folds entities and facts over their articles', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const [zone] = await store.read('entity-by-ids', { ids: [SMALL.zone] })
        expect(zone).toEqual({ id: SMALL.zone, kind: 'INITIATIVE', subkind: 'ZONE', name: '云泽湾协同创新区', aliases: ['云泽湾'], articleCount: 4 })
        const facts = await store.read('facts-of-entities', { ids: [SMALL.chips], types: ['PARTICIPATES_IN'] })
        expect(facts).toMatchObject([{
          otherId: SMALL.zone, modality: 'PLANNED', strength: 'IMPLIED', speakerId: '', firstSeen: '2031-06-04', lastSeen: '2031-09-10', articleCount: 3, evidenceCount: 3, open: true,
        }])
      })
    })

    it('changes nothing when the same articles come again, together or one by one', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(SMALL_GRAPH)
        const before = await dump(store)
        expect(await store.write(SMALL_GRAPH)).toEqual({ ...NOTHING, articlesUnchanged: 5 })
        for (const graph of SMALL_GRAPH) expect(await store.write([graph])).toEqual({ ...NOTHING, articlesUnchanged: 1 })
        expect(await dump(store)).toEqual(before)
      })
    })

    it('takes an empty batch, an article without entities, and the later of two with one id', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        expect(await store.write([])).toEqual(NOTHING)
        const first = buildArticle({ id: 'x', text: '先写的。', entities: [] })
        const second = buildArticle({ id: 'x', text: '后写的。', entities: [] })
        expect(await store.write([first, second])).toEqual({ ...NOTHING, articlesAdded: 1 })
        expect((await store.read('articles-by-ids', { ids: ['x'] }))[0]).toMatchObject({ rawText: '后写的。', byline: [] })
      })
    })

    it('keeps odd characters in every field', async () => {
      const place = await fresh()
      const odd = buildArticle({
        id: "o'1", text: ODD_TEXT, title: ODD_TEXT, source: ODD_TEXT, byline: [ODD_TEXT, ''],
        entities: [{ kind: 'COMPANY', name: ODD_TEXT, aliases: ['😀'] }],
      })
      await using(place.open, (store) => store.write([odd]))
      await using(place.open, async (store) => {
        expect((await store.read('articles-by-ids', { ids: ["o'1"] }))[0]).toMatchObject({ rawText: ODD_TEXT, title: ODD_TEXT, byline: [ODD_TEXT, ''] })
        expect((await store.read('list-entities'))[0]).toMatchObject({ name: ODD_TEXT, aliases: ['😀'] })
        expect(await store.write([odd])).toEqual({ ...NOTHING, articlesUnchanged: 1 })
      })
    })

    it('writes more rows than one statement takes', async () => {
      const place = await fresh()
      const names = Array.from({ length: 1_203 }, (_, index) => `第${index}号企业`)
      const text = names.join('、')
      const large = buildArticle({
        id: 'large', text, entities: names.map((company) => ({ kind: 'COMPANY', name: company })),
        facts: names.slice(1).map((object) => ({ type: 'COLLABORATES_WITH', subject: '第0号企业', object, quote: object })),
      })
      await using(place.open, async (store) => {
        expect(await store.write([large])).toMatchObject({ evidenceAdded: 1_202 })
        expect((await store.read('counts'))[0]).toEqual({ entities: 1_203, articles: 1, facts: 1_202, closedFacts: 0, evidence: 1_202 })
        expect(await store.removeArticles(['large'])).toMatchObject({ articlesRemoved: 1, factsClosed: 1_202 })
      })
    })
  })
}
