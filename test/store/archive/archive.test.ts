import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { graphJsonl } from '../../../src/export/graph-jsonl.js'
import { backUp, migrate, restoreFrom } from '../../../src/store/archive/archive.js'
import { openStore, type StoreConfig } from '../../../src/store/open-store.js'
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
    ['of a later format', (bytes) => gzipSync(gunzipSync(bytes).toString('utf8').replace('{"policygraph":1}', '{"policygraph":2}'))],
    ['that is no gzip', () => Buffer.from('plain text')],
    ['of no bytes', () => Buffer.alloc(0)],
  ])('%s is refused', async (name, damage) => {
    const damaged = join(folder, `${name}.backup`)
    writeFileSync(damaged, damage(readFileSync(file)))
    await expect(restoreFrom(fresh(), damaged, graphJsonl)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  it('whose rows were altered is found by the export', async () => {
    const altered = join(folder, 'altered.backup')
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    writeFileSync(altered, gzipSync(text.replace(/"subkind":"[A-Z]*"/u, '"subkind":"OTHER"')))
    await expect(restoreFrom(fresh(), altered, graphJsonl)).rejects.toMatchObject({ code: 'STORE_FAILED' })
  })

  it('never fills a store that holds something, and leaves no half file behind', async () => {
    const config = fresh()
    await restoreFrom(config, file, graphJsonl)
    await expect(restoreFrom(config, file, graphJsonl)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await expect(backUp(config, join(folder, 'no', 'such', 'folder'), graphJsonl)).rejects.toThrow()
    expect(existsSync(`${file}.part`)).toBe(false)
  })
})
