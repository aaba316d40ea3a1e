import {
  ENTITY_KINDS, ENTITY_KIND_NAMES, MODALITIES, MODALITY_NAMES, RELATIONS, RELATION_NAMES, STRENGTHS, STRENGTH_NAMES, type EndSpec, type Label,
} from '../../../schema/ontology/index.js'

const kindsOf = (ends: readonly EndSpec[]): readonly string[] => [...new Set(ends.map(({ kind }) => kind))]

const subkinds = (table: Readonly<Record<string, Label>>): readonly { readonly name: string; readonly label: Label }[] =>
  Object.entries(table).map(([name, label]) => ({ name, label }))

/** The table of types, straight from schema/ontology. */
export const Ontology = {
  kinds: () => ENTITY_KIND_NAMES.map((kind) => ({ ...ENTITY_KINDS[kind], kind, subkinds: subkinds(ENTITY_KINDS[kind].subkinds) })),
  relations: () => RELATION_NAMES.map((type) => ({ ...RELATIONS[type], type, subjectKinds: kindsOf(RELATIONS[type].subject), objectKinds: kindsOf(RELATIONS[type].object) })),
  strengths: () => STRENGTH_NAMES.map((strength) => ({ ...STRENGTHS[strength], strength })),
  modalities: () => MODALITY_NAMES.map((modality) => ({ ...MODALITIES[modality], modality })),
}
