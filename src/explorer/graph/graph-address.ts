import { addressOf } from '../app/address.js'
import { ALL, EMPTY_STATE, writeState } from './view-state.js'

/** Address of the graph around one entity, its relations expanded. */
export const graphAddress = (id: string): string => addressOf({ screen: 'graph', more: writeState({ ...EMPTY_STATE, seeds: [id], expanded: { [id]: [ALL] } }) })
