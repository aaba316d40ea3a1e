import type { ArticleGraph } from '../../../src/core/records.js'
import { rawSpan } from '../../../src/core/span.js'
import { buildArticle, idOfDraft, type EntityDraft } from '../../fixtures/builders.js'

/** A graph for claims: a tour and its reprint, a plan that came true, a quarrel, a rumour, a change of mayor, namesakes, a damaged copy. */

const person = (name: string, key = name): EntityDraft => ({ kind: 'PERSON', name, subkind: 'official', key })
const firm = (name: string, ...aliases: readonly string[]): EntityDraft => ({ kind: 'COMPANY', name, aliases })
const initiative = (name: string, subkind: string): EntityDraft => ({ kind: 'INITIATIVE', name, subkind })

const mayor = person('闻人澈')
const successor = person('苏见山')
const namesakeA = person('陆明远', '陆明远 北')
const namesakeB = person('陆明远', '陆明远 南')
const lamps = firm('澜洲曜灯电子有限公司', '曜灯电子')
const valves = firm('澜洲恒阀制造有限公司', '恒阀制造')
const silk = firm('汐州云帛丝绸有限公司', '云帛丝绸')
const zone = initiative('鹭江湾产业协同区', 'ZONE')
const plan = initiative('千灯行动', 'PROGRAM')
const giant = initiative('国家级“领跑者”企业', 'DESIGNATION')
const fair = initiative('第三届澜洲灯具博览会', 'EVENT')
const college: EntityDraft = { kind: 'ORGANIZATION', name: '澜洲大学', subkind: 'academic' }
const city: EntityDraft = { kind: 'REGION', name: '澜洲市', subkind: 'city' }

const named = { mayor, successor, namesakeA, namesakeB, lamps, valves, silk, zone, plan, giant, fair, college, city }

/** Ids of the fixture's entities. */
export const CLAIM_IDS = Object.fromEntries(Object.entries(named).map(([name, draft]) => [name, idOfDraft(draft)])) as Readonly<Record<keyof typeof named, string>>

const TOUR = '5月9日，澜洲市市长闻人澈走访澜洲曜灯电子有限公司，在车间里看了新做的船灯，问了订单和用工，又到食堂同值夜班的工人说了一会儿话。她强调，要积极推进鹭江湾产业协同区建设，把码头边上的旧仓库用起来。'
const tour = (id: string, source: string, date: string, text: string): ArticleGraph => buildArticle({
  id, source, date, text, title: '市长走访灯具厂', entities: [mayor, lamps, zone, city],
  facts: [
    { type: 'HOLDS_POSITION', subject: mayor.name, object: city.name, title: '市长', quote: '澜洲市市长闻人澈' },
    { type: 'VISITED', subject: mayor.name, object: lamps.name, quote: '闻人澈走访澜洲曜灯电子有限公司', eventDate: '2032-05-09' },
    { type: 'PROMOTES', subject: mayor.name, object: zone.name, quote: '要积极推进鹭江湾产业协同区建设', modality: 'URGED', speaker: mayor.name },
  ],
})

const told = (id: string, date: string, text: string, entities: readonly EntityDraft[], facts: NonNullable<Parameters<typeof buildArticle>[0]['facts']>): ArticleGraph =>
  buildArticle({ id, date, source: '澜洲日报', title: text.slice(0, 8), text, entities, facts })

const damagedText = '澜洲曜灯电子有限公司与澜洲大学共建船灯实验室，双方派人轮流值守，三年内做出样机，样机先在渡口试用。'
const joint = told('damaged', '2032-11-01', damagedText, [lamps, college], [{ type: 'COLLABORATES_WITH', subject: lamps.name, object: college.name, quote: '澜洲曜灯电子有限公司与澜洲大学共建船灯实验室' }])

/** The only copy of what it says: two of its characters were restored. */
const damaged: ArticleGraph = {
  ...joint,
  article: { ...joint.article, repairs: [{ pass: 'gbk-shift', raw: rawSpan(15, 17), before: '共建', after: '共建', certainty: 0.7 }] },
  evidence: joint.evidence.map((item) => ({ ...item, repairs: ['gbk-shift'] })),
}

export const CLAIM_GRAPH: readonly ArticleGraph[] = [
  tour('tour', '澜洲日报', '2032-05-10', TOUR),
  tour('reprint', '汐州网', '2032-05-11', `据澜洲日报消息，${TOUR}`),
  told('award', '2032-06-01', '澜洲曜灯电子有限公司入选国家级“领跑者”企业。澜洲恒阀制造有限公司未入选国家级“领跑者”企业。', [lamps, valves, giant], [
    { type: 'DESIGNATED', subject: lamps.name, object: giant.name, quote: '澜洲曜灯电子有限公司入选国家级“领跑者”企业' },
    { type: 'DESIGNATED', subject: valves.name, object: giant.name, quote: '澜洲恒阀制造有限公司未入选国家级“领跑者”企业', modality: 'DENIED' },
  ]),
  told('intent', '2032-07-01', '澜洲曜灯电子有限公司将参加千灯行动。', [lamps, plan], [{ type: 'PARTICIPATES_IN', subject: lamps.name, object: plan.name, quote: '澜洲曜灯电子有限公司将参加千灯行动', modality: 'PLANNED' }]),
  told('joined', '2032-09-01', '澜洲曜灯电子有限公司参加了千灯行动。', [lamps, plan], [{ type: 'PARTICIPATES_IN', subject: lamps.name, object: plan.name, quote: '澜洲曜灯电子有限公司参加了千灯行动' }]),
  told('silk', '2032-09-05', '汐州云帛丝绸有限公司参加了千灯行动。', [silk, plan], [{ type: 'PARTICIPATES_IN', subject: silk.name, object: plan.name, quote: '汐州云帛丝绸有限公司参加了千灯行动' }]),
  told('quarrel', '2032-09-20', '汐州云帛丝绸有限公司否认参加千灯行动。', [silk, plan], [{ type: 'PARTICIPATES_IN', subject: silk.name, object: plan.name, quote: '汐州云帛丝绸有限公司否认参加千灯行动', modality: 'DENIED' }]),
  told('rumour', '2032-10-01', '如果澜洲恒阀制造有限公司入驻鹭江湾产业协同区，码头要改建。', [valves, zone], [
    { type: 'PARTICIPATES_IN', subject: valves.name, object: zone.name, quote: '如果澜洲恒阀制造有限公司入驻鹭江湾产业协同区', modality: 'HYPOTHETICAL' },
  ]),
  damaged,
  told('campus', '2032-12-01', '澜洲大学放假了。汐州云帛丝绸有限公司的橱窗里挂着灯笼。', [college, silk], []),
  told('change', '2033-01-05', '闻人澈不再担任澜洲市市长。会议任命苏见山为澜洲市市长。', [mayor, successor, city], [
    { type: 'HOLDS_POSITION', subject: mayor.name, object: city.name, title: '市长', quote: '闻人澈不再担任澜洲市市长', modality: 'DENIED' },
    { type: 'HOLDS_POSITION', subject: successor.name, object: city.name, title: '市长', quote: '会议任命苏见山为澜洲市市长', cue: '为' },
  ]),
  told('fair', '2033-03-01', '苏见山出席第三届澜洲灯具博览会。澜洲大学原副校长苏见山说起旧事。', [successor, fair, college], [
    { type: 'ATTENDED', subject: successor.name, object: fair.name, quote: '苏见山出席第三届澜洲灯具博览会' },
    { type: 'HOLDS_POSITION', subject: successor.name, object: college.name, title: '原副校长', quote: '澜洲大学原副校长苏见山' },
  ]),
  buildArticle({ id: 'north', title: '陆明远其一', text: '陆明远来了。', entities: [namesakeA] }),
  buildArticle({ id: 'south', title: '陆明远其二', text: '陆明远走了。', entities: [namesakeB] }),
]
