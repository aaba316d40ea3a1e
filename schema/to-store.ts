import { ENTITY_KINDS, ENTITY_KIND_NAMES, RELATIONS, RELATION_NAMES, type EntityKind } from './ontology/index.js'

/** Ontology → neutral store schema. Each adapter turns it into its own tables, constraints and indexes. */

export type ColumnType = 'string' | 'int' | 'float' | 'boolean' | 'string[]'

export interface Column {
  readonly name: string
  readonly type: ColumnType
}

/** `range` serves equality and order, `text` serves CONTAINS. A store without such an index may scan. */
export interface IndexSpec {
  readonly kind: 'range' | 'text'
  readonly columns: readonly string[]
}

export interface NodeTable {
  readonly name: string
  readonly doc: string
  /** Unique column. */
  readonly key: string
  readonly columns: readonly Column[]
  readonly indexes: readonly IndexSpec[]
}

export interface EdgeTable {
  readonly name: string
  readonly doc: string
  readonly from: string
  readonly to: string
  readonly columns: readonly Column[]
}

export interface StoreSchema {
  readonly nodes: readonly NodeTable[]
  readonly edges: readonly EdgeTable[]
  /** Second label of an entity node in stores whose nodes may have several. */
  readonly kindLabels: Readonly<Record<EntityKind, string>>
}

/** A name that may be spliced into a statement. */
export const LEGAL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Columns from `name` (string) or `name:type`, separated by blanks. */
const columns = (list: string): readonly Column[] =>
  list.split(/\s+/).filter((item) => item !== '').map((item) => {
    const [name = '', type = 'string'] = item.split(':')
    return { name, type: type as ColumnType }
  })

const ENTITY: NodeTable = {
  name: 'Entity',
  doc: 'What mentions refer to; the fold of its MENTIONED_IN edges.',
  key: 'id',
  columns: columns('id kind subkind name key aliases:string[] articleCount:int searchText pinyinText'),
  indexes: [{ kind: 'text', columns: ['searchText'] }, { kind: 'text', columns: ['pinyinText'] }, { kind: 'range', columns: ['articleCount'] }],
}

const ARTICLE: NodeTable = {
  name: 'Article',
  doc: 'One article, raw and clean, with all that is needed to map a span back; `repairs` is JSON. What a retracted article said is `withheld` (JSON), else \'\'.',
  key: 'id',
  columns: columns('id title date source url byline:string[] homeId rawText cleanText textHash offsets repairs synthetic:boolean pipeline retracted:boolean withheld'),
  indexes: [{ kind: 'range', columns: ['date'] }, { kind: 'text', columns: ['title'] }],
}

const FACT: NodeTable = {
  name: 'Fact',
  doc: 'A typed, directed statement between two entities; the fold of its evidence and of the acts that name it (FactVerdict of src/core/acts.ts). `evidenceIds` and `articleIds` lead to its proof by key: a store may have to scan for edges.',
  key: 'id',
  columns: columns(
    'id type subjectId objectId title modality strength speakerId firstSeen lastSeen articleCount:int evidenceCount:int open:boolean closedWhy ' +
    'verdict secondReader disputed:boolean version:int evidenceIds:string[] articleIds:string[]',
  ),
  indexes: [{ kind: 'range', columns: ['type'] }],
}

const EVIDENCE: NodeTable = {
  name: 'Evidence',
  doc: 'One article\'s proof of one fact; `quote` is the raw text from rawStart to rawEnd (UTF-16, half-open), `seen` the event date or else the article\'s.',
  key: 'id',
  columns: columns(
    'id factId articleId type subjectId objectId title quote cleanQuote rawStart:int rawEnd:int spanStart:int spanEnd:int sentence:int ' +
    'cue rule modality strength speakerId eventDate seen textHash repairs:string[] baseId subjectRef objectRef speakerRef',
  ),
  indexes: [],
}

const REFERENCE: NodeTable = {
  name: 'Reference',
  doc: 'An id that extraction gave, with the id it goes by; `summary` (JSON) is its profile at the last identity run. `stale`: 0 settled, 1 judged, 2 named by other articles since the last identity run; 10 more while a run looks at it.',
  key: 'id',
  columns: columns('id kind key name subkind canonicalId stale:int summary'),
  indexes: [{ kind: 'range', columns: ['stale'] }],
}

const FORMER_FACT: NodeTable = {
  name: 'FormerFact',
  doc: 'What is left of a base fact (a fact between references) that has lost its evidence: what it last said, and why it ended.',
  key: 'id',
  columns: columns('id type subjectRef objectRef title modality strength speakerRef firstSeen lastSeen why'),
  indexes: [],
}

const ACT: NodeTable = {
  name: 'Act',
  doc: 'One decision of a person (src/core/acts.ts); never changed.',
  key: 'id',
  columns: columns('id seq:int at actor role kind targets:string[] decision detail reason'),
  indexes: [],
}

const ACT_TARGET: NodeTable = { name: 'ActTarget', doc: 'What acts name, whether or not it is still in the graph.', key: 'id', columns: columns('id'), indexes: [] }

const MARKER: NodeTable = { name: 'Marker', doc: 'A number that the store keeps of itself: `acts`, how many are in the log; `layout`, which layout the store has.', key: 'id', columns: columns('id value:int'), indexes: [] }

const MENTIONED_IN: EdgeTable = {
  name: 'MENTIONED_IN',
  doc: 'What one article says of one entity; `mentions` is JSON. `refs` are the references it was said of, `parts` (JSON) what was said of each where they are several, else \'\'.',
  from: 'Entity',
  to: 'Article',
  columns: columns('name aliases:string[] key kind subkind count:int mentions refs:string[] parts'),
}

const CANDIDATE: EdgeTable = {
  name: 'CANDIDATE',
  doc: 'Two references that comparison finds to be one or possibly one; `score` in millionths, `verdict` same or maybe, `cause` why they are not one (SuggestionCause) or \'\'.',
  from: 'Reference',
  to: 'Reference',
  columns: columns('score:int verdict proof:boolean cause between:string[]'),
}

const plain = (name: string, from: string, to: string, doc: string): EdgeTable => ({ name, from, to, doc, columns: [] })

/** Columns of a typed edge. `type` repeats the label, so that no query needs a function for it. */
const LINK_COLUMNS = columns('factId type subjectId objectId strength modality speakerId title firstSeen lastSeen articleCount:int evidenceCount:int')

const STORE_SCHEMA: StoreSchema = {
  nodes: [ENTITY, ARTICLE, FACT, EVIDENCE, REFERENCE, FORMER_FACT, ACT, ACT_TARGET, MARKER],
  edges: [
    MENTIONED_IN,
    CANDIDATE,
    plain('NAMES', 'Act', 'ActTarget', 'The act is about this.'),
    plain('STOOD_ON', 'Fact', 'FormerFact', 'The fact once rested on this.'),
    plain('SUBJECT_OF', 'Entity', 'Fact', 'The entity is the subject of the fact.'),
    plain('OBJECT_OF', 'Entity', 'Fact', 'The entity is the object of the fact.'),
    plain('SUPPORTED_BY', 'Fact', 'Evidence', 'The fact rests on the evidence.'),
    plain('FROM', 'Evidence', 'Article', 'The evidence stands in the article.'),
    ...RELATION_NAMES.map((type): EdgeTable => ({ name: type, doc: RELATIONS[type].doc, from: 'Entity', to: 'Entity', columns: LINK_COLUMNS })),
  ],
  kindLabels: Object.fromEntries(ENTITY_KIND_NAMES.map((kind) => [kind, ENTITY_KINDS[kind].typeName])) as Record<EntityKind, string>,
}

/** The store schema of the ontology. */
export const toStore = (): StoreSchema => STORE_SCHEMA
