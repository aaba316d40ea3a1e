import { ENTITY_KINDS, ENTITY_KIND_NAMES, MODALITY_NAMES, RELATIONS, RELATION_NAMES, STRENGTH_NAMES, type EndSpec, type EntityKind, type RelationType } from './ontology/index.js'
import { count, iri, listOf, nested, text, Turtle, yes, type Nested, type Said } from './turtle.js'
import { factClassOf, propertyOf, type CompactIri } from './vocabulary.js'

/** Ontology → SHACL shapes that an exported graph (JSON-LD) must fit. */

type Pairs = Said

const property = (path: CompactIri, ...more: Pairs): readonly [CompactIri, Nested] => ['sh:property', nested(['sh:path', iri(path)], ...more)]
const one: Pairs = [['sh:minCount', count(1)], ['sh:maxCount', count(1)]]
const atMostOne: Pairs = [['sh:maxCount', count(1)]]
const string: Pairs = [['sh:datatype', iri('xsd:string')]]
const some: Pairs = [['sh:minCount', count(1)]]
const inWords = (names: readonly string[]): Pairs => [['sh:in', listOf(names.map((name) => iri(`pg:${name}`)))]]
const whole: Pairs = [['sh:datatype', iri('xsd:integer')], ['sh:minInclusive', count(0)]]
const ofClass = (name: CompactIri): Pairs => [['sh:class', iri(name)]]

const classOf = (kind: EntityKind): CompactIri => `pg:${ENTITY_KINDS[kind].typeName}`

/** One end of a relation: of the kind, and of one of the subkinds where the ontology narrows it. */
function endShape({ kind, subkinds }: EndSpec<EntityKind>): Nested {
  const narrowed: Pairs = subkinds === undefined ? [] : [property('pg:subkind', ['sh:in', listOf(subkinds.map((name) => text(name)))], ...some)]
  return nested(...ofClass(classOf(kind)), ...narrowed)
}

const endOf = (path: CompactIri, ends: readonly EndSpec<EntityKind>[]): readonly [CompactIri, Nested] => property(path, ...one, ['sh:or', listOf(ends.map(endShape))])

/** PART_OF joins two of one kind. */
function sameKind(type: RelationType): Pairs {
  if (type !== 'PART_OF') return []
  const both = (kind: EntityKind): Nested => nested(property('rdf:subject', ...ofClass(classOf(kind))), property('rdf:object', ...ofClass(classOf(kind))))
  return [['sh:or', listOf(RELATIONS[type].subject.map(({ kind }) => both(kind)))]]
}

function shape(turtle: Turtle, name: string, target: CompactIri, said: Said): void {
  turtle.say(iri(`pg:${name}`), [['rdf:type', iri('sh:NodeShape')], ['sh:targetClass', iri(target)], ...said])
}

function entities(turtle: Turtle): void {
  shape(turtle, 'EntityShape', 'pg:Entity', [
    property('dcterms:identifier', ...one, ['sh:pattern', text('^[a-z]_[0-9a-f]{16}$')]),
    property('schema:name', ...one, ...string, ['sh:minLength', count(1)]),
    property('schema:alternateName', ...string),
    property('pg:articleCount', ...one, ...whole),
  ])
  for (const kind of ENTITY_KIND_NAMES) {
    const subkinds = Object.keys(ENTITY_KINDS[kind].subkinds)
    const known: Pairs = subkinds.length === 0 ? [['sh:maxCount', count(0)]] : [...atMostOne, ['sh:in', listOf(subkinds.map((name) => text(name)))]]
    shape(turtle, `${ENTITY_KINDS[kind].typeName}Shape`, classOf(kind), [['sh:class', iri('pg:Entity')], property('pg:subkind', ...known)])
  }
}

function facts(turtle: Turtle): void {
  const rests = nested(property('pg:evidence', ...some, ...ofClass('pg:Evidence')))
  const closed = nested(property('pg:open', ['sh:hasValue', yes(false)]))
  shape(turtle, 'FactShape', 'pg:Fact', [
    property('rdf:subject', ...one, ...ofClass('pg:Entity')),
    property('rdf:predicate', ...one, ...inWords(RELATION_NAMES.map(propertyOf))),
    property('rdf:object', ...one, ...ofClass('pg:Entity')),
    property('pg:strength', ...one, ...inWords(STRENGTH_NAMES.filter((name) => name !== 'CHAIN'))),
    property('pg:modality', ...one, ...inWords(MODALITY_NAMES)),
    property('pg:speaker', ...atMostOne, ...ofClass('pg:Entity')),
    property('pg:evidenceCount', ...one, ...whole),
    // No fact without evidence; one that lost it says so.
    ['sh:or', listOf([rests, closed])],
  ])
  for (const type of RELATION_NAMES) {
    const spec = RELATIONS[type]
    shape(turtle, `${factClassOf(type)}Shape`, `pg:${factClassOf(type)}`, [
      ['sh:class', iri('pg:Fact')],
      property('rdf:predicate', ['sh:hasValue', iri(`pg:${propertyOf(type)}`)]),
      endOf('rdf:subject', spec.subject),
      endOf('rdf:object', spec.object),
      ...sameKind(type),
    ])
  }
}

function evidence(turtle: Turtle): void {
  const position = nested(...ofClass('oa:TextPositionSelector'), property('oa:start', ...one), property('oa:end', ...one))
  const quote = nested(...ofClass('oa:TextQuoteSelector'), property('oa:exact', ...one, ...string, ['sh:minLength', count(1)]))
  const selectors = (kind: Nested): readonly [CompactIri, Nested] =>
    property('oa:hasSelector', ['sh:qualifiedValueShape', kind], ['sh:qualifiedMinCount', count(1)], ['sh:qualifiedMaxCount', count(1)])
  shape(turtle, 'EvidenceShape', 'pg:Evidence', [
    ['sh:class', iri('oa:Annotation')],
    property('oa:hasBody', ...one, ...ofClass('pg:Fact')),
    property('oa:hasTarget', ...one, ['sh:node', nested(property('oa:hasSource', ...one, ...ofClass('pg:Article')), selectors(position), selectors(quote))]),
    property('prov:wasQuotedFrom', ...one, ...ofClass('pg:Article')),
    property('prov:wasGeneratedBy', ...one, ...ofClass('pg:Reading')),
    property('pg:strength', ...one, ...inWords(STRENGTH_NAMES.filter((name) => name !== 'CHAIN'))),
    property('pg:modality', ...one, ...inWords(MODALITY_NAMES)),
    property('pg:textHash', ...one, ['sh:pattern', text('^[0-9a-f]{64}$')]),
    property('pg:rawStart', ...one, ...whole, ['sh:lessThan', iri('pg:rawEnd')]),
    property('pg:rawEnd', ...one, ...whole),
  ])
  shape(turtle, 'ReadingShape', 'pg:Reading', [
    property('prov:used', ...one, ...ofClass('pg:Article')),
    property('prov:wasAssociatedWith', ...one, ...ofClass('prov:Agent')),
    property('prov:qualifiedAssociation', ...one, ['sh:node', nested(property('prov:agent', ...one), property('prov:hadPlan', ...one, ...ofClass('pg:Rule')))]),
  ])
  shape(turtle, 'ArticleShape', 'pg:Article', [
    property('dcterms:identifier', ...one, ...string),
    property('schema:headline', ...one, ...string),
    property('schema:datePublished', ...atMostOne, ['sh:datatype', iri('xsd:date')]),
    property('pg:textHash', ...one, ['sh:pattern', text('^[0-9a-f]{64}$')]),
    property('pg:synthetic', ...one, ['sh:datatype', iri('xsd:boolean')]),
  ])
}

/** The shapes in Turtle. */
export function toShapes(): string {
  const turtle = new Turtle(['pg', 'rdf', 'xsd', 'sh', 'dcterms', 'oa', 'prov', 'schema'])
  entities(turtle)
  facts(turtle)
  evidence(turtle)
  return turtle.end()
}
