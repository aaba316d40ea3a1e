import { ENTITY_KINDS, type EntityKind } from './entities.js'
import { RELATIONS, type RelationType } from './relations.js'
import { MODALITIES, STRENGTHS, type Modality, type Strength } from './scales.js'
import type { EndSpec } from './spec.js'

export { ENTITY_KINDS, RELATIONS, MODALITIES, STRENGTHS }
export type { EntityKind, RelationType, Modality, Strength }
export type { EndSpec, EntityKindSpec, Label, RelationSpec } from './spec.js'

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] => Object.keys(table) as K[]

export const ENTITY_KIND_NAMES: readonly EntityKind[] = keysOf(ENTITY_KINDS)
export const RELATION_NAMES: readonly RelationType[] = keysOf(RELATIONS)
/** Relation types that a rule may emit; the derived ones are left out. */
export const STATED_RELATION_NAMES: readonly RelationType[] = RELATION_NAMES.filter((type) => !RELATIONS[type].derived)
/** Strongest first. */
export const STRENGTH_NAMES: readonly Strength[] = keysOf(STRENGTHS)
/** The one that wins first. */
export const MODALITY_NAMES: readonly Modality[] = keysOf(MODALITIES)

/** What an end is checked against. */
export interface KindAndSubkind {
  readonly kind: EntityKind
  readonly subkind?: string | undefined
}

const fits = (end: EndSpec, entity: KindAndSubkind): boolean =>
  end.kind === entity.kind && (end.subkinds === undefined || (entity.subkind !== undefined && end.subkinds.includes(entity.subkind)))

/** True when the ontology lets `subject` stand in `type` to `object`. PART_OF also demands one kind at both ends. */
export function isAllowed(type: RelationType, subject: KindAndSubkind, object: KindAndSubkind): boolean {
  const spec = RELATIONS[type]
  if (type === 'PART_OF' && subject.kind !== object.kind) return false
  return spec.subject.some((end) => fits(end, subject)) && spec.object.some((end) => fits(end, object))
}
