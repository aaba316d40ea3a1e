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
  columns: columns('id kind subkind name key aliases:string[] articleCount:int searchText'),
  indexes: [{ kind: 'text', columns: ['searchText'] }, { kind: 'range', columns: ['kind', 'articleCount'] }],
}

const ARTICLE: NodeTable = {
  name: 'Article',
  doc: 'One article, raw and clean, with all that is needed to map a span back; `repairs` is JSON.',
  key: 'id',
  columns: columns('id title date source url byline:string[] homeId rawText cleanText textHash offsets repairs synthetic:boolean pipeline'),
  indexes: [{ kind: 'range', columns: ['date'] }, { kind: 'text', columns: ['title'] }],
}

const FACT: NodeTable = {
  name: 'Fact',
  doc: 'A typed, directed statement between two entities; the fold of its evidence.',
  key: 'id',
  columns: columns(
    'id type subjectId objectId title modality strength speakerId firstSeen lastSeen articleCount:int evidenceCount:int open:boolean closedWhy',
  ),
  indexes: [{ kind: 'range', columns: ['type'] }],
}

const EVIDENCE: NodeTable = {
  name: 'Evidence',
  doc: 'One article\'s proof of one fact; `quote` is the raw text from rawStart to rawEnd (UTF-16, half-open), `seen` the event date or else the article\'s.',
  key: 'id',
  columns: columns(
    'id factId articleId type subjectId objectId title quote cleanQuote rawStart:int rawEnd:int spanStart:int spanEnd:int sentence:int ' +
    'cue rule modality strength speakerId eventDate seen textHash repairs:string[]',
  ),
  indexes: [],
}

const MENTIONED_IN: EdgeTable = {
  name: 'MENTIONED_IN',
  doc: 'What one article says of one entity; `mentions` is JSON.',
  from: 'Entity',
  to: 'Article',
  columns: columns('name aliases:string[] key kind subkind count:int mentions'),
}

const plain = (name: string, from: string, to: string, doc: string): EdgeTable => ({ name, from, to, doc, columns: [] })

/** Columns of a typed edge. `type` repeats the label, so that no query needs a function for it. */
const LINK_COLUMNS = columns('factId type subjectId objectId strength modality speakerId title firstSeen lastSeen articleCount:int evidenceCount:int')

const STORE_SCHEMA: StoreSchema = {
  nodes: [ENTITY, ARTICLE, FACT, EVIDENCE],
  edges: [
    MENTIONED_IN,
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
