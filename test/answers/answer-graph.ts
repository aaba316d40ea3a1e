import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isPolicyGraphError, type PolicyGraphError } from '../../src/core/errors.js'
import type { ArticleGraph } from '../../src/core/records.js'
import { withReads } from '../../src/store/around.js'
import { openStore } from '../../src/store/open-store.js'
import type { GraphStore } from '../../src/store/port.js'
import { buildArticle, idOfDraft, type EntityDraft } from '../fixtures/builders.js'

/** A graph for questions: a tour whose firms and zone share no sentence, a hub, a denial, a city shared by strangers, namesakes. */

const person = (name: string, key = name): EntityDraft => ({ kind: 'PERSON', name, subkind: 'official', key })
const firm = (name: string, ...aliases: readonly string[]): EntityDraft => ({ kind: 'COMPANY', name, aliases })
const initiative = (name: string, subkind: string): EntityDraft => ({ kind: 'INITIATIVE', name, subkind })
const region = (name: string, subkind: string): EntityDraft => ({ kind: 'REGION', name, subkind })

const mayor = person('闻人澈')
const busy = person('邵百川')
const rare = person('柏予安')
const namesakeA = person('丁一苇', '丁一苇 北')
const namesakeB = person('丁一苇', '丁一苇 南')
const lamps = firm('澜洲曜灯电子有限公司', '曜灯电子')
const valves = firm('澜洲恒阀制造有限公司')
const boats = firm('澜洲拓舟船业有限公司')
const silk = firm('汐州云帛丝绸有限公司')
const salt = firm('汐州白屿盐业有限公司')
const zone = initiative('鹭江湾产业协同区', 'ZONE')
const plan = initiative('千灯行动', 'PROGRAM')
const wind = initiative('海风计划', 'PROGRAM')
const giant = initiative('国家级“领跑者”企业', 'DESIGNATION')
const city = region('澜洲市', 'city')
const town = region('汐州市', 'city')

const named = { mayor, busy, rare, namesakeA, namesakeB, lamps, valves, boats, silk, salt, zone, plan, wind, giant, city, town }

/** Ids of the fixture's entities. */
export const IDS = Object.fromEntries(Object.entries(named).map(([name, draft]) => [name, idOfDraft(draft)])) as Readonly<Record<keyof typeof named, string>>

const TOUR = '澜洲市市长闻人澈走访曜灯电子。在澜洲恒阀制造有限公司，闻人澈察看车间。随后闻人澈来到澜洲拓舟船业有限公司。她强调，要积极推进鹭江湾产业协同区建设。'

/** 25 visits make a hub of 邵百川. */
const hubVisits = Array.from({ length: 25 }, (_, index) => firm(`汐州第${index + 1}织造厂`))

export const ANSWER_GRAPH: readonly ArticleGraph[] = [
  buildArticle({
    id: 'tour', title: '市长走访企业', date: '2032-05-10', source: '澜洲日报', text: TOUR,
    entities: [mayor, { ...lamps, name: '曜灯电子', aliases: [], key: lamps.name }, valves, boats, zone, city],
    facts: [
      { type: 'HOLDS_POSITION', subject: '闻人澈', object: '澜洲市', title: '市长', quote: '澜洲市市长闻人澈' },
      { type: 'VISITED', subject: '闻人澈', object: '曜灯电子', quote: '澜洲市市长闻人澈走访曜灯电子' },
      { type: 'VISITED', subject: '闻人澈', object: '澜洲恒阀制造有限公司', quote: '在澜洲恒阀制造有限公司，闻人澈察看车间' },
      { type: 'VISITED', subject: '闻人澈', object: '澜洲拓舟船业有限公司', quote: '随后闻人澈来到澜洲拓舟船业有限公司', strength: 'IMPLIED' },
      { type: 'PROMOTES', subject: '闻人澈', object: '鹭江湾产业协同区', quote: '要积极推进鹭江湾产业协同区建设', modality: 'URGED', strength: 'IMPLIED', speaker: '闻人澈' },
    ],
  }),
  buildArticle({
    id: 'award', title: '领跑者名单', date: '2032-06-01', source: '澜洲日报',
    text: '澜洲曜灯电子有限公司（简称曜灯电子）入选国家级“领跑者”企业。澜洲恒阀制造有限公司未入选国家级“领跑者”企业。澜洲曜灯电子有限公司位于澜洲市。',
    entities: [lamps, valves, giant, city],
    facts: [
      { type: 'DESIGNATED', subject: lamps.name, object: giant.name, quote: '澜洲曜灯电子有限公司（简称曜灯电子）入选国家级“领跑者”企业' },
      { type: 'DESIGNATED', subject: valves.name, object: giant.name, quote: '澜洲恒阀制造有限公司未入选国家级“领跑者”企业', modality: 'DENIED' },
      { type: 'LOCATED_IN', subject: lamps.name, object: '澜洲市', quote: '澜洲曜灯电子有限公司位于澜洲市' },
    ],
  }),
  buildArticle({
    id: 'hub', title: '邵百川一年走访二十余家企业', date: '2032-07-01', source: '汐州网',
    text: `邵百川走访${[silk, ...hubVisits].map(({ name }) => name).join('、')}。邵百川推动海风计划。`,
    entities: [busy, silk, ...hubVisits, wind],
    facts: [
      ...[silk, ...hubVisits].map(({ name }) => ({ type: 'VISITED' as const, subject: '邵百川', object: name, quote: `邵百川走访${silk.name}` })),
      { type: 'PROMOTES', subject: '邵百川', object: '海风计划', quote: '邵百川推动海风计划' },
    ],
  }),
  buildArticle({
    id: 'rare', title: '柏予安看望盐业职工', date: '2032-07-02', source: '汐州网', text: '柏予安走访汐州白屿盐业有限公司。柏予安推动海风计划。汐州白屿盐业有限公司位于汐州市。',
    entities: [rare, salt, wind, town],
    facts: [
      { type: 'VISITED', subject: '柏予安', object: salt.name, quote: '柏予安走访汐州白屿盐业有限公司' },
      { type: 'PROMOTES', subject: '柏予安', object: '海风计划', quote: '柏予安推动海风计划' },
      { type: 'LOCATED_IN', subject: salt.name, object: '汐州市', quote: '汐州白屿盐业有限公司位于汐州市' },
    ],
  }),
  buildArticle({
    id: 'city', title: '云帛丝绸', date: '2032-08-01', source: '汐州网', text: '汐州云帛丝绸有限公司位于汐州市。澜洲恒阀制造有限公司位于澜洲市。',
    entities: [silk, valves, town, city],
    facts: [
      { type: 'LOCATED_IN', subject: silk.name, object: '汐州市', quote: '汐州云帛丝绸有限公司位于汐州市' },
      { type: 'LOCATED_IN', subject: valves.name, object: '澜洲市', quote: '澜洲恒阀制造有限公司位于澜洲市' },
    ],
  }),
  buildArticle({
    id: 'stated', title: '曜灯参加千灯行动', date: '2033-01-05', source: '澜洲日报', text: '曜灯电子参加千灯行动，澜洲恒阀制造有限公司退出了千灯行动。',
    entities: [{ ...lamps, name: '曜灯电子', aliases: [], key: lamps.name }, valves, plan],
    facts: [
      { type: 'PARTICIPATES_IN', subject: '曜灯电子', object: '千灯行动', quote: '曜灯电子参加千灯行动' },
      { type: 'PARTICIPATES_IN', subject: valves.name, object: '千灯行动', quote: '澜洲恒阀制造有限公司退出了千灯行动', modality: 'DENIED' },
    ],
  }),
  buildArticle({ id: 'north', title: '丁一苇其一', text: '丁一苇来了。', entities: [namesakeA] }),
  buildArticle({ id: 'south', title: '丁一苇其二', text: '丁一苇走了。', entities: [namesakeB] }),
]

/** A real embedded store with these articles, in a folder of its own. */
export async function openWith(articles: readonly ArticleGraph[]): Promise<{ readonly store: GraphStore; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-answers-'))
  const store = await openStore({ kind: 'embedded', folder })
  await store.applySchema()
  await store.write(articles)
  return {
    store,
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same store; `calls` counts the reads since it was last set to 0. */
export function counting(store: GraphStore): { readonly store: GraphStore; calls: number; readonly queries: string[] } {
  const counter = { calls: 0, queries: [] as string[], store }
  counter.store = withReads(store, (query, params) => {
    counter.calls++
    counter.queries.push(query)
    return store.read(query, params)
  })
  return counter
}

/** The coded error that the work rejects with; throws when it does not. */
export async function errorOf(work: Promise<unknown>): Promise<PolicyGraphError> {
  const error: unknown = await work.then(() => undefined, (reason: unknown) => reason)
  if (!isPolicyGraphError(error)) throw new Error(`no coded error: ${String(error)}`)
  return error
}
