import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EXIT } from '../../src/cli/exit-codes.js'
import { LocalSite } from '../ingest/1-read/fetch/local-site.js'
import { says, StubModel } from '../ingest/3-extract/llm/stub-model.js'
import { CliBench } from './surroundings.js'

const site = new LocalSite()
const model = new StubModel()
beforeAll(() => Promise.all([site.open(), model.open()]))
afterAll(() => Promise.all([site.close(), model.close()]))

const BODY = '灵犀造船坊与云帆重工集团有限公司携手共建船舶研究院。'
const FOUND = {
  entities: [{ name: '灵犀造船坊', kind: 'COMPANY', subkind: '' }, { name: '子虚电气', kind: 'COMPANY', subkind: '' }],
  facts: [{ type: 'COLLABORATES_WITH', subject: '灵犀造船坊', object: '云帆重工集团有限公司', quote: BODY, cue: '共建', modality: 'ASSERTED' }],
}

describe('a web address on the command line', () => {
  test('is refused in the own network unless that is allowed', async () => {
    const bench = new CliBench()
    site.serve('/a', 'text/html', `<p>${BODY}</p>`)
    const refused = await bench.run(['extract', `${site.address}/a`])
    expect(refused).toMatchObject({ code: EXIT.FINDINGS, out: '', said: expect.stringContaining('FETCH_REFUSED') as unknown })
    const read = await bench.run(['extract', `${site.address}/a`], { env: { POLICYGRAPH_FETCH_PRIVATE: '1' } })
    expect(read.code).toBe(EXIT.OK)
    expect(JSON.parse(read.out)).toMatchObject({ article: { url: `${site.address}/a` } })
  })
})

describe('a model named in the environment', () => {
  const env = { POLICYGRAPH_LLM_URL: '', POLICYGRAPH_LLM_MODEL: 'stub', POLICYGRAPH_LLM_KEY: 'secret-key' }
  const asking = () => ({ ...env, POLICYGRAPH_LLM_URL: model.settings.url.href })
  const ingest = async (bench: CliBench, environment: Readonly<Record<string, string>>): Promise<unknown> =>
    JSON.parse((await bench.run(['ingest', '-', '--json'], { stdin: BODY, env: environment })).out)

  test('is asked once about each article; what it cannot prove is in the report', async () => {
    const bench = new CliBench()
    model.willAnswer(says(FOUND))
    expect(await ingest(bench, env)).toMatchObject({ articles: { added: 1 }, issues: [] })
    expect(model.asked).toHaveLength(0)
    expect(await ingest(bench, asking())).toMatchObject({ articles: { changed: 1 }, issues: [{ code: 'LLM_DROPPED', severity: 'warning' }] })
    expect(await ingest(bench, asking())).toMatchObject({ articles: { unchanged: 1 }, issues: [] })
    expect(model.asked).toHaveLength(1)
    expect((await bench.run(['verify'])).code).toBe(EXIT.OK)
  })

  test('that does not answer is asked again by the next run', async () => {
    const bench = new CliBench()
    model.willAnswer((response) => response.writeHead(400).end(), says(FOUND))
    expect(await ingest(bench, asking())).toMatchObject({ articles: { added: 1 }, issues: [{ code: 'LLM_FAILED' }] })
    expect(await ingest(bench, asking())).toMatchObject({ articles: { changed: 1 }, issues: [{ code: 'LLM_DROPPED' }] })
  })

  test('adds to what extract prints', async () => {
    model.willAnswer(says(FOUND))
    const { code, out } = await new CliBench().run(['extract', '-'], { stdin: BODY, env: asking() })
    expect(code).toBe(EXIT.OK)
    expect(out).toContain('"rule":"llm/stub"')
  })
})
