import { marksOf } from '../../src/explorer/evidence/proof-marks.js'
import { DEFAULT_STATES, readStates, stepFrom, writeStates } from '../../src/explorer/review/queue-states.js'

describe('the queue in the address', () => {
  it.each([
    ['', DEFAULT_STATES], ['ONE_READER', ['ONE_READER']], ['DISPUTED,UNREVIEWED', ['UNREVIEWED', 'DISPUTED']], ['NOBODY', DEFAULT_STATES],
  ])('reads %p', (text, states) => { expect(readStates(text)).toEqual(states) })

  it('is written shortly and read again', () => {
    expect(writeStates(DEFAULT_STATES)).toBe('')
    expect(readStates(writeStates(['DISPUTED', 'ONE_READER']))).toEqual(['DISPUTED', 'ONE_READER'])
  })
})

describe('a step in the queue', () => {
  const ids = ['a', 'b', 'c', 'd']
  it.each<readonly [string, 1 | -1, readonly string[], string]>([
    ['a', 1, [], 'b'], ['b', -1, [], 'a'], ['a', 1, ['b', 'c'], 'd'], ['d', 1, [], 'd'], ['a', -1, [], 'a'], ['c', 1, ['d'], 'c'], ['elsewhere', 1, [], 'a'],
  ])('from %s by %p past %p leads to %s', (from, by, done, to) => { expect(stepFrom(ids, from, by, new Set(done))).toBe(to) })
})

describe('marks in a quote', () => {
  const mention = (id: string, start: number, end: number) => ({ entity: { id }, clean: { start, end } })
  // 「李到走访到了到达科技」 stands at 10 of its article.
  const quote = { cleanQuote: '李到走访到了到达科技', clean: { start: 10, end: 20 }, article: { mentions: [mention('p', 10, 12), mention('c', 16, 20), mention('x', 12, 14), mention('p', 3, 5), mention('c', 18, 24)] } }

  it('are the places of both ends within it, and the cue where it is no part of a name', () => {
    expect(marksOf({ ...quote, cue: '到' }, 'p', 'c')).toEqual([{ start: 0, end: 2, id: 'p' }, { start: 6, end: 10, id: 'c' }, { start: 4, end: 5, id: 'cue' }])
  })

  it.each(['', '考察'])('leave out a cue %p that does not stand there', (cue) => {
    expect(marksOf({ ...quote, cue }, 'p', 'c').map(({ id }) => id)).toEqual(['p', 'c'])
  })
})
