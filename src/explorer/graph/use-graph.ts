import { useEffect, useMemo, useState } from 'preact/hooks'
import { amend, address } from '../app/navigation.js'
import { ontology } from '../app/ontology.js'
import { bundlesOf, type Bundle } from './bundles.js'
import { complete, graphData } from './fetch.js'
import { NO_FILTERS, readFilters, writeFilters, type Filters } from './filters.js'
import type { GraphFact } from './graph-data.js'
import { pictureOf, type Picture } from './picture.js'
import { change, historyOf, readState, redo, undo, writeState, type GraphChange, type GraphState, type History } from './view-state.js'

/** The graph that the address holds: what is on it, how it is filtered, and what follows from both. */
export interface GraphView {
  readonly state: GraphState
  readonly filters: Filters
  readonly picture: Picture
  readonly bundles: readonly Bundle[]
  /** All facts that came, whether filters show them or not. */
  readonly all: readonly GraphFact[]
  /** All that the state needs has come or failed. */
  readonly complete: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly apply: (step: GraphChange) => void
  readonly filter: (next: Filters) => void
  readonly undo: () => void
  readonly redo: () => void
}

const sameState = (a: GraphState, b: GraphState): boolean => JSON.stringify(writeState(a)) === JSON.stringify(writeState(b))

export function useGraph(): GraphView {
  const { more } = address.value
  const held = JSON.stringify(more)
  const inAddress = useMemo(() => readState(more), [held])
  const filters = useMemo(() => readFilters(more), [held])
  const [history, setHistory] = useState<History>(() => historyOf(inAddress))
  // The address was changed by a link or by going back: what it holds counts, and there is nothing to undo.
  const current = sameState(history.now, inAddress) ? history : historyOf(inAddress)
  const [completed, setCompleted] = useState<string | undefined>(undefined)
  useEffect(() => { void complete(current.now).then(() => { setCompleted(held) }) }, [held])

  const step = (next: History): void => {
    setHistory(next)
    amend(writeState(next.now))
  }
  const data = graphData.value
  const picture = useMemo(() => pictureOf(current.now, filters, data), [current.now, filters, data])
  const { strengths, relations } = ontology.value
  const bundles = useMemo(() => {
    const ranks = new Map(strengths.map(({ strength }, at) => [strength, at]))
    const symmetric = new Set(relations.filter((relation) => relation.symmetric).map(({ type }) => type))
    return bundlesOf(picture.facts, (strength) => ranks.get(strength) ?? ranks.size, (type) => symmetric.has(type))
  }, [picture, strengths, relations])

  const all = useMemo(() => pictureOf({ ...current.now, hidden: [] }, NO_FILTERS, data).facts, [current.now, data])

  return {
    all, complete: completed === held, state: current.now, filters, picture, bundles, canUndo: current.past.length > 0, canRedo: current.future.length > 0,
    apply: (wanted) => { step(change(current, wanted)) },
    filter: (next) => { amend(writeFilters(next)) },
    undo: () => { step(undo(current)) },
    redo: () => { step(redo(current)) },
  }
}
