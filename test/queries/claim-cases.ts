import { SMALL } from '../fixtures/small-graph.js'
import { FACTS, type QueryCase } from './cases.js'

/** What the queries of claims, relations and time answer on the small graph of cases.ts. */

const { official, mayor, chips, pumps, ferries, zone, award, city, port } = SMALL
const sorted = <T>(rows: readonly T[], key: (row: T) => string): readonly T[] => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))

export const CLAIM_CASES: readonly QueryCase[] = [
  { query: 'facts-between', says: 'from the ones to the others', params: { ids: [chips, ferries, zone], otherIds: [zone] }, rows: sorted([
    { id: FACTS.joins, subjectId: chips, objectId: zone, modality: 'PLANNED', strength: 'IMPLIED', evidenceCount: 3, open: true },
    { id: FACTS.invests, subjectId: ferries, objectId: zone, modality: 'PLANNED', strength: 'STATED', evidenceCount: 1, open: true, verdict: '' },
  ], (row) => row.id) },
  { query: 'facts-between', says: 'not the other way round, and no closed fact', params: { ids: [zone, official], otherIds: [chips, port], limit: 5 }, rows: [{ id: FACTS.visit }] },
  { query: 'evidence-views-of-facts', says: 'each piece with its days', params: { ids: [FACTS.invests, 'none'] }, rows: [
    { factId: FACTS.invests, articleId: 'a4', articleDate: '2031-09-10', eventDate: '', modality: 'PLANNED', strength: 'STATED', speakerId: '' },
  ] },
  { query: 'evidence-views-of-facts', says: 'the speaker and the day of the event', params: { ids: [FACTS.promotes, FACTS.visit] }, rows: sorted([
    ...['a1', 'a2'].map(() => ({ factId: FACTS.promotes, speakerId: official, eventDate: '', modality: 'URGED' })),
    ...['a1', 'a2'].map(() => ({ factId: FACTS.visit, speakerId: '', eventDate: '2031-06-03', modality: 'ASSERTED' })),
  ], (row) => row.factId) },
  { query: 'events-of-entity', says: 'by the day of the event, of the types asked for', params: { id: official, types: ['VISITED'], until: '2031-06-03' }, rows: [0, 1, 2, 3].map(() => (
    { type: 'VISITED', subjectId: official, day: '2031-06-03', eventDate: '2031-06-03' })) },
  { query: 'events-of-entity', says: 'else by the day of the article', params: { id: zone, since: '2031-06-06', types: ['INVESTS_IN'] }, rows: [
    { factId: FACTS.invests, articleId: 'a4', articleDate: '2031-09-10', day: '2031-09-10', modality: 'PLANNED' },
  ] },
  { query: 'facts-by-month', says: 'facts once, evidence each', params: { id: zone }, rows: [{ month: '2031-06', facts: 2, evidence: 4 }, { month: '2031-09', facts: 2, evidence: 2 }] },
  { query: 'facts-by-month', says: 'within the days asked for', params: { id: zone, since: '2031-06-05', until: '2031-08-31' }, rows: [{ month: '2031-06', facts: 2, evidence: 2 }] },
  { query: 'articles-by-month', says: 'undated ones first', params: { id: zone }, rows: [{ month: '', articles: 1 }, { month: '2031-06', articles: 2 }, { month: '2031-09', articles: 1 }] },
  { query: 'articles-by-month', says: 'within the days asked for', params: { id: zone, since: '2031-06-05', until: '2031-06-30' }, rows: [{ month: '2031-06', articles: 1 }] },
  { query: 'articles-known', says: 'all', params: {}, rows: [{ articles: 5 }] },
  { query: 'articles-known', says: 'by a day, with the undated', params: { asOf: '2031-06-30' }, rows: [{ articles: 3 }] },
  { query: 'article-counts-of-entities', says: 'by a day, with the undated', params: { ids: [zone, city, ferries], asOf: '2031-06-04' }, rows: sorted([{ id: zone, articles: 2 }, { id: city, articles: 1 }], (row) => row.id) },
  { query: 'co-mention-counts', says: 'the most frequent first', params: { id: zone, kinds: ['COMPANY'] }, rows: [{ otherId: chips, together: 3 }, { otherId: pumps, together: 2 }, { otherId: ferries, together: 1 }] },
  { query: 'co-mention-counts', says: 'as many as asked for', params: { id: zone, kinds: ['COMPANY'], least: 2, limit: 1 }, rows: [{ otherId: chips, together: 3 }] },
  { query: 'co-mention-counts-by-day', says: 'as many as asked for, by a day', params: { id: zone, kinds: ['COMPANY'], least: 2, asOf: '2031-06-30' }, rows: sorted([{ otherId: chips, together: 2 }, { otherId: pumps, together: 2 }], (row) => row.otherId) },
  { query: 'entities-named-in', says: 'by name or alias', params: { text: '陆沉远走访芯河科技，推动云泽湾建设' }, rows: [...sorted([{ id: chips, articleCount: 4 }, { id: zone, articleCount: 4 }], (row) => row.id), { id: official, articleCount: 2 }] },
  { query: 'entities-by-forms', says: 'whole names and aliases only', params: { forms: ['\n岚州\n', '\n瞪羚企业\n', '\n瞪羚\n'] }, rows: [{ form: '\n岚州\n', id: city }, { form: '\n瞪羚企业\n', id: award }] },
  { query: 'posts-of-entities', says: 'with all that tells of them', params: { ids: [official] }, rows: ['a1', 'a2'].map(() => ({ entityId: official, factId: FACTS.post, personId: official, bodyId: city, title: '副市长', modality: 'ASSERTED' })) },
  { query: 'posts-of-entities', says: 'from the body too', params: { ids: [port] }, rows: [{ entityId: port, factId: FACTS.post2, personId: mayor, bodyId: port, title: '县长', articleDate: '2031-09-10' }] },
]
