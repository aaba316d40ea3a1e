import { factsAsOf, type FactAsOf } from '../answers/as-of.js'
import { groupBy } from '../answers/group-by.js'
import type { FactFilter } from '../answers/lookups.js'
import { text, toFact } from '../answers/rows.js'
import type { GraphStore } from '../store/port.js'

/** Facts that readers rejected, by entity id, for those who ask for them. Two store calls at most. */
export async function rejectedFacts(store: GraphStore, ids: readonly string[], filter: FactFilter = {}): Promise<ReadonlyMap<string, readonly FactAsOf[]>> {
  const [strengths, modalities] = [filter.strengths ?? [], filter.modalities ?? []]
  const { asOf = '' } = filter
  const now = asOf === '' ? { strengths: [...strengths], modalities: [...modalities] } : {}
  const rows = await store.read('rejected-facts-of-entities', { ids: [...ids], types: [...(filter.types ?? [])], ...now })
  const facts = new Map(rows.map((row) => [text(row, 'id'), toFact(row)]))
  const known = new Map((await factsAsOf(store, [...facts.values()], asOf)).map((fact) => [fact.id, fact]))
  const wanted = (fact: FactAsOf): boolean =>
    asOf === '' || ((strengths.length === 0 || strengths.includes(fact.strength)) && (modalities.length === 0 || modalities.includes(fact.modality)))
  return new Map([...groupBy(rows, (row) => text(row, 'entityId'))].map(([id, own]) => [id, own.flatMap((row) => known.get(text(row, 'id')) ?? []).filter(wanted)]))
}
