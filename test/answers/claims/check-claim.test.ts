import { checkClaim } from '../../../src/answers/claims/check-claim.js'
import { CLAIM_VERDICTS, type ClaimArgs, type ClaimCheck, type ClaimVerdict } from '../../../src/answers/claims/claim.js'
import type { GraphStore } from '../../../src/store/port.js'
import { counting, errorOf, openWith } from '../answer-graph.js'
import { CLAIM_GRAPH, CLAIM_IDS as IDS } from './claim-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(CLAIM_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

const codes = ({ reasons }: ClaimCheck): readonly string[] => reasons.map(({ code }) => code)

interface Case extends ClaimArgs {
  readonly verdict: ClaimVerdict
  /** Reasons that must be among those given. */
  readonly because: readonly string[]
}

const CASES: readonly (readonly [string, Case])[] = [
  ['a visit that two papers tell', { subject: '闻人澈', relation: 'VISITED', object: '曜灯电子', verdict: 'SUPPORTED', because: ['ORIGINALS', 'REPRINTS'] }],
  ['the visit the other way round', { subject: '曜灯电子', relation: 'VISITED', object: '闻人澈', verdict: 'INDIRECT', because: ['WRONG_DIRECTION', 'NOT_POSSIBLE'] }],
  ['taking part, where only a chain runs over the mayor', { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '鹭江湾', verdict: 'INDIRECT', because: ['CHAIN_ONLY'] }],
  ['a call', { subject: '闻人澈', relation: 'PROMOTES', object: '鹭江湾', verdict: 'SUPPORTED_AS_CALL', because: ['SPOKEN'] }],
  ['a plan that came true', { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '千灯行动', verdict: 'SUPPORTED', because: ['ALSO_PLANNED'] }],
  ['the plan, before it came true', { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '千灯行动', asOf: '2032-08-01', verdict: 'SUPPORTED_AS_PLAN', because: ['ORIGINALS'] }],
  ['the plan, before anybody told it', { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '千灯行动', asOf: '2032-06-30', verdict: 'NOT_FOUND', because: ['NOT_YET_KNOWN', 'NO_LINK'] }],
  ['a denial', { subject: '恒阀制造', relation: 'DESIGNATED', object: '领跑者', verdict: 'DENIED', because: ['ORIGINALS'] }],
  ['what one article says and another denies', { subject: '云帛丝绸', relation: 'PARTICIPATES_IN', object: '千灯行动', verdict: 'CONFLICTING', because: ['BOTH_WAYS'] }],
  ['the same before the denial', { subject: '云帛丝绸', relation: 'PARTICIPATES_IN', object: '千灯行动', asOf: '2032-09-10', verdict: 'SUPPORTED', because: [] }],
  ['a rumour alone', { subject: '恒阀制造', relation: 'PARTICIPATES_IN', object: '鹭江湾', verdict: 'CO_MENTIONED', because: ['ONLY_SUPPOSED', 'SAME_SENTENCE'] }],
  ['two that one article only names', { subject: '云帛丝绸', object: '澜洲大学', asOf: '2032-12-31', relation: 'COLLABORATES_WITH', verdict: 'INDIRECT', because: ['CHAIN_ONLY'] }],
  ['any relation, where there is one', { subject: '曜灯电子', object: '闻人澈', verdict: 'SUPPORTED', because: [] }],
  ['co-mention itself', { subject: '云帛丝绸', relation: 'CO_MENTIONED', object: '澜洲大学', verdict: 'CO_MENTIONED', because: ['SAME_ARTICLE_ONLY'] }],
  ['a name that two people bear', { subject: '陆明远', relation: 'VISITED', object: '曜灯电子', verdict: 'AMBIGUOUS_NAME', because: ['AMBIGUOUS_SUBJECT'] }],
  ['a name that nobody bears', { subject: '闻人澈', relation: 'VISITED', object: '曜灯照明', verdict: 'NOT_FOUND', because: ['UNKNOWN_OBJECT'] }],
  ['one of the two people, by id', { subject: IDS.namesakeA, relation: 'VISITED', object: '曜灯电子', verdict: 'NOT_FOUND', because: ['NO_LINK'] }],
  ['a post that has ended', { subject: '闻人澈', relation: 'HOLDS_POSITION', object: '澜洲市', verdict: 'DENIED', because: ['POST_ENDED'] }],
  ['the post before it ended', { subject: '闻人澈', relation: 'HOLDS_POSITION', object: '澜洲市', title: '市长', asOf: '2032-12-31', verdict: 'SUPPORTED', because: [] }],
  ['another post in the same place', { subject: '闻人澈', relation: 'HOLDS_POSITION', object: '澜洲市', title: '副市长', asOf: '2032-12-31', verdict: 'INDIRECT', because: ['OTHER_LINK'] }],
  ['a post told as a former one', { subject: '苏见山', relation: 'HOLDS_POSITION', object: '澜洲大学', verdict: 'SUPPORTED', because: ['FORMER_POST'] }],
  ['a symmetric relation, either way round', { subject: '澜洲大学', relation: 'COLLABORATES_WITH', object: '曜灯电子', verdict: 'SUPPORTED', because: ['ONLY_RESTORED_TEXT'] }],
]

describe('checkClaim', () => {
  it('has a case for every verdict', () => {
    expect([...new Set(CASES.map(([, { verdict }]) => verdict))].sort()).toEqual([...CLAIM_VERDICTS].sort())
  })

  it.each(CASES)('judges %s', async (_, { verdict, because, ...args }) => {
    const check = await checkClaim(store, args)
    expect(check.verdict).toBe(verdict)
    expect(codes(check)).toEqual(expect.arrayContaining([...because]))
    for (const { zh, en } of check.reasons) expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/[a-z]/u)])
  })

  it('counts a reprint once, shows it, and gives the days and each quote', async () => {
    const check = await checkClaim(store, { subject: '闻人澈', relation: 'VISITED', object: '曜灯电子' })
    expect(check).toMatchObject({ independentSources: 1, evidenceCount: 2, firstSaid: '2032-05-10', lastSaid: '2032-05-11', narrated: true, speakerIds: [], truncated: false })
    expect(check.sources).toEqual([{ articleIds: ['tour', 'reprint'] }])
    expect(check.evidence.map(({ articleId, quote }) => [articleId, quote])).toEqual([['reprint', '闻人澈走访澜洲曜灯电子有限公司'], ['tour', '闻人澈走访澜洲曜灯电子有限公司']])
    expect(check.paths.map(({ strength, hops }) => [strength, hops.length])).toEqual([['STATED', 1]])
  })

  it('gives the speaker of a call', async () => {
    expect(await checkClaim(store, { subject: '闻人澈', relation: 'PROMOTES', object: '鹭江湾' })).toMatchObject({ speakerIds: [IDS.mayor], narrated: false })
  })

  it('counts both sides of a quarrel, each from its own article', async () => {
    const check = await checkClaim(store, { subject: '云帛丝绸', relation: 'PARTICIPATES_IN', object: '千灯行动' })
    expect(check.evidence.map(({ articleId, modality }) => [articleId, modality])).toEqual([['quarrel', 'DENIED'], ['silk', 'ASSERTED']])
    expect(check.independentSources).toBe(2)
  })

  it('folds the fact from what was known by the day', async () => {
    const [fact] = (await checkClaim(store, { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '千灯行动', asOf: '2032-08-01' })).facts
    expect(fact).toMatchObject({ modality: 'PLANNED', evidenceCount: 1, lastSeen: '2032-07-01', asOf: '2032-08-01' })
  })

  it('says which characters of the only copy were restored', async () => {
    const { damage } = await checkClaim(store, { subject: '曜灯电子', relation: 'COLLABORATES_WITH', object: '澜洲大学' })
    expect(damage).toMatchObject({ restored: 1, sound: 0, onlyRestored: true, repairs: [{ pass: 'gbk-shift', after: '共建', certainty: 0.7 }] })
  })

  it('gives the fact that runs the other way as the nearest link', async () => {
    const { nearest } = await checkClaim(store, { subject: '曜灯电子', relation: 'VISITED', object: '闻人澈' })
    expect(nearest[0]?.hops.map(({ fact, forward }) => [fact.type, forward])).toEqual([['VISITED', false]])
  })

  it('gives the chain, with its call, where no article says it', async () => {
    const { paths, evidence, independentSources } = await checkClaim(store, { subject: '曜灯电子', relation: 'PARTICIPATES_IN', object: '鹭江湾' })
    expect(paths[0]?.hops.map(({ fact }) => [fact.type, fact.modality])).toEqual([['VISITED', 'ASSERTED'], ['PROMOTES', 'URGED']])
    expect({ evidence, independentSources }).toEqual({ evidence: [], independentSources: 0 })
  })

  it('offers the candidates of an ambiguous name and the nearest of an unknown one', async () => {
    const ambiguous = await checkClaim(store, { subject: '陆明远', object: '曜灯电子' })
    expect(ambiguous.candidates.map(({ argument, entity }) => [argument, entity.id])).toEqual([IDS.namesakeA, IDS.namesakeB].sort().map((id) => ['subject', id]))
    const unknown = await checkClaim(store, { subject: '闻人澈', object: '曜灯照明' })
    expect(unknown.candidates.map(({ argument, entity }) => [argument, entity.id])).toContainEqual(['object', IDS.lamps])
  })

  it('does not let a rejected fact support', async () => {
    const own = await openWith(CLAIM_GRAPH)
    try {
      const [fact] = (await checkClaim(own.store, { subject: '苏见山', relation: 'ATTENDED', object: '灯具博览会' })).facts
      await own.store.record([{ actor: '沈校对', role: 'reviewer', at: '2033-04-01T00:00:00Z', kind: 'VERDICT', targets: [fact?.id ?? ''], decision: 'REJECTED', reason: '误读' }])
      const check = await checkClaim(own.store, { subject: '苏见山', relation: 'ATTENDED', object: '灯具博览会' })
      expect(check.verdict).toBe('CO_MENTIONED')
      expect(codes(check)).toContain('REJECTED')
      expect(check.nearest.flatMap(({ hops }) => hops.map(({ fact: { id } }) => id))).not.toContain(fact?.id)
    } finally {
      await own.close()
    }
  })

  it('asks the store no more often for much evidence than for little', async () => {
    const counter = counting(store)
    await checkClaim(counter.store, { subject: IDS.mayor, relation: 'VISITED', object: IDS.lamps })
    const much = counter.calls
    counter.calls = 0
    await checkClaim(counter.store, { subject: IDS.lamps, relation: 'DESIGNATED', object: IDS.giant })
    expect(counter.calls).toBe(much)
    expect(much).toBeLessThanOrEqual(8)
  })

  it.each<[string, ClaimArgs]>([
    ['an empty name', { subject: ' ', object: '曜灯电子' }],
    ['a name of ten thousand characters', { subject: '灯'.repeat(10_000), object: '曜灯电子' }],
    ['a day that does not exist', { subject: '闻人澈', object: '曜灯电子', asOf: '2032-02-30' }],
    ['two names of one entity', { subject: '曜灯电子', object: '澜洲曜灯电子有限公司' }],
  ])('refuses %s', async (_, args) => {
    expect((await errorOf(checkClaim(store, args))).code).toBe('BAD_INPUT')
  })
})
