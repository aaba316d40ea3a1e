import { describe, expect, test } from '@jest/globals'
import { factsOf, type Telling } from './told.js'

const visited = (text: string, telling?: Telling): string[] => factsOf(['VISITED'], text, telling)

describe('going there', () => {
  test.each<[string, string, string[]]>([
    ['a verb and its places', '[P 林一舟]先后来到[C 云岭公司]、[S 青湖大学]调研。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青湖大学']],
    ['over a place that is no name', '[P 林一舟]先后参观了[C 云岭公司]、老街旧居、[C 青河公司]。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青河公司']],
    ['after a place that is no name', '[P 林一舟]先后参观了老街旧居展览馆、[C 云岭公司]、[C 青河公司]。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青河公司']],
    ['the innermost of adjoining places', '[P 林一舟]赴[R 南通市][R 崇川区]考察。', ['林一舟 VISITED 崇川区']],
    ['the traveller after the place', '来到[C 云岭公司]，[P 林一舟]详细了解生产情况。', ['林一舟 VISITED 云岭公司']],
    ['a later stop without a subject', '[P 林一舟]来到[C 云岭公司]。随后来到[C 青河公司]。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青河公司']],
    ['a pronoun', '[P 林一舟]来到[C 云岭公司]。他走进[C 青河公司]。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青河公司']],
    ['a group that stands for its leader', '[P 林一舟]一行赴[R 南通市]考察。团队先后参观了[C 云岭公司]。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 南通市']],
    ['a stop told by 在', '[P 林一舟]来到[C 云岭公司]。在[C 青河公司]，[P 林一舟]认真听取介绍。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青河公司']],
    ['looking into 企业 after a firm was named', '[P 林一舟]走访[C 云岭公司]。[C 青河公司]生产芯片。[P 林一舟]详细了解企业经营。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青河公司']],
    ['在P考察', '[P 林一舟]率团在[R 南通市]考察。', ['林一舟 VISITED 南通市']],
    ['对P开展走访', '[P 林一舟]带队对[O 青湖市消防支队]开展走访慰问。', ['林一舟 VISITED 青湖市消防支队']],
    ['a project for short', '[PROJECT 云岭电池项目]开工。[P 林一舟]来到项目现场。', ['林一舟 VISITED 云岭电池项目']],
    ['the inner one of two firms', '[P 林一舟]深入[C 云岭集团]下属的[C 云岭软件]调研。', ['林一舟 VISITED 云岭软件']],
    ['those who come along, for the overall place', '[P 林一舟]赴[R 南通市]考察。[P 周望]一同走访。', ['周望 VISITED 南通市', '林一舟 VISITED 南通市']],
  ])('%s', (_, text, expected) => {
    expect(visited(text)).toEqual([...expected].sort())
  })
})

describe('going there as a group', () => {
  test.each<[string, string, string[], Telling]>([
    ['the group that somebody leads', '[P 林一舟]率[O 青湖市党政代表团]在[R 南通市]考察。[P 周望]参加座谈。[O 青湖市党政代表团]还前往[C 云岭公司]考察。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 南通市'], {}],
    ['a group led by, over the nearer name', '由[P 林一舟]带队的采访团在[R 南通市]集中采访。[P 周望]及有关负责人一同参加调研，采访团一行先后来到[C 云岭公司]、[C 青河公司]。', ['周望 VISITED 南通市', '林一舟 VISITED 云岭公司', '林一舟 VISITED 南通市', '林一舟 VISITED 青河公司'], {}],
    ['a stop where the group looks on', '[P 林一舟]带领专家组来到[C 云岭公司]。在[C 青河公司]，专家组一行听取介绍。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 青河公司'], {}],
    ['whoever speaks of a visit by others', '针对甲方派舰船访问[R 韩国]一事，发言人[P 林一舟]表示关切。', [], {}],
    ['a group that nobody leads', '[P 林一舟]出席会议。检查组来到[C 云岭公司]。', [], {}],
    ['a character of the home place', '[R 南通市]很好。[O 青湖市教育局]局长[P 林一舟]来通开展考察。', ['林一舟 VISITED 南通市'], { home: '南通市' }],
    ['the guest who came and is received', '[P 林一舟]会见了来[R 南通市]参加交流的[P 周望]。', [], {}],
    ['which another character is not', '[P 林一舟]来苏调研。[R 南通市]很好。', [], { home: '南通市' }],
    ['the guest who comes, not the host who welcomes', '[P 林一舟]欢迎[P 周望]一行来[R 南通市]考察。', ['周望 VISITED 南通市'], {}],
    ['coming along long after', '[P 林一舟]赴[O 青湖市消防支队]慰问。队伍很好。训练很好。装备很好。生活很好。精神很好。[P 周望]参加慰问。', ['周望 VISITED 青湖市消防支队', '林一舟 VISITED 青湖市消防支队'], {}],
    ['those of a firm on the way are hosts', '[P 林一舟]赴[R 南通市]考察。[P 林一舟]走访[C 云岭公司]。[C 云岭公司]总经理[P 周望]陪同。', ['林一舟 VISITED 云岭公司', '林一舟 VISITED 南通市'], {}],
  ])('%s', (_, text, expected, telling) => {
    expect(visited(text, telling)).toEqual([...expected].sort())
  })
})

describe('being received', () => {
  test.each<[string, string, string[]]>([
    ['在P会见', '[P 林一舟]在[R 南通市]会见[P 周望]一行。', ['周望 VISITED 南通市']],
    ['欢迎…来', '[P 林一舟]欢迎[P 周望]一行来[R 南通市]考察。', ['周望 VISITED 南通市']],
    ['the one-character name of a province', '[R 江苏省]欢迎你。[P 林一舟]欢迎[P 周望]一行来苏考察。', ['周望 VISITED 江苏省']],
    ['与…一行在P会谈', '[P 林一舟]与[P 周望]一行在[R 南通市]举行工作会谈。', ['周望 VISITED 南通市']],
    ['on occasion of what the guest came for', '[P 林一舟]在[R 南通市]与前来出席大会的[R 江苏省]省长[P 周望]率领的代表团一行座谈。', ['周望 VISITED 南通市']],
    ['the host’s firm, when the arrival is welcomed', '[C 云岭公司]董事长[P 林一舟]对[P 周望]一行的到来表示欢迎。', ['周望 VISITED 云岭公司']],
    ['the place of the host’s office', '[R 南通市]很好。[R 南通市]市长[P 林一舟]对[P 周望]一行来访表示热烈欢迎。', ['周望 VISITED 南通市']],
    ['but not when the host stands for another body', '[R 南通市]市长[P 林一舟]代表[O 青湖新区管委会]对[P 周望]一行的到来表示欢迎。', []],
    ['receiving without a place tells no visit', '[P 林一舟]会见[P 周望]一行。', []],
  ])('%s', (_, text, expected) => {
    expect(visited(text)).toEqual(expected)
  })
})

describe('no visit', () => {
  test.each<[string, string]>([
    ['a group is no place', '[P 林一舟]参加[O 青湖环保采访团]。'],
    ['an event held there', '[P 林一舟]出席在[C 云岭公司]举行的仪式。'],
    ['深入 as an adverb', '[P 林一舟]要求深入推进[PROGRAM 星火行动]，支持[C 云岭公司]发展。'],
    ['a tour of which others learn', '[P 林一舟]要求学习贯彻视察[R 江苏省]重要讲话精神。'],
    ['to be told by a firm about itself', '[C 云岭公司]来到[R 南通市]。'],
  ])('%s', (_, text) => {
    expect(visited(text)).toEqual([])
  })
})

test('a trip to come is planned, and starts no trip', () => {
  expect(visited('[P 林一舟]将赴[R 南通市]考察。随后来到[C 云岭公司]。')).toEqual(['林一舟 VISITED 南通市 PLANNED'])
})
