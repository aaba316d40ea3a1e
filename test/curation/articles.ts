import { entityId } from '../../src/core/ids.js'
import type { ArticleGraph } from '../../src/core/records.js'
import { buildArticle, type ArticleDraft, type EntityDraft } from '../fixtures/builders.js'

/** Articles of invented firms and people in real regions, under ids as extraction gives them. */

const region = (name: string, code: string): EntityDraft => ({ kind: 'REGION', name, key: `gb:${code}`, subkind: 'city' })
const firm = (name: string): EntityDraft => ({ kind: 'COMPANY', name })
const person = (name: string, anchor: string): EntityDraft => ({ kind: 'PERSON', name, key: `${name}@${anchor}`, subkind: 'official' })

const nantong = region('南通市', '320600')
const wuxi = region('无锡市', '320200')

/** Ids by name. */
export const ID = {
  full: entityId('COMPANY', '南通澜石新材料科技有限公司'),
  withoutForm: entityId('COMPANY', '南通澜石新材料科技'),
  estates: entityId('COMPANY', '南通澜石置业有限公司'),
  elsewhere: entityId('COMPANY', '无锡澜石新材料科技有限公司'),
  short: entityId('COMPANY', '云锦科技@gb:320600'),
  shortElsewhere: entityId('COMPANY', '云锦科技@gb:320200'),
  mayor: entityId('PERSON', '顾砚秋@gb:320600'),
  mayorOfOrgan: entityId('PERSON', '顾砚秋@ORGANIZATION:南通市人民政府'),
  namesake: entityId('PERSON', '顾砚秋@gb:320200'),
} as const

const at = (home: EntityDraft, draft: Omit<ArticleDraft, 'entities'> & { readonly entities: readonly EntityDraft[] }): ArticleGraph => {
  const graph = buildArticle({ ...draft, entities: [home, ...draft.entities] })
  return { ...graph, article: { ...graph.article, homeId: entityId('REGION', home.key ?? home.name) } }
}

export const ARTICLES: readonly ArticleGraph[] = [
  at(nantong, {
    id: 'n1', date: '2032-03-01', text: '南通市市长顾砚秋走访南通澜石新材料科技有限公司。', entities: [person('顾砚秋', 'gb:320600'), firm('南通澜石新材料科技有限公司')],
    facts: [
      { type: 'HOLDS_POSITION', subject: '顾砚秋', object: '南通市', title: '市长', quote: '南通市市长顾砚秋' },
      { type: 'VISITED', subject: '顾砚秋', object: '南通澜石新材料科技有限公司', quote: '顾砚秋走访南通澜石新材料科技有限公司' },
    ],
  }),
  at(nantong, {
    id: 'n2', date: '2032-04-01', text: '南通市人民政府市长顾砚秋走访南通澜石新材料科技和南通澜石置业有限公司。',
    entities: [person('顾砚秋', 'ORGANIZATION:南通市人民政府'), firm('南通澜石新材料科技'), firm('南通澜石置业有限公司'), { kind: 'ORGANIZATION', name: '南通市人民政府', key: 'gb:320600/政府' }],
    facts: [
      { type: 'HOLDS_POSITION', subject: '顾砚秋', object: '南通市人民政府', title: '市长', quote: '南通市人民政府市长顾砚秋' },
      { type: 'VISITED', subject: '顾砚秋', object: '南通澜石新材料科技', quote: '顾砚秋走访南通澜石新材料科技' },
    ],
  }),
  at(wuxi, {
    id: 'n3', date: '2032-05-01', text: '无锡市消防员顾砚秋在无锡澜石新材料科技有限公司讲课。', entities: [person('顾砚秋', 'gb:320200'), firm('无锡澜石新材料科技有限公司')],
    facts: [{ type: 'HOLDS_POSITION', subject: '顾砚秋', object: '无锡市', title: '消防员', quote: '无锡市消防员顾砚秋' }],
  }),
  at(nantong, {
    id: 'n4', date: '2032-06-01', text: '南通澜石新材料科技位于南通市。', entities: [firm('南通澜石新材料科技')],
    facts: [{ type: 'LOCATED_IN', subject: '南通澜石新材料科技', object: '南通市', quote: '南通澜石新材料科技位于南通市' }],
  }),
  at(nantong, { id: 'n6', date: '2032-07-01', text: '云锦科技在南通市扩产。', entities: [{ ...firm('云锦科技'), key: '云锦科技@gb:320600' }] }),
  at(wuxi, { id: 'n7', date: '2032-08-01', text: '云锦科技在无锡市招人。', entities: [{ ...firm('云锦科技'), key: '云锦科技@gb:320200' }] }),
  at(nantong, { id: 'n5', date: '', text: '南通澜石新材料科技有限公司与南通澜石新材料科技并列。', entities: [firm('南通澜石新材料科技有限公司'), firm('南通澜石新材料科技')] }),
]
