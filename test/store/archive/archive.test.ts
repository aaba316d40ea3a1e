import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { graphJsonl } from '../../../src/export/graph-jsonl.js'
import { backUp, migrate, restoreFrom } from '../../../src/store/archive/archive.js'
import { LAYOUT, layoutOf } from '../../../src/store/layout/layout.js'
import { openClient, openStore, type StoreConfig } from '../../../src/store/open-store.js'
import { verifyGraph } from '../../../src/verify/verify-graph.js'
import { reconcile } from '../../../src/curation/reconcile.js'
import { readSamples } from '../../e2e/samples.js'
import { collect } from '../../fixtures/temp-store.js'
import { storesUnderTest } from '../../stores.js'

const stores = await storesUnderTest()
const samples = await readSamples()
const folder = mkdtempSync(join(tmpdir(), 'policygraph-archive-'))
let count = 0
const fresh = (): StoreConfig => ({ kind: 'embedded', folder: join(folder, `store-${count++}`) })

interface Seen {
  readonly text: string
  readonly acts: unknown
  readonly findings: readonly unknown[]
}

async function look(config: StoreConfig): Promise<Seen> {
  const store = await openStore(config)
  try {
    await store.applySchema()
    return { text: (await collect(graphJsonl(store))).join(''), acts: await store.read('count-acts'), findings: await collect(verifyGraph(store)) }
  } finally {
    await store.close()
  }
}

describe.each(stores)('a store on $name', ({ fresh: place }) => {
  let config: StoreConfig
  let before: Seen
  const file = join(folder, `${count++}.backup`)

  beforeAll(async () => {
    ({ config } = await place())
    const store = await openStore(config)
    await store.applySchema()
    await store.write(samples.graphs)
    await reconcile(store)
    const id = samples.graphs[0]?.article.id ?? ''
    await store.record([{ at: '2026-03-01T08:00:00.000Z', actor: '沈校对', role: 'editor', kind: 'ARTICLE', targets: [id], decision: 'RETRACTED', detail: '', reason: '更正' }])
    await store.close()
    before = await look(config)
  })

  it('is the same after backup and restore, with its log and what was retracted', async () => {
    const { sha256, rows } = await backUp(config, file, graphJsonl)
    expect(sha256).toBe(createHash('sha256').update(before.text).digest('hex'))
    expect(rows).toBeGreaterThan(500)
    const copy = fresh()
    expect(await restoreFrom(copy, file, graphJsonl)).toEqual({ rows, sha256 })
    expect(await look(copy)).toEqual(before)
  })

  it('goes on living after restore: a retracted article comes back, and writing again changes nothing', async () => {
    const copy = fresh()
    await restoreFrom(copy, file, graphJsonl)
    const results = await Promise.all([copy, config].map(async (one) => {
      const store = await openStore(one)
      const id = samples.graphs[0]?.article.id ?? ''
      await store.record([{ at: '2026-03-01T08:00:00.000Z', actor: '沈校对', role: 'editor', kind: 'ARTICLE', targets: [id], decision: 'RESTORED', detail: '', reason: '无误' }])
      const counts = await store.write(samples.graphs)
      const text = (await collect(graphJsonl(store))).join('')
      await store.close()
      return { text, unchanged: counts.articlesUnchanged }
    }))
    expect(results[0]).toEqual(results[1])
    expect(results[0]?.unchanged).toBe(samples.graphs.length)
  })

  it('is the same after going to the other kind and back', async () => {
    const there = fresh()
    const { sha256 } = await migrate(config, there, graphJsonl)
    const again = (await place()).config
    expect((await migrate(there, again, graphJsonl)).sha256).toBe(sha256)
    expect(await look(again)).toEqual(await look(there))
  })
})

const altered = (bytes: Buffer, change: (text: string) => string): Buffer => {
  const [before, after] = [gunzipSync(bytes).toString('utf8')].flatMap((text) => [text, change(text)])
  if (before === after) throw new Error('the backup was to be altered')
  return gzipSync(after ?? '')
}

describe.each(stores)('a backup restored into $name', ({ fresh: place }) => {
  const file = join(folder, `${count++}.backup`)
  let config: StoreConfig
  let before: Seen
  beforeAll(async () => {
    const made = fresh()
    const store = await openStore(made)
    await store.applySchema()
    await store.write(samples.graphs.slice(0, 3))
    await store.close()
    await backUp(made, file, graphJsonl)
    before = await look(made)
  })
  beforeEach(async () => {
    ({ config } = await place())
  })

  it('STORE_TOO_NEW: of a newer layout, before anything is written', async () => {
    const newer = join(folder, `${count++}.backup`)
    writeFileSync(newer, altered(readFileSync(file), (text) => text.replace(`"layout":${LAYOUT}`, `"layout":${LAYOUT + 1}`)))
    await expect(restoreFrom(config, newer, graphJsonl)).rejects.toMatchObject({ code: 'STORE_TOO_NEW' })
    const client = await openClient(config)
    expect(await layoutOf(client)).toBe(0)
    await client.close()
  })

  it('is brought up to date when it was made before layouts had a number', async () => {
    const older = join(folder, `${count++}.backup`)
    // Without the number, its row, and some columns that were not written then.
    writeFileSync(older, altered(readFileSync(file), (text) => text.replace(`,"layout":${LAYOUT}`, '').replace('{"id":"layout"', '{"id":"fact-lists"')
      .replace(/"(?:evidenceIds|articleIds)":\[[^\]]*\],?/gu, '').replaceAll(/"(?:verdict|parts)":"",?/gu, '').replaceAll(',}', '}')))
    await restoreFrom(config, older, graphJsonl)
    expect(await look(config)).toEqual(before)
    const client = await openClient(config)
    expect(await layoutOf(client)).toBe(LAYOUT)
    await client.close()
  })
})

describe('a backup', () => {
  let file: string
  beforeAll(async () => {
    const config = fresh()
    const store = await openStore(config)
    await store.applySchema()
    await store.write(samples.graphs.slice(0, 3))
    await store.close()
    file = join(folder, 'small.backup')
    await backUp(config, file, graphJsonl)
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['without its end', (bytes) => gzipSync(gunzipSync(bytes).toString('utf8').split('\n').slice(0, -2).join('\n'))],
    ['of another kind', () => gzipSync('{"hello": 1}\n')],
    ['of a later format', (bytes) => altered(bytes, (text) => text.replace('{"policygraph":1,', '{"policygraph":2,'))],
    ['that lacks a row', (bytes) => altered(bytes, (text) => text.replace(/\{"(?:from_|to_)":"[^"]*","(?:from_|to_)":"[^"]*"\},/u, ''))],
    ['that is no gzip', () => Buffer.from('plain text')],
    ['of no bytes', () => Buffer.alloc(0)],
  ])('%s is refused', async (name, damage) => {
    const damaged = join(folder, `${name}.backup`)
    writeFileSync(damaged, damage(readFileSync(file)))
    await expect(restoreFrom(fresh(), damaged, graphJsonl)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  it('whose rows were altered is found by the export', async () => {
    const other = join(folder, 'altered.backup')
    writeFileSync(other, altered(readFileSync(file), (text) => text.replace(/"subkind":"[A-Z]*"/u, '"subkind":"OTHER"')))
    await expect(restoreFrom(fresh(), other, graphJsonl)).rejects.toMatchObject({ code: 'STORE_FAILED' })
  })

  it('never fills a store that holds something, and leaves no half file behind', async () => {
    const config = fresh()
    await restoreFrom(config, file, graphJsonl)
    await expect(restoreFrom(config, file, graphJsonl)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(backUp(config, join(folder, 'no', 'such', 'folder'), graphJsonl)).rejects.toThrow()
    expect(existsSync(`${file}.part`)).toBe(false)
  })
})
