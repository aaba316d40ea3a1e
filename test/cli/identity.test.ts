import { EXIT } from '../../src/cli/exit-codes.js'
import { reconcile } from '../../src/curation/reconcile.js'
import { openStore } from '../../src/store/open-store.js'
import { ARTICLES, ID } from '../curation/articles.js'
import { CliBench } from './surroundings.js'

const bench = new CliBench()
beforeAll(async () => {
  const store = await openStore({ kind: 'embedded', folder: bench.dataFolder })
  await store.applySchema()
  await store.write(ARTICLES)
  await reconcile(store)
  await store.close()
})

const decide = (a: string, b: string, decision: string): readonly string[] => ['judge', a, b, decision, '--reason', '核对过两地报道', '--as', '沈校对', '--role', 'reviewer']

test('judge takes effect, is shown as a hint when unsure, and is taken back to the same bytes', async () => {
  const before = (await bench.run(['export'])).out
  expect(await bench.run(decide(ID.mayor, ID.namesake, 'same'))).toMatchObject({ code: EXIT.OK, said: expect.stringContaining('SAME') as string })
  expect((await bench.run(['export'])).out).not.toBe(before)
  await bench.run(decide(ID.mayor, ID.namesake, 'unsure'))
  const queue = await bench.run(['identity', '--json'])
  const pairs = queue.out.trim().split('\n').map((line) => JSON.parse(line) as { readonly names: readonly string[]; readonly cause: string })
  expect(pairs).toContainEqual(expect.objectContaining({ names: ['顾砚秋', '顾砚秋'], cause: 'unsure' }))
  expect((await bench.run(['identity', '--limit', '5'])).out).toContain('顾砚秋  ↔  顾砚秋')
  await bench.run(decide(ID.namesake, ID.mayor, 'withdraw'))
  expect((await bench.run(['export'])).out).toBe(before)
})

test('judge takes names as well as ids', async () => {
  expect(await bench.run(decide('南通澜石置业有限公司', '无锡澜石新材料科技有限公司', 'different'))).toMatchObject({ code: EXIT.OK, said: expect.stringContaining('DIFFERENT') as string })
})

test.each([
  ['an unknown id', decide(ID.mayor, 'p_unknown', 'same'), EXIT.USAGE],
  ['two kinds', decide(ID.mayor, ID.full, 'same'), EXIT.USAGE],
  ['a limit that is none', ['identity', '--limit', 'many'], EXIT.USAGE],
] as const)('%s ends with exit code and changes nothing', async (_what, args, code) => {
  const before = (await bench.run(['export'])).out
  expect((await bench.run([...args])).code).toBe(code)
  expect((await bench.run(['export'])).out).toBe(before)
})
