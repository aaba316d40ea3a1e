import { assignments, columnsOf, legalName, properties, returned } from './cypher-parts.js'

/**
 * The Cypher that writes. Values are parameters; the only names spliced in come from the ontology.
 * One MATCH per node and UNWIND in place of IN: the embedded database then looks keys up, where it would scan or join all with all.
 */

/** CREATE for rows of which the same transaction has seen that they are not stored (see writing.ts), which is many times faster; MERGE for the others. */
export type Verb = 'CREATE' | 'MERGE'

function putNode(verb: Verb, table: string, columns: readonly string[]): string {
  return verb === 'CREATE'
    ? `UNWIND $rows AS row\nCREATE (:${table} ${properties(['id', ...columns])})`
    : `UNWIND $rows AS row\nMERGE (n:${table} {id: row.id})\nSET ${assignments('n', columns)}`
}

/** An edge between two nodes found by key. `from` and `to` are `Table column-of-the-row`; `key` is a column that tells parallel edges apart. */
function putEdge(verb: Verb, edge: string, from: string, to: string, columns: readonly string[] = [], key: readonly string[] = []): string {
  const end = (variable: string, [table = '', column = '']: readonly string[]): string => `MATCH (${variable}:${table} {id: row.${column}})`
  const lines = ['UNWIND $rows AS row', end('a', from.split(' ')), end('b', to.split(' '))]
  if (verb === 'CREATE') return [...lines, `CREATE (a)-[:${edge} ${properties([...key, ...columns])}]->(b)`].join('\n')
  const set = columns.length === 0 ? [] : [`SET ${assignments('r', columns)}`]
  return [...lines, `MERGE (a)-[r:${edge} ${properties(key)}]->(b)`, ...set].join('\n')
}

export const STORED_ARTICLES = `
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.textHash AS textHash, a.pipeline AS pipeline, a.title AS title, a.date AS date, a.source AS source,
       a.url AS url, a.homeId AS homeId, a.synthetic AS synthetic, a.byline AS byline`

const ARTICLE_COLUMNS = columnsOf('Article', ['id'])
const MENTION_COLUMNS = columnsOf('MENTIONED_IN', [])
const EVIDENCE_COLUMNS = columnsOf('Evidence', ['id'])
const FACT_KEY_COLUMNS = ['type', 'subjectId', 'objectId', 'title']

export const STORED_MENTIONS = `
UNWIND $ids AS id
MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article {id: id})
RETURN e.id AS entityId, a.id AS articleId, ${returned('m', MENTION_COLUMNS)}`

export const STORED_EVIDENCE = `
UNWIND $ids AS id
MATCH (v:Evidence)-[:\`FROM\`]->(a:Article {id: id})
RETURN ${returned('v', ['id', ...EVIDENCE_COLUMNS])}`

export const MENTIONS_OF_ENTITIES = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->(a:Article)
RETURN e.id AS entityId, a.id AS articleId, ${returned('m', MENTION_COLUMNS)}`

export const MENTIONS_AT = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.entityId})-[m:MENTIONED_IN]->(a:Article {id: row.articleId})
RETURN e.id AS entityId, a.id AS articleId, ${returned('m', MENTION_COLUMNS)}`

/** What the fold of a base fact needs of its evidence, and where it hangs. */
const HOMED_COLUMNS = ['id', 'factId', 'baseId', 'type', 'subjectId', 'objectId', 'title', 'subjectRef', 'objectRef', 'speakerId', 'speakerRef']

export const EVIDENCE_OF_ENTITIES = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)-[:SUPPORTED_BY]->(v:Evidence)
RETURN DISTINCT ${returned('v', HOMED_COLUMNS)}`

export const EVIDENCE_TOLD_IN = `
UNWIND $ids AS id
MATCH (v:Evidence)-[:\`FROM\`]->(a:Article {id: id})
WHERE v.speakerRef <> ''
RETURN ${returned('v', HOMED_COLUMNS)}`

export const DELETE_MENTIONS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.entityId})-[m:MENTIONED_IN]->(a:Article {id: row.articleId})
DELETE m`

export const DELETE_EVIDENCE = 'UNWIND $ids AS id MATCH (v:Evidence {id: id}) DETACH DELETE v'

export const DELETE_ARTICLES = 'UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a'

export const labelEntities = (label: string): string => `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e:${legalName(label)}`

export const STORED_ENTITIES = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN ${returned('e', columnsOf('Entity', []))}`

export const putArticles = (verb: Verb): string => putNode(verb, 'Article', ARTICLE_COLUMNS)
export const putMentions = (verb: Verb): string => putEdge(verb, 'MENTIONED_IN', 'Entity entityId', 'Article articleId', MENTION_COLUMNS)
export const MERGE_EVIDENCE = putNode('MERGE', 'Evidence', EVIDENCE_COLUMNS)
export const MERGE_SUPPORT = putEdge('MERGE', 'SUPPORTED_BY', 'Fact factId', 'Evidence id')
export const MERGE_SOURCES = putEdge('MERGE', '`FROM`', 'Evidence id', 'Article articleId')
export const putLinks = (verb: Verb, type: string): string =>
  putEdge(verb, legalName(type), 'Entity subjectId', 'Entity objectId', columnsOf(type, ['factId']), ['factId'])

/** New entities as they stand; `label` is that of their kind, '' in a store whose nodes have one. */
export const createEntities = (label: string): string => `
UNWIND $rows AS row
CREATE (:Entity${label === '' ? '' : `:${legalName(label)}`} ${properties(columnsOf('Entity', []))})`

/** New facts as they stand, with the edges to their ends. */
export const CREATE_FACTS = `
UNWIND $rows AS row
MATCH (s:Entity {id: row.subjectId})
MATCH (o:Entity {id: row.objectId})
CREATE (f:Fact ${properties(columnsOf('Fact', []))}), (s)-[:SUBJECT_OF]->(f), (o)-[:OBJECT_OF]->(f)`

/** New evidence with its edges. */
export const CREATE_EVIDENCE = `
UNWIND $rows AS row
MATCH (f:Fact {id: row.factId})
MATCH (a:Article {id: row.articleId})
CREATE (f)-[:SUPPORTED_BY]->(v:Evidence ${properties(['id', ...EVIDENCE_COLUMNS])})-[:\`FROM\`]->(a)`

export const CREATE_REFERENCES = putNode('CREATE', 'Reference', columnsOf('Reference', ['id']))
const FORMER_COLUMNS = columnsOf('FormerFact', ['id'])
export const MERGE_FORMER = putNode('MERGE', 'FormerFact', FORMER_COLUMNS)
export const MERGE_STANDING = putEdge('MERGE', 'STOOD_ON', 'Fact factId', 'FormerFact id')

export const STORED_REFERENCES = `
UNWIND $ids AS id
MATCH (r:Reference {id: id})
RETURN r.id AS id, r.kind AS kind, r.name AS name, r.subkind AS subkind, r.key AS key, r.canonicalId AS canonicalId, r.stale AS stale`

/** All that goes by another id. */
export const MERGED_REFERENCES = `
MATCH (r:Reference) WHERE r.canonicalId <> r.id
RETURN r.id AS id, r.canonicalId AS canonicalId, r.kind AS kind`

/** Added to `stale` while an identity run looks at the reference. */
export const LOOKED_AT = 10

export const MARK_REFERENCES = `
UNWIND $ids AS id
MATCH (r:Reference {id: id})
SET r.stale = CASE WHEN r.stale % ${LOOKED_AT} > $stale THEN r.stale % ${LOOKED_AT} ELSE $stale END`

/** A run marks what it is going to look at; whoever touches it meanwhile takes the mark off. */
export const LOOK_AT_STALE = `
MATCH (r:Reference) WHERE r.stale > 0 AND r.stale < ${LOOKED_AT}
SET r.stale = r.stale + ${LOOKED_AT}`

export const SET_CANONICAL = `
UNWIND $rows AS row
MATCH (r:Reference {id: row.id})
SET r.canonicalId = row.canonicalId`

export const FORMER_OF_ENTITIES = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[:SUBJECT_OF|OBJECT_OF]->(f:Fact)-[:STOOD_ON]->(x:FormerFact)
RETURN DISTINCT f.id AS factId, ${returned('x', ['id', ...FORMER_COLUMNS])}`

export const FORMER_OF_FACTS = `
UNWIND $ids AS id
MATCH (f:Fact {id: id})-[:STOOD_ON]->(x:FormerFact)
RETURN f.id AS factId, ${returned('x', ['id', ...FORMER_COLUMNS])}`

export const DELETE_FORMER = 'UNWIND $ids AS id MATCH (x:FormerFact {id: id}) DETACH DELETE x'

export const LIVING_BASES = `
UNWIND $rows AS row
MATCH (f:Fact {id: row.factId})-[:SUPPORTED_BY]->(v:Evidence)
WHERE v.baseId = row.id
RETURN DISTINCT row.id AS id`

export const UNHANG_EVIDENCE = `
UNWIND $rows AS row
MATCH (f:Fact {id: row.from})-[r:SUPPORTED_BY]->(v:Evidence {id: row.id})
DELETE r`

export const UNHANG_FORMER = `
UNWIND $rows AS row
MATCH (f:Fact {id: row.from})-[r:STOOD_ON]->(x:FormerFact {id: row.id})
DELETE r`

export const SET_EVIDENCE_HOME = `
UNWIND $rows AS row
MATCH (v:Evidence {id: row.id})
SET v.factId = row.factId, v.subjectId = row.subjectId, v.objectId = row.objectId, v.speakerId = row.speakerId`

export const DELETE_FACTS = 'UNWIND $ids AS id MATCH (f:Fact {id: id}) DETACH DELETE f'

export const ARTICLE_STATES = `
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.retracted AS retracted, a.withheld AS withheld`

export const SET_WITHHELD = `
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.retracted = row.retracted, a.withheld = row.withheld`

/** Articles that say the same of an entity come as one row, so a much-named entity stays cheap. */
export const ENTITY_VIEWS = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->(:Article)
RETURN e.id AS id, m.name AS name, m.aliases AS aliases, m.key AS key, m.kind AS kind, m.subkind AS subkind, count(*) AS articles`

export const FACT_STATES = `
UNWIND $ids AS id
MATCH (f:Fact {id: id})
RETURN ${returned('f', columnsOf('Fact', ['evidenceIds', 'articleIds']))}`

export const FACT_VIEWS = `
UNWIND $ids AS id
MATCH (f:Fact {id: id})-[:SUPPORTED_BY]->(v:Evidence)
RETURN f.id AS id, v.id AS evidenceId, v.baseId AS baseId, v.modality AS modality, v.strength AS strength, v.speakerId AS speakerId, v.articleId AS articleId, v.seen AS seen`

export const SET_ENTITIES = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET ${assignments('e', columnsOf('Entity', ['id', 'kind']))}`

/** For entities that only more articles name now. */
export const COUNT_ARTICLES = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.articleCount = row.articleCount`

/** An entity that only closed facts still name: it keeps its last name. */
export const UNMENTION_ENTITIES = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e.articleCount = 0
RETURN e.id AS id, e.name AS name`

export const SET_FACTS = `
UNWIND $rows AS row
MATCH (f:Fact {id: row.id})
SET ${assignments('f', columnsOf('Fact', ['id', ...FACT_KEY_COLUMNS]))}`

export const deleteLinks = (type: string): string => `
UNWIND $rows AS row
MATCH (s:Entity {id: row.subjectId})-[r:${legalName(type)}]->(o:Entity {id: row.objectId})
WHERE r.factId = row.factId
DELETE r`

export const DELETE_BARE_ENTITIES = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { MATCH (e)-[:MENTIONED_IN]->(:Article) }
  AND NOT EXISTS { MATCH (e)-[:SUBJECT_OF|OBJECT_OF]->(:Fact) }
DETACH DELETE e`

export const COUNT_MERGED = 'MATCH (r:Reference) WHERE r.canonicalId <> r.id RETURN count(*) AS merged'

export const STORED_CANDIDATES = `
UNWIND $ids AS id
MATCH (r:Reference {id: id})-[c:CANDIDATE]-(o:Reference)
RETURN CASE WHEN r.id < o.id THEN r.id ELSE o.id END AS left, CASE WHEN r.id < o.id THEN o.id ELSE r.id END AS right,
       c.score AS score, c.verdict AS verdict, c.proof AS proof, c.cause AS cause, c.between AS between`

export const DELETE_CANDIDATES = `
UNWIND $rows AS row
MATCH (a:Reference {id: row.left})-[c:CANDIDATE]->(b:Reference {id: row.right})
DELETE c`

export const putCandidates = (verb: Verb): string => putEdge(verb, 'CANDIDATE', 'Reference left', 'Reference right', columnsOf('CANDIDATE', []))

export const SET_SUMMARIES = `
UNWIND $rows AS row
MATCH (r:Reference {id: row.id})
SET r.summary = row.summary`

export const SETTLE_REFERENCES = `
UNWIND $ids AS id
MATCH (r:Reference {id: id})
WHERE r.stale >= ${LOOKED_AT}
SET r.stale = 0`

/** Locks a row of its own until the transaction ends: whoever comes second waits here. */
export const takeTurn = (name: 'writer' | 'identity'): string => `
MERGE (m:Marker {id: '${name}'})
SET m.value = 0`
