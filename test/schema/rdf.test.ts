import { Parser, Store } from 'n3'
import { ENTITY_KINDS, ENTITY_KIND_NAMES, MODALITY_NAMES, RELATIONS, RELATION_NAMES, STRENGTH_NAMES } from '../../schema/ontology/index.js'
import { toContext } from '../../schema/to-context.js'
import { toRdf } from '../../schema/to-rdf.js'
import { toShapes } from '../../schema/to-shapes.js'
import { expandIri, factClassOf, NAMESPACE, propertyOf, PREFIXES } from '../../schema/vocabulary.js'

const parse = (turtle: string): Store => new Store(new Parser().parse(turtle))
const rdf = parse(toRdf())
const shapes = parse(toShapes())
const says = (store: Store, subject: string, predicate: string, object: string): boolean => store.countQuads(subject, predicate, object, null) > 0
const labelsOf = (iri: string): readonly string[] => rdf.getObjects(iri, expandIri('rdfs:label'), null).map(({ value }) => value)

describe('the ontology in RDF', () => {
  it.each(ENTITY_KIND_NAMES)('has a class for %s with both labels, under Entity', (kind) => {
    const iri = NAMESPACE + ENTITY_KINDS[kind].typeName
    expect(labelsOf(iri)).toEqual([ENTITY_KINDS[kind].label.zh, ENTITY_KINDS[kind].label.en])
    expect(says(rdf, iri, expandIri('rdfs:subClassOf'), expandIri('pg:Entity'))).toBe(true)
  })

  it.each(RELATION_NAMES)('has a property and a class of facts for %s', (type) => {
    const iri = NAMESPACE + propertyOf(type)
    expect(labelsOf(iri)).toEqual([RELATIONS[type].forward.zh, RELATIONS[type].forward.en])
    expect(says(rdf, iri, expandIri('rdf:type'), expandIri('owl:SymmetricProperty'))).toBe(RELATIONS[type].symmetric)
    expect(says(rdf, NAMESPACE + factClassOf(type), expandIri('rdfs:subClassOf'), expandIri('pg:Fact'))).toBe(true)
  })

  it.each([...STRENGTH_NAMES, ...MODALITY_NAMES])('has a concept for %s', (name) => {
    expect(says(rdf, NAMESPACE + name, expandIri('rdf:type'), expandIri('skos:Concept'))).toBe(true)
  })

  it('lets nothing follow from a relation: none is a subproperty of another', () => {
    expect(rdf.getQuads(null, expandIri('rdfs:subPropertyOf'), null, null)).toEqual([])
  })

  it('names every class of its own that a shape or another class speaks of', () => {
    const used = [...shapes.getObjects(null, expandIri('sh:class'), null), ...shapes.getObjects(null, expandIri('sh:targetClass'), null)].map(({ value }) => value)
    const own = used.filter((iri) => iri.startsWith(NAMESPACE))
    expect(own.length).toBeGreaterThan(20)
    for (const iri of own) expect(says(rdf, iri, expandIri('rdf:type'), expandIri('owl:Class'))).toBe(true)
  })
})

describe('the shapes', () => {
  it.each(ENTITY_KIND_NAMES)('know the subkinds of %s', (kind) => {
    expect(says(shapes, `${NAMESPACE}${ENTITY_KINDS[kind].typeName}Shape`, expandIri('sh:targetClass'), NAMESPACE + ENTITY_KINDS[kind].typeName)).toBe(true)
    const literals = shapes.getQuads(null, expandIri('rdf:first'), null, null).map(({ object }) => object.value)
    for (const subkind of Object.keys(ENTITY_KINDS[kind].subkinds)) expect(literals).toContain(subkind)
  })
})

describe('the context', () => {
  it('sends every term to an IRI of a known vocabulary', () => {
    for (const [term, meaning] of Object.entries(toContext())) {
      const id = typeof meaning === 'string' ? meaning : meaning['@id'] ?? ''
      expect([term, id.startsWith('@') || id.startsWith('http') || Object.keys(PREFIXES).includes(id.split(':')[0] ?? '')]).toEqual([term, true])
    }
  })
})
