import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeFault } from '../../src/store/embedded/store-fault.js'
import { openStore, storeConfigFromEnv } from '../../src/store/open-store.js'
import { legalName } from '../../src/store/cypher-parts.js'
import { checkServerVersion, neo4jError } from '../../src/store/neo4j/neo4j-client.js'
import { buildArticle } from '../fixtures/builders.js'
import { testFolder } from '../fixtures/test-folder.js'

describe('storeConfigFromEnv', () => {
  it.each([
    [{}, { kind: 'embedded', folder: 'data' }],
    [{ POLICYGRAPH_DATA: 'elsewhere', NEO4J_URI: '', POLICYGRAPH_CACHE_MB: '' }, { kind: 'embedded', folder: 'elsewhere' }],
    [{ POLICYGRAPH_CACHE_MB: '8192' }, { kind: 'embedded', folder: 'data', pageCache: 8_192 * 1_024 ** 2 }],
    [{ NEO4J_URI: 'bolt://h', NEO4J_PASSWORD: 'p' }, { kind: 'neo4j', uri: 'bolt://h', user: 'neo4j', password: 'p' }],
    [{ NEO4J_URI: 'neo4j://h', NEO4J_USER: 'u', NEO4J_PASSWORD: 'p', NEO4J_DATABASE: 'd' }, { kind: 'neo4j', uri: 'neo4j://h', user: 'u', password: 'p', database: 'd' }],
  ])('%j means %j', (env, config) => {
    expect(storeConfigFromEnv(env)).toEqual(config)
  })

  it('BAD_INPUT: an address without a password', () => {
    expect(() => storeConfigFromEnv({ NEO4J_URI: 'bolt://h' })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }) as Error)
  })
})

describe('names in statements', () => {
  it.each(['VISITED) DETACH DELETE n //', 'a b', '', '1a', 'a`b', 'a\n', '类型'])('BAD_INPUT: %j', (name) => {
    expect(() => legalName(name)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }) as Error)
  })
})

describe('embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-busy-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('STORE_BUSY while another process holds it; opens when that one is killed', async () => {
    const holder = spawn(process.execPath, ['-e', `
      const { Database, Connection } = require('@ladybugdb/core')
      const database = new Database(${JSON.stringify(join(folder, 'graph.lbug'))}, 2 ** 26, true, false, 2 ** 30)
      new Connection(database).query('RETURN 1').then(() => { console.log('held'); setInterval(() => undefined, 1000) })`], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    await expect(openStore({ kind: 'embedded', folder })).rejects.toMatchObject({ code: 'STORE_BUSY', details: { folder } })
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const store = await openStore({ kind: 'embedded', folder })
    await store.applySchema()
    await store.close()
  })

  it('opens again at once after it was closed', async () => {
    for (let time = 0; time < 3; time += 1) {
      const store = await openStore({ kind: 'embedded', folder })
      expect((await store.read('counts'))[0]).toMatchObject({ articles: 0 })
      await store.close()
    }
  })
})

describe('the page cache of the embedded database', () => {
  it.each(['0', '255', '1e9', '1.5', '-1', 'much'])('BAD_INPUT: POLICYGRAPH_CACHE_MB=%s', (text) => {
    expect(() => storeConfigFromEnv({ POLICYGRAPH_CACHE_MB: text })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }) as Error)
  })

  it('the least of it holds a store', async () => {
    const store = await openStore({ kind: 'embedded', folder: testFolder('small-cache'), pageCache: 256 * 1_024 ** 2 })
    await store.applySchema()
    await store.write([buildArticle({ id: 'one', text: '云澜市启动澜湾计划。', entities: [{ kind: 'REGION', name: '云澜市' }] })])
    expect(await store.read('article-ids')).toHaveLength(1)
    await store.close()
  })

  it('says what to set when it is full', () => {
    const fault = storeFault(new Error('Buffer manager exception: Unable to allocate memory! The buffer pool is full and no memory could be freed!'), 'graph.lbug')
    expect(fault).toMatchObject({ code: 'STORE_FAILED' })
    expect(fault.message).toContain('POLICYGRAPH_CACHE_MB')
  })
})

describe('Neo4j', () => {
  it.each(['Neo4j/4.4.38', 'Neo4j/3.5.0'])('STORE_TOO_OLD: %s', (agent) => {
    expect(() => {
      checkServerVersion(agent)
    }).toThrow(expect.objectContaining({ code: 'STORE_TOO_OLD' }) as Error)
  })

  it.each(['Neo4j/5.26.10', 'Neo4j/2025.01.0', 'Neo4j/5.27-aura', 'Memgraph/3.0', ''])('takes a server that calls itself %j', (agent) => {
    expect(() => {
      checkServerVersion(agent)
    }).not.toThrow()
  })

  it.each([
    ['Neo.ClientError.Security.Unauthorized', 'STORE_AUTH'],
    ['Neo.ClientError.Security.AuthenticationRateLimit', 'STORE_AUTH'],
    ['ServiceUnavailable', 'STORE_UNREACHABLE'],
    ['SessionExpired', 'STORE_UNREACHABLE'],
    ['Neo.ClientError.Statement.SyntaxError', 'STORE_FAILED'],
  ])('%s is %s', (code, expected) => {
    expect(neo4jError(Object.assign(new Error('said the server'), { code }), 'bolt://h').code).toBe(expected)
  })

  it('STORE_UNREACHABLE: nobody listens', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const address = probe.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    probe.close()
    await expect(openStore({ kind: 'neo4j', uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'x' })).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' })
  })

  it('BAD_INPUT: an address of another scheme', async () => {
    await expect(openStore({ kind: 'neo4j', uri: 'http://127.0.0.1', user: 'neo4j', password: 'x' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})
