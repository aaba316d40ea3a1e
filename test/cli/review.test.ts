import { parse } from 'csv-parse/sync'
import { openStore } from '../../src/store/open-store.js'
import { EXIT } from '../../src/cli/exit-codes.js'
import { FACTS, REMOVED } from '../queries/cases.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import { CliBench, type CliRun } from './surroundings.js'

const bench = new CliBench()
const CLOSED = REMOVED.evidence[0]?.factId ?? ''
beforeAll(async () => {
  const store = await openStore({ kind: 'embedded', folder: bench.dataFolder })
  await store.applySchema()
  await store.write([...SMALL_GRAPH, REMOVED])
  await store.removeArticles([REMOVED.article.id])
  await store.close()
})

const rowsOf = (run: CliRun): readonly Readonly<Record<string, unknown>>[] => JSON.parse(run.out) as readonly Readonly<Record<string, unknown>>[]

test('queue shows what waits, with the statement and the reasons', async () => {
  const run = await bench.run(['queue', '--first', '3', '--format', 'json'])
  expect(run.code).toBe(EXIT.OK)
  const [first] = rowsOf(run)
  expect(first).toMatchObject({ id: FACTS.joins, statement: expect.stringContaining('云泽湾协同创新区') as string })
  expect(JSON.stringify(first?.['reasons'])).toContain('计划')
  expect(run.said).toContain(`${Object.keys(FACTS).length}`)
})

test('review, history and audit tell the same story', async () => {
  const first = await bench.run(['review', FACTS.visit, 'confirm', '--reason', '原文有此句', '--as', '沈校对', '--role', 'reviewer'])
  expect(first).toMatchObject({ code: EXIT.OK, said: expect.stringContaining('CONFIRMED') as string })
  const second = await bench.run(['review', FACTS.visit, 'confirm', '--reason', '复核无误', '--as', '顾主编'])
  expect(second.said).toContain('第二审读 顾主编')
  const history = await bench.run(['history', FACTS.visit, '-f', 'json'])
  expect(rowsOf(history)).toMatchObject([{ actor: '沈校对', role: 'reviewer', decision: 'CONFIRMED' }, { actor: '顾主编', role: 'editor', reason: '复核无误' }])
  expect(history.said).toContain('陆沉远')
  const audit = await bench.run(['audit', '-f', 'csv'])
  expect(parse(audit.out, { columns: true })).toMatchObject([{ seq: '1', actor: '沈校对', kind: 'VERDICT', targets: FACTS.visit }, { seq: '2', actor: '顾主编' }])
  expect(rowsOf(await bench.run(['audit', '--actor', '顾主编', '--target', FACTS.visit, '-f', 'json']))).toMatchObject([{ seq: 2 }])
})

test('takes the user of the machine where nobody is named', async () => {
  expect((await bench.run(['review', FACTS.visit2, 'needs-source', '--reason', '出处不明'])).code).toBe(EXIT.OK)
  const [row] = rowsOf(await bench.run(['history', FACTS.visit2, '-f', 'json']))
  expect(row).toMatchObject({ role: 'editor', decision: 'NEEDS_SOURCE', actor: expect.stringMatching(/^\S+$/u) as string })
})

test('retract and restore leave the graph as it was', async () => {
  const before = (await bench.run(['export'])).out
  expect(await bench.run(['retract', 'a4', '--reason', '媒体已更正'])).toMatchObject({ code: EXIT.OK, said: expect.stringContaining('汀江航运拟投资云泽湾') as string })
  expect((await bench.run(['export'])).out).not.toBe(before)
  expect((await bench.run(['verify'])).code).toBe(EXIT.OK)
  expect((await bench.run(['restore', 'a4', '--reason', '更正系误发'])).code).toBe(EXIT.OK)
  expect((await bench.run(['export'])).out).toBe(before)
})

test('a rejected fact is gone from answers, and the graph is sound all the same', async () => {
  const ask = ['query', 'facts-of', '-p', 'entity=汀江航运集团', '-f', 'json']
  expect(rowsOf(await bench.run(ask))).toHaveLength(2)
  expect((await bench.run(['review', FACTS.works, 'reject', '--reason', '签约的是另一家', '--as', '顾主编'])).said).toContain('REJECTED')
  expect(rowsOf(await bench.run(ask))).toHaveLength(1)
  expect(await bench.run(['verify'])).toMatchObject({ code: EXIT.OK, out: '' })
  expect((await bench.run(['review', FACTS.works, 'withdraw', '--reason', '看错了', '--as', '顾主编'])).code).toBe(EXIT.OK)
  expect(rowsOf(await bench.run(ask))).toHaveLength(2)
})

test('a fact that was missed is proposed, accepted, and taken back', async () => {
  const ask = ['query', 'facts-of', '-p', 'entity=祁望舒', '-f', 'json']
  const before = rowsOf(await bench.run(ask)).length
  const opened = await bench.run(['propose', 'a4', '祁望舒', 'VISITED', '云泽湾', '--quote', '汀江县县长祁望舒出席', '--reason', '县长到场', '--as', '瞿读者', '--role', 'reader'])
  expect(opened).toMatchObject({ code: EXIT.OK, said: expect.stringContaining('祁望舒 走访 云泽湾') as string })
  const [waiting] = rowsOf(await bench.run(['proposals', '-f', 'json']))
  expect(waiting).toMatchObject({ state: 'OPENED', by: '瞿读者', quote: '汀江县县长祁望舒出席', article: 'a4' })
  const id = String(waiting?.['id'])
  expect((await bench.run(['decide', id, 'accept', '--reason', '属实', '--as', '沈校对', '--role', 'reviewer'])).said).toContain('ACCEPTED')
  expect(rowsOf(await bench.run(ask))).toHaveLength(before + 1)
  expect((await bench.run(['verify'])).code).toBe(EXIT.OK)
  expect((await bench.run(['decide', id, 'withdraw', '--reason', '看错了'])).said).toContain('WITHDRAWN')
  expect(rowsOf(await bench.run(ask))).toHaveLength(before)
  expect((await bench.run(['verify'])).code).toBe(EXIT.OK)
})

test.each<[readonly string[], string]>([
  [['decide', 'act_0000000001', 'accept', '--reason', 'x'], 'NOT_FOUND'],
  [['propose', 'none', '甲', 'VISITED', '乙', '--quote', '丙', '--reason', 'x'], 'NOT_FOUND'],
  [['propose', 'a4', '甲', 'VISITED', '乙', '--quote', '原文没有', '--reason', 'x'], 'BAD_INPUT'],
  [['review', 'f_none', 'confirm', '--reason', 'x'], 'NOT_FOUND'],
  [['review', CLOSED, 'confirm', '--reason', 'x'], 'CLOSED_FACT'],
  [['review', FACTS.works, 'maybe', '--reason', 'x'], 'maybe'],
  [['review', FACTS.works, 'confirm'], '--reason'],
  [['review', FACTS.works, 'confirm', '--reason', ' '], 'BAD_INPUT'],
  [['review', FACTS.works, 'confirm', '--reason', '长'.repeat(10_000)], 'BAD_INPUT'],
  [['review', FACTS.works, 'confirm', '--reason', 'x', '--as', 'local'], 'BAD_INPUT'],
  [['review', FACTS.works, 'confirm', '--reason', 'x', '--as', '名'.repeat(10_000)], 'BAD_INPUT'],
  [['review', FACTS.works, 'confirm', '--reason', 'x', '--role', 'chief'], 'chief'],
  [['review', FACTS.works, 'withdraw', '--reason', 'x'], 'BAD_INPUT'],
  [['history', 'f_none'], 'NOT_FOUND'],
  [['retract', 'none', '--reason', 'x'], 'NOT_FOUND'],
  [['restore', 'a1', '--reason', 'x'], 'BAD_INPUT'],
  [['queue', '--first', '0'], 'BAD_INPUT'],
  [['queue', '--states', 'LATE'], 'BAD_INPUT'],
])('%j is a usage error that says %s and changes nothing', async (argv, why) => {
  const before = (await bench.run(['audit', '-f', 'json'])).out
  const run = await bench.run(argv)
  expect(run).toMatchObject({ code: EXIT.USAGE, out: '', said: expect.stringContaining(why) as string })
  expect((await bench.run(['audit', '-f', 'json'])).out).toBe(before)
})
