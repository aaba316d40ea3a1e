import type { EntityKind, RelationType } from './ontology/index.js'

/**
 * Names of the ontology on the web of data, and what they are likened to elsewhere. Kinds and relations that the tables
 * leave out are published all the same, only without such a likeness; so adding a type stays one edit.
 */

/** A name, not an address: a deployment serves the same terms at `/ontology/policygraph.ttl`. */
export const ONTOLOGY = 'https://policygraph.example/ontology'
export const NAMESPACE = `${ONTOLOGY}#`

export const PREFIXES = {
  pg: NAMESPACE,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  oa: 'http://www.w3.org/ns/oa#',
  prov: 'http://www.w3.org/ns/prov#',
  org: 'http://www.w3.org/ns/org#',
  schema: 'https://schema.org/',
} as const

export type Prefix = keyof typeof PREFIXES
/** A name as `prefix:local`. */
export type CompactIri = `${Prefix}:${string}`

/** The full IRI of a compact one. */
export function expandIri(compact: CompactIri): string {
  const colon = compact.indexOf(':')
  return PREFIXES[compact.slice(0, colon) as Prefix] + compact.slice(colon + 1)
}

/** How close a foreign term is: `sub` when every one of ours is one of theirs, `close` when they differ somewhere, `inverse` when it runs the other way. */
export type Closeness = 'sub' | 'close' | 'inverse'
export type Likeness = readonly (readonly [Closeness, CompactIri])[]

export const KIND_LIKENESS: Readonly<Partial<Record<EntityKind, Likeness>>> = {
  PERSON: [['sub', 'schema:Person'], ['sub', 'prov:Person']],
  COMPANY: [['sub', 'schema:Organization'], ['sub', 'org:Organization'], ['close', 'schema:Corporation']],
  ORGANIZATION: [['sub', 'schema:Organization'], ['sub', 'org:Organization']],
  REGION: [['sub', 'schema:Place'], ['close', 'schema:AdministrativeArea']],
  INITIATIVE: [['sub', 'schema:Thing']],
}

/** By kind, then subkind. */
export const SUBKIND_LIKENESS: Readonly<Partial<Record<EntityKind, Readonly<Record<string, Likeness>>>>> = {
  ORGANIZATION: { government: [['sub', 'schema:GovernmentOrganization'], ['sub', 'org:FormalOrganization']], academic: [['close', 'schema:ResearchOrganization']] },
  REGION: {
    country: [['sub', 'schema:Country']], province: [['sub', 'schema:AdministrativeArea']], city: [['sub', 'schema:AdministrativeArea']],
    county: [['sub', 'schema:AdministrativeArea']], town: [['sub', 'schema:AdministrativeArea']],
  },
  INITIATIVE: {
    EVENT: [['sub', 'schema:Event']], PROJECT: [['sub', 'schema:Project']], PROGRAM: [['close', 'schema:Project']],
    ZONE: [['close', 'schema:Place']], POLICY: [['close', 'schema:Legislation']], DESIGNATION: [['close', 'schema:Certification']],
  },
}

/** None is `sub`: a fact here may be planned, urged or denied, and its ends are wider than the foreign term allows. */
export const RELATION_LIKENESS: Readonly<Partial<Record<RelationType, Likeness>>> = {
  HOLDS_POSITION: [['close', 'org:memberOf'], ['close', 'schema:worksFor']],
  ATTENDED: [['inverse', 'schema:attendee']],
  PROMOTES: [['inverse', 'schema:sponsor']],
  PARTICIPATES_IN: [['close', 'org:memberOf'], ['inverse', 'schema:participant']],
  DESIGNATED: [['close', 'schema:hasCertification']],
  COLLABORATES_WITH: [['close', 'org:linkedTo']],
  INVESTS_IN: [['inverse', 'schema:funder']],
  LOCATED_IN: [['close', 'schema:location'], ['close', 'schema:containedInPlace']],
  PART_OF: [['close', 'org:subOrganizationOf'], ['close', 'schema:isPartOf']],
}

const words = (type: RelationType): readonly string[] => type.toLowerCase().split('_')
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Local name of the property of a relation: `holdsPosition`. */
export const propertyOf = (type: RelationType): string => words(type).map((word, index) => (index === 0 ? word : capital(word))).join('')
/** Local name of the class of the facts of a relation: `HoldsPositionFact`. */
export const factClassOf = (type: RelationType): string => `${words(type).map(capital).join('')}Fact`
/** Local name of the concept of a subkind: `PERSON-official`. */
export const subkindConceptOf = (kind: EntityKind, subkind: string): string => `${kind}-${subkind}`
