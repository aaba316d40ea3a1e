import type { RelationType } from '../../schema/ontology/index.js'
import type { NewAct } from '../../src/core/acts.js'
import { factId } from '../../src/core/ids.js'
import type { StoreParams, StoreRow } from '../../src/store/port.js'
import { bigramsOf } from '../../src/store/search-text.js'
import { buildArticle } from '../fixtures/builders.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'

/** What each query of the catalog answers on the small graph, from which one article more has been removed again. */

/** Written and removed, so that there is a closed fact. */
export const REMOVED = buildArticle({
  id: 'a6', text: '陆沉远走访汀江县。',
  entities: [{ kind: 'PERSON', name: '陆沉远', subkind: 'official' }, { kind: 'REGION', name: '汀江县', subkind: 'county' }],
  facts: [{ type: 'VISITED', subject: '陆沉远', object: '汀江县', quote: '陆沉远走访汀江县' }],
})

export interface QueryCase {
  readonly query: string
  readonly says: string
  readonly params: StoreParams
  /** Columns of each row that the case looks at, in order of the rows. */
  readonly rows: readonly Readonly<StoreRow>[]
}

const id = (type: RelationType, subjectId: string, objectId: string, title = ''): string => factId(type, subjectId, objectId, title)
const sorted = <T>(rows: readonly T[], key: (row: T) => string): readonly T[] => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
const { official, mayor, chips, pumps, ferries, zone, award, city, port, bureau } = SMALL

export const FACTS = {
  post: id('HOLDS_POSITION', official, city, '副市长'), visit: id('VISITED', official, chips), visit2: id('VISITED', official, pumps),
  promotes: id('PROMOTES', official, zone), joins: id('PARTICIPATES_IN', chips, zone), award: id('DESIGNATED', pumps, award),
  located: id('LOCATED_IN', pumps, city), denied: id('DESIGNATED', chips, award), list: id('PROMOTES', bureau, award),
  invests: id('INVESTS_IN', ferries, zone), works: id('COLLABORATES_WITH', ferries, chips), post2: id('HOLDS_POSITION', mayor, port, '县长'),
} as const
const CLOSED = id('VISITED', official, port)

const counted = (entityId: string, articleCount: number): StoreRow => ({ id: entityId, articleCount })
/** All entities, most named first, then by id. */
const BY_COUNT = [[chips, 4], [zone, 4], [pumps, 3], [city, 3], [official, 2], [ferries, 1], [mayor, 1], [port, 1], [bureau, 1], [award, 1]] as const
const LISTED = [...BY_COUNT].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([entityId, n]) => counted(entityId, n))
const LISTED_IDS = LISTED.map((row) => String(row['id'])).sort()
const allEvidence = sorted(SMALL_GRAPH.flatMap((graph) => graph.evidence), (item) => item.id)
const openFacts = sorted(Object.values(FACTS), (fact) => fact)

/** Where an entity stands in an article, as the store keeps it. */
const mentionsIn = (article: string, entity: string): string =>
  JSON.stringify(SMALL_GRAPH.find((graph) => graph.article.id === article)?.entities.find((candidate) => candidate.id === entity)?.mentions)

const at = (minute: number): string => `2031-10-01T09:0${minute}:00Z`
const reviewer = { actor: '沈校对', role: 'reviewer' } as const

/** What people have decided about the graph that the queries are asked of. */
export const ACTS: readonly NewAct[] = [
  { ...reviewer, at: at(0), kind: 'VERDICT', targets: [FACTS.visit], decision: 'CONFIRMED', reason: '原文有此句' },
  { ...reviewer, at: at(1), kind: 'PROPOSAL', targets: ['a5'], decision: 'OPENED', detail: '{"missed":"云泽湾"}' },
  { actor: '顾主编', role: 'editor', at: at(2), kind: 'VERDICT', targets: [FACTS.visit], decision: 'CONFIRMED', expectedVersion: 1 },
]

export const CASES: readonly QueryCase[] = [
  { query: 'counts', says: 'open and closed apart', params: {}, rows: [{ entities: 10, articles: 5, facts: 12, closedFacts: 1, evidence: 18 }] },
  { query: 'counts-by-kind', says: 'each kind', params: {}, rows: [['COMPANY', 3], ['INITIATIVE', 2], ['ORGANIZATION', 1], ['PERSON', 2], ['REGION', 2]].map(([kind = '', entities = 0]) => ({ kind, entities })) },
  { query: 'counts-by-relation', says: 'each type of open fact', params: {}, rows: [['COLLABORATES_WITH', 1], ['DESIGNATED', 2], ['HOLDS_POSITION', 2], ['INVESTS_IN', 1], ['LOCATED_IN', 1], ['PARTICIPATES_IN', 1], ['PROMOTES', 2], ['VISITED', 2]].map(([type = '', facts = 0]) => ({ type, facts })) },
  { query: 'entity-by-ids', says: 'known ids once, unknown none', params: { ids: [zone, 'nobody', zone, city] }, rows: sorted([
    { id: zone, kind: 'INITIATIVE', subkind: 'ZONE', name: '云泽湾协同创新区', aliases: ['云泽湾'], articleCount: 4 },
    { id: city, kind: 'REGION', subkind: 'city', name: '岚州市', aliases: ['岚州'], articleCount: 3 },
  ], (row) => row.id) },
  { query: 'entities-by-search', says: 'an alias itself before a beginning before a part', params: { text: '岚州' }, rows: [
    { id: city, rank: 1 }, { id: chips, rank: 2 }, { id: pumps, rank: 2 }, { id: bureau, rank: 2 },
  ] },
  { query: 'entities-by-search', says: 'the name itself first', params: { text: '岚州市' }, rows: [{ id: city, rank: 0 }, { id: bureau, rank: 2 }] },
  { query: 'entities-by-search', says: 'only the kinds asked for', params: { text: '科技', kinds: ['COMPANY'] }, rows: [{ id: chips, rank: 4 }] },
  { query: 'entities-by-search', says: 'a page', params: { text: '岚州', skip: 1, limit: 2 }, rows: [{ id: chips }, { id: pumps }] },
  { query: 'entities-by-pinyin', says: 'a whole alias before a beginning', params: { key: 'lanzhou', part: 'lanzhou' }, rows: [
    { id: city, rank: 0 }, { id: chips, rank: 1 }, { id: pumps, rank: 1 }, { id: bureau, rank: 1 },
  ] },
  { query: 'entities-by-pinyin', says: 'initials, only the kinds asked for', params: { key: 'lzs', part: '\nlzs', kinds: ['ORGANIZATION'] }, rows: [{ id: bureau, rank: 1 }] },
  { query: 'entities-near', says: 'the most pairs in common first', params: { bigrams: bigramsOf('云泽湾创新园区') }, rows: [{ id: zone, hits: 3 }] },
  { query: 'entities-near', says: 'only the kinds asked for', params: { bigrams: bigramsOf('岚州科技'), kinds: ['ORGANIZATION'] }, rows: [{ id: bureau, hits: 2 }] },
  { query: 'list-entities', says: 'most named first', params: {}, rows: LISTED },
  { query: 'list-entities', says: 'the page after a row', params: { afterCount: LISTED[3]?.['articleCount'] ?? 0, afterId: LISTED[3]?.['id'] ?? '', limit: 3 }, rows: LISTED.slice(4, 7) },
  { query: 'list-entities', says: 'kind, subkind and text', params: { kinds: ['REGION'], subkinds: ['county'], text: '汀江' }, rows: [{ id: port, name: '汀江县' }] },
  { query: 'count-entities', says: 'with the same filters', params: { kinds: ['COMPANY'] }, rows: [{ entities: 3 }] },
  { query: 'all-entities', says: 'every one, by id', params: {}, rows: sorted(LISTED, (row) => String(row['id'])) },
  { query: 'facts-of-entities', says: 'both ways, the best supported first', params: { ids: [zone] }, rows: [
    { id: FACTS.joins, otherId: chips, otherKind: 'COMPANY', otherName: '岚州芯河科技有限公司', modality: 'PLANNED', strength: 'IMPLIED', articleCount: 3, evidenceCount: 3 },
    { id: FACTS.promotes, otherId: official, modality: 'URGED', speakerId: official, articleCount: 2, firstSeen: '2031-06-04', lastSeen: '2031-06-05' },
    { id: FACTS.invests, otherId: ferries, modality: 'PLANNED', speakerId: '', articleCount: 1, open: true, closedWhy: '' },
  ].map((row) => ({ entityId: zone, objectId: zone, ...row })) },
  { query: 'facts-page-of-entity', says: 'the best supported first', params: { id: zone, limit: 2 }, rows: [{ id: FACTS.joins, articleCount: 3 }, { id: FACTS.promotes, articleCount: 2, modality: 'URGED', speakerId: official }] },
  { query: 'facts-page-of-entity', says: 'from a row on', params: { id: zone, afterCount: 2, afterType: 'PROMOTES', afterId: FACTS.promotes }, rows: [{ id: FACTS.invests, articleCount: 1, open: true, closedWhy: '' }] },
  { query: 'facts-page-of-entity', says: 'on one side', params: { id: official, types: ['PROMOTES', 'VISITED'], side: 'OBJECT' }, rows: [] },
  { query: 'facts-page-with-proof-of-entity', says: 'the latest evidence of each fact, with both ends and the article', params: { id: zone, limit: 2, pieces: 2 }, rows: [
    {
      id: FACTS.joins, articleCount: 3, evidenceCount: 3, open: true, subjectId: chips, subjectKind: 'COMPANY', subjectName: '岚州芯河科技有限公司', subjectArticles: 4,
      objectId: zone, objectSubkind: 'ZONE', objectName: '云泽湾协同创新区', objectAliases: ['云泽湾'], articleId: 'a4', articleDate: '2031-09-10', evidenceModality: 'PLANNED',
    },
    { id: FACTS.joins, articleId: 'a2' },
    { id: FACTS.promotes, modality: 'URGED', subjectId: official, articleId: 'a2' }, { id: FACTS.promotes, articleId: 'a1' },
  ] },
  { query: 'facts-page-with-proof-of-entity', says: 'from a row on, on one side', params: { id: zone, afterCount: 3, afterType: 'PARTICIPATES_IN', afterId: FACTS.joins, types: ['PROMOTES'], side: 'OBJECT', pieces: 1 }, rows: [{ id: FACTS.promotes, articleId: 'a2' }] },
  { query: 'fact-with-proof', says: 'the latest article first', params: { id: FACTS.joins, pieces: 2 }, rows: [
    { id: FACTS.joins, subjectName: '岚州芯河科技有限公司', objectName: '云泽湾协同创新区', articleId: 'a4', articleDate: '2031-09-10' },
    { articleId: 'a2', articleTitle: SMALL_GRAPH[1]?.article.title ?? '', evidenceSpeakerId: SMALL_GRAPH[1]?.evidence.find((item) => item.factId === FACTS.joins)?.speakerId ?? '' },
  ] },
  { query: 'fact-with-proof', says: 'nothing of a fact that nothing proves any more', params: { id: CLOSED }, rows: [] },
  { query: 'count-facts-of-entity', says: 'all of them', params: { id: zone }, rows: [{ facts: 3 }] },
  { query: 'count-facts-of-entity', says: 'narrowed', params: { id: zone, modalities: ['PLANNED'], side: 'OBJECT' }, rows: [{ facts: 2 }] },
  { query: 'count-facts-of-entity', says: 'of an unknown entity', params: { id: 'x' }, rows: [{ facts: 0 }] },
  { query: 'facts-of-entities', says: 'narrowed by type, strength and modality', params: { ids: [chips, pumps], types: ['DESIGNATED'], strengths: ['STATED'], modalities: ['DENIED'] }, rows: [{ entityId: chips, id: FACTS.denied }] },
  { query: 'facts-of-entities', says: 'as of a date', params: { ids: [ferries], asOf: '2031-09-09' }, rows: [] },
  { query: 'neighbours', says: 'one fact away, without the kinds left out', params: { ids: [official], excludeKinds: ['REGION'] }, rows: sorted([
    { factId: FACTS.visit, otherId: chips, otherKind: 'COMPANY', type: 'VISITED' }, { factId: FACTS.visit2, otherId: pumps, otherKind: 'COMPANY', type: 'VISITED' },
    { factId: FACTS.promotes, otherId: zone, otherKind: 'INITIATIVE', type: 'PROMOTES' },
  ], (row) => row.factId).map((row) => ({ fromId: official, subjectId: official, ...row })) },
  { query: 'facts-by-ids', says: 'closed ones too', params: { ids: [FACTS.post, CLOSED] }, rows: sorted([
    { id: FACTS.post, type: 'HOLDS_POSITION', title: '副市长', open: true, evidenceCount: 2 },
    { id: CLOSED, type: 'VISITED', title: '', open: false, evidenceCount: 0 },
  ], (row) => row.id) },
  { query: 'all-facts', says: 'every one, by id', params: {}, rows: sorted([...openFacts, CLOSED], (fact) => fact).map((fact) => ({ id: fact, open: fact !== CLOSED })) },
  { query: 'walk-entities', says: 'every one, by id', params: {}, rows: sorted(LISTED, (row) => String(row['id'])) },
  { query: 'walk-facts', says: 'the open ones, by id', params: {}, rows: openFacts.map((fact) => ({ id: fact })) },
  { query: 'walk-facts', says: 'with the articles that prove each', params: { afterId: openFacts[10] ?? '' }, rows: openFacts.slice(11).map((fact) => (fact === FACTS.joins ? { id: fact, articleIds: ['a1', 'a2', 'a4'] } : { id: fact })) },
  { query: 'all-edges', says: 'the open facts, by id, forward', params: {}, rows: openFacts.map((factKey) => ({ factId: factKey })) },
  { query: 'all-edges', says: 'from subject to object', params: { afterId: openFacts[10] ?? '' }, rows: openFacts.slice(11).map((factKey) => ({ factId: factKey })) },
  { query: 'closed-facts-of-entity', says: 'with the reason', params: { id: port }, rows: [{ id: CLOSED, subjectId: official, objectId: port, open: false, closedWhy: 'ARTICLE_REMOVED' }] },
  ...['evidence-of-facts', 'proof-of-facts'].map((query): QueryCase => ({ query, says: 'by fact, then by date of the article', params: { ids: [FACTS.joins, CLOSED] }, rows: [
    { articleId: 'a1', articleDate: '2031-06-04', articleSource: '岚州日报', articleTitle: '陆沉远走访企业', quote: '鼓励芯河科技参与云泽湾建设' },
    { articleId: 'a2', articleDate: '2031-06-05' }, { articleId: 'a4', articleDate: '2031-09-10', modality: 'PLANNED' },
  ].map((row) => ({ factId: FACTS.joins, ...row })) })),
  { query: 'evidence-of-articles', says: 'in the order of the text', params: { ids: ['a3'] }, rows: [FACTS.list, FACTS.award, FACTS.located, FACTS.denied].map((fact) => ({ factId: fact, articleId: 'a3' })) },
  { query: 'all-evidence', says: 'every quote with its place, by id', params: {}, rows: allEvidence.map((item) => ({ id: item.id, quote: item.quote, rawStart: item.raw.start, rawEnd: item.raw.end })) },
  { query: 'all-evidence', says: 'a page', params: { afterId: allEvidence[4]?.id ?? '', limit: 2 }, rows: allEvidence.slice(5, 7).map((item) => ({ id: item.id })) },
  { query: 'articles-of-facts', says: 'each article once', params: { ids: [FACTS.joins] }, rows: [{ factId: FACTS.joins, articleIds: ['a1', 'a2', 'a4'] }] },
  { query: 'lists-of-facts', says: 'sorted, also of closed ones', params: { ids: [FACTS.joins, CLOSED] }, rows: sorted([
    { id: FACTS.joins, evidenceIds: SMALL_GRAPH.flatMap((graph) => graph.evidence).filter((item) => item.factId === FACTS.joins).map((item) => item.id).sort(), articleIds: ['a1', 'a2', 'a4'] },
    { id: CLOSED, evidenceIds: [], articleIds: [] },
  ], (row) => row.id) },
  { query: 'article-heads-by-ids', says: 'by id', params: { ids: ['a2', 'a1', 'nowhere'] }, rows: [{ id: 'a1', title: '陆沉远走访企业', date: '2031-06-04', source: '岚州日报' }, { id: 'a2', date: '2031-06-05' }] },
  { query: 'articles-by-ids', says: 'in full', params: { ids: ['a5', 'none', 'a1'] }, rows: [{ id: 'a1', byline: ['江渡'], synthetic: true, homeId: '' }, { id: 'a5', rawText: '云泽湾今日有雨。', repairs: '[]' }] },
  { query: 'articles-hashes', says: 'the version stored', params: { ids: ['a2', 'none'] }, rows: [{ id: 'a2', textHash: SMALL_GRAPH[1]?.article.textHash ?? '', pipeline: 'test/1' }] },
  { query: 'article-ids', says: 'by id', params: { afterId: 'a2' }, rows: [{ id: 'a3' }, { id: 'a4' }, { id: 'a5' }] },
  { query: 'article-dates', says: 'the first and the last day, without the undated', params: {}, rows: [{ firstDate: '2031-06-04', lastDate: '2031-09-10' }] },
  { query: 'list-articles', says: 'newest first, undated last', params: {}, rows: ['a4', 'a3', 'a2', 'a1', 'a5'].map((article) => ({ id: article })) },
  { query: 'list-articles', says: 'by title and dates', params: { text: '陆沉远', since: '2031-06-05', until: '2031-12-31' }, rows: [{ id: 'a2', source: '汀江网' }] },
  { query: 'count-articles', says: 'with the same filters', params: { until: '2031-06-30' }, rows: [{ articles: 2 }] },
  { query: 'mentions-of-articles', says: 'the article\'s own names and places', params: { ids: ['a5'] }, rows: [{ articleId: 'a5', entityId: zone, name: '云泽湾', count: 1, mentions: mentionsIn('a5', zone) }] },
  { query: 'articles-of-entities', says: 'newest first, with places', params: { ids: [zone] }, rows: ['a4', 'a2', 'a1', 'a5'].map((article) => ({ entityId: zone, articleId: article, mentions: mentionsIn(article, zone) })) },
  { query: 'degrees-of-entities', says: 'open facts and articles', params: { ids: [chips, award] }, rows: sorted([{ id: chips, facts: 4, articles: 4 }, { id: award, facts: 3, articles: 1 }], (row) => row.id) },
  { query: 'relation-counts-of-entities', says: 'each type, as subject and as object', params: { ids: [chips] }, rows: [
    ['COLLABORATES_WITH', false], ['DESIGNATED', true], ['PARTICIPATES_IN', true], ['VISITED', false],
  ].map(([type = '', forward = false]) => ({ id: chips, type, forward, facts: 1 })) },
  { query: 'co-mentioned-with', says: 'of a kind, with the articles', params: { id: zone, kinds: ['COMPANY'] }, rows: [
    { otherId: chips, otherName: '岚州芯河科技有限公司', articles: 3, articleIds: ['a1', 'a2', 'a4'] }, { otherId: pumps, articles: 2, articleIds: ['a1', 'a2'] }, { otherId: ferries, articles: 1, articleIds: ['a4'] },
  ] },
  { query: 'acts-of-targets', says: 'oldest first, with all that was said', params: { ids: [FACTS.visit, 'nothing'] }, rows: [
    { targetId: FACTS.visit, seq: 1, at: at(0), actor: '沈校对', role: 'reviewer', kind: 'VERDICT', targets: [FACTS.visit], decision: 'CONFIRMED', reason: '原文有此句' },
    { targetId: FACTS.visit, seq: 3, actor: '顾主编', role: 'editor', reason: '' },
  ] },
  { query: 'acts-of-targets', says: 'only the kinds asked for', params: { ids: [FACTS.visit, 'a5'], kinds: ['PROPOSAL'] }, rows: [{ targetId: 'a5', seq: 2, detail: '{"missed":"云泽湾"}' }] },
  { query: 'all-acts', says: 'the whole log, oldest first', params: {}, rows: [1, 2, 3].map((seq) => ({ seq })) },
  { query: 'all-acts', says: 'of one actor, after a row', params: { actor: '沈校对', kinds: ['VERDICT', 'PROPOSAL'], afterId: 'act_0000000001' }, rows: [{ seq: 2 }] },
  { query: 'versions-of-targets', says: 'how many acts name each, none for what nobody named', params: { ids: [FACTS.visit, FACTS.post] }, rows: [{ targetId: FACTS.visit, version: 2 }] },
  { query: 'references-by-ids', says: 'the entity that each goes by', params: { ids: [chips, 'c_none'] }, rows: [{ id: chips, kind: 'COMPANY', key: '岚州芯河科技有限公司', canonicalId: chips, stale: 2, summary: '' }] },
  { query: 'stale-references', says: 'all that articles have named since the last run', params: { afterId: LISTED_IDS[7] ?? '' }, rows: LISTED_IDS.slice(8).map((reference) => ({ id: reference, canonicalId: reference, stale: 2 })) },
  { query: 'all-references', says: 'by id', params: { limit: 2 }, rows: LISTED_IDS.slice(0, 2).map((reference) => ({ id: reference, canonicalId: reference, summary: '' })) },
  { query: 'namings-of-entities', says: 'by date, with the article\'s own words', params: { ids: [pumps] }, rows: [
    { entityId: pumps, articleId: 'a1', date: '2031-06-04', homeId: '', name: '磐石泵业', aliases: [], key: '岚州磐石泵业有限公司', refs: [pumps], parts: '', mentions: mentionsIn('a1', pumps) },
    { articleId: 'a2' }, { articleId: 'a3', name: '岚州磐石泵业有限公司', aliases: ['磐石泵业'], date: '2031-07-01' },
  ] },
  { query: 'statements-of-entities', says: 'each piece of evidence once', params: { ids: [mayor, port] }, rows: [{ type: 'HOLDS_POSITION', subjectRef: mayor, objectRef: port, title: '县长', modality: 'ASSERTED', seen: '2031-09-10' }] },
  { query: 'references-of-entities', says: 'each once', params: { ids: [zone, 'c_none'] }, rows: [{ entityId: zone, referenceId: zone }] },
  { query: 'candidates-of-references', says: 'none before an identity run', params: { ids: [pumps] }, rows: [] },
  { query: 'suggestions', says: 'none before an identity run', params: {}, rows: [] },
  { query: 'count-suggestions', says: 'none before an identity run', params: {}, rows: [{ suggestions: 0, merged: 0 }] },
  { query: 'co-mentions', says: 'one row per pair and article', params: { ids: [ferries], kinds: ['INITIATIVE'] }, rows: [{ id: ferries, otherId: zone, articleId: 'a4', mentions: mentionsIn('a4', ferries), otherMentions: mentionsIn('a4', zone) }] },
  { query: 'co-mentions-between', says: 'one row per pair and article', params: { ids: [ferries], otherIds: [zone] }, rows: [{ id: ferries, otherId: zone, articleId: 'a4', mentions: mentionsIn('a4', ferries), otherMentions: mentionsIn('a4', zone) }] },
]
