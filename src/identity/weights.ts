import type { EntityKind } from '../../schema/ontology/index.js'
import { once, readTable } from './lexicon.js'

const load = once((): ReadonlyMap<string, number> =>
  new Map(readTable('weights.tsv').map(([kind = '', id = '', value = '0']): [string, number] => [`${kind} ${id}`, Number(value)])))

/** A number of weights.tsv; throws when the table lacks it, so that a feature without a weight cannot run. */
export function weightOf(kind: EntityKind, id: string): number {
  const value = load().get(`${kind} ${id}`)
  if (value === undefined || Number.isNaN(value)) throw new RangeError(`weights.tsv lacks ${kind} ${id}`)
  return value
}
