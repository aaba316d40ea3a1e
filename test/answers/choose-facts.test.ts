import { chooseFacts } from '../../src/answers/choose-facts.js'
import type { LinkFact } from '../../src/answers/paths.js'
import { fact } from './builders.js'

describe('chooseFacts', () => {
  const cases: readonly (readonly [string, readonly (readonly LinkFact[])[], readonly string[]])[] = [
    ['the strongest where one step has several', [[fact('f1', 'a', 'b', { strength: 'IMPLIED' }), fact('f2', 'a', 'b')]], ['f2']],
    ['what happened before what is urged', [[fact('f1', 'a', 'b', { modality: 'URGED' }), fact('f2', 'a', 'b')]], ['f2']],
    [
      'facts of one article before stronger ones of two',
      [[fact('f1', 'a', 'b', { articleIds: ['x'] }), fact('f2', 'a', 'b', { articleIds: ['y'], strength: 'IMPLIED' })], [fact('f3', 'b', 'c', { articleIds: ['y'] })]],
      ['f2', 'f3'],
    ],
    [
      'neighbours that share an article where no article has all',
      [
        [fact('f1', 'a', 'b', { articleIds: ['x'] })],
        [fact('f2', 'b', 'c', { articleIds: ['z'] }), fact('f3', 'b', 'c', { articleIds: ['x'], modality: 'PLANNED' })],
        [fact('f4', 'c', 'd', { articleIds: ['w'] })],
      ],
      ['f1', 'f3', 'f4'],
    ],
    ['the lower id where all else ties', [[fact('f2', 'a', 'b'), fact('f1', 'a', 'b')]], ['f1']],
    ['nothing when a step is empty', [[fact('f1', 'a', 'b')], []], []],
    ['nothing for no steps', [], []],
  ]
  it.each(cases)('takes %s', (_, steps, expected) => {
    expect(chooseFacts(steps).map(({ id }) => id)).toEqual(expected)
  })
})
