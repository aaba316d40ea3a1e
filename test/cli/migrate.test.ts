import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT } from '../../src/cli/exit-codes.js'
import { reconcile } from '../../src/curation/reconcile.js'
import { LAYOUT, layoutOf } from '../../src/store/layout/layout.js'
import { openClient, openStore, type StoreConfig } from '../../src/store/open-store.js'
import { ANSWER_GRAPH } from '../answers/answer-graph.js'
import { storesUnderTest } from '../stores.js'
import { CliBench } from './surroundings.js'

/** A store that moves to another kind and back, and one that a newer program made, as a person at the command line meets them. */

const stores = await storesUnderTest()
const bench = new CliBench()
const kept = (name: string): string => join(bench.dataFolder, name)

type Environment = Readonly<Record<string, string>>

/** The variables that name a store, and what `migrate` is told to copy to it. */
function named(config: StoreConfig): { readonly env: Environment; readonly target: string; readonly targetEnv: Environment } {
  if (config.kind === 'embedded') return { env: { POLICYGRAPH_DATA: config.folder }, target: config.folder, targetEnv: {} }
  const { uri, user, password, database } = config
  const settings = (prefix: string): Environment => ({ [`${prefix}_USER`]: user, [`${prefix}_PASSWORD`]: password, ...(database === undefined ? {} : { [`${prefix}_DATABASE`]: database }) })
  return { env: { NEO4J_URI: uri, ...settings('NEO4J') }, target: uri, targetEnv: settings('POLICYGRAPH_TARGET') }
}

const START = named({ kind: 'embedded', folder: kept('start') })

beforeAll(async () => {
  const store = await openStore({ kind: 'embedded', folder: kept('start') })
  await store.applySchema()
  await store.write(ANSWER_GRAPH)
  await reconcile(store)
  const [retracted, told] = ANSWER_GRAPH.map(({ article }) => article.id)
  const act = { at: '2026-03-01T08:00:00.000Z', actor: '沈校对', role: 'editor', detail: '' } as const
  await store.record([
    { ...act, kind: 'ARTICLE', targets: [retracted ?? ''], decision: 'RETRACTED', reason: '更正' },
    { ...act, kind: 'PROPOSAL', targets: [told ?? ''], decision: 'OPENED', detail: '{"missed":"云泽湾"}' },
  ])
  await store.close()
})

describe.each(stores)('$name', ({ name, fresh }) => {
  it('takes a whole store by `migrate` and gives it back, the same byte for byte in `export`', async () => {
    const there = named((await fresh()).config)
    const back = named({ kind: 'embedded', folder: kept(`back from ${name}`) })
    const first = await bench.run(['export'], START)
    expect(first.out.split('\n').length).toBeGreaterThan(50)
    const log = (await bench.run(['audit', '--format', 'json'], START)).out
    expect(log).toContain('沈校对')
    for (const [from, to] of [[START, there], [there, back]] as const) {
      const moved = await bench.run(['migrate', to.target], { env: { ...from.env, ...to.targetEnv } })
      expect([moved.code, moved.said]).toEqual([EXIT.OK, expect.stringMatching(/sha256 [\da-f]{64}/u)])
      const copy = await bench.run(['export'], to)
      expect([copy.code, copy.out === first.out]).toEqual([EXIT.OK, true])
      expect((await bench.run(['verify'], to)).code).toBe(EXIT.OK)
      expect((await bench.run(['audit', '--format', 'json'], to)).out).toBe(log)
    }
    const again = await bench.run(['migrate', there.target], { env: { ...START.env, ...there.targetEnv } })
    expect([again.code, again.said]).toEqual([EXIT.USAGE, expect.stringContaining('BAD_INPUT')])
  })

  it('is refused when a newer program made it, with what to do; whatever is asked, nothing is changed', async () => {
    const place = await fresh()
    await (await place.open()).close()
    const client = await openClient(place.config)
    await client.transaction((run) => run(`MATCH (m:Marker {id: 'layout'}) SET m.value = ${LAYOUT + 1}`))
    await client.close()
    const { env, target, targetEnv } = named(place.config)
    const runs: readonly (readonly [argv: readonly string[], env: Environment])[] = [
      [['verify'], env], [['export'], env], [['ingest', kept('nothing')], env], [['serve', '--port', '0'], env],
      [['backup', 'create', kept('newer.backup')], env], [['migrate', kept('elsewhere')], env], [['migrate', target], { ...START.env, ...targetEnv }],
    ]
    for (const [argv, settings] of runs) {
      const { code, said, out } = await bench.run(argv, { env: settings })
      expect([argv, code, out, said]).toEqual([argv, EXIT.STORE, '', expect.stringMatching(/STORE_TOO_NEW.*backup restore/su)])
    }
    expect([kept('newer.backup'), kept('elsewhere')].filter((path) => existsSync(path))).toEqual([])
    const after = await openClient(place.config)
    expect([await layoutOf(after), await after.read('MATCH (n:Article|Entity) RETURN n.id AS id')]).toEqual([LAYOUT + 1, []])
    await after.close()
  })
})
