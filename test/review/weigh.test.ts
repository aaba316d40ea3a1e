import { weigh, type Weighed } from '../../src/review/weigh.js'

const SOUND: Weighed = { strength: 'STATED', modality: 'ASSERTED', articleCount: 2, evidenceCount: 4, repaired: 0, degrees: 12, verdict: '', disputed: false }

test.each<[string, Partial<Weighed>, number, readonly string[]]>([
  ['stated, done, told twice', {}, 1, []],
  ['implied', { strength: 'IMPLIED' }, 3, ['WEAK_STRENGTH']],
  ['inferred', { strength: 'INFERRED' }, 4, ['WEAK_STRENGTH']],
  ['only urged', { modality: 'URGED' }, 2, ['UNCERTAIN_MODALITY']],
  ['hypothetical', { modality: 'HYPOTHETICAL' }, 3, ['UNCERTAIN_MODALITY']],
  ['told once', { articleCount: 1 }, 3, ['SINGLE_SOURCE']],
  ['partly repaired', { repaired: 3 }, 2, ['SOME_REPAIRED']],
  ['wholly repaired', { repaired: 4 }, 3, ['ALL_REPAIRED']],
  ['disputed', { disputed: true }, 4, ['DISPUTED']],
  ['contested', { verdict: 'CONTESTED' }, 3, ['CONTESTED']],
  ['without a good source', { verdict: 'NEEDS_SOURCE' }, 3, ['NEEDS_SOURCE']],
  ['weak in every way', { strength: 'IMPLIED', modality: 'DENIED', articleCount: 1, repaired: 4, disputed: true, verdict: 'CONTESTED' }, 13,
    ['WEAK_STRENGTH', 'UNCERTAIN_MODALITY', 'SINGLE_SOURCE', 'ALL_REPAIRED', 'DISPUTED', 'CONTESTED']],
])('a fact that is %s', (_what, change, weakness, codes) => {
  const weight = weigh({ ...SOUND, ...change })
  expect(weight).toMatchObject({ weakness, reach: 4, score: weakness * 4 })
  expect(weight.reasons.map(({ code }) => code)).toEqual([...codes, 'REACH'])
  expect(weight.reasons.reduce((sum, { points }) => sum + points, 1)).toBe(weakness)
  for (const { zh, en } of weight.reasons) expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[\x20-\x7e]+$/u)])
})

test('reach grows with what both ends stand in and with the evidence', () => {
  expect(weigh({ ...SOUND, degrees: 21 }).reach).toBe(5)
  expect(weigh({ ...SOUND, evidenceCount: 13 }).reach).toBe(5)
})
