import { ENTITY_KINDS, type EntityKind } from '../../schema/ontology/index.js'
import { PolicyGraphError } from '../core/errors.js'
import type { EntityRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { pinyinKey, pinyinPart, pinyinRank } from '../store/pinyin.js'
import { bigramsOf, normaliseForSearch, wholeForm } from '../store/search-text.js'
import { bestMatches, nearestByName } from './names.js'
import { toEntity } from './rows.js'

/** From what somebody typed to the one entity they mean. */

/** UTF-16 code units. */
export const MAX_NAME_LENGTH = 200
const MAX_CANDIDATES = 20
const SEARCH_ROWS = 200
const NEAREST = 5
const ENTITY_ID = /^[a-z]_[0-9a-f]{16}$/

export interface ResolveOptions {
  /** Only entities of these kinds count; all kinds when absent or empty. */
  readonly kinds?: readonly EntityKind[] | undefined
  /** Named in the error, so that a caller with two names knows which one failed. */
  readonly argument?: string | undefined
}

/** What an error says of an entity. */
interface Candidate {
  readonly id: string
  readonly name: string
  readonly kind: EntityKind
  readonly subkind: string
  readonly articleCount: number
}

const candidateOf = ({ id, name, kind, subkind, articleCount }: EntityRecord): Candidate => ({ id, name, kind, subkind, articleCount })

/** Throws BAD_INPUT for a text that is empty once normalised, or too long to be a name. */
export function checkName(text: string, argument = 'name'): string {
  if (text.length > MAX_NAME_LENGTH) {
    throw new PolicyGraphError('BAD_INPUT', `名称不得超过 ${MAX_NAME_LENGTH} 字 · a name has at most ${MAX_NAME_LENGTH} characters`, { details: { argument, length: text.length } })
  }
  if (normaliseForSearch(text) === '') {
    throw new PolicyGraphError('BAD_INPUT', '名称不能为空 · a name must not be empty', { details: { argument } })
  }
  return text.trim()
}

export async function entityById(store: GraphStore, id: string): Promise<EntityRecord | undefined> {
  const [row] = await store.read('entity-by-ids', { ids: [id] })
  return row === undefined ? undefined : toEntity(row)
}

/** Entities whose name or alias begins with the pinyin or initials that somebody typed. */
async function soundingAlike(store: GraphStore, wanted: string, kinds: readonly EntityKind[]): Promise<readonly EntityRecord[]> {
  const key = pinyinKey(wanted)
  if (key === '') return []
  const rows = await store.read('entities-by-pinyin', { key, part: pinyinPart(key), kinds: [...kinds], limit: NEAREST })
  return rows.map(toEntity).filter(({ name, aliases }) => pinyinRank(key, [name, ...aliases]) !== undefined)
}

async function notFound(store: GraphStore, wanted: string, kinds: readonly EntityKind[], argument: string): Promise<PolicyGraphError> {
  const rows = await store.read('entities-near', { bigrams: [...bigramsOf(wanted)], kinds: [...kinds], limit: SEARCH_ROWS })
  const near = [...(await soundingAlike(store, wanted, kinds)), ...nearestByName(wanted, rows.map(toEntity), NEAREST)]
  const nearest = [...new Map(near.map((entity) => [entity.id, entity])).values()].slice(0, NEAREST).map(candidateOf)
  const hint = nearest.length === 0 ? '' : `；相近的有：${nearest.map(({ name }) => name).join('、')}`
  return new PolicyGraphError('NOT_FOUND', `图中没有“${wanted}”${hint} · nothing in the graph is called “${wanted}”`, { details: { argument, name: wanted, nearest } })
}

/** The entities of the best tier, most named first. Whole names are by far the most frequent, and the quickest to find. */
async function matching(store: GraphStore, wanted: string, kinds: readonly EntityKind[]): Promise<readonly EntityRecord[]> {
  const form = normaliseForSearch(wanted)
  const whole = (await store.read('entities-by-forms', { forms: [wholeForm(form)] })).map(toEntity).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  if (whole.length > 0) return bestMatches(wanted, whole)
  const rows = await store.read('entities-by-search', { text: form, kinds: [...kinds], limit: SEARCH_ROWS })
  return bestMatches(wanted, rows.map(toEntity))
}

/**
 * The entity that an id or a name stands for. An exact name beats an exact alias, that beats a beginning, that beats a
 * part within; one entity on the best tier is the answer. Throws BAD_INPUT, NOT_FOUND (`details.nearest`) or
 * AMBIGUOUS_NAME (`details.candidates`, most named first).
 */
export async function resolveName(store: GraphStore, nameOrId: string, options: ResolveOptions = {}): Promise<EntityRecord> {
  const argument = options.argument ?? 'name'
  const kinds = options.kinds ?? []
  const wanted = checkName(nameOrId, argument)
  if (ENTITY_ID.test(wanted)) {
    const entity = await entityById(store, wanted)
    if (entity !== undefined && kinds.length > 0 && !kinds.includes(entity.kind)) {
      const labels = kinds.map((kind) => ENTITY_KINDS[kind].label)
      throw new PolicyGraphError(
        'BAD_INPUT',
        `“${entity.name}”不是${labels.map(({ zh }) => zh).join('或')} · ${entity.name} is not a ${labels.map(({ en }) => en.toLowerCase()).join(' or ')}`,
        { details: { argument, entity: candidateOf(entity) } },
      )
    }
    if (entity !== undefined) return entity
  }
  const matches = await matching(store, wanted, kinds)
  const [winner, ...others] = matches
  if (winner === undefined) throw await notFound(store, wanted, kinds, argument)
  if (others.length === 0) return winner
  throw new PolicyGraphError('AMBIGUOUS_NAME', `“${wanted}”可指 ${matches.length} 个实体，请写全名或用 id · “${wanted}” fits ${matches.length} entities; give the full name or an id`, {
    details: { argument, name: wanted, candidates: matches.slice(0, MAX_CANDIDATES).map(candidateOf) },
  })
}
