import { RELATIONS, type EntityKind, type RelationType } from '../../schema/ontology/index.js'
import { factId } from '../core/ids.js'
import { byCodeUnit, foldEntity } from './fold.js'
import type { StoreRow } from './port.js'

/**
 * Reference → entity. What articles say is kept under the ids that extraction gave (references); who they are is a map. These
 * functions lay the map over the rows, and take it off again. Pure.
 */

const text = (row: StoreRow, column: string): string => String(row[column])
const list = (value: StoreRow[string] | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Id that a reference goes by. */
export type Canon = (reference: string) => string

/** What one article says of one reference. */
export interface Part {
  readonly ref: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly key: string
  readonly kind: string
  readonly subkind: string
  readonly count: number
  /** JSON of Mention[]. */
  readonly mentions: string
}

/** A part in its article. */
export interface PlacedPart {
  readonly articleId: string
  readonly part: Part
}

/** The parts of a MENTIONED_IN row; one that an older version wrote has neither `refs` nor `parts` and is its own entity's. */
export function partsOf(row: StoreRow): readonly Part[] {
  if (row['parts'] !== '' && row['parts'] !== null) return JSON.parse(text(row, 'parts')) as readonly Part[]
  const [ref = text(row, 'entityId')] = list(row['refs'])
  return [{
    ref, name: text(row, 'name'), aliases: list(row['aliases']), key: text(row, 'key'), kind: text(row, 'kind'), subkind: text(row, 'subkind'),
    count: Number(row['count']), mentions: text(row, 'mentions'),
  }]
}

interface Placed {
  readonly raw: { readonly start: number; readonly end: number }
}

/** One row for an entity in an article, of one or several references. */
function mentionRow(entityId: string, articleId: string, parts: readonly Part[]): StoreRow {
  const [only] = parts
  if (only !== undefined && parts.length === 1) {
    const { ref, ...said } = only
    return { entityId, articleId, ...said, refs: [ref], parts: '' }
  }
  const sorted = [...parts].sort((a, b) => byCodeUnit(a.ref, b.ref))
  const fold = foldEntity(sorted.map(({ name, aliases, key, kind, subkind }) => ({ name, aliases, key, kind: kind as EntityKind, subkind, articles: 1 })))
  const mentions = sorted.flatMap((part) => JSON.parse(part.mentions) as readonly Placed[]).sort((a, b) => a.raw.start - b.raw.start || a.raw.end - b.raw.end)
  return {
    entityId, articleId, name: fold?.name ?? '', aliases: fold?.aliases ?? [], key: fold?.key ?? '', kind: fold?.kind ?? '', subkind: fold?.subkind ?? '',
    count: sorted.reduce((sum, part) => sum + part.count, 0), mentions: JSON.stringify(mentions), refs: sorted.map((part) => part.ref), parts: JSON.stringify(sorted),
  }
}

/** MENTIONED_IN rows of parts: one for each entity and article. */
export function homeMentions(parts: readonly PlacedPart[], canon: Canon): readonly StoreRow[] {
  const groups = new Map<string, { readonly entityId: string; readonly articleId: string; readonly parts: Part[] }>()
  for (const { articleId, part } of parts) {
    const entityId = canon(part.ref)
    const key = `${entityId} ${articleId}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { entityId, articleId, parts: [part] })
    else group.parts.push(part)
  }
  return [...groups.values()].map((group) => mentionRow(group.entityId, group.articleId, group.parts))
}

/** The fact that a base fact belongs to, and its ends. */
export function homeFact(base: StoreRow, canon: Canon): { readonly factId: string; readonly subjectId: string; readonly objectId: string } {
  const [subjectRef, objectRef, type] = [text(base, 'subjectRef'), text(base, 'objectRef'), text(base, 'type') as RelationType]
  const [subject, object] = [canon(subjectRef), canon(objectRef)]
  if (subject === subjectRef && object === objectRef) return { factId: text(base, 'baseId'), subjectId: subject, objectId: object }
  const [subjectId, objectId] = RELATIONS[type].symmetric && subject > object ? [object, subject] : [subject, object]
  return { factId: factId(type, subjectId, objectId, text(base, 'title')), subjectId, objectId }
}

/** Evidence under the fact and entities that its references go by. */
export function homeEvidence<Row extends StoreRow>(row: Row, canon: Canon): Row & { readonly factId: string } {
  return { ...row, ...homeFact(row, canon), speakerId: text(row, 'speakerRef') === '' ? '' : canon(text(row, 'speakerRef')) }
}
