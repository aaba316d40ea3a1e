import { isPolicyGraphError } from '../../src/core/errors.js'
import type { ArticleGraph } from '../../src/core/records.js'
import { reconcile } from '../../src/curation/reconcile.js'
import { factsOfEntities, evidenceOfFacts } from '../../src/answers/lookups.js'
import { createServer } from '../../src/api/server.js'
import { restoreArticle, retractArticle, type Decider } from '../../src/review/decide.js'
import { decideProposal, propose, type ProposeArgs } from '../../src/review/proposals.js'
import type { GraphStore } from '../../src/store/port.js'
import { ask, at } from '../api/ask.js'
import { allOf, exported } from '../api/desk.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { storesUnderTest } from '../stores.js'

const READER: Decider = { actor: '瞿读者', role: 'reader' }
const REVIEWER: Decider = { actor: '沈校对', role: 'reviewer' }
const EDITOR: Decider = { actor: '顾主编', role: 'editor' }

const articleOf = (id: string): ArticleGraph => {
  const found = SMALL_GRAPH.find(({ article }) => article.id === id)
  if (found === undefined) throw new Error(`no article ${id}`)
  return found
}
const TEXT = articleOf('a4').article.rawText
const spanOf = (text: string, part: string): { readonly start: number; readonly end: number } => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })

/** The mayor was at the zone, which no rule read. */
const VISIT: ProposeArgs = {
  article: 'a4', raw: spanOf(TEXT, '汀江县县长祁望舒出席'), fact: { type: 'VISITED', subject: '祁望舒', object: '云泽湾' }, reason: '县长到了现场',
}
const NEW_ZONE: ProposeArgs = { article: 'a5', raw: spanOf('云泽湾今日有雨。', '今日有雨'), entity: { kind: 'INITIATIVE', subkind: 'EVENT', name: '云泽湾听雨节' }, reason: '活动名' }

const codeOf = async (work: Promise<unknown>): Promise<string | undefined> => work.then(() => undefined, (error: unknown) => (isPolicyGraphError(error) ? error.code : String(error)))

describe.each(await storesUnderTest())('what reviewers add by hand on $name', ({ fresh }) => {
  let store: GraphStore
  beforeEach(async () => {
    store = await (await fresh()).open()
    await store.write(SMALL_GRAPH)
    await reconcile(store)
  })
  afterEach(async () => {
    await store.close()
  })

  const decide = (id: string, decision: 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN') => decideProposal(store, REVIEWER, { id, decision, reason: '看过原文' })
  async function accepted(args: ProposeArgs): Promise<string> {
    const { id } = await propose(store, READER, args)
    await decide(id, 'ACCEPTED')
    return id
  }
  const visitOf = async () => (await factsOfEntities(store, [SMALL.mayor], { types: ['VISITED'] })).get(SMALL.mayor)?.[0]

  it('stand in the graph with the quote, and with who proposed and who accepted them', async () => {
    expect(await visitOf()).toBeUndefined()
    await accepted(VISIT)
    const fact = await visitOf()
    expect(fact).toMatchObject({ subjectId: SMALL.mayor, objectId: SMALL.zone, modality: 'ASSERTED', strength: 'STATED', firstSeen: '2031-09-10', open: true })
    const server = createServer({ store })
    const { data, errors } = await ask(server, `{ fact(id: "${fact?.id ?? ''}") { version history { kind decision actor } evidence { quote rule raw { start end } addedBy { by reason state decidedBy { actor at reason } } } } }`)
    expect(errors).toEqual([])
    expect(at(data, 'fact')).toMatchObject({
      version: 1, history: [{ kind: 'PROPOSAL', decision: 'ACCEPTED', actor: '沈校对' }],
      evidence: [{ quote: '汀江县县长祁望舒出席', raw: VISIT.raw, rule: 'reviewer/act_0000000002', addedBy: { by: '瞿读者', reason: '县长到了现场', state: 'ACCEPTED', decidedBy: { actor: '沈校对', reason: '看过原文' } } }],
    })
    expect(at((await ask(server, '{ checkClaim(subject: "祁望舒", relation: VISITED, object: "云泽湾") { verdict } }')).data, 'checkClaim', 'verdict')).toBe('SUPPORTED')
    await server.close()
    expect((await evidenceOfFacts(store, [fact?.id ?? ''], 1)).get(fact?.id ?? '')).toHaveLength(1)
  })

  it('go when the acceptance is withdrawn, and the fact says why; they can be proposed again', async () => {
    const id = await accepted(VISIT)
    const fact = await visitOf()
    await decide(id, 'WITHDRAWN')
    expect(await visitOf()).toBeUndefined()
    const [row] = await store.read('facts-by-ids', { ids: [fact?.id ?? ''] })
    expect(row).toMatchObject({ open: false, closedWhy: 'PROPOSAL_WITHDRAWN act_0000000003' })
    expect(await codeOf(decide(id, 'WITHDRAWN'))).toBe('BAD_INPUT')
    await accepted(VISIT)
    expect((await visitOf())?.id).toBe(fact?.id)
  })

  it('name an entity that nobody read, and leave the article as it was when withdrawn', async () => {
    const mentions = () => store.read('mentions-of-articles', { ids: ['a5'] })
    const partsOf = async () => (await factsOfEntities(store, [SMALL.zone], { types: ['PART_OF'] })).get(SMALL.zone)?.length ?? 0
    const before = await mentions()
    const entity = await accepted(NEW_ZONE)
    const [row] = (await mentions()).filter(({ name }) => name === '云泽湾听雨节')
    expect(row).toMatchObject({ kind: 'INITIATIVE', subkind: 'EVENT', aliases: ['今日有雨'], count: 1 })
    const fact = await accepted({ article: 'a5', raw: spanOf('云泽湾今日有雨。', '云泽湾今日有雨'), fact: { type: 'PART_OF', subject: '云泽湾听雨节', object: '云泽湾协同创新区' }, reason: '同地举行' })
    expect(await partsOf()).toBe(1)
    await decide(fact, 'WITHDRAWN')
    expect(await partsOf()).toBe(0)
    await decide(entity, 'WITHDRAWN')
    expect(await mentions()).toEqual(before)
  })

  it('survive reading the article again, retraction, and being taken out and written anew', async () => {
    await accepted(VISIT)
    await accepted(NEW_ZONE)
    const before = await exported(store)
    const { article, ...said } = articleOf('a4')
    await store.write([{ ...said, article: { ...article, pipeline: '另一版本' } }, articleOf('a5')])
    expect((await visitOf())?.evidenceCount).toBe(1)
    await store.write([articleOf('a4')])
    await reconcile(store)
    expect(await exported(store)).toBe(before)
    await retractArticle(store, EDITOR, { id: 'a4', reason: '报道失实' })
    expect(await visitOf()).toBeUndefined()
    await restoreArticle(store, EDITOR, { id: 'a4', reason: '更正系误发' })
    expect(await exported(store)).toBe(before)
    await store.removeArticles(['a4'])
    await store.write([articleOf('a4')])
    await reconcile(store)
    expect(await visitOf()).toMatchObject({ open: true, evidenceCount: 1 })
  })

  it('count, when accepted while the article is retracted, as soon as it is restored', async () => {
    const { id } = await propose(store, READER, VISIT)
    await retractArticle(store, EDITOR, { id: 'a4', reason: '存疑' })
    await decide(id, 'ACCEPTED')
    expect(await visitOf()).toBeUndefined()
    await restoreArticle(store, EDITOR, { id: 'a4', reason: '属实' })
    expect(await visitOf()).toMatchObject({ open: true, evidenceCount: 1 })
  })

  it('follow the entities that they name when these turn out to be others', async () => {
    await accepted(VISIT)
    const before = await exported(store)
    await store.applyIdentity(new Map([[SMALL.mayor, SMALL.official]]))
    expect((await factsOfEntities(store, [SMALL.official], { types: ['VISITED'] })).get(SMALL.official)?.some(({ objectId }) => objectId === SMALL.zone)).toBe(true)
    await store.applyIdentity(new Map())
    expect(await exported(store)).toBe(before)
  })

  it('wait in the log while the text is another', async () => {
    await accepted(VISIT)
    const { article } = articleOf('a4')
    const other = articleOf('a5').article
    await store.write([{ article: { ...article, rawText: other.rawText, cleanText: other.cleanText, textHash: other.textHash, offsets: other.offsets }, entities: [], evidence: [] }])
    expect(await visitOf()).toBeUndefined()
    await store.write([articleOf('a4')])
    expect(await visitOf()).toMatchObject({ open: true })
  })

  it.each<readonly [string, string, ProposeArgs['fact']]>([
    ['NOT_FOUND', 'an end that nothing is called', { type: 'VISITED', subject: '无此人', object: '云泽湾' }],
    ['BAD_INPUT', 'an end of a kind that cannot stand there', { type: 'VISITED', subject: '汀江航运集团', object: '云泽湾' }],
    ['BAD_INPUT', 'an end that the article does not name', { type: 'VISITED', subject: '祁望舒', object: '岚州磐石泵业有限公司' }],
    ['BAD_INPUT', 'one entity at both ends', { type: 'PART_OF', subject: '汀江县', object: '汀江县' }],
  ])('are refused with %s for %s, and nothing changes', async (code, _, fact) => {
    const { id } = await propose(store, READER, { ...VISIT, fact })
    const before = await allOf(store)
    expect(await codeOf(decide(id, 'ACCEPTED'))).toBe(code)
    expect(await allOf(store)).toBe(before)
  })

  it('cannot be co-mentions, be withdrawn before they were accepted, or be of a subkind that is none', async () => {
    expect(await codeOf(propose(store, READER, { ...VISIT, fact: { type: 'CO_MENTIONED', subject: '祁望舒', object: '云泽湾' } }))).toBe('BAD_INPUT')
    expect(await codeOf(propose(store, READER, { ...NEW_ZONE, entity: { kind: 'INITIATIVE', subkind: 'NONE', name: '甲' } }))).toBe('BAD_INPUT')
    const { id } = await propose(store, READER, VISIT)
    expect(await codeOf(decide(id, 'WITHDRAWN'))).toBe('BAD_INPUT')
  })
})
