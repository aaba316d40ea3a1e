/**
 * What a reader has put on the graph: entities by hand, neighbours by expansion, some hidden, some pinned. The state is small, goes
 * into the address, and the picture follows from it and from what the server answers. Pure.
 */

export interface Point {
  readonly x: number
  readonly y: number
}

/** Every type at once. */
export const ALL = '*'

export interface GraphState {
  /** Ids put there by hand, in order. */
  readonly seeds: readonly string[]
  /** Id → relation types by which its neighbours are shown; `ALL` stands for all of them. */
  readonly expanded: Readonly<Record<string, readonly string[]>>
  readonly hidden: readonly string[]
  readonly pinned: Readonly<Record<string, Point>>
}

/** Entities put there by hand whose lines to each other are looked for, at most. */
const LINKED = 100

/** Seeds whose lines to each other are shown: none while there is but one. */
export const linkedSeeds = ({ seeds }: GraphState): readonly string[] => (seeds.length < 2 ? [] : seeds.slice(0, LINKED))

export const EMPTY_STATE: GraphState = { seeds: [], expanded: {}, hidden: [], pinned: {} }

export type GraphChange =
  | { readonly kind: 'add'; readonly ids: readonly string[] }
  /** `beyond`: by one type on top of all, when all were too many to come at once. */
  | { readonly kind: 'expand'; readonly id: string; readonly type: string; readonly beyond?: boolean }
  /** Takes the neighbours back that stand there for this entity's sake only. */
  | { readonly kind: 'collapse'; readonly id: string }
  | { readonly kind: 'hide'; readonly id: string }
  /** Takes one back that was hidden. */
  | { readonly kind: 'show'; readonly id: string }
  | { readonly kind: 'pin'; readonly id: string; readonly at: Point }
  | { readonly kind: 'unpin'; readonly id: string }
  | { readonly kind: 'clear' }

const without = <T>(record: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id))

/** The state after a change; the same object when the change changes nothing. */
export function apply(state: GraphState, change: GraphChange): GraphState {
  switch (change.kind) {
    case 'add': {
      const fresh = change.ids.filter((id, at) => !state.seeds.includes(id) && change.ids.indexOf(id) === at)
      const shown = state.hidden.filter((id) => !change.ids.includes(id))
      return fresh.length === 0 && shown.length === state.hidden.length ? state : { ...state, seeds: [...state.seeds, ...fresh], hidden: shown }
    }
    case 'expand': {
      const types = state.expanded[change.id] ?? []
      if (types.includes(change.type) || (types.includes(ALL) && change.beyond !== true)) return state
      return { ...state, expanded: { ...state.expanded, [change.id]: change.type === ALL ? [ALL] : [...types, change.type].sort() } }
    }
    case 'collapse':
      return change.id in state.expanded ? { ...state, expanded: without(state.expanded, change.id) } : state
    case 'hide':
      if (state.hidden.includes(change.id)) return state
      return { ...state, seeds: state.seeds.filter((id) => id !== change.id), expanded: without(state.expanded, change.id), pinned: without(state.pinned, change.id), hidden: [...state.hidden, change.id].sort() }
    case 'show':
      return state.hidden.includes(change.id) ? { ...state, hidden: state.hidden.filter((id) => id !== change.id) } : state
    case 'pin':
      return { ...state, pinned: { ...state.pinned, [change.id]: change.at } }
    case 'unpin':
      return change.id in state.pinned ? { ...state, pinned: without(state.pinned, change.id) } : state
    case 'clear':
      return EMPTY_STATE
  }
}

const at = (value: number): string => String(Math.round(value))

/** Parameters of the address that hold a state; empty ones are ''. */
export function writeState({ seeds, expanded, hidden, pinned }: GraphState): Readonly<Record<'seeds' | 'open' | 'hide' | 'pin', string>> {
  return {
    seeds: seeds.join(','),
    open: Object.entries(expanded).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, types]) => `${id}:${types.join('.')}`).join(','),
    hide: hidden.join(','),
    pin: Object.entries(pinned).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { x, y }]) => `${id}:${at(x)}:${at(y)}`).join(','),
  }
}

const parts = (text: string | undefined): readonly string[] => (text ?? '').split(',').filter((part) => part !== '')

/** The state that an address holds; what cannot be read in it is left out. */
export function readState(params: Readonly<Record<string, string>>): GraphState {
  const expanded = parts(params['open']).flatMap((part) => {
    const [id = '', types = ''] = part.split(':')
    return id === '' || types === '' ? [] : [[id, types.split('.')] as const]
  })
  const pinned = parts(params['pin']).flatMap((part) => {
    const [id = '', x, y] = part.split(':')
    const point = { x: Number(x), y: Number(y) }
    return id === '' || !Number.isFinite(point.x) || !Number.isFinite(point.y) ? [] : [[id, point] as const]
  })
  return { seeds: [...new Set(parts(params['seeds']))], expanded: Object.fromEntries(expanded), hidden: [...new Set(parts(params['hide']))], pinned: Object.fromEntries(pinned) }
}

/** States to go back and forth between. */
export interface History {
  readonly past: readonly GraphState[]
  readonly now: GraphState
  readonly future: readonly GraphState[]
}

export const historyOf = (now: GraphState): History => ({ past: [], now, future: [] })

export function change(history: History, step: GraphChange): History {
  const next = apply(history.now, step)
  return next === history.now ? history : { past: [...history.past, history.now], now: next, future: [] }
}

export function undo({ past, now, future }: History): History {
  const before = past.at(-1)
  return before === undefined ? { past, now, future } : { past: past.slice(0, -1), now: before, future: [now, ...future] }
}

export function redo({ past, now, future }: History): History {
  const [next, ...rest] = future
  return next === undefined ? { past, now, future } : { past: [...past, now], now: next, future: rest }
}
