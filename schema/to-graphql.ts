import {
  ENTITY_KINDS, ENTITY_KIND_NAMES, MODALITIES, MODALITY_NAMES, RELATIONS, RELATION_NAMES, STRENGTHS, STRENGTH_NAMES, type Label,
} from './ontology/index.js'

/** Ontology → the part of the SDL that follows from it: enums, the interface Entity and one object type per kind. */

interface EnumValue {
  readonly name: string
  readonly doc: string
}

const describe = (label: Label, doc: string): string => `${label.zh} · ${label.en}. ${doc}`

/** A description as a GraphQL string; JSON quoting is legal GraphQL. */
const quoted = (text: string): string => JSON.stringify(text)

const enumOf = (name: string, doc: string, values: readonly EnumValue[]): string =>
  [quoted(doc), `enum ${name} {`, ...values.flatMap((value) => [`  ${quoted(value.doc)}`, `  ${value.name}`]), '}'].join('\n')

const ENTITY_FIELDS: readonly string[] = [
  '"Stable id; the same on every machine." id: ID!',
  'kind: EntityKind!',
  '"Finer sort within the kind, or empty." subkind: String!',
  '"The fullest form found." name: String!',
  '"Other forms found, sorted." aliases: [String!]!',
  '"How many articles name it." articleCount: Int!',
]

const block = (head: string, doc: string, fields: readonly string[]): string =>
  [quoted(doc), `${head} {`, ...fields.map((field) => `  ${field}`), '}'].join('\n')

/**
 * SDL of enums and entities. `moreFields` are further lines for the interface and each of its types
 * (`facts(first: Int): FactConnection!`), whose types the caller defines.
 */
export function toGraphql(moreFields: readonly string[] = []): string {
  const fields = [...ENTITY_FIELDS, ...moreFields]
  return [
    enumOf('EntityKind', 'Kinds of entity.', ENTITY_KIND_NAMES.map((name) => ({ name, doc: describe(ENTITY_KINDS[name].label, ENTITY_KINDS[name].doc) }))),
    enumOf('RelationType', 'Types of relation, read from subject to object.', RELATION_NAMES.map((name) => ({ name, doc: describe(RELATIONS[name].forward, RELATIONS[name].doc) }))),
    enumOf('LinkStrength', 'How firmly the text carries a link, strongest first.', STRENGTH_NAMES.map((name) => ({ name, doc: describe(STRENGTHS[name].label, STRENGTHS[name].doc) }))),
    enumOf('Modality', 'Whether it has happened.', MODALITY_NAMES.map((name) => ({ name, doc: describe(MODALITIES[name].label, MODALITIES[name].doc) }))),
    block('interface Entity', 'Anything that a relation may join.', fields),
    ...ENTITY_KIND_NAMES.map((kind) => {
      const spec = ENTITY_KINDS[kind]
      return block(`type ${spec.typeName} implements Entity`, describe(spec.label, spec.doc), fields)
    }),
  ].join('\n\n') + '\n'
}
