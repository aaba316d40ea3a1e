import { createWriteStream, mkdirSync, openSync, closeSync, ftruncateSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { randomFrom } from '../../ingest/2-clean/damage/random.js'
import { ingestArticles } from '../../ingest/pipeline.js'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { readArticles } from '../../ingest/1-read/read.js'
import type { Issue } from '../../src/core/issue.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import { openStore } from '../../src/store/open-store.js'
import type { GraphStore } from '../../src/store/port.js'
import { verifyGraph } from '../../src/verify/verify-graph.js'
import { testFolder } from '../fixtures/test-folder.js'
import { zipWith } from '../fixtures/zip.js'
import { mutated, originals } from './mutations.js'
import { below, FULL, howMany, sayHowMany, SEED } from './settings.js'

/** Files that are broken, huge, packed beyond measure or no text at all: each is in the report, and nothing crashes or grows without end. */

const root = testFolder('hostile-')
let store: GraphStore

beforeAll(async () => {
  store = await openStore({ kind: 'embedded', folder: join(root, 'graph') })
  await store.applySchema()
})
afterAll(async () => {
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

const MIB = 1024 ** 2
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
/** Of this process without what it no longer needs, in MiB; between two collections it comes and goes by a gigabyte. */
const memory = (): number => {
  collectGarbage()
  return process.memoryUsage().rss / MIB
}

interface Outcome {
  /** File → what became of it. */
  readonly of: ReadonlyMap<string, 'loaded' | 'told' | 'nothing'>
  readonly issues: readonly Issue[]
}

/** Takes files in as the program does, and notes what became of each. */
async function takeIn(files: readonly string[]): Promise<Outcome> {
  const issues: Issue[] = []
  const came = new Set<string>()
  const context = { report: (issue: Issue) => { issues.push(issue) } }
  async function* noted(): AsyncGenerator<RawArticle> {
    for await (const article of readArticles(files, context)) {
      came.add(article.origin.file)
      yield article
    }
  }
  const report = await ingestArticles(store, noted())
  issues.push(...report.issues)
  const told = new Set(issues.map(({ file }) => file))
  return { issues, of: new Map(files.map((file) => [file, told.has(file) ? 'told' : came.has(file) ? 'loaded' : 'nothing'])) }
}

test('mutated articles: each is loaded or told with a reason, and the graph is sound', async () => {
  const count = howMany(100, 10_000)
  sayHowMany(`${count} mutated articles`)
  const random = randomFrom(SEED)
  const all = originals()
  const tally = { loaded: 0, told: 0 }
  const codes = new Map<string, number>()
  for (let made = 0; made < count;) {
    const folder = join(root, `mutated-${made}`)
    mkdirSync(folder)
    const files: string[] = []
    for (; files.length < 250 && made < count; made += 1) {
      const { kind, bytes } = mutated(all, random)
      const file = join(folder, `${made}${kind}`)
      writeFileSync(file, bytes)
      files.push(file)
    }
    const { of, issues } = await takeIn(files)
    const lost = [...of].filter(([, became]) => became === 'nothing').map(([file]) => basename(file))
    expect(lost).toEqual([])
    for (const became of of.values()) tally[became === 'loaded' ? 'loaded' : 'told'] += 1
    for (const { code } of issues) codes.set(code, (codes.get(code) ?? 0) + 1)
    expect(issues.filter(({ message }) => message.trim() === '')).toEqual([])
    // what is wrong with a file is told by its reader; no stage may break on what one has let through
    expect(issues.filter(({ code }) => code === 'STAGE_FAILED').map(({ file, message }) => [basename(file ?? ''), message])).toEqual([])
    expect(memory()).toBeLessThan(3_000)
    rmSync(folder, { recursive: true })
  }
  sayHowMany(`${JSON.stringify(tally)} ${JSON.stringify(Object.fromEntries([...codes].sort()))}, ${Math.round(memory())} MB`)
  expect(tally.loaded).toBeGreaterThan(count / 10)
  expect(tally.told).toBeGreaterThan(count / 10)
  const findings = []
  for await (const finding of verifyGraph(store)) findings.push(finding)
  expect(findings).toEqual([])
  let bytes = 0
  for await (const piece of graphJsonl(store)) bytes += piece.length
  expect(bytes).toBeGreaterThan(0)
}, 7_200_000)

describe('huge and packed files', () => {
  const good = (): string => {
    const file = join(root, 'good.txt')
    writeFileSync(file, '云湖区召开大会，市委书记周岚出席并讲话。')
    return file
  }
  const sparse = (name: string, size: number): string => {
    const file = join(root, name)
    const handle = openSync(file, 'w')
    ftruncateSync(handle, size)
    closeSync(handle)
    return file
  }
  /** A file of so many MiB: a head, the filling over and over, a tail. */
  async function filled(name: string, head: string, filling: string, tail: string, mib: number): Promise<string> {
    const file = join(root, name)
    const out = createWriteStream(file)
    out.write(head)
    const piece = filling.repeat(Math.ceil(MIB / Buffer.byteLength(filling)))
    for (let done = 0; done < mib; done += 1) if (!out.write(piece)) await once(out, 'drain')
    out.end(tail)
    await once(out, 'close')
    return file
  }
  const size = howMany(64, 1_024)
  const zeros = (mib: number): Buffer => Buffer.alloc(mib * MIB)
  const part = (name: string, bytes: Uint8Array): string => {
    const file = join(root, name)
    writeFileSync(file, bytes)
    return file
  }
  const bomb = (): Buffer => deflateRawSync(zeros(300), { level: 9 })
  const pdfStream = (packed: Uint8Array, filter: string): Buffer =>
    Buffer.concat([Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Filter ${filter} /Length ${packed.length} >>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\ntrailer << >>\n%%EOF')])

  test.each<[string, () => Promise<string> | string, string]>([
    ['a sparse text of 1 GB', () => sparse('huge.txt', 1024 * MIB), 'TOO_LARGE'],
    ['sparse JSON lines of 1 GB', () => sparse('huge.jsonl', 1024 * MIB), 'BINARY_FILE'],
    [`one line of JSON of ${size} MB`, () => filled('line.jsonl', '{"text":"', '云湖区', '"}\n', size), 'TOO_LARGE'],
    [`one field of a table of ${size} MB`, () => filled('field.csv', '编号,正文\n1,"', '云湖区', '"\n', size), 'BAD_CSV'],
    ['brackets nested ten million deep', () => filled('deep.json', '', '[', '', 10), 'BAD_JSON'],
    ['one article of 15 MB', () => filled('book.txt', '', '云湖区召开大会。', '', 15), 'TOO_LARGE'],
    ['a zip bomb as .docx', () => part('bomb.docx', zipWith([{ name: 'word/document.xml', packed: bomb(), size: 300 * MIB }])), 'TOO_LARGE'],
    ['a zip bomb that states a small size', () => part('liar.docx', zipWith([{ name: 'word/document.xml', packed: bomb(), size: 10 }])), 'TOO_LARGE'],
    ['a zip of many parts that are together too large', () => part('many.docx', zipWith(Array.from({ length: 10 }, (_, at) => ({ name: `word/${at}.xml`, packed: deflateRawSync(zeros(15)), size: 15 * MIB })))), 'TOO_LARGE'],
    ['a PDF whose stream unpacks to 300 MB', () => part('bomb.pdf', pdfStream(deflateSync(zeros(300)), '/FlateDecode')), 'TOO_LARGE'],
    ['a PDF whose stream is packed twice', () => part('twice.pdf', pdfStream(deflateSync(deflateSync(zeros(300))), '[/FlateDecode /FlateDecode]')), 'TOO_LARGE'],
    ['a gzipped article', () => part('article.gz', deflateSync(Buffer.from('云湖区'))), 'UNKNOWN_KIND'],
  ])('%s is refused with a reason, in bounded memory, and the rest is read', async (_what, make, code) => {
    const file = await make()
    const before = memory()
    const next = good()
    const { issues, of } = await takeIn([file, next])
    expect(issues.map((issue) => [issue.file, issue.code])).toContainEqual([file, code])
    expect(of.get(next)).toBe('loaded')
    expect(memory() - before).toBeLessThan(1_000)
    rmSync(file)
  }, FULL ? 1_800_000 : 240_000)
})

test('noise under every suffix is told', async () => {
  const random = randomFrom(SEED + 1)
  const files = ['.txt', '.md', '.html', '.json', '.jsonl', '.csv', '.xml', '.rss', '.pdf', '.docx'].flatMap((kind) => [0, 1, 5_000].map((length) => {
    const file = join(root, `noise-${length}${kind}`)
    writeFileSync(file, Buffer.from(Array.from({ length }, () => below(random, 256))))
    return file
  }))
  const { of } = await takeIn(files)
  expect([...of].filter(([, became]) => became === 'nothing').map(([file]) => basename(file))).toEqual([])
})
