import { apply, change, EMPTY_STATE, historyOf, readState, redo, undo, writeState, type GraphChange, type GraphState } from '../../src/explorer/graph/view-state.js'

const after = (...steps: readonly GraphChange[]): GraphState => steps.reduce(apply, EMPTY_STATE)

describe('what is on the graph', () => {
  it.each<readonly [string, GraphState, Partial<GraphState>]>([
    ['an entity once, however often it is added', after({ kind: 'add', ids: ['a', 'b'] }, { kind: 'add', ids: ['a'] }), { seeds: ['a', 'b'] }],
    ['neighbours type by type', after({ kind: 'expand', id: 'a', type: 'VISITED' }, { kind: 'expand', id: 'a', type: 'ATTENDED' }), { expanded: { a: ['ATTENDED', 'VISITED'] } }],
    ['all types instead of some', after({ kind: 'expand', id: 'a', type: 'VISITED' }, { kind: 'expand', id: 'a', type: '*' }, { kind: 'expand', id: 'a', type: 'ATTENDED' }), { expanded: { a: ['*'] } }],
    ['nothing of what was collapsed', after({ kind: 'expand', id: 'a', type: '*' }, { kind: 'expand', id: 'b', type: '*' }, { kind: 'collapse', id: 'a' }), { expanded: { b: ['*'] } }],
    ['no trace of what was hidden', after({ kind: 'add', ids: ['a', 'b'] }, { kind: 'expand', id: 'a', type: '*' }, { kind: 'pin', id: 'a', at: { x: 1, y: 2 } }, { kind: 'hide', id: 'a' }), { seeds: ['b'], expanded: {}, pinned: {}, hidden: ['a'] }],
    ['what was hidden, once it is added again', after({ kind: 'add', ids: ['a'] }, { kind: 'hide', id: 'a' }, { kind: 'add', ids: ['a'] }), { seeds: ['a'], hidden: [] }],
    ['one type more than all, when all were too many', after({ kind: 'expand', id: 'a', type: '*' }, { kind: 'expand', id: 'a', type: 'VISITED', beyond: true }), { expanded: { a: ['*', 'VISITED'] } }],
    ['what was hidden, once it is shown again, with nothing put there by hand', after({ kind: 'add', ids: ['a', 'b'] }, { kind: 'hide', id: 'a' }, { kind: 'hide', id: 'c' }, { kind: 'show', id: 'c' }), { seeds: ['b'], hidden: ['a'] }],
    ['nothing after clearing', after({ kind: 'add', ids: ['a'] }, { kind: 'clear' }), EMPTY_STATE],
  ])('holds %s', (_, state, expected) => {
    expect(state).toMatchObject(expected)
  })

  it('is the same object when nothing changed, so that there is nothing to undo', () => {
    const state = after({ kind: 'add', ids: ['a'] })
    for (const step of [{ kind: 'add', ids: ['a'] }, { kind: 'collapse', id: 'a' }, { kind: 'unpin', id: 'a' }] as const) expect(apply(state, step)).toBe(state)
  })

  it('comes back from the address as it went', () => {
    const state = after({ kind: 'add', ids: ['p_1', 'c_2'] }, { kind: 'expand', id: 'p_1', type: 'VISITED' }, { kind: 'expand', id: 'p_1', type: 'ATTENDED' }, { kind: 'hide', id: 'r_3' }, { kind: 'pin', id: 'c_2', at: { x: -12, y: 40 } })
    expect(readState(writeState(state))).toEqual(state)
  })

  it.each(['x', 'a:', ':VISITED', 'a:1', 'a:x:y', ',,,'])('passes over what an address cannot mean: %s', (text) => {
    const state = readState({ open: text === 'a:1' ? '' : text, pin: text })
    expect(state.pinned).toEqual({})
    expect(Object.keys(state.expanded).every((id) => id !== '')).toBe(true)
  })
})

describe('going back and forth', () => {
  const one = change(historyOf(EMPTY_STATE), { kind: 'add', ids: ['a'] })
  const two = change(one, { kind: 'add', ids: ['b'] })

  it('undoes and redoes step by step', () => {
    expect(undo(two).now).toEqual(one.now)
    expect(redo(undo(two)).now).toEqual(two.now)
    expect(undo(undo(two)).now).toEqual(EMPTY_STATE)
  })

  it('stops at both ends', () => {
    expect(undo(historyOf(EMPTY_STATE)).now).toEqual(EMPTY_STATE)
    expect(redo(two)).toEqual(two)
  })

  it('forgets what was undone once something else is done', () => {
    const other = change(undo(two), { kind: 'add', ids: ['c'] })
    expect(redo(other)).toEqual(other)
    expect(other.now.seeds).toEqual(['a', 'c'])
  })
})
