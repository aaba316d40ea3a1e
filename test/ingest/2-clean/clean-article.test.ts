import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanText, type CleanText } from '../../../ingest/2-clean/clean-article.js'
import { DAMAGE_KINDS, damageText, type DamageKind } from '../../../ingest/2-clean/damage/damage-text.js'
import { PASSES } from '../../../ingest/2-clean/passes/index.js'
import { cleanSpan } from '../../../src/core/span.js'
import { ARTICLE, SENTENCES } from './sentences.js'

const applyLedger = (raw: string, { repairs }: CleanText): string => {
  let text = ''
  let at = 0
  for (const repair of repairs) {
    text += raw.slice(at, repair.raw.start) + repair.after
    at = repair.raw.end
  }
  return text + raw.slice(at)
}

const damaged = fc
  .record({
    sentences: fc.shuffledSubarray([...SENTENCES], { minLength: 1, maxLength: 4 }),
    kinds: fc.subarray([...DAMAGE_KINDS], { maxLength: 5 }),
    seed: fc.nat(),
    rate: fc.double({ min: 0.05, max: 1, noNaN: true }),
  })
  .map(({ sentences, ...options }) => damageText(sentences.join('\n'), options))

/** Kinds that destroy nothing: every sentence must come back as it was. */
const REVERSIBLE: readonly DamageKind[] = [
  'letter-spacing', 'full-width', 'ascii-punctuation', 'corner-quote', 'traditional', 'pinyin-gloss', 'invisible', 'html-entity', 'utf8-as-latin', 'censor-mark',
]

describe('sound text', () => {
  test('comes back as it is, with an empty ledger', () => {
    const clean = cleanText(ARTICLE)
    expect(clean.text).toBe(ARTICLE)
    expect(clean.repairs).toEqual([])
    expect(clean.offsets.toRaw(cleanSpan(3, 9))).toEqual({ start: 3, end: 9 })
  })

  test.each([
    ['figures, times and addresses', '登录 http://www.example.cn/a?b=1,2;c 或发邮件至 info@example.cn，时间为12:05，人数1,200'],
    ['names with rare characters', '局长李喆、研究员王堃、张瑾瑜、赵翀和陈昇、秘书郦筱妤出席'],
    ['masked names and numbers', '受害人张*明、李*，车牌号沪A12***，账户95%*基数'],
    ['a question between hanzi', '你准备好了吗?'.replace('?', '？')],
    ['English', 'OpenAI (2023): "what?" yes; no!'],
    ['words that Simplified text writes with Traditional-looking characters', '乾隆年间，瞭望台上，於女士藉此机会著书'],
    ['line breaks and indents', '　　第一段。\n　　第二段。\n'],
    ['nothing', ''],
  ])('%s are left alone', (_name, text) => {
    expect(cleanText(text)).toMatchObject({ text, repairs: [] })
  })
})

describe('damaged text', () => {
  test('the ledger, applied to the raw text, gives the clean text', () => {
    fc.assert(
      fc.property(damaged, (raw) => {
        const clean = cleanText(raw)
        expect(applyLedger(raw, clean)).toBe(clean.text)
        for (const repair of clean.repairs) {
          expect(raw.slice(repair.raw.start, repair.raw.end)).toBe(repair.before)
          expect(repair.after).not.toBe(repair.before)
          expect(repair.pass.split('+').every((id) => PASSES.some((pass) => pass.id === id))).toBe(true)
          expect(repair.certainty).toBeGreaterThan(0)
          expect(repair.certainty).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('every clean span maps into the raw text, in order', () => {
    fc.assert(
      fc.property(damaged, (raw) => {
        const { text, offsets } = cleanText(raw)
        expect(offsets.cleanLength).toBe(text.length)
        let before = { start: 0, end: 0 }
        for (let at = 0; at < text.length; at += 1) {
          const span = offsets.toRaw(cleanSpan(at, at + 1))
          expect(span.start).toBeGreaterThanOrEqual(before.start)
          expect(span.end).toBeGreaterThanOrEqual(before.end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(raw.length)
          before = span
        }
      }),
      { numRuns: 40 },
    )
  })

  test('characters outside every repair are the raw characters', () => {
    fc.assert(
      fc.property(damaged, (raw) => {
        const { text, offsets, repairs } = cleanText(raw)
        for (let at = 0; at < text.length; at += 1) {
          const span = offsets.toRaw(cleanSpan(at, at + 1))
          if (!repairs.some(({ raw: touched }) => span.start < touched.end && touched.start < span.end)) expect(raw.slice(span.start, span.end)).toBe(text[at])
        }
      }),
      { numRuns: 20 },
    )
  })

  test('cleaning again changes nothing', () => {
    fc.assert(
      fc.property(damaged, (raw) => {
        const once = cleanText(raw).text
        expect(cleanText(once)).toMatchObject({ text: once, repairs: [] })
      }),
      { numRuns: 40 },
    )
  })

  test.each(REVERSIBLE)('%s is undone wholly', (kind) => {
    for (const rate of [0.1, 0.5, 1]) {
      for (const seed of [1, 2, 3]) {
        const raw = damageText(ARTICLE, { kinds: [kind], seed, rate })
        expect(cleanText(raw).text).toBe(ARTICLE)
      }
    }
  })

  test('several kinds at once are undone', () => {
    const raw = damageText(ARTICLE, { kinds: ['traditional', 'pinyin-gloss', 'ascii-punctuation', 'invisible', 'html-entity'], seed: 7, rate: 0.4 })
    expect(raw).not.toBe(ARTICLE)
    expect(cleanText(raw).text).toBe(ARTICLE)
  })

  test.each([
    ['lost-before-gloss', 0.75],
    ['gbk-shift', 0.4],
    ['utf8-as-gbk', 0.95],
  ] as const)('of the characters that %s takes, a share of %d at least comes back', (kind, share) => {
    const back = SENTENCES.flatMap((sentence) => [1, 2, 3].map((seed) => ({ sentence, raw: damageText(sentence, { kinds: [kind], seed, rate: 1 }) })))
      .filter(({ sentence, raw }) => raw !== sentence)
      .map(({ sentence, raw }) => ({ lost: sentence.length - common(raw, sentence), still: sentence.length - common(cleanText(raw).text, sentence) }))
    const sum = (of: (one: { lost: number; still: number }) => number): number => back.reduce((total, one) => total + of(one), 0)
    expect(sum(({ lost }) => lost)).toBeGreaterThan(0)
    expect(1 - sum(({ still }) => still) / sum(({ lost }) => lost)).toBeGreaterThanOrEqual(share)
  })
})

describe('speed', () => {
  test('grows with the length, also of damaged text', () => {
    const raw = damageText(ARTICLE, { kinds: ['traditional', 'pinyin-gloss', 'ascii-punctuation'], seed: 3, rate: 0.5 })
    const time = (copies: number): number => {
      const text = Array.from({ length: copies }, () => raw).join('\n')
      const start = process.cpuUsage()
      cleanText(text)
      const used = process.cpuUsage(start)
      return used.user + used.system
    }
    time(50)
    expect(time(400)).toBeLessThan(40 * time(50))
  })

  test('a text may need more edits than a call may have arguments', () => {
    const copies = 70_000
    const clean = cleanText('云,湖'.repeat(copies) + '"云"'.repeat(copies))
    expect(clean.repairs).toHaveLength(2 * copies + 1) // a closing quote and the opening one after it are one entry
    expect(clean.text.startsWith('云，湖云，湖')).toBe(true)
  })
})

/** Length of the longest common subsequence. */
function common(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const char of a) {
    const next = [0]
    for (let j = 0; j < b.length; j += 1) next.push(char === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row[b.length] ?? 0
}
