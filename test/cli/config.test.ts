import { resolve } from 'node:path'
import { isPolicyGraphError } from '../../src/core/errors.js'
import { readConfig } from '../../src/config.js'

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
  } catch (error) {
    return isPolicyGraphError(error) ? error.code : undefined
  }
  return undefined
}

describe('readConfig', () => {
  test('takes the embedded store, port 4000 and loopback when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ dataFolder: resolve('data'), store: { kind: 'embedded', folder: 'data' }, port: 4000, host: '127.0.0.1', fetchPrivate: false, llm: undefined, auth: { tokensFile: resolve('data/tokens.json'), jwt: undefined, openRead: false, behindProxy: false }, target: { user: 'neo4j', password: undefined }, api: { limits: {}, introspection: true, graphiql: true }, apiToken: undefined, log: { level: undefined, queries: false }, traces: undefined, finishWithin: 20_000, secrets: [] })
  })

  test('counts an empty variable as unset', () => {
    expect(readConfig({ PORT: '', HOST: '', POLICYGRAPH_DATA: '', NEO4J_URI: '' })).toEqual(readConfig({}))
  })

  test('takes Neo4j when NEO4J_URI is set', () => {
    expect(readConfig({ NEO4J_URI: 'bolt://127.0.0.1:7687', NEO4J_PASSWORD: 'secret' }).store).toMatchObject({ kind: 'neo4j', user: 'neo4j', password: 'secret' })
  })

  test.each(['bolt://neo4j:hunter22@127.0.0.1:7687', 'neo4j+s://neo4j:hunter22@db.example', 'bolt://hunter22@127.0.0.1'])('refuses %s, and does not say the password again', (uri) => {
    const read = (): unknown => readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' })
    expect(codeOf(read)).toBe('BAD_INPUT')
    expect(read).not.toThrow(/hunter22/u)
  })

  test('takes the level of the log and the time for stopping, and blames what is none', () => {
    expect(readConfig({ POLICYGRAPH_LOG_LEVEL: 'Debug', POLICYGRAPH_LOG_QUERIES: '1', POLICYGRAPH_SHUTDOWN_SECONDS: '5' })).toMatchObject({ log: { level: 'debug', queries: true }, finishWithin: 5_000 })
    expect(codeOf(() => readConfig({ POLICYGRAPH_LOG_LEVEL: 'loud' }))).toBe('BAD_INPUT')
    expect(codeOf(() => readConfig({ POLICYGRAPH_SHUTDOWN_SECONDS: '-1' }))).toBe('BAD_INPUT')
  })

  test('takes the number of reading threads, and leaves it open when none is set', () => {
    expect(['', '0', '12'].map((value) => readConfig({ POLICYGRAPH_THREADS: value }).threads)).toEqual([undefined, 0, 12])
    for (const value of ['-1', '65', 'all']) expect(codeOf(() => readConfig({ POLICYGRAPH_THREADS: value }))).toBe('BAD_INPUT')
  })

  test('knows what no log may show', () => {
    expect(readConfig({ POLICYGRAPH_REDIS_URL: 'redis://:p%40ss@127.0.0.1', OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k%31,authorization=Basic%20abc' }).secrets).toEqual(['p@ss', 'k1', 'Basic abc'])
  })

  test('asks a model only when one is named, and keeps its key', () => {
    expect(readConfig({ POLICYGRAPH_LLM_URL: 'http://127.0.0.1:8000/v1', POLICYGRAPH_LLM_MODEL: 'm', POLICYGRAPH_LLM_KEY: 'k' }).llm).toEqual({ url: new URL('http://127.0.0.1:8000/v1'), model: 'm', key: 'k' })
    expect(codeOf(() => readConfig({ POLICYGRAPH_LLM_URL: 'http://127.0.0.1:8000/v1' }))).toBe('BAD_INPUT')
    expect(codeOf(() => readConfig({ POLICYGRAPH_LLM_URL: 'file:///etc', POLICYGRAPH_LLM_MODEL: 'm' }))).toBe('BAD_INPUT')
  })

  test.each([['1', true], ['0', false], ['yes', false]])('takes POLICYGRAPH_FETCH_PRIVATE=%s as %s', (value, expected) => {
    expect(readConfig({ POLICYGRAPH_FETCH_PRIVATE: value }).fetchPrivate).toBe(expected)
  })

  test.each([['https://news.example.org/graph', 'https://news.example.org/graph/'], ['http://10.0.0.5:8080/', 'http://10.0.0.5:8080/'], ['', undefined]])('takes POLICYGRAPH_PUBLIC_URL=%s as %s', (value, expected) => {
    expect(readConfig({ POLICYGRAPH_PUBLIC_URL: value }).publicUrl).toBe(expected)
  })

  test.each([['news.example.org'], ['ftp://news.example.org/'], ['https://news.example.org/?a=1']])('refuses POLICYGRAPH_PUBLIC_URL=%s', (value) => {
    expect(codeOf(() => readConfig({ POLICYGRAPH_PUBLIC_URL: value }))).toBe('BAD_INPUT')
  })

  test.each([['abc'], ['-1'], ['65536'], ['40.5'], ['1e3']])('refuses PORT=%s', (port) => {
    expect(codeOf(() => readConfig({ PORT: port }))).toBe('BAD_INPUT')
  })

  test.each([['0', 0], ['65535', 65_535]])('takes PORT=%s', (port, number) => {
    expect(readConfig({ PORT: port }).port).toBe(number)
  })
})
