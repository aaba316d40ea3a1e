import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT } from '../../src/cli/exit-codes.js'
import { openEmbeddedClient } from '../../src/store/embedded/embedded-client.js'
import { openStore } from '../../src/store/open-store.js'
import { ANSWER_GRAPH } from '../answers/answer-graph.js'
import { CliBench, type CliRun } from './surroundings.js'

/** Backup, restore and migrate as a person types them. Both kinds of store are in test/store/archive. */

const bench = new CliBench()
const place = (name: string): string => join(bench.dataFolder, name)
const at = (name: string): { readonly env: Readonly<Record<string, string>> } => ({ env: { POLICYGRAPH_DATA: place(name) } })
const BACKUP = join(bench.dataFolder, 'all.backup')
const shaOf = ({ said }: CliRun): string => /sha256 ([\da-f]{64})/u.exec(said)?.[1] ?? said

async function fill(name: string): Promise<void> {
  const store = await openStore({ kind: 'embedded', folder: place(name) })
  await store.applySchema()
  await store.write(ANSWER_GRAPH)
  await store.close()
}

let made: CliRun
beforeAll(async () => {
  await fill('graph')
  made = await bench.run(['backup', 'create', BACKUP], at('graph'))
})

test('a backup fills an empty store with the same graph', async () => {
  expect(made.code).toBe(EXIT.OK)
  const restored = await bench.run(['backup', 'restore', BACKUP], at('copy'))
  expect([restored.code, shaOf(restored)]).toEqual([EXIT.OK, shaOf(made)])
  expect((await bench.run(['export'], at('copy'))).out).toBe((await bench.run(['export'], at('graph'))).out)
  expect((await bench.run(['verify'], at('copy'))).code).toBe(EXIT.OK)
})

test('a store that holds something is refused and stays as it was', async () => {
  await fill('full')
  const before = (await bench.run(['export'], at('full'))).out
  for (const argv of [['backup', 'restore', BACKUP], ['migrate', place('full')]]) {
    const run = await bench.run(argv, argv[0] === 'migrate' ? at('graph') : at('full'))
    expect([run.code, run.said]).toEqual([EXIT.USAGE, expect.stringMatching(/BAD_INPUT.*not empty/u)])
  }
  expect((await bench.run(['export'], at('full'))).out).toBe(before)
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 40)],
  ['with a wrong byte', (bytes) => Buffer.from(bytes.map((byte, index) => (index === Math.floor(bytes.length / 2) ? byte ^ 0xff : byte)))],
  ['of no bytes', () => Buffer.alloc(0)],
])('a backup %s is refused', async (name, damage) => {
  const file = join(bench.dataFolder, `${name}.backup`)
  writeFileSync(file, damage(readFileSync(BACKUP)))
  const run = await bench.run(['backup', 'restore', file], at(`from ${name}`))
  expect([run.code, run.said]).toEqual([EXIT.USAGE, expect.stringContaining('BAD_INPUT')])
})

test('a store moves to another folder', async () => {
  const moved = await bench.run(['migrate', place('moved')], at('graph'))
  expect([moved.code, shaOf(moved)]).toEqual([EXIT.OK, shaOf(made)])
  expect((await bench.run(['export'], at('moved'))).out).toBe((await bench.run(['export'], at('graph'))).out)
})

test.each<[string, Readonly<Record<string, string>>, number, string]>([
  ['without a password', {}, EXIT.USAGE, 'POLICYGRAPH_TARGET_PASSWORD'],
  ['that does not answer', { POLICYGRAPH_TARGET_PASSWORD: 'x' }, EXIT.STORE, 'STORE_UNREACHABLE'],
])('a Neo4j %s is told', async (_, env, code, why) => {
  const run = await bench.run(['migrate', 'bolt://127.0.0.1:9'], { env: { ...at('graph').env, ...env } })
  expect([run.code, run.said]).toEqual([code, expect.stringContaining(why)])
})

test('a store that an older version made, without some columns, opens, and is the same when it is filled again', async () => {
  await fill('older')
  const client = await openEmbeddedClient(place('older'))
  await client.transaction((run) => run('ALTER TABLE Evidence DROP cue'))
  await client.close()
  expect((await bench.run(['verify'], at('older'))).code).toBe(EXIT.OK)
  const lines = (await bench.run(['export'], at('older'))).out.trimEnd().split('\n')
  expect(lines).toHaveLength((await bench.run(['export'], at('graph'))).out.trimEnd().split('\n').length)
  const copied = await bench.run(['migrate', place('newer')], at('older'))
  expect(copied.code).toBe(EXIT.OK)
})
