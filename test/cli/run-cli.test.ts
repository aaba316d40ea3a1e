import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { EXIT } from '../../src/cli/exit-codes.js'
import { projectPath } from '../../src/core/paths.js'
import { CliBench, type CliRun } from './surroundings.js'

const SAMPLES = projectPath('samples')
const bench = new CliBench()
const jsonOf = (run: CliRun): unknown => JSON.parse(run.out)

describe('policygraph', () => {
  test.each<[readonly string[], number, string]>([
    [['no-such-command'], EXIT.USAGE, 'no-such-command'],
    [['ingest'], EXIT.USAGE, 'files'],
    [['query', 'no-such-question'], EXIT.USAGE, 'NOT_FOUND'],
    [['query', 'firms-linked-to'], EXIT.USAGE, 'initiative'],
    [['query', 'firms-linked-to', '-p', 'initiative'], EXIT.USAGE, 'BAD_INPUT'],
    [['query', 'firms-linked-to', '-p', 'colour=red'], EXIT.USAGE, 'BAD_INPUT'],
    [['query', 'counts', '-f', 'xml'], EXIT.USAGE, 'xml'],
    [['extract', SAMPLES, '--format', 'xml'], EXIT.USAGE, 'xml'],
    [['export', '--format', 'xml'], EXIT.USAGE, 'xml'],
    [['serve', '--port', '99999'], EXIT.USAGE, '--port'],
  ])('%j ends with %d and says why', async (argv, code, why) => {
    const run = await bench.run(argv)
    expect(run.code).toBe(code)
    expect(run.said).toContain(why)
    expect(run.out).toBe('')
  })

  test.each([[[]], [['--help']]])('%j explains itself, with the exit codes', async (argv) => {
    const run = await bench.run(argv)
    expect(run.code).toBe(EXIT.OK)
    for (const word of ['npm start', 'ingest', 'extract', 'query', 'verify', 'serve', 'export', 'neo4j', 'POLICYGRAPH_DATA', 'NEO4J_URI', '130']) expect(run.out).toContain(word)
  })

  test.each(['start', 'ingest', 'extract', 'query', 'verify', 'serve', 'export', 'queue', 'review', 'history', 'retract', 'restore', 'audit', 'token', 'neo4j'])('%s --help is written in both languages', async (command) => {
    const { code, out } = await bench.run([command, '--help'])
    expect(code).toBe(EXIT.OK)
    expect(out).toMatch(/\p{Script=Han}{4}/u)
    expect(out).toMatch(/[a-z]{3,} [a-z]/u)
  })

  test('blames a bad setting', async () => {
    const run = await bench.run(['verify'], { env: { PORT: 'x' } })
    expect(run).toMatchObject({ code: EXIT.USAGE, said: expect.stringContaining('PORT') as string })
  })

  test('says that the store cannot be reached, and what to do', async () => {
    const run = await bench.run(['verify'], { env: { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'x' } })
    expect(run).toMatchObject({ code: EXIT.STORE, said: expect.stringMatching(/STORE_UNREACHABLE[\s\S]*npm run neo4j/u) as string })
  })
})

describe('ingest', () => {
  test('reads the samples into the graph, and passes them over the second time', async () => {
    const first = await bench.run(['ingest', SAMPLES, '--json'])
    expect(first.code).toBe(EXIT.OK)
    expect(jsonOf(first)).toMatchObject({ complete: true, articles: { unchanged: 0, failed: 0 }, issues: [] })
    const second = await bench.run(['ingest', SAMPLES, '--json'])
    expect(jsonOf(second)).toMatchObject({ complete: true, articles: { added: 0, changed: 0 }, evidence: { added: 0, removed: 0 } })
  })

  test('leaves a graph that can be asked, verified and exported', async () => {
    const asked = await bench.run(['query', 'firms-linked-to', '--param', 'initiative=长江口', '--param', 'minStrength=CHAIN', '--format', 'json'])
    expect(jsonOf(asked)).toHaveLength(3)
    expect(await bench.run(['verify'])).toMatchObject({ code: EXIT.OK, out: '' })
    expect(jsonOf(await bench.run(['verify', '--json']))).toMatchObject({ ok: true, findings: [] })
    const exported = await bench.run(['export'])
    expect(exported.code).toBe(EXIT.OK)
    for (const line of exported.out.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('record')
  })

  test('offers the candidates of a name that fits several, and the nearest of one that fits none', async () => {
    const several = await bench.run(['query', 'facts-of', '-p', 'entity=周敏'])
    expect(several).toMatchObject({ code: EXIT.USAGE, said: expect.stringMatching(/AMBIGUOUS_NAME[\s\S]*周敏 {2}PERSON/u) as string })
    const none = await bench.run(['query', 'facts-of', '-p', 'entity=长江口产业协同新区'])
    expect(none).toMatchObject({ code: EXIT.USAGE, said: expect.stringMatching(/NOT_FOUND[\s\S]*长江口产业创新协同区/u) as string })
  })

  test('goes on after a file that cannot be read, and ends with findings', async () => {
    const good = join(bench.dataFolder, 'good.txt')
    writeFileSync(good, '本报讯 云澜市市长秦越川走访青屿潮汐储能科技有限公司。')
    const run = await bench.run(['ingest', join(bench.dataFolder, 'absent.txt'), good, '--json'])
    expect(run.code).toBe(EXIT.FINDINGS)
    expect(jsonOf(run)).toMatchObject({ articles: { read: 1, added: 1 }, issues: [{ severity: 'error' }] })
  })

  test('reads stdin, in order to stand in a pipe', async () => {
    const run = await bench.run(['ingest', '-', '--json'], { stdin: '本报讯 青屿市市长方若谷走访青屿港务集团有限公司。' })
    expect(run.code).toBe(EXIT.OK)
    expect(jsonOf(run)).toMatchObject({ articles: { read: 1, added: 1 } })
  })

  test('stopped before it began, writes nothing and says so by its exit code', async () => {
    const run = await new CliBench().run(['ingest', SAMPLES], { signal: AbortSignal.abort() })
    expect(run).toMatchObject({ code: EXIT.INTERRUPTED, out: '' })
  })
})

describe('extract', () => {
  test('prints one line of JSON an article and stores nothing', async () => {
    const alone = new CliBench()
    const run = await alone.run(['extract', SAMPLES])
    expect(run.code).toBe(EXIT.OK)
    const lines = run.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    expect(lines.length).toBeGreaterThanOrEqual(12)
    for (const line of lines) expect(Object.keys(line)).toEqual(['article', 'entities', 'facts', 'issues'])
    expect((await alone.run(['query', 'counts', '-f', 'json'])).out).toContain('"articles": 0')
  })

  test('is stopped by Ctrl-C', async () => {
    expect(await bench.run(['extract', SAMPLES], { signal: AbortSignal.abort() })).toMatchObject({ code: EXIT.INTERRUPTED, out: '' })
  })
})

describe('start and serve', () => {
  /** Runs until the server has said its address, asks, and stops it. */
  async function whileServing(argv: readonly string[], own: CliBench, ask: (url: string) => Promise<void>): Promise<CliRun> {
    const stop = new AbortController()
    let asked: Promise<void> | undefined
    const run = await own.run(argv, {
      env: { PORT: '0' },
      signal: stop.signal,
      onSay: (line) => {
        const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(line)?.[0]
        if (url === undefined || asked !== undefined) return
        asked = ask(url).finally(() => {
          stop.abort()
        })
      },
    })
    await asked
    expect(asked).toBeDefined()
    return run
  }

  const askOverHttp = async (url: string): Promise<void> => {
    const query = '{ firmsLinkedTo(initiative: "长江口", minStrength: CHAIN) { totalCount } }'
    const reply = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })
    expect(await reply.json()).toEqual({ data: { firmsLinkedTo: { totalCount: 3 } } })
  }

  test('start loads the samples into an empty graph once, and prints questions with their answers', async () => {
    const own = new CliBench()
    const first = await whileServing(['start'], own, askOverHttp)
    expect(first.code).toBe(EXIT.OK)
    expect(first.said).toMatch(/1\. 哪些企业与长江口产业创新协同区有关/u)
    expect(first.said).toMatch(/CHAIN .*张彤/u)
    expect(first.said).toMatch(/3\. /u)
    const again = await whileServing(['start'], own, askOverHttp)
    expect(again.said).not.toContain('loading the samples')
  })

  test('serve takes the port that it is told', async () => {
    const run = await whileServing(['serve', '--port', '0'], bench, askOverHttp)
    expect(run.code).toBe(EXIT.OK)
  })

  test('a taken port is named, with a way out', async () => {
    const holder = createServer()
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const run = await bench.run(['serve', '--port', String(port)])
    holder.close()
    expect(run).toMatchObject({ code: EXIT.ENVIRONMENT, said: expect.stringMatching(new RegExp(`PORT_TAKEN[\\s\\S]*${port}[\\s\\S]*--port`, 'u')) as string })
  })
})
