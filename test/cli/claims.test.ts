import { EXIT } from '../../src/cli/exit-codes.js'
import { projectPath } from '../../src/core/paths.js'
import { CliBench, type CliRun } from './surroundings.js'

/** The samples, asked as a reporter asks: by the pipeline that read them. */
const bench = new CliBench()
beforeAll(async () => {
  expect((await bench.run(['ingest', projectPath('samples'), '--json'])).code).toBe(EXIT.OK)
})

type Row = Readonly<Record<string, unknown>>
const rowsOf = ({ code, out }: CliRun): readonly Row[] => {
  expect(code).toBe(EXIT.OK)
  return JSON.parse(out) as readonly Row[]
}
const query = async (name: string, ...params: readonly string[]): Promise<readonly Row[]> =>
  rowsOf(await bench.run(['query', name, ...params.flatMap((param) => ['--param', param]), '--format', 'json']))

describe('check', () => {
  test('never takes a chain for a statement: no article says that the firm takes part in the zone', async () => {
    const run = await bench.run(['check', '江苏有感参与长江口产业创新协同区建设'])
    expect(run.code).toBe(EXIT.OK)
    expect(run.out).toContain('INDIRECT')
    expect(run.out).not.toContain('SUPPORTED')
    expect(run.out).toMatch(/~ 江苏有感科技有限责任公司 ←走访·已发生— 张彤 —推动·要求或鼓励→ 长江口产业创新协同区/u)
  })

  test('proves a visit with its quote and counts the damaged reprint once', async () => {
    const run = await bench.run(['check', '张彤走访了江苏有感'])
    expect(run.out).toMatch(/张彤 走访 江苏有感科技有限责任公司\n {2}SUPPORTED/u)
    expect(run.out).toContain('> 张彤首先来到江苏有感科技有限责任公司')
    expect(rowsOf(await bench.run(['check', '张彤走访了江苏有感', '--format', 'json']))).toEqual([expect.objectContaining({ verdict: 'SUPPORTED', independentSources: 1, evidence: 2 })])
  })

  test.each(['table', 'csv'])('gives a %s', async (format) => {
    const run = await bench.run(['check', '张彤喜欢江苏有感', '--format', format])
    expect(run.code).toBe(EXIT.OK)
    expect(run.out).toMatch(/^claim[ ,]+verdict/u)
    expect(run.out).toContain('INDIRECT')
  })

  test.each<[readonly string[], string]>([[['check', ' '], 'BAD_INPUT'], [['check', '张彤走访了江苏有感', '--as-of', 'gestern'], 'BAD_INPUT'], [['check'], 'sentence']])('%j is refused and says why', async (argv, why) => {
    const run = await bench.run(argv)
    expect(run.code).toBe(EXIT.USAGE)
    expect(run.said).toContain(why)
  })

  test('explains itself in both languages', async () => {
    const { out } = await bench.run(['check', '--help'])
    expect(out).toMatch(/\p{Script=Han}{4}/u)
    expect(out).toMatch(/[a-z]{3,} [a-z]/u)
  })
})

describe('query', () => {
  test.each<[string, string, string, string]>([
    ['江苏有感', 'PARTICIPATES_IN', '长江口产业创新协同区', 'INDIRECT'],
    ['张彤', 'PROMOTES', '长江口', 'SUPPORTED_AS_CALL'],
    ['奥易克斯', 'PARTICIPATES_IN', '智改数转网联', 'SUPPORTED_AS_CALL'],
    ['江苏有感', 'VISITED', '张彤', 'INDIRECT'],
    ['江苏没有此厂', 'PARTICIPATES_IN', '长江口', 'NOT_FOUND'],
  ])('check-claim %s %s %s is %s', async (subject, relation, object, verdict) => {
    expect(await query('check-claim', `subject=${subject}`, `relation=${relation}`, `object=${object}`)).toEqual([expect.objectContaining({ verdict })])
  })

  test('group-relations links the three firms over the mayor, and lists what is no name', async () => {
    const rows = await query('group-relations', 'names=江苏有感,奥易克斯,京芯光电,没有此厂')
    expect(rows.map(({ strength }) => strength)).toEqual(['CHAIN', 'CHAIN', 'CHAIN', ''])
    expect(rows[3]).toMatchObject({ a: '没有此厂', note: expect.stringContaining('NOT_FOUND') as string })
  })

  test('timeline tells the visits in order, and trends count them', async () => {
    const rows = await query('timeline', 'entity=江苏有感')
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['FACT', 'ARTICLE']))
    expect(await query('trends', 'entity=第六届云澜湾智能装备博览会')).toContainEqual(expect.objectContaining({ period: '2025-05', articles: 2 }))
  })

  test('heads-of and neighbours answer in rows, and neighbours is listed once', async () => {
    expect(await query('heads-of', 'organization=南通市委')).toEqual([])
    for (const row of await query('neighbours', 'entity=江苏有感', 'least=1', 'maxP=1')) expect(Object.keys(row)).toEqual(['name', 'kind', 'both', 'first', 'second', 'all', 'expected', 'npmi', 'g2', 'p', 'q'])
    const { out } = await bench.run(['query', '--list'])
    expect(out.split('\n').filter((line) => line === 'neighbours')).toHaveLength(1)
  })

  test('refuses a relation that there is not', async () => {
    const run = await bench.run(['query', 'check-claim', '--param', 'subject=张彤', '--param', 'object=江苏有感', '--param', 'relation=LIKES'])
    expect(run).toMatchObject({ code: EXIT.USAGE, said: expect.stringContaining('BAD_INPUT') as string })
  })
})
