import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expiryOf } from '../../src/cli/commands/token.js'
import { EXIT } from '../../src/cli/exit-codes.js'
import { CliBench, type CliRun } from './surroundings.js'

const bench = new CliBench()
const rowsOf = (run: CliRun): readonly Readonly<Record<string, unknown>>[] => JSON.parse(run.out) as readonly Readonly<Record<string, unknown>>[]

test('create shows the token once, on stdout alone; list and the file never do', async () => {
  const run = await bench.run(['token', 'create', '--name', '王编辑', '--role', 'reviewer', '--expires', '90d'])
  expect(run.code).toBe(EXIT.OK)
  expect(run.out).toMatch(/^pgt_[0-9a-f]{12}_[\w-]{43}\n$/u)
  const secret = run.out.trim().slice('pgt_000000000000_'.length)
  expect(run.said).not.toContain(secret)
  const listed = await bench.run(['token', 'list', '-f', 'json'])
  expect(rowsOf(listed)).toMatchObject([{ name: '王编辑', role: 'reviewer', state: expect.stringContaining('valid') as string, revokedAt: '' }])
  expect(listed.out).not.toContain(secret)
  const file = join(bench.dataFolder, 'tokens.json')
  expect(readFileSync(file, 'utf8')).not.toContain(secret)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('revoke ends a token', async () => {
  const made = await bench.run(['token', 'create', '--name', '旧人', '--role', 'editor'])
  const id = /^pgt_([0-9a-f]{12})_/u.exec(made.out)?.[1] ?? ''
  expect((await bench.run(['token', 'revoke', id])).code).toBe(EXIT.OK)
  const rows = rowsOf(await bench.run(['token', 'list', '-f', 'json']))
  expect(rows.find((row) => row['id'] === id)).toMatchObject({ state: expect.stringContaining('revoked') as string })
})

test('keeps tokens where POLICYGRAPH_TOKENS says', async () => {
  const file = join(bench.dataFolder, 'elsewhere', 't.json')
  const env = { POLICYGRAPH_TOKENS: file }
  await bench.run(['token', 'create', '--name', '甲', '--role', 'reader'], { env })
  expect(rowsOf(await bench.run(['token', 'list', '-f', 'json'], { env }))).toHaveLength(1)
  expect(readFileSync(file, 'utf8')).toContain('甲')
})

test.each<[readonly string[], string]>([
  [['token', 'create', '--role', 'reader'], '--name'],
  [['token', 'create', '--name', '甲', '--role', 'chief'], 'BAD_INPUT'],
  [['token', 'create', '--name', '', '--role', 'reader'], 'BAD_INPUT'],
  [['token', 'create', '--name', '名'.repeat(10_000), '--role', 'reader'], 'BAD_INPUT'],
  [['token', 'create', '--name', '甲', '--role', 'reader', '--expires', 'soon'], 'BAD_INPUT'],
  [['token', 'create', '--name', '甲', '--role', 'reader', '--expires', '0d'], 'BAD_INPUT'],
  [['token', 'revoke', 'none'], 'NOT_FOUND'],
  [['token', 'steal'], 'steal'],
])('%j is a usage error that says %s and makes no token', async (argv, why) => {
  const own = new CliBench()
  const run = await own.run(argv)
  expect(run).toMatchObject({ code: EXIT.USAGE, out: '', said: expect.stringContaining(why) as string })
  expect(rowsOf(await own.run(['token', 'list', '-f', 'json']))).toEqual([])
})

test.each([['12h', '2031-01-01T12:00:00.000Z'], ['90d', '2031-04-01T00:00:00.000Z'], ['2w', '2031-01-15T00:00:00.000Z'], [undefined, '']])('a lifetime of %s ends at %s', (lifetime, end) => {
  expect(expiryOf(lifetime, new Date('2031-01-01T00:00:00Z'))).toBe(end)
})
