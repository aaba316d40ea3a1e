import type { PolicyServer } from '../../src/api/server.js'
import { createServer } from '../../src/api/server.js'
import { coMentionId } from '../../src/answers/co-mention.js'
import { ANSWER_GRAPH, IDS, openWith } from '../answers/answer-graph.js'
import { ask, at, codesOf } from './ask.js'

let opened: Awaited<ReturnType<typeof openWith>>
let server: PolicyServer
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  server = createServer({ store: opened.store })
})
afterAll(async () => {
  await server.close()
  await opened.close()
})

const QUOTES = 'strength hops { forward fact { id type modality evidence { quote raw { start end } article { id title date source } } } } score reasons { code zh en }'

describe('firmsLinkedTo', () => {
  it('gives each firm with its strength, its paths and a quote per hop', async () => {
    const { data, errors } = await ask(server, `{ firmsLinkedTo(initiative: "鹭江湾") { totalCount truncated initiative { name } edges { strength node { id name } paths { ${QUOTES} } } } }`)
    expect(errors).toEqual([])
    expect(at(data, 'firmsLinkedTo', 'totalCount')).toBe(3)
    expect(at(data, 'firmsLinkedTo', 'edges', 0, 'strength')).toBe('CHAIN')
    const paths = at(data, 'firmsLinkedTo', 'edges', 0, 'paths') as readonly { readonly hops: readonly { readonly fact: { readonly evidence: readonly { readonly quote: string; readonly raw: { readonly start: number; readonly end: number } }[] } }[] }[]
    const evidence = paths.flatMap(({ hops }) => hops.flatMap(({ fact }) => fact.evidence))
    const raw = ANSWER_GRAPH[0]?.article.rawText ?? ''
    expect(evidence).toHaveLength(4)
    for (const { quote, raw: span } of evidence) expect(raw.slice(span.start, span.end)).toBe(quote)
  })

  it('pages with cursors', async () => {
    const page = (after: string | null) => ask(server, 'query($after: String) { firmsLinkedTo(initiative: "鹭江湾", first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }', { after })
    const first = await page(null)
    const second = await page(at(first.data, 'firmsLinkedTo', 'pageInfo', 'endCursor') as string)
    expect(at(first.data, 'firmsLinkedTo', 'pageInfo', 'hasNextPage')).toBe(true)
    expect(at(second.data, 'firmsLinkedTo', 'pageInfo')).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect(at(second.data, 'firmsLinkedTo', 'edges')).toHaveLength(1)
  })
})

describe('connection', () => {
  it('gives both ends, the paths and the entities of each hop', async () => {
    const { data, errors } = await ask(server, `{ connection(from: "曜灯电子", to: "鹭江湾") { from { id } to { id } truncated paths { ${QUOTES} hops { from { name } to { name } } } nearest { strength } } }`)
    expect(errors).toEqual([])
    expect(at(data, 'connection', 'from', 'id')).toBe(IDS.lamps)
    expect(at(data, 'connection', 'paths', 0, 'hops', 0, 'to', 'name')).toBe('闻人澈')
    expect(at(data, 'connection', 'paths', 0, 'hops', 1, 'from', 'name')).toBe('闻人澈')
    expect(at(data, 'connection', 'nearest')).toEqual([])
  })
})

describe('records by id', () => {
  it('gives an entity with its facts, filtered, and its articles, latest first', async () => {
    const { data, errors } = await ask(server, `query($id: ID!) { entity(id: $id) { __typename id kind name aliases articleCount
      all: facts { totalCount } stated: facts(minStrength: STATED, types: [VISITED]) { nodes { object { id } } }
      articles { nodes { id date title } } ... on Person { subkind } } }`, { id: IDS.mayor })
    expect(errors).toEqual([])
    expect(at(data, 'entity')).toMatchObject({ __typename: 'Person', kind: 'PERSON', subkind: 'official', articleCount: 1 })
    expect(at(data, 'entity', 'all', 'totalCount')).toBe(5)
    expect(at(data, 'entity', 'stated', 'nodes')).toHaveLength(2)
    expect(at(data, 'entity', 'articles', 'nodes', 0)).toEqual({ id: 'tour', date: '2032-05-10', title: '市长走访企业' })
  })

  it('gives an undated article its date as null, after the dated ones', async () => {
    const { data } = await ask(server, '{ articles(first: 100) { nodes { id date } } }')
    expect(at(data, 'articles', 'nodes', 7)).toEqual({ id: 'south', date: null })
  })

  it('gives an article with texts, mentions in order and the facts it proves', async () => {
    const { data, errors } = await ask(server, '{ article(id: "tour") { title byline rawText cleanText repairs { pass } mentions(kinds: [PERSON]) { text cleanText raw { start end } clean { start } sentence entity { name } } facts { type } } }')
    expect(errors).toEqual([])
    const mentions = at(data, 'article', 'mentions') as readonly { readonly text: string; readonly raw: { readonly start: number; readonly end: number }; readonly entity: { readonly name: string } }[]
    expect(mentions.map(({ entity }) => entity.name)).toEqual(['闻人澈', '闻人澈', '闻人澈'])
    for (const { text, raw } of mentions) expect((at(data, 'article', 'rawText') as string).slice(raw.start, raw.end)).toBe(text)
    expect((at(data, 'article', 'facts') as readonly unknown[])).toHaveLength(5)
  })

  it('gives a derived co-mention by its id, with a quote for each end', async () => {
    const { data, errors } = await ask(server, 'query($id: ID!) { fact(id: $id) { type strength derived subject { id } object { id } speaker { id } evidence { quote rule } } }', { id: coMentionId(IDS.lamps, IDS.zone) })
    expect(errors).toEqual([])
    expect(at(data, 'fact')).toMatchObject({ type: 'CO_MENTIONED', strength: 'CO_ARTICLE', derived: true, speaker: null })
    expect(at(data, 'fact', 'evidence')).toHaveLength(2)
  })

  it.each(['entity', 'fact', 'article'])('answers null for an unknown id of %s', async (field) => {
    const { data, errors } = await ask(server, `{ ${field}(id: "${'x'.repeat(300)}") { id } }`)
    expect(errors).toEqual([])
    expect(at(data, field)).toBeNull()
  })
})

describe('resolve', () => {
  it('gives the one entity that a part of a name stands for', async () => {
    const { data, errors } = await ask(server, '{ resolve(name: "鹭江") { __typename id } }')
    expect(errors).toEqual([])
    expect(at(data, 'resolve')).toEqual({ __typename: 'Initiative', id: IDS.zone })
  })

  it.each([['丁一苇', 'AMBIGUOUS_NAME'], ['无此物', 'NOT_FOUND'], [' ', 'BAD_INPUT']])('answers %j with %s', async (name, code) => {
    expect(codesOf(await ask(server, 'query($name: String!) { resolve(name: $name) { id } }', { name }))).toEqual([code])
  })
})

describe('lists', () => {
  it.each([['persons', 5], ['companies', 30], ['organizations', 0], ['regions', 2], ['initiatives', 4]])('counts %s', async (field, total) => {
    const { data, errors } = await ask(server, `{ ${field}(first: 100) { totalCount nodes { id } edges { cursor node { name } } } }`)
    expect(errors).toEqual([])
    expect(at(data, field, 'totalCount')).toBe(total)
    expect(at(data, field, 'nodes')).toHaveLength(total)
  })

  it('searches any part of a name and says how it fits', async () => {
    const { data } = await ask(server, '{ search(text: "灯", kinds: [COMPANY, INITIATIVE]) { totalCount edges { match node { __typename name } } } }')
    expect(at(data, 'search', 'edges', 0)).toEqual({ match: 'CONTAINS', node: { __typename: 'Company', name: '澜洲曜灯电子有限公司' } })
    expect(at(data, 'search', 'totalCount')).toBe(2)
  })

  it('lists who is named together with an entity', async () => {
    const { data } = await ask(server, 'query($id: ID!) { entity(id: $id) { coMentioned(kinds: [COMPANY], first: 1) { articleCount strength entity { id } fact { id } } } }', { id: IDS.lamps })
    expect(at(data, 'entity', 'coMentioned')).toEqual([{ articleCount: 3, strength: 'CO_SENTENCE', entity: { id: IDS.valves }, fact: { id: coMentionId(IDS.lamps, IDS.valves) } }])
  })

  it('tells the size of the graph and the names of its types in both languages', async () => {
    const { data, errors } = await ask(server, `{ stats { articles entities facts evidence firstDate lastDate entitiesByKind { kind count } factsByType { type count } examples { zh en field names } }
      ontology { kinds { kind label { zh en } doc colour subkinds { name label { zh } } } relations { type forward { zh en } backward { zh } symmetric derived subjectKinds objectKinds } strengths { strength label { zh } doc } modalities { modality label { en } } } }`)
    expect(errors).toEqual([])
    expect(at(data, 'stats')).toMatchObject({ articles: 8, entities: 41, firstDate: '2032-05-10' })
    expect(at(data, 'ontology', 'kinds')).toHaveLength(5)
    expect(at(data, 'ontology', 'relations')).toHaveLength(11)
  })
})

describe('errors that a caller can act on', () => {
  it('lists the candidates of an ambiguous name', async () => {
    const answer = await ask(server, '{ connection(from: "丁一苇", to: "鹭江湾") { truncated } }')
    expect(codesOf(answer)).toEqual(['AMBIGUOUS_NAME'])
    const candidates = answer.errors[0]?.extensions?.['candidates'] as readonly Readonly<Record<string, unknown>>[]
    expect(candidates.map(({ id }) => id).sort()).toEqual([IDS.namesakeA, IDS.namesakeB].sort())
    expect(Object.keys(candidates[0] ?? {}).sort()).toEqual(['articleCount', 'id', 'kind', 'name', 'subkind'])
  })

  it('names the nearest to an unknown one', async () => {
    const answer = await ask(server, '{ firmsLinkedTo(initiative: "鹭江湾合作区") { totalCount } }')
    expect(codesOf(answer)).toEqual(['NOT_FOUND'])
    expect(at(answer.errors[0]?.extensions, 'nearest', 0, 'id')).toBe(IDS.zone)
  })

  it.each([
    ['an empty name', '{ firmsLinkedTo(initiative: "") { totalCount } }'],
    ['a long name', `{ search(text: "${'名'.repeat(201)}") { totalCount } }`],
    ['first: 101', '{ companies(first: 101) { totalCount } }'],
    ['first: -1', '{ search(text: "灯", first: -1) { totalCount } }'],
    ['a broken cursor', '{ companies(after: "???") { totalCount } }'],
    ['maxHops: 9', '{ connection(from: "曜灯电子", to: "鹭江湾", maxHops: 9) { truncated } }'],
    ['too much evidence', '{ firmsLinkedTo(initiative: "鹭江湾") { edges { paths { hops { fact { evidence(first: 1000) { id } } } } } } }'],
  ])('calls %s BAD_INPUT', async (_, query) => {
    const codes = codesOf(await ask(server, query))
    expect(codes.length).toBeGreaterThan(0)
    expect(new Set(codes)).toEqual(new Set(['BAD_INPUT']))
  })

  it('calls a date that is none BAD_INPUT, in the text and in a variable', async () => {
    expect(codesOf(await ask(server, '{ articles(from: "2032-13-01") { totalCount } }'))).toEqual(['BAD_INPUT'])
    expect(codesOf(await ask(server, 'query($d: Date) { articles(from: $d) { totalCount } }', { d: 'soon' }))).toEqual(['BAD_INPUT'])
  })
})
