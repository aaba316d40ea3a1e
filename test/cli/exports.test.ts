import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT } from '../../src/cli/exit-codes.js'
import { projectPath } from '../../src/core/paths.js'
import { CliBench } from './surroundings.js'

const bench = new CliBench()
beforeAll(async () => {
  expect((await bench.run(['ingest', projectPath('samples', '01-nantong-visit.md')])).code).toBe(EXIT.OK)
})

describe('export', () => {
  test('writes the four tables of csv into a folder and says so', async () => {
    const folder = join(bench.dataFolder, 'tables')
    const run = await bench.run(['export', '--format', 'csv', '--out', folder])
    expect(run).toMatchObject({ code: EXIT.OK, out: '' })
    expect(readdirSync(folder).sort()).toEqual(['articles.csv', 'entities.csv', 'evidence.csv', 'facts.csv'])
    expect(readFileSync(join(folder, 'facts.csv'), 'utf8')).toBe((await bench.run(['export', '--format', 'csv'])).out)
  })

  test('leaves no file that looks whole when it is stopped', async () => {
    const file = join(bench.dataFolder, 'stopped.gexf')
    expect(await bench.run(['export', '--format', 'gexf', '--out', file], { signal: AbortSignal.abort() })).toMatchObject({ code: EXIT.INTERRUPTED })
    expect(existsSync(file)).toBe(false)
  })

  test('writes what answers a question', async () => {
    const run = await bench.run(['export', '--format', 'csv', '--question', 'firmsLinkedTo', '--param', 'initiative=长江口', '--param', 'minStrength=CHAIN'])
    expect(run.out).toContain('江苏有感科技有限责任公司')
    expect(run.out).not.toContain('CO_MENTIONED')
  })

  test.each<[readonly string[], string]>([
    [['--entity', '张彤', '--question', 'factsOf'], '--entity'],
    [['--hops', '2'], '--hops'],
    [['--param', 'entity=张彤'], '--param'],
    [['--entity', '张彤', '--with-closed'], '--with-closed'],
    [['--entity', '张彤', '--hops', 'many'], 'hops'],
    [['--question', 'factsOf', '--param', 'entity'], '--param entity'],
  ])('%j is refused', async (argv, why) => {
    expect(await bench.run(['export', '--format', 'csv', ...argv])).toMatchObject({ code: EXIT.USAGE, out: '', said: expect.stringContaining(why) as string })
  })
})

describe('dossier', () => {
  test.each([['md', /^# 张彤\n/u], ['html', /^<!doctype html>/u]] as const)('prints %s', async (format, begins) => {
    const run = await bench.run(['dossier', '张彤', '--format', format, '--accessed', '2025-07-01'])
    expect(run.code).toBe(EXIT.OK)
    expect(run.out).toMatch(begins)
    expect(run.out).toContain('只是要求或鼓励，未见已做')
  })

  test.each<[readonly string[], string]>([
    [['dossier', '查无此人'], 'NOT_FOUND'],
    [['dossier', '张彤', '--accessed', 'today'], 'BAD_INPUT'],
    [['dossier', '张彤', '--format', 'pdf'], 'pdf'],
  ])('%j is refused', async (argv, why) => {
    expect(await bench.run(argv)).toMatchObject({ code: EXIT.USAGE, out: '', said: expect.stringContaining(why) as string })
  })
})
