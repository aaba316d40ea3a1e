import { entityId, factId } from '../../../src/core/ids.js'
import type { StoreRow } from '../../../src/store/port.js'
import { searchTextOf } from '../../../src/store/search-text.js'
import type { TableRows } from './rows.js'

/** A graph around three hubs: a programme, an official and a region that stand in one fact with each of very many firms, and one firm beside them. */

export const HUBS = {
  programme: entityId('INITIATIVE', '槿溪万企行动计划'),
  official: entityId('PERSON', '容与川'),
  region: entityId('REGION', '槿溪市'),
  /** Collaborates with the first of the firms and with nobody else. */
  beside: entityId('COMPANY', '槿溪旁立机械有限公司'),
}

const firmName = (index: number): string => `槿溪第${index}号装备有限公司`
export const firmId = (index: number): string => entityId('COMPANY', firmName(index))

const entity = (id: string, kind: string, name: string, articleCount: number, subkind = ''): StoreRow =>
  ({ id, kind, subkind, name, key: name, aliases: [], articleCount, searchText: searchTextOf(name, []), pinyinText: '' })

const article = (index: number): StoreRow => ({
  id: `hub-${index}`, title: `第${index}号`, date: '2031-01-01', source: '', url: '', byline: [], homeId: '', rawText: '', cleanText: '', textHash: '', offsets: '0', repairs: '[]', synthetic: true,
  pipeline: 'hub', retracted: false, withheld: '',
})

const mention = (entityRow: StoreRow, articleId: string): StoreRow => {
  const { id = '', kind = '', subkind = '', name = '', key = '' } = entityRow
  return { from_: id, to_: articleId, name, aliases: [], key, kind, subkind, count: 1, mentions: '[]', refs: [String(id)], parts: '' }
}

/** Rows of the graph, nodes before edges; each hub has `count` facts. */
export function* hubRows(count: number): Generator<TableRows> {
  const firms = Array.from({ length: count }, (_, index) => entity(firmId(index), 'COMPANY', firmName(index), 1))
  const hubs = {
    programme: entity(HUBS.programme, 'INITIATIVE', '槿溪万企行动计划', count, 'PROGRAM'), official: entity(HUBS.official, 'PERSON', '容与川', count, 'official'),
    region: entity(HUBS.region, 'REGION', '槿溪市', count, 'city'), beside: entity(HUBS.beside, 'COMPANY', '槿溪旁立机械有限公司', 1),
  }
  const articles = firms.map((_, index) => article(index))
  const facts = (type: string, ends: (firm: string) => readonly [string, string], of: readonly StoreRow[] = firms): readonly StoreRow[] => of.map((firm, index) => {
    const [subjectId, objectId] = ends(String(firm['id']))
    const id = factId(type as 'VISITED', subjectId, objectId, '')
    return {
      id, factId: id, type, subjectId, objectId, from_: subjectId, to_: objectId, title: '', modality: 'ASSERTED', strength: 'STATED', speakerId: '', firstSeen: '2031-01-01', lastSeen: '2031-01-01',
      articleCount: 1, evidenceCount: 1, open: true, closedWhy: '', verdict: '', secondReader: '', disputed: false, version: 0, evidenceIds: [], articleIds: [`hub-${index}`],
    }
  })
  const linked: Readonly<Record<string, readonly StoreRow[]>> = {
    PARTICIPATES_IN: facts('PARTICIPATES_IN', (firm) => [firm, HUBS.programme]), VISITED: facts('VISITED', (firm) => [HUBS.official, firm]), LOCATED_IN: facts('LOCATED_IN', (firm) => [firm, HUBS.region]),
    COLLABORATES_WITH: facts('COLLABORATES_WITH', (firm) => (firm < HUBS.beside ? [firm, HUBS.beside] : [HUBS.beside, firm]), firms.slice(0, 1)),
  }
  yield { table: 'Entity', rows: [...Object.values(hubs), ...firms] }
  yield { table: 'Article', rows: articles }
  yield { table: 'Fact', rows: Object.values(linked).flat() }
  yield { table: 'MENTIONED_IN', rows: firms.flatMap((firm, index) => [firm, hubs.programme].map((named) => mention(named, `hub-${index}`))) }
  for (const [table, rows] of Object.entries(linked)) yield { table, rows }
}
