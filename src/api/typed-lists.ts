import { ENTITY_KINDS, ENTITY_KIND_NAMES, type EntityKind } from '../../schema/ontology/index.js'

/** One list per kind of entity (persons, companies …), made from the ontology. */

const pluralOf = (typeName: string): string => {
  const name = `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}`
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`
}

/** Field of Query by kind: `companies` for COMPANY. */
export const LIST_FIELDS: Readonly<Record<EntityKind, string>> = Object.fromEntries(
  ENTITY_KIND_NAMES.map((kind) => [kind, pluralOf(ENTITY_KINDS[kind].typeName)]),
) as Record<EntityKind, string>

/** SDL of the list fields with their connection types. */
export function typedListsSdl(): string {
  const types = ENTITY_KIND_NAMES.map((kind) => {
    const { typeName, label } = ENTITY_KINDS[kind]
    return `"${label.zh}的一页 · A page of ${LIST_FIELDS[kind]}."
type ${typeName}Connection {
  edges: [${typeName}Edge!]!
  nodes: [${typeName}!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type ${typeName}Edge {
  cursor: String!
  node: ${typeName}!
}`
  })
  const fields = ENTITY_KIND_NAMES.map((kind) => {
    const { typeName, label } = ENTITY_KINDS[kind]
    return `  "${label.zh}，见于文章多者在前；name 为名称的任意部分 · ${typeName} list, those in most articles first; name is any part of a name."
  ${LIST_FIELDS[kind]}(subkinds: [String!], name: String, first: Int, after: String): ${typeName}Connection!`
  })
  return [...types, `extend type Query {\n${fields.join('\n')}\n}`].join('\n\n')
}
