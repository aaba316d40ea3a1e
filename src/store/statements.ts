import { LEGAL_NAME, toStore } from '../../schema/to-store.js'
import { PolicyGraphError } from '../core/errors.js'

/** The Cypher that writes. Values are parameters; the only names spliced in come from the ontology. */

/** A name fit to stand in a statement, or BAD_INPUT. */
export function legalName(name: string): string {
  if (!LEGAL_NAME.test(name)) throw new PolicyGraphError('BAD_INPUT', `非法名称 · not a legal name: ${name}`)
  return name
}

/** `n.a = row.a, n.b = row.b`, for the columns of a table but its key and those left out. */
function assignments(variable: string, tableName: string, leaveOut: readonly string[] = []): string {
  const schema = toStore()
  const table = [...schema.nodes, ...schema.edges].find((candidate) => candidate.name === tableName)
  if (table === undefined) throw new PolicyGraphError('BAD_INPUT', `无此表 · no such table: ${tableName}`)
  return table.columns
    .filter((column) => column.name !== 'id' && !leaveOut.includes(column.name))
    .map((column) => `${variable}.${column.name} = row.${column.name}`)
    .join(', ')
}

export const STORED_ARTICLES = `
MATCH (a:Article) WHERE a.id IN $ids
RETURN a.id AS id, a.textHash AS textHash, a.pipeline AS pipeline, a.title AS title, a.date AS date, a.source AS source,
       a.url AS url, a.homeId AS homeId, a.synthetic AS synthetic, a.byline AS byline`

export const STORED_MENTIONS = `
MATCH (e:Entity)-[:MENTIONED_IN]->(a:Article) WHERE a.id IN $ids
RETURN e.id AS entityId, a.id AS articleId`

export const STORED_EVIDENCE = `
MATCH (v:Evidence)-[:\`FROM\`]->(a:Article) WHERE a.id IN $ids
RETURN v.id AS id, v.factId AS factId`

export const DELETE_MENTIONS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.entityId})-[m:MENTIONED_IN]->(a:Article {id: row.articleId})
DELETE m`

export const DELETE_EVIDENCE = 'MATCH (v:Evidence) WHERE v.id IN $ids DETACH DELETE v'

export const DELETE_ARTICLES = 'MATCH (a:Article) WHERE a.id IN $ids DETACH DELETE a'

export const MERGE_ARTICLES = `
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET ${assignments('a', 'Article')}`

/** Setting the kind takes the entity's lock, so a concurrent writer folds after this one has committed. */
export const MERGE_ENTITIES = `
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e.kind = row.kind`

export const labelEntities = (label: string): string => `
MATCH (e:Entity) WHERE e.id IN $ids
SET e:${legalName(label)}`

export const MERGE_MENTIONS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.entityId}), (a:Article {id: row.articleId})
MERGE (e)-[m:MENTIONED_IN]->(a)
SET ${assignments('m', 'MENTIONED_IN')}`

export const MERGE_FACTS = `
UNWIND $rows AS row
MERGE (f:Fact {id: row.id})
SET f.type = row.type, f.subjectId = row.subjectId, f.objectId = row.objectId, f.title = row.title`

export const MERGE_SUBJECTS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.subjectId}), (f:Fact {id: row.id})
MERGE (e)-[:SUBJECT_OF]->(f)`

export const MERGE_OBJECTS = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.objectId}), (f:Fact {id: row.id})
MERGE (e)-[:OBJECT_OF]->(f)`

export const MERGE_EVIDENCE = `
UNWIND $rows AS row
MERGE (v:Evidence {id: row.id})
SET ${assignments('v', 'Evidence')}`

export const MERGE_SUPPORT = `
UNWIND $rows AS row
MATCH (f:Fact {id: row.factId}), (v:Evidence {id: row.id})
MERGE (f)-[:SUPPORTED_BY]->(v)`

export const MERGE_FROM = `
UNWIND $rows AS row
MATCH (v:Evidence {id: row.id}), (a:Article {id: row.articleId})
MERGE (v)-[:\`FROM\`]->(a)`

/** Articles that say the same of an entity come as one row, so a much-named entity stays cheap. */
export const ENTITY_VIEWS = `
MATCH (e:Entity)-[m:MENTIONED_IN]->(:Article) WHERE e.id IN $ids
RETURN e.id AS id, m.name AS name, m.aliases AS aliases, m.key AS key, m.kind AS kind, m.subkind AS subkind, count(*) AS articles`

export const FACT_STATES = `
MATCH (f:Fact) WHERE f.id IN $ids
RETURN f.id AS id, f.type AS type, f.subjectId AS subjectId, f.objectId AS objectId, f.title AS title, f.open AS open`

export const FACT_VIEWS = `
MATCH (f:Fact)-[:SUPPORTED_BY]->(v:Evidence)-[:\`FROM\`]->(a:Article) WHERE f.id IN $ids
RETURN f.id AS id, v.modality AS modality, v.strength AS strength, v.speakerId AS speakerId, a.id AS articleId,
       CASE WHEN v.eventDate = '' THEN a.date ELSE v.eventDate END AS seen`

export const SET_ENTITIES = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET ${assignments('e', 'Entity', ['kind'])}`

/** An entity that only closed facts still name: it keeps its last name. */
export const UNMENTION_ENTITIES = 'MATCH (e:Entity) WHERE e.id IN $ids SET e.articleCount = 0'

export const SET_FACTS = `
UNWIND $rows AS row
MATCH (f:Fact {id: row.id})
SET ${assignments('f', 'Fact', ['type', 'subjectId', 'objectId', 'title'])}`

export const CLOSE_FACTS = `
MATCH (f:Fact) WHERE f.id IN $ids
SET f.open = false, f.closedWhy = $why, f.articleCount = 0, f.evidenceCount = 0`

export const mergeLinks = (type: string): string => `
UNWIND $rows AS row
MATCH (s:Entity {id: row.subjectId}), (o:Entity {id: row.objectId})
MERGE (s)-[r:${legalName(type)} {factId: row.factId}]->(o)
SET ${assignments('r', legalName(type), ['factId'])}`

export const deleteLinks = (type: string): string => `
UNWIND $rows AS row
MATCH (s:Entity {id: row.subjectId})-[r:${legalName(type)}]->(o:Entity {id: row.objectId})
WHERE r.factId = row.factId
DELETE r`

export const DELETE_BARE_ENTITIES = `
MATCH (e:Entity)
WHERE e.id IN $ids
  AND NOT EXISTS { MATCH (e)-[:MENTIONED_IN]->(:Article) }
  AND NOT EXISTS { MATCH (e)-[:SUBJECT_OF|OBJECT_OF]->(:Fact) }
DETACH DELETE e`
