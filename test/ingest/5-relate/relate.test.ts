import { describe, expect, test } from '@jest/globals'
import { relateArticle } from '../../../ingest/5-relate/relate.js'
import { RULES } from '../../../ingest/5-relate/rules/index.js'
import { facts, resolved, tell } from './told.js'

describe('the table of rules', () => {
  test('every rule has an id with a version, told once, and a doc', () => {
    const ids = RULES.map(({ id }) => id)
    expect(ids.filter((id) => !/^[a-z-]+\/\d+$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(RULES.filter(({ doc, emits }) => doc.length < 20 || emits.length === 0)).toEqual([])
  })

  test('a rule emits only what it declares', () => {
    const stray = { id: 'stray/1', doc: 'Emits a type that it does not declare.', emits: [], match: () => [{ type: 'PROMOTES' as const, subject: 0, object: 1, fromSentence: 0, toSentence: 0, cue: '推进', modality: 'ASSERTED' as const, strength: 'STATED' as const }] }
    expect(() => relateArticle(resolved('[R 南通市]推进[PROGRAM 星火行动]。'), 'test', [stray])).toThrow('stray/1')
  })
})

describe('evidence', () => {
  test('keeps quote, cue, rule, speaker and day', () => {
    const { evidence, nameOf } = tell('8月3日，[P 林一舟]来到[C 云岭公司]。')
    expect(evidence.map(({ quote, cue, rule, modality, strength, eventDate, subjectId }) => ({ quote, cue, rule, modality, strength, eventDate, subject: nameOf(subjectId) }))).toEqual([
      { quote: '8月3日，林一舟来到云岭公司。', cue: '来到', rule: 'visited/2', modality: 'ASSERTED', strength: 'STATED', eventDate: '2023-08-03', subject: '林一舟' },
    ])
  })

  test('is stated when one sentence says it and implied when it takes the one before', () => {
    const strength = (text: string): string[] => tell(text).evidence.filter(({ type }) => type === 'VISITED').map((each) => each.strength)
    expect(strength('[P 林一舟]来到[C 云岭公司]。')).toEqual(['STATED'])
    expect(strength('[P 林一舟]很忙。他来到[C 云岭公司]。')).toEqual(['IMPLIED'])
  })

  test('quotes the clauses around the ends of a sentence longer than anybody writes', () => {
    const people = Array.from({ length: 400 }, (_, i) => `[O 青湖市第${i}局]局长[P 林${i}号]`).join('，')
    const { evidence } = tell(`${people}出席[EVENT 第三届云岭大会]。`)
    const one = evidence.find(({ type, cue }) => type === 'HOLDS_POSITION' && cue === '局长')
    expect(evidence.filter(({ type }) => type === 'ATTENDED')).toHaveLength(400)
    expect(Math.max(...evidence.map(({ quote }) => quote.length))).toBeLessThan(1200)
    expect(one?.quote).toContain('局长')
  })

  test('tells nothing of an article that names nobody', () => {
    expect(facts('大会隆重召开，代表们出席并讲话，推进各项工作。')).toEqual([])
  })
})

describe('speed', () => {
  const timeOf = (size: number): number => {
    const article = resolved(`${Array.from({ length: size }, (_, i) => `[C 云岭第${i}公司]与[S 青湖大学]签署协议，推进[PROGRAM 星火第${i % 40}行动]`).join('，')}。`)
    const start = performance.now()
    relateArticle(article, 'test')
    return performance.now() - start
  }

  test('grows with the length of the sentence, not with its square', () => {
    timeOf(400)
    const small = Math.min(timeOf(500), timeOf(500))
    const large = Math.min(timeOf(4000), timeOf(4000))
    // Eight times as much; a square would cost sixty-four times.
    expect(large / small).toBeLessThan(28)
  })
})
