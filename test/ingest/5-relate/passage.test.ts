import { describe, expect, test } from '@jest/globals'
import { clauseAt, firstAfter, lastBefore, readDiscourse, type Passage } from '../../../ingest/5-relate/passage.js'
import { resolved, type Telling } from './told.js'

function read(text: string, telling?: Telling): { passage: Passage; textOf: (span: { start: number; end: number }) => string; nameOf: (entity: number) => string } {
  const article = resolved(text, telling)
  const discourse = readDiscourse(article)
  const passage = discourse.passages.at(-1)
  if (!passage) throw new Error('no sentence')
  return { passage, textOf: ({ start, end }) => discourse.text.slice(start, end), nameOf: (entity) => article.locals[entity]?.name ?? '' }
}

const lists = (text: string): string[] => {
  const { passage, textOf } = read(text)
  return [...new Set(passage.lists.values())].map(({ members }) => members.map(textOf).join(' '))
}

describe('lists', () => {
  test.each<[string, string, string[]]>([
    ['names parted by 、 and 和', '[C 云岭公司]、[C 青河公司]和[S 青湖大学]签约。', ['云岭公司 青河公司 青湖大学']],
    ['a noun that ends a member', '[PROGRAM 星火]行动、[PROGRAM 清泉]工程启动。', ['星火 清泉']],
    ['over a member without a name', '[C 云岭公司]、老街旧居、[C 青河公司]开放。', ['云岭公司 青河公司']],
    ['people with posts over commas', '[O 青湖市教育局]局长[P 林一舟]，国家二级心理咨询师[P 周望]参加。', ['林一舟 周望']],
    ['a verb between people parts them', '[P 林一舟]主持会议，[P 周望]致辞。', ['林一舟', '周望']],
    ['a place before a name belongs to it', '[R 南通市][C 云岭公司]、[C 青河公司]参展。', ['南通市 云岭公司 青河公司']],
    ['people and firms do not mix', '[P 林一舟]、[C 云岭公司]参展。', ['林一舟', '云岭公司']],
  ])('%s', (_, text, expected) => {
    expect(lists(text)).toEqual(expected)
  })
})

describe('clauses', () => {
  test.each<[string, string, string]>([
    ['between commas', '开头，中间在此；结尾。', '中间在此'],
    ['not within book titles', '开头，印发《一，中间，二》了。', '印发《一，中间，二》了'],
    ['not within a short quotation', '开头，他说“一，中间”了。', '他说“一，中间”了'],
    ['not within a name', '开头，[P 林一舟]参加[EVENT 一，中间，二]了。', '林一舟参加一，中间，二了'],
  ])('%s', (_, text, expected) => {
    const { passage, textOf } = read(text)
    expect(textOf(clauseAt(passage, passage.start + passage.text.indexOf('中间'))).replace(/。$/, '')).toBe(expected)
  })
})

describe('what stands for a name', () => {
  test.each<[string, string, string, Telling]>([
    ['他', '[P 林一舟]来了。[P 周望]走了。他回来了。', '周望', {}],
    ['该公司', '[C 云岭公司]投产。该公司很大。', '云岭公司', {}],
    ['公司 as a subject', '[C 云岭公司]投产。公司将扩产。', '云岭公司', {}],
    ['该项目', '[PROJECT 青湖电站]开工。该项目很大。', '青湖电站', {}],
    ['全市', '[R 南通市]开会。全市动员。', '南通市', { home: '南通市' }],
    ['市政府', '[R 南通市]开会。市政府动员。', '南通市', { home: '南通市' }],
    ['市政府, when the article names it', '[R 南通市]开会，[O 南通市人民政府]办公。市政府动员。', '南通市人民政府', { home: '南通市' }],
    ['在苏', '[R 江苏省]欢迎你。他们在苏考察。', '江苏省', {}],
  ])('%s', (_, text, expected, telling) => {
    const { passage, nameOf } = read(text, telling)
    expect(passage.references.filter(({ anaphoric }) => anaphoric).map(({ entity }) => nameOf(entity))).toEqual([expected])
  })

  test.each(['其他人来了', '他们来了', '吉他响了'])('%s stands for nobody', (sentence) => {
    expect(read(`[P 林一舟]来了。${sentence}。`).passage.references).toEqual([])
  })
})

test('names are blanked out for cue words, at the same length', () => {
  const { passage } = read('[C 投资发展公司]来了。')
  expect(passage.masked).toBe('□□□□□□来了。')
  expect(passage.masked).toHaveLength(passage.text.length)
})

test('references are found before and after offsets', () => {
  const { passage, textOf } = read('[P 林一舟]来到[C 云岭公司]和[C 青河公司]。')
  const at = passage.start + passage.text.indexOf('和')
  const any = (): boolean => true
  expect([lastBefore(passage, at, any), firstAfter(passage, at, any)].map((found) => found && textOf(found))).toEqual(['云岭公司', '青河公司'])
})
