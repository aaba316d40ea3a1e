import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { programPath } from '../program.js'
import type { StoreConfig } from '../../src/store/open-store.js'
import { testFolder } from '../fixtures/test-folder.js'
import { environmentOf, exportOf, writeArticles } from './corpus.js'
import { run } from './processes.js'

/**
 * A disk that is full: a small file system in memory, in a name space of its own (as root and as anybody, where the kernel
 * lets users have one), and a limit on the size of files, which anybody can set anywhere.
 */

const folder = testFolder('full-')
const articles = writeArticles(join(folder, 'articles.jsonl'), 250)
const APART = ['--user', '--map-root-user', '--mount', 'sh', '-c']

function canMount(): boolean {
  try {
    execFileSync('unshare', [...APART, `mount -t tmpfs -o size=1m tmpfs '${folder}'`], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write('A full disk is not tested: this machine lets no user mount a small file system (unshare); a limit on files is.\n')
    return false
  }
}

/** Runs a shell script; gives its output. */
async function script(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const [command = '', ...rest] = words
  const child = spawn(command, rest, { env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { said += text.toString() })
  await once(child, 'close')
  return said
}

let undisturbed = ''

beforeAll(async () => {
  const config: StoreConfig = { kind: 'embedded', folder: join(folder, 'undisturbed') }
  expect((await run(['ingest', articles], environmentOf(config))).code).toBe(0)
  undisturbed = await exportOf(config)
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const env = { NODE: process.execPath, PROGRAM: programPath(), ARTICLES: articles, SMALL: join(folder, 'small'), AWAY: folder }

;(canMount() ? test : test.skip)('STORE_FULL names the folder and what to do; nothing is half-written; with room again the same command goes on to the same graph', async () => {
  mkdirSync(env.SMALL)
  const said = await script(['unshare', ...APART, `
    mount -t tmpfs -o size=161m tmpfs "$SMALL"
    export POLICYGRAPH_DATA="$SMALL/data"
    "$NODE" "$PROGRAM" ingest "$ARTICLES"; echo "first $?"
    mount -o remount,size=600m "$SMALL"
    "$NODE" "$PROGRAM" verify; echo "sound $?"
    "$NODE" "$PROGRAM" ingest "$ARTICLES"; echo "second $?"
    "$NODE" "$PROGRAM" export > "$AWAY/resumed.jsonl"; echo "export $?"
    "$NODE" -e 'require("fs").writeFileSync(process.argv[1], Buffer.alloc(2e9))' "$SMALL/filling" 2>/dev/null
    "$NODE" "$PROGRAM" backup create "$SMALL/graph.backup"; echo "backup $?"
    ls "$SMALL"`], env)
  expect(said).toMatch(/STORE_FULL: [^\n]*small\/data[^\n]*\nfirst 3\n/u)
  expect(said).not.toMatch(/\n {4}at /u)
  expect(said).toMatch(/\nsound 0\n[^]*\nsecond 0\n/u)
  expect(said).toMatch(/未变 [1-9]/u)
  expect(readFileSync(join(folder, 'resumed.jsonl'), 'utf8') === undisturbed).toBe(true)
  expect(said).toMatch(/STORE_FULL: [^\n]*small[^\n]*\nbackup 3\ndata\nfilling\n$/u)
})

// the library ends the process when it cannot write its log, which no free space foretells here
test('a limit on the size of files ends an ingest in the middle of a write; without it the same command goes on to the same graph', async () => {
  const config: StoreConfig = { kind: 'embedded', folder: join(folder, 'limited') }
  const said = await script(['sh', '-c', `
    (ulimit -f 1000; exec "$NODE" "$PROGRAM" ingest "$ARTICLES"); echo "first $?"`], { ...env, ...environmentOf(config) })
  expect(said).toMatch(/first (?!0\b)\d+/u)
  const resumed = await run(['ingest', articles], environmentOf(config))
  expect(resumed).toMatchObject({ code: 0 })
  expect(await exportOf(config) === undisturbed).toBe(true)
})
