import type { Act } from '../../src/core/acts.js'
import { verdictOf, type FactState } from '../../src/review/states.js'

const act = (seq: number, actor: string, decision: Act['decision'], kind: Act['kind'] = 'VERDICT'): Act =>
  ({ id: `act_${seq}`, seq, at: `2031-01-0${seq}T00:00:00Z`, actor, role: 'reviewer', kind, targets: ['f'], decision, detail: '', reason: `理由${seq}` })
const state = (verdict: FactState['verdict'], secondReader = ''): FactState => ({ verdict, secondReader, disputed: false, version: 0 })

test('nobody owns a verdict that is not there', () => {
  expect(verdictOf(state(''), [act(1, '甲', 'CONFIRMED'), act(2, '甲', 'WITHDRAWN')])).toBeNull()
})

test.each<[string, FactState, readonly Act[], string]>([
  ['the first who said it', state('CONFIRMED', '乙'), [act(1, '甲', 'CONFIRMED'), act(2, '乙', 'CONFIRMED')], '甲'],
  ['one who says it still', state('CONFIRMED'), [act(1, '甲', 'CONFIRMED'), act(2, '乙', 'CONFIRMED'), act(3, '甲', 'WITHDRAWN')], '乙'],
  ['the first who is not the second reader', state('REJECTED', '甲'), [act(1, '甲', 'REJECTED'), act(2, '乙', 'CONFIRMED'), act(3, '丙', 'REJECTED')], '丙'],
  ['the last who spoke, where they differ', state('CONTESTED'), [act(1, '甲', 'REJECTED'), act(2, '乙', 'CONFIRMED'), act(3, '丙', 'OPENED', 'DISPUTE')], '乙'],
])('a verdict is owed to %s', (_whom, given, acts, by) => {
  const owner = acts.filter(({ actor }) => actor === by).at(-1)
  expect(verdictOf(given, acts)).toEqual({ state: given.verdict, by, at: owner?.at, reason: owner?.reason, secondReader: given.secondReader === '' ? null : given.secondReader })
})
