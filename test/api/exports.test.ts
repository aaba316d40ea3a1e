import { readFileSync } from 'node:fs'
import type { AuthOptions } from '../../src/auth/authenticate.js'
import { createServer, type PolicyServer } from '../../src/api/server.js'
import { projectPath } from '../../src/core/paths.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { FACTS } from '../queries/cases.js'

const ORIGIN = 'http://127.0.0.1:4000'

let temp: TempStore
let server: PolicyServer
beforeAll(async () => {
  temp = await openTempStore()
  await temp.store.write(SMALL_GRAPH)
  server = createServer({ store: temp.store })
})
afterAll(async () => {
  await server.close()
  await temp.remove()
})

const get = (path: string, init: RequestInit = {}, from: PolicyServer = server): Promise<Response> => from.fetch(new Request(`${ORIGIN}${path}`, init))

describe('exports over HTTP', () => {
  test.each([
    ['/export/graph', 'application/x-ndjson', 'policygraph-graph.jsonl'],
    ['/export/graph?format=csv&table=entities', 'text/csv', 'policygraph-graph-entities.csv'],
    ['/export/graph?format=gexf', 'application/gexf+xml', 'policygraph-graph.gexf'],
    ['/export/graph?format=graphml', 'application/graphml+xml', 'policygraph-graph.graphml'],
    ['/export/graph?format=jsonld', 'application/ld+json', 'policygraph-graph.jsonld'],
    ['/export/graph?format=ftm', 'application/x-ndjson', 'policygraph-graph.ftm.json'],
    ['/export/graph?format=cypher', 'text/plain', 'policygraph-graph.cypher'],
    [`/export/entity/${SMALL.chips}?format=csv`, 'text/csv', `policygraph-${SMALL.chips}.csv`],
    ['/export/question/factsOf?entity=%E7%A5%81%E6%9C%9B%E8%88%92&format=csv', 'text/csv', 'policygraph-factsOf.csv'],
  ])('%s comes with its type and a file name', async (path, type, name) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('content-disposition')).toContain(`attachment; filename="${name}"`)
    expect((await response.text()).length).toBeGreaterThan(100)
  })

  test('names a file after a Chinese name for those who can read it', async () => {
    const response = await get(`/export/entity/${encodeURIComponent('祁望舒')}?format=csv&hops=0`)
    expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''policygraph-${encodeURIComponent('祁望舒')}.csv`)
  })

  test.each([
    ['/export/graph?format=exe', 400, 'BAD_INPUT'],
    ['/export/graph?format=gexf&table=facts', 400, 'BAD_INPUT'],
    ['/export/entity/nobody', 404, 'NOT_FOUND'],
    ['/export/entity/%E5%B2%9A?hops=9', 400, 'BAD_INPUT'],
    ['/export/entity/%ff', 400, 'BAD_INPUT'],
    ['/export/question/drop', 404, 'NOT_FOUND'],
    ['/fact/f_0000000000000000', 404, 'NOT_FOUND'],
    ['/dossier/nobody', 404, 'NOT_FOUND'],
  ])('%s answers %d %s', async (path, status, code) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
  })

  test.each(['/export/', '/export/graphs', '/fact/', '/fact/a/b', '/dossier/x.json', '/ontology/secrets.ttl', '/ontology/../package.json'])('%s is no path of ours', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  test('refuses a graph beyond its bound and says how to get it', async () => {
    const big = createServer({ store: temp.store, limits: { exportFacts: 3 } })
    for (const path of ['/export/graph', `/export/entity/${SMALL.chips}`, '/export/question/firmsLinkedTo?initiative=%E4%BA%91%E6%B3%BD%E6%B9%BE']) {
      const response = await get(path, {}, big)
      expect(response.status).toBe(413)
      expect(await response.json()).toMatchObject({ error: { code: 'TOO_COSTLY', limit: 3 } })
    }
    await big.close()
  })
})

describe('documents at stable addresses', () => {
  test('a card is HTML that may load and run nothing', async () => {
    const response = await get(`/fact/${FACTS.visit}`)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/u)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const page = await response.text()
    expect(page).toContain(`${ORIGIN}/fact/${FACTS.visit}`)
    expect(page).not.toContain('<script')
  })

  test('a card is Markdown and JSON too', async () => {
    expect(await (await get(`/fact/${FACTS.visit}.md`)).text()).toContain('# 陆沉远 走访 · visited 岚州芯河科技有限公司')
    expect(await (await get(`/fact/${FACTS.visit}.json`)).json()).toMatchObject({ id: FACTS.visit, permalink: `${ORIGIN}/fact/${FACTS.visit}`, evidence: [{ rule: 'fixture/1' }, {}] })
  })

  test('a dossier links to the cards of its facts', async () => {
    const page = await (await get(`/dossier/${SMALL.zone}`)).text()
    for (const path of [`/fact/${FACTS.promotes}`, `/dossier/${SMALL.ferries}`]) {
      expect(page).toContain(`href="${path}"`)
      expect((await get(path)).status).toBe(200)
    }
  })

  test('HEAD has the headers and no body, POST is not taken', async () => {
    const head = await get(`/fact/${FACTS.visit}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await get(`/fact/${FACTS.visit}`, { method: 'POST' })).status).toBe(404)
  })

  test('none is given to somebody unknown where reading needs a token', async () => {
    const auth: AuthOptions = { local: false }
    const closed = createServer({ store: temp.store, auth })
    for (const path of ['/export/graph', `/fact/${FACTS.visit}`, `/dossier/${SMALL.zone}`]) {
      const response = await get(path, {}, closed)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(JSON.stringify(await response.json())).not.toContain('芯河')
    }
    await closed.close()
  })
})

describe('the published ontology', () => {
  test.each([['context.jsonld', 'application/ld+json'], ['policygraph.ttl', 'text/turtle'], ['shapes.ttl', 'text/turtle']])('%s is served as committed', async (name, type) => {
    const response = await get(`/ontology/${name}`)
    expect(response.headers.get('content-type')).toContain(type)
    expect(await response.text()).toBe(readFileSync(projectPath('schema', 'generated', name), 'utf8'))
  })
})
