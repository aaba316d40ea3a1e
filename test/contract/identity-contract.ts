import type { ArticleGraph } from '../../src/core/records.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import type { GraphStore } from '../../src/store/port.js'
import { buildArticle, idOfDraft, type EntityDraft } from '../fixtures/builders.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import type { StoreUnderTest } from '../stores.js'
import { dump, using } from './dump.js'

const city = { kind: 'REGION', name: '岚州市', aliases: ['岚州'] } as const satisfies EntityDraft
const chips = { kind: 'COMPANY', name: '岚州芯河科技有限公司' } as const satisfies EntityDraft
const short = { kind: 'COMPANY', name: '芯河科技', key: '芯河科技@岚州' } as const satisfies EntityDraft
const person = { kind: 'PERSON', name: '陆沉远', subkind: 'official' } as const satisfies EntityDraft
const namesake = { kind: 'PERSON', name: '陆沉远', key: '陆沉远@汀江' } as const satisfies EntityDraft

/** Articles in which one firm and one person go by second references, once beside the first, once as speaker and end of a symmetric fact. */
const MORE: readonly ArticleGraph[] = [
  buildArticle({
    id: 'm1', date: '2031-06-01', text: '陆沉远走访芯河科技。岚州芯河科技有限公司与芯河科技同在岚州市。', entities: [namesake, short, chips, city],
    facts: [
      { type: 'VISITED', subject: '陆沉远', object: '芯河科技', quote: '陆沉远走访芯河科技' },
      { type: 'LOCATED_IN', subject: '芯河科技', object: '岚州市', quote: '芯河科技同在岚州市', speaker: '陆沉远', modality: 'URGED' },
      { type: 'LOCATED_IN', subject: '岚州芯河科技有限公司', object: '岚州市', quote: '岚州芯河科技有限公司与芯河科技同在岚州市' },
      { type: 'COLLABORATES_WITH', subject: '岚州芯河科技有限公司', object: '芯河科技', quote: '岚州芯河科技有限公司与芯河科技' },
    ],
  }),
  buildArticle({
    id: 'm2', date: '2031-12-01', text: '芯河科技与岚州磐石泵业有限公司合作。', entities: [short, { kind: 'COMPANY', name: '岚州磐石泵业有限公司' }],
    facts: [{ type: 'COLLABORATES_WITH', subject: '芯河科技', object: '岚州磐石泵业有限公司', quote: '芯河科技与岚州磐石泵业有限公司合作' }],
  }),
]
const ALL = [...SMALL_GRAPH, ...MORE]
const [SHORT, NAMESAKE] = [idOfDraft(short), idOfDraft(namesake)]
const MAP: ReadonlyMap<string, string> = new Map([[SHORT, SMALL.chips], [NAMESAKE, SMALL.official]])
const NOBODY: ReadonlyMap<string, string> = new Map()

export async function exported(store: GraphStore): Promise<string> {
  const lines: string[] = []
  for await (const line of graphJsonl(store)) lines.push(line)
  return lines.join('')
}

/** Who is who: set, moved and taken back, with the graph as if it had never been otherwise. */
export function identityContract({ name, fresh }: StoreUnderTest): void {
  describe(`${name}: identity`, () => {
    it('joins mentions, evidence and facts of what is one, and gives the old graph back byte for byte', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(ALL)
        const before = await exported(store)
        expect(await store.applyIdentity(MAP)).toEqual({ referencesMoved: 2, referencesMerged: 2 })
        expect(await store.read('entity-by-ids', { ids: [SHORT, NAMESAKE] })).toEqual([])
        // Four articles named the firm, two more its other reference; one article names both.
        expect(await store.read('entity-by-ids', { ids: [SMALL.chips] })).toMatchObject([{ name: chips.name, articleCount: 6 }])
        const visits = await store.read('facts-of-entities', { ids: [SMALL.chips], types: ['VISITED'] })
        expect(visits).toMatchObject([{ otherId: SMALL.official, evidenceCount: 3, articleCount: 3 }])
        const located = await store.read('facts-of-entities', { ids: [SMALL.chips], types: ['LOCATED_IN'] })
        expect(located).toMatchObject([{ otherId: SMALL.city, evidenceCount: 2, modality: 'ASSERTED' }])
        expect(await store.read('astray-evidence')).toEqual([])
        expect(await store.applyIdentity(NOBODY)).toEqual({ referencesMoved: 2, referencesMerged: 0 })
        expect(await exported(store)).toBe(before)
      })
    })

    it('shows no fact of an entity with itself as a line, and follows the speaker', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(ALL)
        await store.applyIdentity(MAP)
        const together = await store.read('facts-of-entities', { ids: [SMALL.chips], types: ['COLLABORATES_WITH'] })
        expect(together.map((row) => row['otherId']).sort()).toEqual([SMALL.ferries, SMALL.pumps].sort())
        expect((await store.read('all-evidence')).filter((row) => row['speakerId'] === NAMESAKE)).toEqual([])
      })
    })

    it.each([
      ['before the articles', async (store: GraphStore) => { await store.write(MORE); await store.write(SMALL_GRAPH.slice(0, 1)); await store.applyIdentity(MAP); await store.write(ALL) }],
      ['one by one, the map again and again', async (store: GraphStore) => {
        await store.write(SMALL_GRAPH.slice(0, 1))
        for (const graph of [...MORE, ...SMALL_GRAPH.slice(1)]) {
          await store.write([graph])
          const known = await store.read('references-by-ids', { ids: [SHORT, NAMESAKE] })
          await store.applyIdentity(new Map([...MAP].filter(([ref]) => known.some((row) => row['id'] === ref))))
        }
      }],
      ['by way of another map', async (store: GraphStore) => { await store.write(ALL); await store.applyIdentity(new Map([[SMALL.chips, SHORT], [SMALL.official, NAMESAKE]])); await store.applyIdentity(MAP) }],
      ['one reference at a time', async (store: GraphStore) => { await store.write(ALL); await store.applyIdentity(MAP, [SHORT]); await store.applyIdentity(MAP, [NAMESAKE]) }],
    ] as const)('is the same graph with the map set %s', async (_way, work) => {
      const whole = await using((await fresh()).open, async (store) => {
        await store.write(ALL)
        await store.applyIdentity(MAP)
        return exported(store)
      })
      await using((await fresh()).open, async (store) => {
        await work(store)
        expect(await exported(store)).toBe(whole)
      })
    })

    it('takes closed facts along and back', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(ALL)
        await store.removeArticles(['m1', 'a4'])
        const before = await dump(store)
        await store.applyIdentity(MAP)
        const closed = (await store.read('closed-facts-of-entity', { id: SMALL.chips })).filter((row) => row['type'] === 'LOCATED_IN')
        expect(closed).toMatchObject([{ closedWhy: 'ARTICLE_REMOVED', evidenceCount: 0 }])
        await store.applyIdentity(NOBODY)
        expect(await dump(store)).toEqual(before)
        await store.write(ALL)
        expect((await store.read('counts'))[0]).toMatchObject({ closedFacts: 0 })
      })
    })

    it.each([
      ['NOT_FOUND', 'a reference that no article brought', new Map([['c_unknown', SMALL.chips]])],
      ['NOT_FOUND', 'a name of 10,000 characters', new Map([[SHORT, '名'.repeat(10_000)]])],
      ['BAD_INPUT', 'two kinds', new Map([[SHORT, SMALL.official]])],
      ['BAD_INPUT', 'a chain', new Map([[SHORT, SMALL.chips], [SMALL.chips, SMALL.pumps]])],
      ['BAD_INPUT', 'a cycle', new Map([[SHORT, SMALL.chips], [SMALL.chips, SHORT]])],
    ] as const)('%s: a map with %s changes nothing', async (code, _what, map) => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(ALL)
        const before = await dump(store)
        await expect(store.applyIdentity(map)).rejects.toMatchObject({ code })
        expect(await dump(store)).toEqual(before)
      })
    })

    it('leaves a person alone whom nobody has judged', async () => {
      const place = await fresh()
      await using(place.open, async (store) => {
        await store.write(ALL)
        expect(await store.read('entity-by-ids', { ids: [SMALL.official, NAMESAKE] })).toMatchObject([SMALL.official, NAMESAKE].sort().map((id) => ({ id, name: person.name })))
      })
    })
  })
}
