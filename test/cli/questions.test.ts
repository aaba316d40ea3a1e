import { QUESTIONS } from '../../src/cli/questions.js'
import type { StoreParams, StoreRow } from '../../src/store/port.js'
import { SMALL_GRAPH } from '../fixtures/small-graph.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'

describe('questions of the command line', () => {
  let temp: TempStore
  beforeAll(async () => {
    temp = await openTempStore()
    await temp.store.write(SMALL_GRAPH)
  })
  afterAll(() => temp.remove())

  const ask = async (name: string, params: StoreParams): Promise<readonly StoreRow[]> => {
    const question = QUESTIONS.find((candidate) => candidate.name === name)
    if (question === undefined) throw new Error(name)
    const rows = await question.ask(temp.store, params)
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...question.columns].sort())
    return rows
  }

  test('firms-linked-to gives each path with an arrow from subject to object, and its quotes', async () => {
    const rows = await ask('firms-linked-to', { initiative: '云泽湾' })
    expect(rows).toContainEqual(
      expect.objectContaining({
        firm: '岚州磐石泵业有限公司',
        strength: 'CHAIN',
        path: '岚州磐石泵业有限公司 ←走访·已发生— 陆沉远 —推动·要求或鼓励→ 云泽湾协同创新区',
        quotes: ['陆沉远走访岚州芯河科技有限公司和磐石泵业', '陆沉远要求加快建设云泽湾协同创新区'],
      }),
    )
  })

  test('firms-linked-to keeps to the strength asked for', async () => {
    const rows = await ask('firms-linked-to', { initiative: '云泽湾', minStrength: 'STATED' })
    expect(rows.map(({ firm, strength }) => [firm, strength])).toEqual([['汀江航运集团', 'STATED']])
  })

  test('connection marks the nearest links as not asked for', async () => {
    const asked = await ask('connection', { from: '祁望舒', to: '汀江县' })
    expect(asked).toEqual([expect.objectContaining({ strength: 'STATED', path: '祁望舒 —任职于·县长·已发生→ 汀江县', note: '' })])
    const nearest = await ask('connection', { from: '祁望舒', to: '汀江航运集团', minStrength: 'STATED' })
    expect(nearest.length).toBeGreaterThan(0)
    expect(nearest.every(({ note }) => note !== '')).toBe(true)
  })

  test('facts-of gives what is denied as denied', async () => {
    const rows = await ask('facts-of', { entity: '芯河科技' })
    expect(rows).toContainEqual(expect.objectContaining({ type: 'DESIGNATED', object: '瞪羚企业', modality: 'DENIED', quotes: ['芯河科技未获评瞪羚企业'], articleIds: ['a3'] }))
  })

  test('facts-of keeps to the relation type asked for, and says each fact in words', async () => {
    const rows = await ask('facts-of', { entity: '芯河科技', type: 'DESIGNATED' })
    expect(rows.map(({ statement }) => statement)).toEqual(['岚州芯河科技有限公司 —获评·否认→ 瞪羚企业'])
  })

  test('search finds by any part of a name', async () => {
    expect((await ask('search', { text: '泵业' })).map(({ name }) => name)).toEqual(['岚州磐石泵业有限公司'])
  })

  test.each<[string, StoreParams, string]>([
    ['firms-linked-to', { initiative: '云泽湾', minStrength: 'STRONG' }, 'BAD_INPUT'],
    ['firms-linked-to', { initiative: '没有此事' }, 'NOT_FOUND'],
    ['facts-of', { entity: '岚州', type: 'LIKES' }, 'BAD_INPUT'],
    ['facts-of', { entity: '岚州', asOf: 'yesterday' }, 'BAD_INPUT'],
  ])('%s %j fails with %s', async (name, params, code) => {
    await expect(ask(name, params)).rejects.toMatchObject({ code })
  })
})
