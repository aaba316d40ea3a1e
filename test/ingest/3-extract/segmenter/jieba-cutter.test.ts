import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { JiebaCutter } from '../../../../ingest/3-extract/segmenter/jieba-cutter.js'
import type { TaggedWord } from '../../../../ingest/3-extract/segmenter/jieba-segmenter.js'

interface Native {
  readonly tag: (text: string) => TaggedWord[]
  readonly DEFAULT_DICT: string
  readonly DEFAULT_USER_DICT: string
  readonly DEFAULT_HMM_DICT: string
}
const native = createRequire(import.meta.url)('nodejieba') as Native
const read = (file: string): string => readFileSync(file, 'utf8')
const model = read(native.DEFAULT_HMM_DICT)
const cutter = new JiebaCutter({ dictionary: read(native.DEFAULT_DICT), ownWords: read(native.DEFAULT_USER_DICT), model })

describe('JiebaCutter', () => {
  test.each([
    '青岚市委书记陆启明到澜川县调研工业经济运行情况，市领导曹文博、邢素云参加。',
    '江北恒越精密制造有限公司今年新增两条自动化生产线，产值预计增长三成。',
    '欧阳静宜，女，汉族，现任白河区教育局党组书记、局长；代表AT&T与T恤厂商签约。',
    '计划投资12.5亿元建设5G+工业互联网平台v2.0，占比38.6%，联系www.example.cn。',
    '区块链与云计算企业到蓝翔参加韩玉鉴赏。',
    '甲\u3000\u3000乙\n丙\r\n\t丁  ABC-12.5%',
    '🎉🎊表情𠮷野家𪚥，é̂组合\u200b零宽\u00ad',
    '', ' ', '，。', '的', '龘', '龘靐齉爩',
  ])('cuts and tags %j as the native library does', (text) => {
    expect(cutter.tag(text)).toEqual(text === '' ? [] : native.tag(text))
  })

  test('cuts and tags any row of common, rare and foreign characters as the native library does', () => {
    const characters = Array.from('中国人民市县区委书记长张王李在了和与的是调研企业公司发展项目建设经济年月日一二三十百千万，。、：“”《》（）龘靐𠮷🎉abXY019.%-+&# \t\n')
    const texts = fc.array(fc.constantFrom(...characters), { maxLength: 40 }).map((chars) => chars.join(''))
    fc.assert(fc.property(texts, (text) => { expect(cutter.tag(text)).toEqual(text === '' ? [] : native.tag(text)) }), { numRuns: 400, seed: 7 })
  })

  test.each(['残\ud83d缺', '\udc00', '残\ud83d'])('leaves %j, which has no UTF-8, to the caller', (text) => {
    expect(cutter.tag(text)).toBeUndefined()
  })

  test('keeps a character that the user lists by itself out of new words', () => {
    const files = { dictionary: '山 5 n\n水 5 n\n山水 1 n\n', model }
    const words = (ownWords: string): string[] => (new JiebaCutter({ ...files, ownWords }).tag('彤彤山水') ?? []).map(({ word }) => word)
    expect(words('')).toEqual(['彤彤', '山水'])
    expect(words('彤 nr\n')).toEqual(['彤', '彤', '山水'])
  })
})
