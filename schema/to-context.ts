import { RELATION_NAMES } from './ontology/index.js'
import { NAMESPACE, PREFIXES, propertyOf, type CompactIri } from './vocabulary.js'

/** Ontology → JSON-LD context of exported graphs. Evidence reads as a Web Annotation, its making as PROV. */

type Term = string | Readonly<Record<string, string>>

const link = (id: CompactIri): Term => ({ '@id': id, '@type': '@id' })
const word = (id: CompactIri): Term => ({ '@id': id, '@type': '@vocab' })
const typed = (id: CompactIri, type: CompactIri): Term => ({ '@id': id, '@type': type })
const date = (id: CompactIri): Term => typed(id, 'xsd:date')

const TERMS: Readonly<Record<string, Term>> = {
  id: '@id',
  type: '@type',
  // Entities
  identifier: 'dcterms:identifier',
  name: 'schema:name',
  alternateName: 'schema:alternateName',
  // Facts
  subject: link('rdf:subject'),
  predicate: word('rdf:predicate'),
  object: link('rdf:object'),
  strength: word('pg:strength'),
  modality: word('pg:modality'),
  speaker: link('pg:speaker'),
  firstSeen: date('pg:firstSeen'),
  lastSeen: date('pg:lastSeen'),
  evidence: link('pg:evidence'),
  // Evidence: the words of the Web Annotation vocabulary
  body: link('oa:hasBody'),
  target: link('oa:hasTarget'),
  motivation: word('oa:motivatedBy'),
  source: link('oa:hasSource'),
  selector: link('oa:hasSelector'),
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: typed('oa:start', 'xsd:nonNegativeInteger'),
  end: typed('oa:end', 'xsd:nonNegativeInteger'),
  Annotation: 'oa:Annotation',
  SpecificResource: 'oa:SpecificResource',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  linking: 'oa:linking',
  eventDate: date('pg:eventDate'),
  // How it was made
  wasQuotedFrom: link('prov:wasQuotedFrom'),
  wasGeneratedBy: link('prov:wasGeneratedBy'),
  used: link('prov:used'),
  wasAssociatedWith: link('prov:wasAssociatedWith'),
  qualifiedAssociation: link('prov:qualifiedAssociation'),
  agent: link('prov:agent'),
  hadPlan: link('prov:hadPlan'),
  // Articles
  headline: 'schema:headline',
  datePublished: date('schema:datePublished'),
  author: 'schema:author',
  publisher: 'schema:publisher',
  url: link('schema:url'),
  label: 'rdfs:label',
}

/** The value of `@context`: plain names are terms of this ontology, the rest stand in the table. */
export const toContext = (): Readonly<Record<string, Term>> => ({
  '@vocab': NAMESPACE,
  ...PREFIXES,
  ...TERMS,
  ...Object.fromEntries(RELATION_NAMES.map((type) => [propertyOf(type), link(`pg:${propertyOf(type)}`)])),
})
