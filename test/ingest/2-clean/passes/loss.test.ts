import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { censorMark } from '../../../../ingest/2-clean/passes/censor-mark.js'
import { gbkShift } from '../../../../ingest/2-clean/passes/gbk-shift.js'
import { lostBeforeGloss } from '../../../../ingest/2-clean/passes/lost-before-gloss.js'
import { lostInterpunct } from '../../../../ingest/2-clean/passes/lost-interpunct.js'
import { pinyinGloss } from '../../../../ingest/2-clean/passes/pinyin-gloss.js'
import { utf8AsGbk } from '../../../../ingest/2-clean/passes/utf8-as-gbk.js'
import { utf8AsLatin } from '../../../../ingest/2-clean/passes/utf8-as-latin.js'
import { applyPass } from './apply-pass.js'

describe('pinyin-gloss', () => {
  test.each([
    ['市長(zhǎng)出席', '市長出席'],
    ['校長（zhǎng）與書記(jì)', '校長與書記'],
    ['了(le)解', '了解'],
    ['長(zhánɡ)江', '長江'],
    ['云湖集团(yunhu)', '云湖集团(yunhu)'],
    ['雀巢(Nestlé)公司', '雀巢(Nestlé)公司'],
  ])('%j → %j', (raw, clean) => {
    // a gloss without a tone mark is only looked for where others have one
    expect(applyPass(pinyinGloss, `${raw}。區(qū)`)).toBe(`${clean}。區`)
  })

  test('is less sure of a reading that the character does not have', () => {
    expect(pinyinGloss.apply('長(zhǎng)')[0]?.certainty).toBe(1)
    expect(pinyinGloss.apply('長(zhǎnɡ)')[0]?.certainty).toBe(1)
    expect(pinyinGloss.apply('長(zhàng)')[0]?.certainty).toBeLessThan(1)
    expect(pinyinGloss.apply('長(mā)')[0]?.certainty).toBeLessThan(0.7)
  })
})

/** GBK bytes as a page shows them: user-defined pairs vanish, a first byte takes the ASCII byte after it along. */
const shown = (bytes: readonly number[]): string => iconv.decode(Buffer.from(bytes), 'gbk').replace(/[\ue000-\uf8ff]/g, '').replace(/\ufffd\(?/g, '?')
const gbk = (text: string): number[] => [...iconv.encode(text, 'gbk')]

describe('lost-before-gloss', () => {
  test.each([
    ['two halves with a gloss each, read by their bytes', '某日?qǐng)?bào)訊', '某日報訊'],
    ['a reading and its neighbours leave one choice', '?cháng)江流域', '长江流域'],
    ['neither decides: only the gloss goes', '某?mā)某', '某?某'],
    ['a question in English is no gloss', '他问(really?yes)', '他问(really?yes)'],
  ])('%s', (_name, raw, clean) => {
    expect(applyPass(lostBeforeGloss, `${raw}。區(qū)`)).toBe(`${clean}。區(qū)`)
  })

  test('brings a whole run of characters back into step', () => {
    // the gloss lián was written after 勇's second byte and 擔's first, which make 聯
    const bytes = [...gbk('陣地勇'), gbk('擔')[0] ?? 0, ...gbk('(lián)'), gbk('擔')[1] ?? 0, ...gbk('使命、多作貢獻(xiàn)。')]
    const raw = shown(bytes)
    expect(raw).toContain('?li')
    expect(applyPass(lostBeforeGloss, raw)).toBe('陣地勇擔使命、多作貢獻(xiàn)。')
  })

  test('says how sure it is', () => {
    expect(lostBeforeGloss.apply('某日?qǐng)?bào)訊')[0]?.certainty).toBeGreaterThan(0.9)
    expect(lostBeforeGloss.apply('某?mā)某')[0]?.certainty).toBeLessThan(0.5)
  })
})

describe('gbk-shift', () => {
  const sound = '会议强调，各级干部要勇担使命、多作贡献，推动经济社会高质量发展。'
  const lossOf = (at: number): string => shown(gbk(sound).filter((_, i) => i !== at))

  test.each([['a first byte', 22], ['another first byte', 24]])('text after the loss of %s comes back', (_name, at) => {
    const raw = lossOf(at)
    expect(raw).not.toContain('多作贡献')
    expect(applyPass(gbkShift, raw)).toContain('勇担使命、多作贡献，推动')
  })

  test.each(['局长李喆和王堃在濮阳会见郦筱妤', '叽叽喳喳的麻雀', '鲍鱼、鱿鱼、鲳鱼、鳜鱼', '①②③④项要求', sound])('%s stays', (text) => {
    expect(applyPass(gbkShift, text)).toBe(text)
  })
})

describe('utf8-as-gbk', () => {
  test.each(['云湖区召开大会', '市长周岚出席会议', '云湖集团A公司扩产'])('%s comes back', (text) => {
    const raw = iconv.decode(Buffer.from(`${text}。`, 'utf8'), 'gbk')
    expect(raw).not.toContain(text)
    expect(applyPass(utf8AsGbk, raw)).toContain(text)
  })

  test.each(['联通公司', '郦筱妤和瞿珏', '鼓浪路··广场', '濮阳市鄄城县'])('%s stays', (text) => {
    expect(applyPass(utf8AsGbk, text)).toBe(text)
  })
})

describe('utf8-as-latin', () => {
  test.each(['latin1', 'windows-1252'])('Chinese read as %s comes back', (encoding) => {
    const text = '云湖区政府工作报告。'
    const raw = encoding === 'latin1' ? Buffer.from(text, 'utf8').toString('latin1') : new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'))
    expect(applyPass(utf8AsLatin, raw)).toBe(text)
  })

  test.each(['café Müller à Genève', 'Nestlé“雀巢”', 'Ångström—埃'])('%s stays', (text) => {
    expect(applyPass(utf8AsLatin, text)).toBe(text)
  })
})

describe('censor-mark', () => {
  test.each([
    ['市*府印发通知', '市政府印发通知'],
    ['出台*策扶持', '出台政策扶持'],
    ['李*强说', '李*强说'],
    ['尾号***的账户', '尾号***的账户'],
    ['95%*指数', '95%*指数'],
    ['5*3', '5*3'],
  ])('%j → %j', (raw, clean) => {
    expect(applyPass(censorMark, raw)).toBe(clean)
  })
})

describe('lost-interpunct', () => {
  test.each([
    ['首席执行官蒂姆?库克表示', '首席执行官蒂姆·库克表示'],
    ['大卫?史密斯出席', '大卫·史密斯出席'],
    ['为什么这样做?因为需要', '为什么这样做?因为需要'],
  ])('%j → %j', (raw, clean) => {
    expect(applyPass(lostInterpunct, raw)).toBe(clean)
  })
})
