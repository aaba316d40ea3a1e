import type { FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { factRow, factTexts } from './link-rows.js'

/** Facts as short texts by id: `张三 —走访·已发生→ 某公司`. */
export async function statementsOf(store: GraphStore, facts: readonly FactRecord[]): Promise<ReadonlyMap<string, string>> {
  const texts = await factTexts(store, facts)
  return new Map(facts.map((fact) => [fact.id, String(factRow(fact, texts)['statement'])]))
}
