import { propagate } from '../../../ingest/3-extract/propagate.js'
import { candidate, viewOfText } from './rules-alone.js'

const textsOf = (text: string, ...accepted: Parameters<typeof propagate>[1]): string[] => propagate(viewOfText(text), accepted, []).map((name) => `${name.kind} ${name.text}`)

describe('propagate', () => {
  test('a name once found is found everywhere', () => {
    const text = '星澜光电扩产。当地人说，星澜光电用工多。'
    expect(textsOf(text, candidate(text, '星澜光电', 'COMPANY'))).toEqual(['COMPANY 星澜光电', 'COMPANY 星澜光电'])
  })

  test('a full name stands over its parts wherever it occurs', () => {
    const text = '南通星澜集团扩产。南通星澜集团用工多。'
    const second = { ...candidate(text, '南通', 'REGION'), span: { start: 9, end: 11 } as ReturnType<typeof candidate>['span'] }
    expect(textsOf(text, candidate(text, '南通星澜集团', 'COMPANY'), second)).toEqual(['COMPANY 南通星澜集团', 'COMPANY 南通星澜集团'])
  })

  test('a firm goes by its trade name, without place, line of business and legal form', () => {
    const text = '南通澜禾芯科技有限公司扩产。澜禾芯用工多。'
    expect(textsOf(text, candidate(text, '南通澜禾芯科技有限公司', 'COMPANY'))).toEqual(['COMPANY 南通澜禾芯科技有限公司', 'COMPANY 澜禾芯'])
  })

  test('a quoted effort is found without its quotes, whole', () => {
    const text = '启动“星火进村强基计划”。三校加入星火进村强基计划。'
    const part = candidate(text.slice(13), '强基计划', 'INITIATIVE')
    const second = { ...part, span: { start: part.span.start + 13, end: part.span.end + 13 } as typeof part.span }
    expect(textsOf(text, candidate(text, '“星火进村强基计划”', 'INITIATIVE'), second)).toEqual(['INITIATIVE “星火进村强基计划”', 'INITIATIVE 星火进村强基计划'])
  })

  test('everyday names of places do not spread', () => {
    const text = '他去了和平县。世界要和平。'
    expect(textsOf(text, candidate(text, '和平', 'REGION'))).toEqual(['REGION 和平'])
  })

  test('one form keeps one kind in an article', () => {
    const text = '海辰中心成立。海辰中心招人。'
    const second = { ...candidate(text, '海辰中心', 'COMPANY', { weight: 0.5 }), span: { start: 7, end: 11 } as ReturnType<typeof candidate>['span'] }
    expect(textsOf(text, candidate(text, '海辰中心', 'ORGANIZATION', { weight: 0.9 }), second)).toEqual(['ORGANIZATION 海辰中心', 'ORGANIZATION 海辰中心'])
  })

  test('quiet stretches take no name', () => {
    const text = '星澜光电扩产。星澜光电'
    const names = propagate(viewOfText(text), [candidate(text, '星澜光电', 'COMPANY')], [{ start: 7, end: 11 }])
    expect(names).toHaveLength(1)
  })
})

describe('list mates', () => {
  test.each([
    ['firms', '出席的有星澜光电、海辰重科、云岭、伯宁等。', 'COMPANY', ['星澜光电', '海辰重科'], ['星澜光电', '海辰重科', '云岭', '伯宁']],
    ['firms of one house, two being list enough', '云岭健康、云岭资本主要负责人出席。', 'COMPANY', ['云岭资本'], ['云岭健康', '云岭资本']],
    ['people', '区领导周远帆、李云舟、沈一鸣参加。', 'PERSON', ['李云舟', '周远帆'], ['周远帆', '李云舟', '沈一鸣']],
    ['departments', '区财政局、区教育局、投促办、创业中心负责人参加。', 'ORGANIZATION', ['区财政局', '区教育局'], ['区财政局', '区教育局', '投促办', '创业中心']],
  ] as const)('%s beside accepted ones are taken in', (_, text, kind, known, expected) => {
    expect(propagate(viewOfText(text), known.map((name) => candidate(text, name, kind)).sort((a, b) => a.span.start - b.span.start), []).map((name) => name.text)).toEqual(expected)
  })

  test('a list of things stays a list of things', () => {
    const text = '星澜光电的电池、组件、逆变器畅销。'
    expect(textsOf(text, candidate(text, '星澜光电', 'COMPANY'))).toEqual(['COMPANY 星澜光电'])
  })
})

describe('names of people', () => {
  test.each([
    ['a verb that clings is cut when the rest tells it', '市委书记陈浩致欢迎词。', '陈浩致', '陈浩'],
    ['a verb that clings is cut when the name stands elsewhere', '周远向如东捐赠。周远表示感谢。', '周远向', '周远'],
    ['a name that ends like a verb stays', '陈志为是工程师。', '陈志为', '陈志为'],
  ])('%s', (_, text, proposed, expected) => {
    const names = [candidate(text, proposed, 'PERSON')]
    if (text.split(expected).length > 2) names.push({ ...candidate(text, expected, 'PERSON'), span: { start: text.lastIndexOf(expected), end: text.lastIndexOf(expected) + expected.length } })
    expect(propagate(viewOfText(text), names, [])[0]?.text).toBe(expected)
  })

  test('a name cut short is lengthened to the form that the article has elsewhere', () => {
    const text = '沈一鸣任局长。此前，沈一鸣任处长。'
    const short = { ...candidate(text, '沈一', 'PERSON'), span: { start: 10, end: 12 } as ReturnType<typeof candidate>['span'] }
    expect(textsOf(text, candidate(text, '沈一鸣', 'PERSON'), short)).toEqual(['PERSON 沈一鸣', 'PERSON 沈一鸣'])
  })
})
