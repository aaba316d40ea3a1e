import { createServer, type PolicyServer } from '../../src/api/server.js'
import { openWith } from '../answers/answer-graph.js'
import { CLAIM_GRAPH, CLAIM_IDS as IDS } from '../answers/claims/claim-graph.js'
import { ask, at, codesOf } from './ask.js'

let opened: Awaited<ReturnType<typeof openWith>>
let server: PolicyServer
beforeAll(async () => {
  opened = await openWith(CLAIM_GRAPH)
  server = createServer({ store: opened.store })
})
afterAll(async () => {
  await server.close()
  await opened.close()
})

const PATH = 'strength score reasons { code } hops { forward from { name } to { name } fact { type modality evidence(first: 1) { quote article { id date } } } }'
const CHECK = `verdict understood { zh en } subject { id name } object { id name } relation title asOf evidenceCount independentSources narrated firstSaid lastSaid truncated
  evidence(first: 5) { quote raw { start end } modality article { id title date source } } facts { id modality strength evidence { article { id } } } paths { ${PATH} } nearest { ${PATH} }
  candidates { argument name entity { id name kind } } sources { original { id title } reprints { id source } } speakers { name }
  damage { restored sound onlyRestored repairs { pass before after certainty } } reasons { code zh en }`

describe('checkClaim', () => {
  it('gives verdict, quotes, originals and days', async () => {
    const { data, errors } = await ask(server, `{ checkClaim(subject: "闻人澈", relation: VISITED, object: "曜灯电子") { ${CHECK} } }`)
    expect(errors).toEqual([])
    expect(at(data, 'checkClaim')).toMatchObject({
      verdict: 'SUPPORTED', independentSources: 1, evidenceCount: 2, firstSaid: '2032-05-10', lastSaid: '2032-05-11', asOf: null, relation: 'VISITED', speakers: [], candidates: [],
      sources: [{ original: { id: 'tour', title: '市长走访灯具厂' }, reprints: [{ id: 'reprint', source: '汐州网' }] }], understood: { en: '闻人澈 visited 澜洲曜灯电子有限公司' },
    })
    expect(at(data, 'checkClaim', 'evidence', 0, 'quote')).toBe('闻人澈走访澜洲曜灯电子有限公司')
  })

  it('quotes under a day only what was known by it', async () => {
    const { data, errors } = await ask(server, `{ checkClaim(subject: "曜灯电子", relation: PARTICIPATES_IN, object: "千灯行动", asOf: "2032-08-01") { ${CHECK} } }`)
    expect(errors).toEqual([])
    expect(at(data, 'checkClaim')).toMatchObject({ verdict: 'SUPPORTED_AS_PLAN', asOf: '2032-08-01', facts: [{ modality: 'PLANNED', evidence: [{ article: { id: 'intent' } }] }] })
    expect(at(data, 'checkClaim', 'paths', 0, 'hops', 0, 'fact')).toMatchObject({ modality: 'PLANNED', evidence: [{ article: { id: 'intent' } }] })
  })

  it('answers an ambiguous and an unknown name with candidates, not with an error', async () => {
    const { data, errors } = await ask(server, `{ a: checkClaim(subject: "陆明远", object: "曜灯电子") { ${CHECK} } b: checkClaim(subject: "曜灯照明", object: "闻人澈") { ${CHECK} } }`)
    expect(errors).toEqual([])
    expect(at(data, 'a')).toMatchObject({ verdict: 'AMBIGUOUS_NAME', subject: null, object: { id: IDS.lamps } })
    expect((at(data, 'a', 'candidates') as readonly unknown[])).toHaveLength(2)
    expect(at(data, 'b')).toMatchObject({ verdict: 'NOT_FOUND', subject: null, candidates: [{ argument: 'subject', name: '曜灯照明', entity: { id: IDS.lamps } }] })
  })

  it.each([['checkClaim(subject: "", object: "曜灯电子") { verdict }', 'BAD_INPUT'], ['checkClaim(subject: "闻人澈", object: "闻人澈") { verdict }', 'BAD_INPUT'], ['checkSentence(text: "") { verdict }', 'BAD_INPUT'],
    ['groupRelations(names: ["闻人澈"]) { pairCount }', 'BAD_INPUT'], ['trends { by }', 'BAD_INPUT'], ['timeline(entity: "无此事") { totalCount }', 'NOT_FOUND']])('refuses %s with %s', async (field, code) => {
    expect(codesOf(await ask(server, `{ ${field} }`))).toEqual([code])
  })
})

describe('the other questions', () => {
  it('checks a sentence', async () => {
    const { data, errors } = await ask(server, `query($text: String!) { checkSentence(text: $text) { ${CHECK} } }`, { text: '闻人澈走访了曜灯电子' })
    expect(errors).toEqual([])
    expect(at(data, 'checkSentence')).toMatchObject([{ verdict: 'SUPPORTED', subject: { id: IDS.mayor }, object: { id: IDS.lamps }, relation: 'VISITED' }])
  })

  it('gives a group with its matrix, links and unresolved names', async () => {
    const { data, errors } = await ask(server, `{ groupRelations(names: ["闻人澈", "曜灯电子", "鹭江湾", "陆明远"]) {
      members { id } unresolved { name code candidates { id } } links(first: 2) { a { id } b { id } strength path { ${PATH} } } linkCount matrix pairCount truncated notes { code } } }`)
    expect(errors).toEqual([])
    expect(at(data, 'groupRelations')).toMatchObject({
      linkCount: 3, pairCount: 3, matrix: [[null, 'STATED', 'STATED'], ['STATED', null, 'CHAIN'], ['STATED', 'CHAIN', null]], truncated: false, unresolved: [{ name: '陆明远', code: 'AMBIGUOUS_NAME' }],
    })
    expect(at(data, 'groupRelations', 'links')).toHaveLength(2)
  })

  it('gives a timeline in pages with facts and articles', async () => {
    const { data, errors } = await ask(server, '{ timeline(entity: "苏见山", first: 3) { entity { name } totalCount pageInfo { hasNextPage endCursor } nodes { day kind dated modality evidenceCount fact { type title } articles { id title } } truncated } }')
    expect(errors).toEqual([])
    expect(at(data, 'timeline')).toMatchObject({ totalCount: 5, truncated: false, pageInfo: { hasNextPage: true } })
    expect(at(data, 'timeline', 'nodes', 0)).toMatchObject({ day: '2033-01-05', kind: 'POST_BEGAN', fact: { type: 'HOLDS_POSITION', title: '市长' }, articles: [{ id: 'change' }] })
    expect(at(data, 'timeline', 'nodes', 1)).toMatchObject({ kind: 'ARTICLE', fact: null })
  })

  it('gives posts over time and who headed a place on a day', async () => {
    const POST = 'person { name } body { name } title isHead state since until firstSeen lastSeen articleCount facts { modality evidence { article { id } } }'
    const { data, errors } = await ask(server, `query($id: ID!) { entity(id: $id) { posts { ${POST} } then: posts(asOf: "2032-12-31") { ${POST} } } headsOf(organization: "澜洲市", asOf: "2032-12-31") { organization { id } heads { ${POST} } truncated } }`, { id: IDS.mayor })
    expect(errors).toEqual([])
    expect(at(data, 'entity', 'posts')).toMatchObject([{ body: { name: '澜洲市' }, title: '市长', state: 'ENDED', until: '2033-01-05', since: null }])
    expect(at(data, 'entity', 'then')).toMatchObject([{ state: 'HELD', until: null }])
    expect(at(data, 'headsOf', 'heads')).toMatchObject([{ person: { name: '闻人澈' }, isHead: true, facts: [{ modality: 'ASSERTED', evidence: [{ article: { id: 'reprint' } }, { article: { id: 'tour' } }] }] }])
  })

  it('gives trends and neighbours with their counts', async () => {
    const { data, errors } = await ask(server, `{ trends(initiative: "千灯行动", by: MONTH) { entity { name } by points { period facts evidence articles } undated { articles } truncated }
      neighbours(entity: "曜灯电子", least: 1, maxP: 1) { tested least maxP truncated neighbours { entity { name } both first second all expected npmi g2 p q } notes { code } } }`)
    expect(errors).toEqual([])
    expect(at(data, 'trends', 'points', 0)).toEqual({ period: '2032-07', facts: 1, evidence: 1, articles: 1 })
    expect(at(data, 'neighbours', 'neighbours', 0)).toMatchObject({ first: 6, all: CLAIM_GRAPH.length })
  })

  it('folds facts, co-mentions, searches and connections as of a day', async () => {
    const { data, errors } = await ask(server, `query($id: ID!) { entity(id: $id) { facts(types: [PARTICIPATES_IN], asOf: "2032-08-01") { nodes { modality evidence { article { id } } } }
      coMentioned(kinds: [INITIATIVE], asOf: "2032-05-31") { entity { name } articleCount fact { evidence { article { id } } } } }
      search(text: "曜灯", asOf: "2032-05-10") { nodes { articleCount } } connection(from: "曜灯电子", to: "千灯行动", asOf: "2032-08-01") { paths { hops { fact { modality } } } } }`, { id: IDS.lamps })
    expect(errors).toEqual([])
    expect(at(data, 'entity', 'facts', 'nodes')).toEqual([{ modality: 'PLANNED', evidence: [{ article: { id: 'intent' } }] }])
    expect(at(data, 'entity', 'coMentioned')).toMatchObject([{ entity: { name: '鹭江湾产业协同区' }, articleCount: 2 }])
    expect(at(data, 'search', 'nodes')).toEqual([{ articleCount: 1 }])
    expect(at(data, 'connection', 'paths', 0, 'hops', 0, 'fact', 'modality')).toBe('PLANNED')
  })
})
