import type { EntityMention } from '../../../ingest/3-extract/document.js'
import { clusterMentions } from '../../../ingest/4-resolve/cluster.js'

/** Mentions in text order: [form, kind, more]. Each is looked for behind the one before. */
function mentionsIn(text: string, names: readonly (readonly [form: string, kind: EntityMention['kind'], more?: Partial<EntityMention>])[]): EntityMention[] {
  let from = 0
  return names.map(([form, kind, more = {}]) => {
    const start = text.indexOf(form, from)
    if (start < 0) throw new RangeError(`${form} does not stand in the text`)
    from = start + form.length
    return { span: { start, end: from }, text: form, kind, subkind: '', by: 'test', weight: 0.8, sentence: 0, ...more }
  })
}

const groups = (text: string, names: Parameters<typeof mentionsIn>[1]): string[][] => clusterMentions(text, mentionsIn(text, names)).map(({ name, aliases }) => [name, ...aliases])

describe('clusterMentions', () => {
  test('the fullest form names the entity, the rest are aliases', () => {
    const text = '南通星澜光电科技有限公司扩产，星澜光电用工多，星澜在招人。'
    expect(groups(text, [['南通星澜光电科技有限公司', 'COMPANY'], ['星澜光电', 'COMPANY'], ['星澜', 'COMPANY']])).toEqual([['南通星澜光电科技有限公司', '星澜光电', '星澜']])
  })

  test('an alias that the text introduces joins, whatever it looks like', () => {
    const text = '南通海岸带生态产业研究中心（以下简称“潮研中心”）成立，潮研中心招人。'
    expect(groups(text, [['南通海岸带生态产业研究中心', 'ORGANIZATION'], ['潮研中心', 'ORGANIZATION'], ['潮研中心', 'ORGANIZATION']])).toEqual([['南通海岸带生态产业研究中心', '潮研中心']])
  })

  test('initials behind a title mean it', () => {
    const text = '《江海经济伙伴协定》(JHEP)生效，发挥JHEP作用。'
    expect(groups(text, [['《江海经济伙伴协定》', 'INITIATIVE', { subkind: 'POLICY' }], ['JHEP', 'INITIATIVE', { subkind: 'POLICY' }]])).toEqual([['《江海经济伙伴协定》', 'JHEP']])
  })

  test('two forms of a firm may be of one length', () => {
    const text = '云岭集团投资，云岭公司招人。'
    expect(groups(text, [['云岭集团', 'COMPANY'], ['云岭公司', 'COMPANY']])).toEqual([['云岭公司', '云岭集团']])
  })

  test('the short name of a national firm finds the full one', () => {
    const text = '中国云油天然气集团公司扩产，中云油集团公司招人。'
    expect(groups(text, [['中国云油天然气集团公司', 'COMPANY'], ['中云油集团公司', 'COMPANY']])).toEqual([['中国云油天然气集团公司', '中云油集团公司']])
  })

  test('where several fit, the one named last before it is meant', () => {
    const text = '如皋市民政局与如东县民政局会商，民政局派员。'
    expect(groups(text, [['如皋市民政局', 'ORGANIZATION'], ['如东县民政局', 'ORGANIZATION'], ['民政局', 'ORGANIZATION']])).toEqual([['如皋市民政局'], ['如东县民政局', '民政局']])
  })

  test('places join by code, signs and bare names with what they stand for', () => {
    const text = '江苏省、江苏与苏，青禾村和青禾。'
    expect(groups(text, [['江苏省', 'REGION', { code: '320000' }], ['江苏', 'REGION', { code: '320000' }], ['苏', 'REGION'], ['青禾村', 'REGION'], ['青禾', 'REGION']])).toEqual([['江苏省', '江苏', '苏'], ['青禾村', '青禾']])
  })

  test('the subkind is the one proposed most, other only for want of a better', () => {
    const text = '周远帆、周远帆、周远帆。'
    const [person] = clusterMentions(text, mentionsIn(text, [['周远帆', 'PERSON', { subkind: 'other' }], ['周远帆', 'PERSON', { subkind: 'other' }], ['周远帆', 'PERSON', { subkind: 'official' }]]))
    expect(person?.subkind).toBe('official')
  })

  test('time grows with the number of firms, not with its square', () => {
    const took = (count: number): number => {
      const firms = Array.from({ length: count }, (_, n) => `南通${String.fromCharCode(0x4e00 + (n % 100) * 7)}${String.fromCharCode(0x5e00 + Math.floor(n / 100) * 7)}科技有限公司`)
      const mentions = mentionsIn(firms.join('、'), firms.map((firm) => [firm, 'COMPANY'] as const))
      const started = performance.now()
      expect(clusterMentions(firms.join('、'), mentions)).toHaveLength(count)
      return performance.now() - started
    }
    // Four times the firms: four times the time if linear, sixteen times if not.
    expect(took(8_000) / took(2_000)).toBeLessThan(10)
  })
})
