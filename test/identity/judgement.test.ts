import { isPolicyGraphError } from '../../src/core/errors.js'
import { checkJudgement, standingJudgements, type Judgement } from '../../src/identity/judgement.js'
import { company, judge, person } from './profiles.js'

const known = new Map([company('c1', '江苏澜石'), company('c2', '澜石新材料'), person('p1', '顾砚秋')].map((profile) => [profile.id, profile]))
const codeOf = (judgement: Judgement): string => {
  try {
    checkJudgement(judgement, (id) => known.get(id))
    return 'ok'
  } catch (error) {
    return isPolicyGraphError(error) ? error.code : 'other'
  }
}

describe('standingJudgements', () => {
  it('keeps the latest of a pair, from either side', () => {
    const [old, later] = [judge('c1', 'c2', 'same', 1), judge('c2', 'c1', 'different', 2)]
    expect(standingJudgements([later, old])).toEqual([later])
    expect(standingJudgements([old, later])).toEqual([later])
  })

  it('goes by the log, not by the clock, which may have been set back', () => {
    const [old, later] = [{ ...judge('c1', 'c2', 'same', 1), at: '2030-01-01T00:00:00Z' }, judge('c1', 'c2', 'different', 2)]
    expect(standingJudgements([old, later])).toEqual([later])
  })

  it('leaves out what was taken back, so that the one before stands again', () => {
    const [old, later] = [judge('c1', 'c2', 'same', 1), { ...judge('c1', 'c2', 'different', 2), retracted: { by: 'reader', at: '2024-09-02T00:00:00Z', why: 'wrong' } }]
    expect(standingJudgements([old, later])).toEqual([old])
  })
})

describe('checkJudgement', () => {
  it.each<[string, Partial<Judgement>, string]>([
    ['a good one', {}, 'ok'],
    ['one id twice', { right: 'c1' }, 'BAD_INPUT'],
    ['two kinds as one', { right: 'p1' }, 'BAD_INPUT'],
    ['two kinds as different', { right: 'p1', verdict: 'different' }, 'ok'],
    ['no reason', { why: ' ' }, 'BAD_INPUT'],
    ['nobody', { by: '' }, 'BAD_INPUT'],
    ['no time', { at: 'yesterday' }, 'BAD_INPUT'],
    ['an unknown id', { right: 'c9' }, 'NOT_FOUND'],
  ])('answers %s', (_name, change, expected) => {
    expect(codeOf({ ...judge('c1', 'c2', 'same'), ...change })).toBe(expected)
  })
})
