import type { EntityKind } from '../../schema/ontology/index.js'
import { isPolicyGraphError } from '../core/errors.js'
import type { EntityRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { normaliseForSearch, wholeForm } from '../store/search-text.js'
import { groupBy } from './group-by.js'
import { bestMatches } from './names.js'
import { checkName, resolveName } from './resolve-name.js'
import { entitiesByIds } from './lookups.js'
import { text, toEntity } from './rows.js'

/** Names of a question for which a name that fits several or none is an answer, not an error. */

/** What a name stands for: one entity, or why not. */
export type Resolution =
  | { readonly name: string; readonly outcome: 'FOUND'; readonly entity: EntityRecord; readonly candidates: readonly EntityRecord[] }
  | { readonly name: string; readonly outcome: 'AMBIGUOUS_NAME' | 'NOT_FOUND'; readonly entity?: undefined; readonly candidates: readonly EntityRecord[] }

const idsIn = (list: unknown): readonly string[] => (Array.isArray(list) ? list : []).flatMap((item: unknown) =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : [])

const found = (name: string, entity: EntityRecord): Resolution => ({ name, outcome: 'FOUND', entity, candidates: [] })

/**
 * The entity that a name or id stands for, as `resolveName` finds it. `candidates` are those that an ambiguous name fits, most
 * named first, or the nearest names of an unknown one. Throws BAD_INPUT for a text that is no name.
 */
export async function resolveEnd(store: GraphStore, name: string, argument: string, kinds: readonly EntityKind[] = []): Promise<Resolution> {
  try {
    return found(name, await resolveName(store, name, { argument, kinds }))
  } catch (error) {
    if (!isPolicyGraphError(error) || (error.code !== 'AMBIGUOUS_NAME' && error.code !== 'NOT_FOUND')) throw error
    const ids = idsIn(error.details[error.code === 'NOT_FOUND' ? 'nearest' : 'candidates'])
    const entities = ids.length === 0 ? new Map<string, EntityRecord>() : await entitiesByIds(store, ids)
    return { name, outcome: error.code, candidates: ids.flatMap((id) => entities.get(id) ?? []) }
  }
}

/**
 * Many names at once, in their order: two store calls for all names that are written in full, and up to three more for each
 * that is not. Throws BAD_INPUT for a text that is no name.
 */
export async function resolveEnds(store: GraphStore, names: readonly string[], argument: string): Promise<readonly Resolution[]> {
  const wanted = names.map((name) => checkName(name, argument))
  if (wanted.length === 0) return []
  const forms = new Map(wanted.map((name) => [name, wholeForm(normaliseForSearch(name))]))
  const [byId, rows] = await Promise.all([entitiesByIds(store, wanted), store.read('entities-by-forms', { forms: [...new Set(forms.values())] })])
  const byForm = groupBy(rows, (row) => text(row, 'form'))
  return Promise.all(wanted.map(async (name): Promise<Resolution> => {
    const same = byId.get(name)
    if (same !== undefined) return found(name, same)
    const [only, ...others] = bestMatches(name, (byForm.get(forms.get(name) ?? '') ?? []).map(toEntity))
    return only !== undefined && others.length === 0 ? found(name, only) : resolveEnd(store, name, argument)
  }))
}
