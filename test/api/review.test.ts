import type { GraphStore } from '../../src/store/port.js'
import { FACTS, REMOVED } from '../queries/cases.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { storesUnderTest } from '../stores.js'
import { at, codesOf, type Answer } from './ask.js'
import { allOf, exported, openDesk, type Desk, type Person } from './desk.js'

const shen: Person = { name: '沈校对', role: 'reviewer' }
const he: Person = { name: '何校对', role: 'reviewer' }
const gu: Person = { name: '顾主编', role: 'editor' }
const qu: Person = { name: '瞿读者', role: 'reader' }

const VERDICT = 'verdict { state by at reason secondReader } disputed version'
const REVIEW = `mutation($fact: ID!, $verdict: VerdictDecision!, $reason: String!, $version: Int) { review(fact: $fact, verdict: $verdict, reason: $reason, expectedVersion: $version) { id ${VERDICT} } }`
const RETRACT = 'mutation($id: ID!, $reason: String!) { retractArticle(id: $id, reason: $reason) { retracted version facts { id } mentions { text } rawText } }'
const RESTORE = 'mutation($id: ID!, $reason: String!) { restoreArticle(id: $id, reason: $reason) { retracted retraction { id } version } }'
const PROPOSE = 'mutation($article: ID!, $raw: SpanInput!, $entity: ProposedEntityInput, $fact: ProposedFactInput, $reason: String!) { propose(article: $article, raw: $raw, entity: $entity, fact: $fact, reason: $reason) { id state quote entity { name } fact { subject } article { id } } }'
const DECIDE = 'mutation($id: ID!, $decision: ProposalDecision!, $reason: String!) { decideProposal(id: $id, decision: $decision, reason: $reason) { state decidedBy { actor } } }'
const DISPUTE = 'mutation($fact: ID!, $reason: String!) { dispute(fact: $fact, reason: $reason) { disputed version } }'
const SETTLE = 'mutation($fact: ID!, $reason: String!) { settleDispute(fact: $fact, reason: $reason) { disputed version } }'
const CLOSED = REMOVED.evidence[0]?.factId ?? ''

for (const { name, fresh } of await storesUnderTest()) {
  describe(`${name}: the desk`, () => {
    let store: GraphStore
    let desk: Desk
    beforeEach(async () => {
      store = await (await fresh()).open()
      await store.write([...SMALL_GRAPH, REMOVED])
      await store.removeArticles([REMOVED.article.id])
      desk = await openDesk(store)
    })
    afterEach(async () => {
      await desk.close()
      await store.close()
    })

    const review = (verdict: string, person: Person, fact: string = FACTS.visit, version?: number): Promise<Answer> =>
      desk.ask(REVIEW, { fact, verdict, reason: `${person.name}看过原文`, version: version ?? null }, person)

    test('keeps a verdict with who, when and why, and a second reader who agrees', async () => {
      const first = await review('CONFIRMED', shen)
      expect(first.errors).toEqual([])
      expect(at(first.data, 'review')).toMatchObject({ version: 1, disputed: false, verdict: { state: 'CONFIRMED', by: '沈校对', reason: '沈校对看过原文', secondReader: null } })
      const second = await review('CONFIRMED', he)
      expect(at(second.data, 'review', 'verdict')).toMatchObject({ by: '沈校对', secondReader: '何校对', at: at(first.data, 'review', 'verdict', 'at') })
      const { data } = await desk.ask(`{ fact(id: "${FACTS.visit}") { version history { seq actor role kind decision reason targets } } }`)
      expect(at(data, 'fact', 'version')).toBe(2)
      expect(at(data, 'fact', 'history')).toMatchObject([{ actor: '沈校对', role: 'reviewer', kind: 'VERDICT', decision: 'CONFIRMED', targets: [FACTS.visit] }, { actor: '何校对' }])
    })

    test('is contested while readers disagree, until an editor decides', async () => {
      await review('CONFIRMED', shen)
      const contested = await review('REJECTED', he)
      expect(at(contested.data, 'review', 'verdict')).toMatchObject({ state: 'CONTESTED', by: '何校对', secondReader: null })
      const decided = await review('REJECTED', gu)
      expect(at(decided.data, 'review', 'verdict')).toMatchObject({ state: 'REJECTED', secondReader: expect.stringMatching(/何校对|顾主编/u) as string })
    })

    test('a withdrawn verdict is as if it had never been, but for the history', async () => {
      const before = await exported(store)
      await review('REJECTED', shen)
      expect(await exported(store)).not.toBe(before)
      const after = await review('WITHDRAWN', shen)
      expect(at(after.data, 'review')).toMatchObject({ verdict: null, version: 2 })
      const strip = (text: string): string => text.replace(/"version":\d+/gu, '"version":0')
      expect(strip(await exported(store))).toBe(strip(before))
    })

    test('leaves rejected facts out of every list, unless they are asked for', async () => {
      await review('REJECTED', gu, FACTS.joins)
      const { data, errors } = await desk.ask(`query($chips: ID!, $id: ID!) {
        e: entity(id: $chips) { facts(first: 100) { totalCount nodes { id } } all: facts(first: 100, includeRejected: true) { totalCount nodes { id verdict { state } } } none: facts(types: [VISITED], includeRejected: true) { nodes { id } } }
        article(id: "a4") { facts { id } all: facts(includeRejected: true) { id } }
        fact(id: $id) { id verdict { state by } }
        firmsLinkedTo(initiative: "云泽湾") { edges { node { id } paths { hops { fact { id } } } } }
        connection(from: "芯河科技", to: "云泽湾") { paths { hops { fact { id } } } }
      }`, { chips: SMALL.chips, id: FACTS.joins })
      expect(errors).toEqual([])
      const text = (value: unknown): string => JSON.stringify(value)
      expect(text(at(data, 'e', 'facts'))).not.toContain(FACTS.joins)
      expect(text(at(data, 'e', 'none'))).not.toContain(FACTS.joins)
      expect(text(at(data, 'article', 'facts'))).not.toContain(FACTS.joins)
      expect(text(at(data, 'firmsLinkedTo'))).not.toContain(FACTS.joins)
      expect(text(at(data, 'connection'))).not.toContain(FACTS.joins)
      expect(at(data, 'e', 'all', 'totalCount')).toBe(Number(at(data, 'e', 'facts', 'totalCount')) + 1)
      expect(text(at(data, 'e', 'all'))).toContain(`{"id":"${FACTS.joins}","verdict":{"state":"REJECTED"}}`)
      expect(text(at(data, 'article', 'all'))).toContain(FACTS.joins)
      expect(at(data, 'fact')).toEqual({ id: FACTS.joins, verdict: { state: 'REJECTED', by: '顾主编' } })
    })

    test('keeps verdicts when the article is read again and when it changes', async () => {
      await review('REJECTED', gu, FACTS.visit)
      const [first] = SMALL_GRAPH
      if (first === undefined) throw new Error('no fixture')
      await store.write([first])
      await store.write([{ ...first, article: { ...first.article, pipeline: 'test/2' } }])
      const { data } = await desk.ask(`{ fact(id: "${FACTS.visit}") { verdict { state } } }`)
      expect(at(data, 'fact', 'verdict', 'state')).toBe('REJECTED')
    })

    test('opens and settles a dispute, which puts the fact on top of the queue', async () => {
      const opened = await desk.ask(DISPUTE, { fact: FACTS.post, reason: '当事人称已离任' }, qu)
      expect(at(opened.data, 'dispute')).toEqual({ disputed: true, version: 1 })
      const queued = await desk.ask('{ reviewQueue(states: [DISPUTED]) { totalCount truncated edges { score weakness reach reasons { code zh en } node { id disputed } } } }')
      expect(at(queued.data, 'reviewQueue')).toMatchObject({ totalCount: 1, truncated: false, edges: [{ weakness: 4, node: { id: FACTS.post, disputed: true } }] })
      expect(JSON.stringify(at(queued.data, 'reviewQueue', 'edges', 0, 'reasons'))).toContain('"DISPUTED"')
      expect(codesOf(await desk.ask(SETTLE, { fact: FACTS.post, reason: '核实' }, shen))).toEqual(['FORBIDDEN'])
      const settled = await desk.ask(SETTLE, { fact: FACTS.post, reason: '组织部公告为准' }, gu)
      expect(at(settled.data, 'settleDispute')).toEqual({ disputed: false, version: 2 })
    })

    test('retracts an article, closing what it alone bore, and restores it byte for byte', async () => {
      const before = await exported(store)
      const gone = await desk.ask(RETRACT, { id: 'a4', reason: '报道失实，媒体已更正' }, gu)
      expect(gone.errors).toEqual([])
      expect(at(gone.data, 'retractArticle')).toMatchObject({ retracted: true, version: 1, facts: [], mentions: [], rawText: SMALL_GRAPH[3]?.article.rawText })
      const { data } = await desk.ask(`{ fact(id: "${FACTS.invests}") { open closedWhy } both: fact(id: "${FACTS.joins}") { open evidenceCount } article(id: "a4") { retraction { actor reason } } }`)
      expect(at(data, 'fact')).toMatchObject({ open: false, closedWhy: expect.stringContaining('RETRACTED') as string })
      expect(at(data, 'both')).toEqual({ open: true, evidenceCount: 2 })
      expect(at(data, 'article', 'retraction')).toEqual({ actor: '顾主编', reason: '报道失实，媒体已更正' })
      await store.write(SMALL_GRAPH)
      expect(at((await desk.ask(`{ fact(id: "${FACTS.invests}") { open } }`)).data, 'fact', 'open')).toBe(false)
      const back = await desk.ask(RESTORE, { id: 'a4', reason: '更正系误发' }, gu)
      expect(at(back.data, 'restoreArticle')).toEqual({ retracted: false, retraction: null, version: 2 })
      expect(await exported(store)).toBe(before)
    })

    test('takes proposals on a span, and decides each once', async () => {
      const text = SMALL_GRAPH[3]?.article.rawText ?? ''
      const raw = { start: text.indexOf('汀江县县长'), end: text.indexOf('汀江县县长') + 10 }
      const opened = await desk.ask(PROPOSE, { article: 'a4', raw, fact: { type: 'VISITED', subject: '祁望舒', object: '云泽湾' }, reason: '漏了到访' }, qu)
      expect(opened.errors).toEqual([])
      expect(at(opened.data, 'propose')).toMatchObject({ state: 'OPENED', quote: '汀江县县长祁望舒出席', entity: null, fact: { subject: '祁望舒' }, article: { id: 'a4' } })
      const id = at(opened.data, 'propose', 'id')
      const waiting = await desk.ask('{ proposals { totalCount nodes { id by } } }')
      expect(at(waiting.data, 'proposals')).toEqual({ totalCount: 1, nodes: [{ id, by: '瞿读者' }] })
      const both = await Promise.all([desk.ask(DECIDE, { id, decision: 'ACCEPTED', reason: '属实' }, shen), desk.ask(DECIDE, { id, decision: 'DECLINED', reason: '原文未明说' }, he)])
      expect(both.flatMap(codesOf)).toEqual(['BAD_INPUT'])
      const { data } = await desk.ask('{ article(id: "a4") { version proposals { state decidedBy { actor } } } proposals { totalCount } done: proposals(states: [ACCEPTED, DECLINED]) { totalCount } }')
      expect(at(data, 'article', 'version')).toBe(2)
      expect([at(data, 'proposals', 'totalCount'), at(data, 'done', 'totalCount')]).toEqual([0, 1])
    })

    test('writes every change in the log, for reviewers to read', async () => {
      await review('CONFIRMED', shen)
      await desk.ask(DISPUTE, { fact: FACTS.visit, reason: '日期有误' }, qu)
      await desk.ask(RETRACT, { id: 'a1', reason: '转载' }, gu)
      const LOG = 'query($actor: String, $target: ID, $first: Int, $after: String) { auditLog(actor: $actor, target: $target, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { seq actor role kind decision reason at } } }'
      const { data } = await desk.ask(LOG, {}, shen)
      expect(at(data, 'auditLog', 'nodes')).toMatchObject([
        { seq: 3, actor: '顾主编', role: 'editor', kind: 'ARTICLE', decision: 'RETRACTED', reason: '转载' },
        { seq: 2, actor: '瞿读者', role: 'reader', kind: 'DISPUTE', decision: 'OPENED' },
        { seq: 1, actor: '沈校对', role: 'reviewer', kind: 'VERDICT', decision: 'CONFIRMED' },
      ])
      const page = await desk.ask(LOG, { first: 2 }, gu)
      expect(at(page.data, 'auditLog', 'pageInfo', 'hasNextPage')).toBe(true)
      const rest = await desk.ask(LOG, { first: 2, after: at(page.data, 'auditLog', 'pageInfo', 'endCursor') }, gu)
      expect(at(rest.data, 'auditLog', 'nodes')).toMatchObject([{ seq: 1 }])
      expect(at((await desk.ask(LOG, { actor: '顾主编' }, gu)).data, 'auditLog')).toMatchObject({ totalCount: 1, nodes: [{ seq: 3 }] })
      expect(at((await desk.ask(LOG, { target: FACTS.visit }, gu)).data, 'auditLog')).toMatchObject({ totalCount: 2, nodes: [{ seq: 2 }, { seq: 1 }] })
    })

    test('asks each for their role, and writes nothing for those who lack it', async () => {
      const before = await allOf(store)
      const fact = { fact: FACTS.visit, reason: '理由' }
      const article = { id: 'a1', reason: '理由' }
      const proposal = { article: 'a5', raw: { start: 0, end: 3 }, entity: { kind: 'INITIATIVE', name: '云泽湾' }, reason: '理由' }
      const tries: readonly (readonly [string, Readonly<Record<string, unknown>>, Person | undefined, string])[] = [
        [REVIEW, { ...fact, verdict: 'CONFIRMED' }, undefined, 'UNAUTHENTICATED'],
        [REVIEW, { ...fact, verdict: 'CONFIRMED' }, qu, 'FORBIDDEN'],
        [DISPUTE, fact, undefined, 'UNAUTHENTICATED'],
        [SETTLE, fact, shen, 'FORBIDDEN'],
        [RETRACT, article, shen, 'FORBIDDEN'],
        [RESTORE, article, shen, 'FORBIDDEN'],
        [PROPOSE, proposal, undefined, 'UNAUTHENTICATED'],
        [DECIDE, { id: 'act_0000000001', decision: 'ACCEPTED', reason: '理由' }, qu, 'FORBIDDEN'],
        ['{ auditLog { totalCount } }', {}, qu, 'FORBIDDEN'],
        ['{ auditLog { totalCount } }', {}, undefined, 'UNAUTHENTICATED'],
      ]
      for (const [query, variables, person, code] of tries) expect(codesOf(await desk.ask(query, variables, person))).toEqual([code])
      expect(await allOf(store)).toBe(before)
    })

    test('answers bad input with a code and changes nothing', async () => {
      await desk.ask(RETRACT, { id: 'a3', reason: '撤回' }, gu)
      const proposed = await desk.ask(PROPOSE, { article: 'a5', raw: { start: 0, end: 3 }, entity: { kind: 'INITIATIVE', name: '云泽湾' }, reason: '理由' }, qu)
      await desk.ask(DECIDE, { id: at(proposed.data, 'propose', 'id'), decision: 'ACCEPTED', reason: '理由' }, shen)
      const before = await allOf(store)
      const long = '长'.repeat(10_000)
      const fact = { fact: FACTS.visit, verdict: 'CONFIRMED', reason: '理由' }
      const proposal = { article: 'a5', raw: { start: 0, end: 3 }, entity: { kind: 'INITIATIVE', name: '云泽湾' }, reason: '理由' }
      const whole = { type: 'LOCATED_IN', subject: '云泽湾', object: '岚州市' }
      const tries: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
        ['NOT_FOUND', REVIEW, { ...fact, fact: 'f_0000000000000000' }],
        ['NOT_FOUND', REVIEW, { ...fact, fact: SMALL.chips }],
        ['BAD_INPUT', REVIEW, { ...fact, fact: long }],
        ['BAD_INPUT', REVIEW, { ...fact, fact: '' }],
        ['BAD_INPUT', REVIEW, { ...fact, fact: `co_${SMALL.chips}_${SMALL.zone}` }],
        ['CLOSED_FACT', REVIEW, { ...fact, fact: CLOSED }],
        ['CLOSED_FACT', REVIEW, { ...fact, fact: FACTS.award }],
        ['BAD_INPUT', REVIEW, { ...fact, reason: '' }],
        ['BAD_INPUT', REVIEW, { ...fact, reason: ' \n\t' }],
        ['BAD_INPUT', REVIEW, { ...fact, reason: long }],
        ['BAD_INPUT', REVIEW, { ...fact, verdict: 'WITHDRAWN' }],
        ['STALE_VERSION', REVIEW, { ...fact, version: 1 }],
        ['STALE_VERSION', REVIEW, { ...fact, version: -1 }],
        ['BAD_INPUT', REVIEW, { ...fact, verdict: 'MAYBE' }],
        ['BAD_INPUT', REVIEW, { ...fact, version: 'one' }],
        ['GRAPHQL_VALIDATION_FAILED', `mutation { review(fact: "${FACTS.visit}", verdict: MAYBE, reason: "x") { id } }`, {}],
        ['GRAPHQL_VALIDATION_FAILED', `mutation { review(fact: "${FACTS.visit}", verdict: CONFIRMED) { id } }`, {}],
        ['BAD_INPUT', SETTLE, { fact: FACTS.visit, reason: '理由' }],
        ['NOT_FOUND', DISPUTE, { fact: 'none', reason: '理由' }],
        ['NOT_FOUND', RETRACT, { id: 'none', reason: '理由' }],
        ['BAD_INPUT', RETRACT, { id: 'a1', reason: '' }],
        ['BAD_INPUT', RETRACT, { id: 'a3', reason: '再撤一次' }],
        ['BAD_INPUT', RESTORE, { id: 'a1', reason: '未曾撤回' }],
        ['NOT_FOUND', PROPOSE, { ...proposal, article: 'none' }],
        ['BAD_INPUT', PROPOSE, { ...proposal, entity: { kind: 'COMPANY', name: long } }],
        ['BAD_INPUT', PROPOSE, { ...proposal, entity: { kind: 'COMPANY', name: '' } }],
        ['BAD_INPUT', PROPOSE, { ...proposal, entity: null }],
        ['BAD_INPUT', PROPOSE, { ...proposal, fact: whole }],
        ['BAD_INPUT', PROPOSE, { ...proposal, entity: null, fact: { ...whole, object: long } }],
        ['BAD_INPUT', PROPOSE, { ...proposal, entity: null, fact: { ...whole, title: long } }],
        ['BAD_INPUT', PROPOSE, { ...proposal, raw: { start: -1, end: 3 } }],
        ['BAD_INPUT', PROPOSE, { ...proposal, raw: { start: 3, end: 3 } }],
        ['BAD_INPUT', PROPOSE, { ...proposal, raw: { start: 0, end: 10_000 } }],
        ['NOT_FOUND', DECIDE, { id: 'act_0000000099', decision: 'ACCEPTED', reason: '理由' }],
        ['NOT_FOUND', DECIDE, { id: 'act_0000000001', decision: 'ACCEPTED', reason: '不是提议' }],
        ['NOT_FOUND', DECIDE, { id: long, decision: 'ACCEPTED', reason: '理由' }],
        ['BAD_INPUT', DECIDE, { id: at(proposed.data, 'propose', 'id'), decision: 'DECLINED', reason: '已有决定' }],
        ['BAD_INPUT', '{ reviewQueue(first: 0) { totalCount } }', {}],
        ['BAD_INPUT', '{ reviewQueue(after: "x") { totalCount } }', {}],
        ['BAD_INPUT', '{ auditLog(after: "WzFd") { totalCount } }', {}],
      ]
      for (const [code, query, variables] of tries) {
        const answer = await desk.ask(query, variables, gu)
        expect([codesOf(answer), query, JSON.stringify(variables).slice(0, 100)]).toEqual([[code], query, JSON.stringify(variables).slice(0, 100)])
      }
      expect(await allOf(store)).toBe(before)
    })

    test('lets one of two reviewers through who saw the same version', async () => {
      const both = await Promise.all([review('CONFIRMED', shen, FACTS.visit, 0), review('REJECTED', he, FACTS.visit, 0)])
      expect(both.flatMap(codesOf)).toEqual(['STALE_VERSION'])
      const loser = both.find((answer) => answer.errors.length > 0)
      expect(loser?.errors[0]?.extensions).toMatchObject({ version: 1, expectedVersion: 0 })
      const { data } = await desk.ask(`{ fact(id: "${FACTS.visit}") { version history { actor } } }`)
      expect(at(data, 'fact', 'version')).toBe(1)
      expect(at(data, 'fact', 'history')).toHaveLength(1)
    })

    test('takes many reviewers at once without losing one', async () => {
      const people = Array.from({ length: 8 }, (_, index): Person => ({ name: `校对${index}`, role: 'reviewer' }))
      const answers = await Promise.all(people.map((person) => review('CONFIRMED', person)))
      expect(answers.flatMap(codesOf)).toEqual([])
      const log = await desk.ask('{ auditLog(first: 100) { nodes { seq } } }', {}, gu)
      expect(at(log.data, 'auditLog', 'nodes')).toEqual(people.map((_, index) => ({ seq: people.length - index })))
    })
  })
}
