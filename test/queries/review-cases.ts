import { ACTS, FACTS, type QueryCase } from './cases.js'
import { SMALL } from '../fixtures/small-graph.js'

/** What the queries of review answer on the small graph of cases.ts, after its acts. */

const { chips, ferries, zone } = SMALL
const sorted = <T>(rows: readonly T[], key: (row: T) => string): readonly T[] => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
const actId = (seq: number): string => `act_${String(seq).padStart(10, '0')}`
/** Without `detail`, to which the store adds what a verdict rests on. */
const logged = ACTS.map(({ at, actor, role, kind, targets, decision, reason = '' }, index) =>
  ({ id: actId(index + 1), seq: index + 1, at, actor, role, kind, targets, decision, reason }))
const latest = [...logged].reverse()

export const REVIEW_CASES: readonly QueryCase[] = [
  { query: 'facts-to-review', says: 'the weakest first, of these the best supported', params: { verdicts: [''], limit: 4 }, rows: [
    { id: FACTS.list, strength: 'IMPLIED', modality: 'ASSERTED', articleCount: 1, verdict: '', disputed: false },
    { id: FACTS.joins, subjectId: chips, objectId: zone, strength: 'IMPLIED', modality: 'PLANNED', articleCount: 3, evidenceCount: 3 },
    ...sorted([{ id: FACTS.denied, modality: 'DENIED' }, { id: FACTS.invests, subjectId: ferries }], (row) => row.id),
  ] },
  { query: 'facts-to-review-of-entities', says: 'each once, though both ends are asked for', params: { ids: [chips, zone, 'nobody'], verdicts: [''], limit: 2 }, rows: [
    { id: FACTS.joins, subjectId: chips, objectId: zone, verdict: '' }, { id: [FACTS.denied, FACTS.invests].sort()[0] ?? '' },
  ] },
  { query: 'facts-to-review-of-entities', says: 'only the verdicts asked for', params: { ids: [chips], verdicts: ['CONFIRMED'] }, rows: [{ id: FACTS.visit }] },
  { query: 'facts-to-review', says: 'only the verdicts asked for', params: { verdicts: ['CONFIRMED'] }, rows: [{ id: FACTS.visit, verdict: 'CONFIRMED' }] },
  { query: 'facts-to-review', says: 'nothing that two readers have confirmed, nothing disputed where nothing is', params: { verdicts: [], disputed: true, oneReader: true }, rows: [] },
  { query: 'count-facts-to-review', says: 'with the same filters', params: { verdicts: [''] }, rows: [{ facts: Object.keys(FACTS).length - 1 }] },
  { query: 'count-facts-to-review', says: 'none for no verdicts', params: { verdicts: [] }, rows: [{ facts: 0 }] },
  { query: 'repairs-of-facts', says: 'no row for facts on sound text', params: { ids: [FACTS.visit, 'nothing'] }, rows: [] },
  { query: 'fact-states', says: 'the verdict, both readers and the number of acts', params: { ids: [FACTS.visit, FACTS.joins, 'nothing'] }, rows: sorted([
    { id: FACTS.visit, verdict: 'CONFIRMED', secondReader: '顾主编', disputed: false, version: 2 }, { id: FACTS.joins, verdict: '', secondReader: '', disputed: false, version: 0 },
  ], (row) => row.id) },
  { query: 'bases-of-facts', says: 'the fact itself where nothing is merged', params: { ids: [FACTS.visit, 'nothing'] }, rows: [{ id: FACTS.visit, baseId: FACTS.visit }] },
  { query: 'article-states', says: 'stored ones only', params: { ids: ['a5', 'none'] }, rows: [{ id: 'a5', retracted: false }] },
  { query: 'latest-acts', says: 'latest first, with the reasons', params: {}, rows: latest },
  { query: 'latest-acts', says: 'the page before an act', params: { beforeId: actId(3), limit: 1 }, rows: latest.slice(1, 2) },
  { query: 'latest-acts', says: 'by kind and person', params: { kinds: ['VERDICT'], actor: '沈校对' }, rows: logged.slice(0, 1) },
  { query: 'count-acts', says: 'with the same filters', params: { kinds: ['VERDICT'] }, rows: [{ acts: 2 }] },
  { query: 'acts-by-ids', says: 'known ones, by id', params: { ids: [actId(3), 'none', actId(1)] }, rows: [{ id: actId(1) }, { id: actId(3), decision: 'CONFIRMED' }] },
  { query: 'rejected-facts-of-entities', says: 'none where nothing is rejected', params: { ids: [chips, zone] }, rows: [] },
]
