import {
  ENTITY_KINDS, ENTITY_KIND_NAMES, MODALITIES, MODALITY_NAMES, RELATIONS, RELATION_NAMES, STRENGTHS, STRENGTH_NAMES, type EndSpec, type EntityKind, type Label,
} from './ontology/index.js'
import { fullIri, iri, listOf, nested, text, Turtle, type Nested, type Said } from './turtle.js'
import {
  factClassOf, KIND_LIKENESS, ONTOLOGY, propertyOf, RELATION_LIKENESS, subkindConceptOf, SUBKIND_LIKENESS, type Closeness, type CompactIri, type Likeness,
} from './vocabulary.js'

/** Ontology → RDFS/OWL in Turtle, with what schema.org and the W3C Organization ontology call the same things. */

const labels = ({ zh, en }: Label): Said => [['rdfs:label', text(zh, 'zh')], ['rdfs:label', text(en, 'en')]]
const doc = (english: string): Said => [['rdfs:comment', text(english, 'en')], ['rdfs:isDefinedBy', fullIri(ONTOLOGY)]]

const CLASS_LINK: Readonly<Record<Closeness, CompactIri>> = { sub: 'rdfs:subClassOf', close: 'skos:closeMatch', inverse: 'skos:relatedMatch' }
/** A concept has no subclass; one that is always theirs matches broadly. */
const CONCEPT_LINK: Readonly<Record<Closeness, CompactIri>> = { sub: 'skos:broadMatch', close: 'skos:closeMatch', inverse: 'skos:relatedMatch' }
/** A fact may be denied, so nothing may follow from it by reasoning: properties match, they are never subproperties. */
const PROPERTY_LINK: Readonly<Record<Closeness, CompactIri>> = { sub: 'skos:broadMatch', close: 'skos:closeMatch', inverse: 'pg:inverseMatch' }

const alike = (likeness: Likeness | undefined, links: Readonly<Record<Closeness, CompactIri>>): Said =>
  (likeness ?? []).map(([closeness, term]) => [links[closeness], iri(term)])

const classOf = (kind: EntityKind): CompactIri => `pg:${ENTITY_KINDS[kind].typeName}`

/** The kinds that may stand at an end, as one class. */
function endClass(ends: readonly EndSpec<EntityKind>[]): ReturnType<typeof iri> | Nested {
  const kinds = [...new Set(ends.map(({ kind }) => kind))]
  const [only, ...more] = kinds
  if (only !== undefined && more.length === 0) return iri(classOf(only))
  return nested(['rdf:type', iri('owl:Class')], ['owl:unionOf', listOf(kinds.map((kind) => iri(classOf(kind))))])
}

interface Term {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly doc: string
  readonly more?: Said
}

const CLASSES: readonly Term[] = [
  { name: 'Entity', zh: '实体', en: 'Entity', doc: 'What mentions in articles refer to.' },
  { name: 'Fact', zh: '事实', en: 'Fact', doc: 'A typed, directed statement between two entities, as articles make it; it may be planned, urged or denied, and is true only as far as its evidence is.', more: [['rdfs:subClassOf', iri('rdf:Statement')]] },
  { name: 'Evidence', zh: '证据', en: 'Evidence', doc: 'The proof of one fact in one article: the exact quote and its place.', more: [['rdfs:subClassOf', iri('oa:Annotation')], ['rdfs:subClassOf', iri('prov:Entity')]] },
  { name: 'Article', zh: '文章', en: 'Article', doc: 'A news article or policy text that was read.', more: [['rdfs:subClassOf', iri('schema:Article')], ['rdfs:subClassOf', iri('prov:Entity')]] },
  { name: 'Reading', zh: '抽取', en: 'Reading', doc: 'The reading of one piece of evidence out of an article, by a version of the program or by a person who added it.', more: [['rdfs:subClassOf', iri('prov:Activity')]] },
  { name: 'Pipeline', zh: '流程', en: 'Pipeline', doc: 'A version of the program.', more: [['rdfs:subClassOf', iri('prov:SoftwareAgent')]] },
  { name: 'Rule', zh: '规则', en: 'Rule', doc: 'The rule that read the evidence, with its version.', more: [['rdfs:subClassOf', iri('prov:Plan')]] },
]

const LITERALS: readonly (Term & { readonly domain: string; readonly range: CompactIri })[] = [
  { name: 'subkind', zh: '细类', en: 'subkind', doc: 'Finer sort within the kind; the notation of a concept of this ontology.', domain: 'Entity', range: 'xsd:string' },
  { name: 'articleCount', zh: '文章数', en: 'article count', doc: 'How many articles name the entity, or prove the fact.', domain: 'Entity', range: 'xsd:integer' },
  { name: 'evidenceCount', zh: '证据数', en: 'evidence count', doc: 'How many pieces of evidence the fact rests on.', domain: 'Fact', range: 'xsd:integer' },
  { name: 'title', zh: '职务', en: 'title', doc: 'The post as written.', domain: 'Fact', range: 'xsd:string' },
  { name: 'firstSeen', zh: '最早见于', en: 'first seen', doc: 'Date of the earliest evidence: of the event told, else of the article.', domain: 'Fact', range: 'xsd:date' },
  { name: 'lastSeen', zh: '最近见于', en: 'last seen', doc: 'Date of the latest evidence.', domain: 'Fact', range: 'xsd:date' },
  { name: 'open', zh: '有据', en: 'open', doc: 'The fact has evidence; a closed one has lost it.', domain: 'Fact', range: 'xsd:boolean' },
  { name: 'closedWhy', zh: '关闭原因', en: 'closed because', doc: 'Why a closed fact was closed.', domain: 'Fact', range: 'xsd:string' },
  { name: 'verdict', zh: '核查结论', en: 'verdict', doc: 'What reviewers make of the fact.', domain: 'Fact', range: 'xsd:string' },
  { name: 'disputed', zh: '有异议', en: 'disputed', doc: 'Somebody concerned says that the fact is wrong, and that is not settled.', domain: 'Fact', range: 'xsd:boolean' },
  { name: 'rawStart', zh: '原文起点', en: 'raw start', doc: 'Start of the quote in the raw text, in UTF-16 code units (oa:start counts characters).', domain: 'Evidence', range: 'xsd:integer' },
  { name: 'rawEnd', zh: '原文终点', en: 'raw end', doc: 'End of the quote in the raw text, in UTF-16 code units, not included.', domain: 'Evidence', range: 'xsd:integer' },
  { name: 'cleanQuote', zh: '修复后的引句', en: 'clean quote', doc: 'The quote after repair of damaged text.', domain: 'Evidence', range: 'xsd:string' },
  { name: 'cue', zh: '线索词', en: 'cue', doc: 'The word that gave the rule its hold.', domain: 'Evidence', range: 'xsd:string' },
  { name: 'eventDate', zh: '事件日期', en: 'event date', doc: 'Date of the event told.', domain: 'Evidence', range: 'xsd:date' },
  { name: 'repair', zh: '修复', en: 'repair', doc: 'A cleaning pass that changed characters within the quote.', domain: 'Evidence', range: 'xsd:string' },
  { name: 'textHash', zh: '原文散列', en: 'text hash', doc: 'SHA-256 of the raw text, hex.', domain: 'Article', range: 'xsd:string' },
  { name: 'synthetic', zh: '示例虚构', en: 'synthetic', doc: 'Invented for the samples.', domain: 'Article', range: 'xsd:boolean' },
  { name: 'backwardLabel', zh: '反向名称', en: 'backward label', doc: 'Name of a relation read from its object.', domain: 'Fact', range: 'rdf:langString' },
]

const LINKS: readonly (Term & { readonly domain: string; readonly range: CompactIri })[] = [
  { name: 'strength', zh: '强度', en: 'strength', doc: 'How firmly the text carries the link.', domain: 'Fact', range: 'skos:Concept' },
  { name: 'modality', zh: '语气', en: 'modality', doc: 'Whether it has happened.', domain: 'Fact', range: 'skos:Concept' },
  { name: 'speaker', zh: '说话者', en: 'speaker', doc: 'The entity that says it.', domain: 'Fact', range: 'pg:Entity' },
  { name: 'evidence', zh: '证据', en: 'evidence', doc: 'What the fact rests on.', domain: 'Fact', range: 'pg:Evidence' },
  { name: 'inverseMatch', zh: '反向近似', en: 'inverse match', doc: 'A foreign property that says something close in the other direction.', domain: 'Entity', range: 'rdf:Property' },
]

/** Terms that stand on several classes, and so have no domain. */
const NO_DOMAIN = new Set(['articleCount', 'title', 'strength', 'modality', 'speaker', 'evidence', 'inverseMatch', 'backwardLabel', 'textHash', 'verdict'])

function concepts(turtle: Turtle, scheme: string, label: Label, members: readonly (readonly [string, Label, string])[]): void {
  turtle.say(iri(`pg:${scheme}`), [['rdf:type', iri('skos:ConceptScheme')], ...labels(label)])
  for (const [name, own, about] of members) {
    turtle.say(iri(`pg:${name}`), [
      ['rdf:type', iri('skos:Concept')], ['skos:inScheme', iri(`pg:${scheme}`)], ['skos:notation', text(name)], ...labels(own), ...doc(about),
    ])
  }
}

function terms(turtle: Turtle): void {
  for (const { name, zh, en, doc: about, more = [] } of CLASSES) turtle.say(iri(`pg:${name}`), [['rdf:type', iri('owl:Class')], ...more, ...labels({ zh, en }), ...doc(about)])
  for (const [type, list] of [['owl:DatatypeProperty', LITERALS], ['owl:ObjectProperty', LINKS]] as const) {
    for (const { name, zh, en, doc: about, domain, range } of list) {
      const on: Said = NO_DOMAIN.has(name) ? [] : [['rdfs:domain', iri(`pg:${domain}`)]]
      const kind = name === 'backwardLabel' || name === 'inverseMatch' ? 'owl:AnnotationProperty' : type
      turtle.say(iri(`pg:${name}`), [['rdf:type', iri(kind)], ...on, ['rdfs:range', iri(range)], ...labels({ zh, en }), ...doc(about)])
    }
  }
}

function kinds(turtle: Turtle): void {
  turtle.say(iri('pg:Subkinds'), [['rdf:type', iri('skos:ConceptScheme')], ...labels({ zh: '细类', en: 'Subkinds' })])
  for (const kind of ENTITY_KIND_NAMES) {
    const spec = ENTITY_KINDS[kind]
    turtle.say(iri(classOf(kind)), [['rdf:type', iri('owl:Class')], ['rdfs:subClassOf', iri('pg:Entity')], ...alike(KIND_LIKENESS[kind], CLASS_LINK), ['skos:notation', text(kind)], ...labels(spec.label), ...doc(spec.doc)])
    for (const [subkind, label] of Object.entries<Label>(spec.subkinds)) {
      turtle.say(iri(`pg:${subkindConceptOf(kind, subkind)}`), [
        ['rdf:type', iri('skos:Concept')], ['skos:inScheme', iri('pg:Subkinds')], ['skos:notation', text(subkind)], ['rdfs:seeAlso', iri(classOf(kind))],
        ...alike(SUBKIND_LIKENESS[kind]?.[subkind], CONCEPT_LINK), ...labels(label),
      ])
    }
  }
}

function relations(turtle: Turtle): void {
  for (const type of RELATION_NAMES) {
    const spec = RELATIONS[type]
    const symmetric: Said = spec.symmetric ? [['rdf:type', iri('owl:SymmetricProperty')]] : []
    turtle.say(iri(`pg:${propertyOf(type)}`), [
      ['rdf:type', iri('owl:ObjectProperty')], ...symmetric, ['rdfs:domain', endClass(spec.subject)], ['rdfs:range', endClass(spec.object)],
      ...alike(RELATION_LIKENESS[type], PROPERTY_LINK), ['skos:notation', text(type)], ...labels(spec.forward),
      ['pg:backwardLabel', text(spec.backward.zh, 'zh')], ['pg:backwardLabel', text(spec.backward.en, 'en')], ...doc(spec.doc),
    ])
    turtle.say(iri(`pg:${factClassOf(type)}`), [
      ['rdf:type', iri('owl:Class')], ['rdfs:subClassOf', iri('pg:Fact')], ...labels({ zh: `事实：${spec.forward.zh}`, en: `Fact: ${spec.forward.en}` }), ['rdfs:isDefinedBy', fullIri(ONTOLOGY)],
    ])
  }
}

/** The ontology in Turtle. */
export function toRdf(): string {
  const turtle = new Turtle(['pg', 'rdf', 'rdfs', 'owl', 'xsd', 'skos', 'oa', 'prov', 'org', 'schema'])
  turtle.say(fullIri(ONTOLOGY), [['rdf:type', iri('owl:Ontology')], ...labels({ zh: 'PolicyGraph 本体', en: 'PolicyGraph ontology' })])
  terms(turtle)
  kinds(turtle)
  relations(turtle)
  concepts(turtle, 'Strengths', { zh: '强度', en: 'Strengths' }, STRENGTH_NAMES.map((name) => [name, STRENGTHS[name].label, STRENGTHS[name].doc]))
  concepts(turtle, 'Modalities', { zh: '语气', en: 'Modalities' }, MODALITY_NAMES.map((name) => [name, MODALITIES[name].label, MODALITIES[name].doc]))
  return turtle.end()
}
