import { addressOf } from '../app/address.js'
import type { PathView } from '../data/answer-types.js'
import { EMPTY_STATE, writeState } from '../graph/view-state.js'

/** Address of the graph of everything that some paths lead over, the lines among them drawn. Pure. */
export const pathsOnGraph = (paths: readonly PathView[]): string =>
  addressOf({ screen: 'graph', more: writeState({ ...EMPTY_STATE, seeds: [...new Set(paths.flatMap(({ hops }) => hops.flatMap(({ fact: { subject, object } }) => [subject.id, object.id])))] }) })
