import { toStore } from '../../schema/to-store.js'

/** The Cypher of the log of acts. */

const COLUMNS = toStore().nodes.find((table) => table.name === 'Act')?.columns.map((column) => column.name) ?? []

/** `a.id AS id, …`: an act as a row. */
const ACT_ROW = COLUMNS.map((column) => `a.${column} AS ${column}`).join(', ')

/** Takes numbers of the log; where several processes write, the one that comes second waits here for the first to end. */
export const TAKE_NUMBERS = `
MERGE (m:Marker {id: 'acts'})
ON CREATE SET m.value = $n
ON MATCH SET m.value = m.value + $n
RETURN m.value AS last`

export const PUT_ACTS = `
UNWIND $rows AS row
CREATE (:Act {${COLUMNS.map((column) => `${column}: row.${column}`).join(', ')}})`

export const PUT_TARGETS = `
UNWIND $rows AS row
MERGE (:ActTarget {id: row.id})`

export const PUT_NAMES = `
UNWIND $rows AS row
MATCH (a:Act {id: row.act})
MATCH (t:ActTarget {id: row.id})
CREATE (a)-[:NAMES]->(t)`

export const ACTS_OF = `
UNWIND $ids AS wanted
MATCH (t:ActTarget {id: wanted})<-[:NAMES]-(a:Act)
RETURN wanted AS target, ${ACT_ROW}
ORDER BY seq`

export const KINDS_OF_REFERENCES = `
UNWIND $ids AS wanted
MATCH (r:Reference {id: wanted})
RETURN r.id AS id, r.kind AS kind`

export const STORED_ARTICLE_IDS = `
UNWIND $ids AS wanted
MATCH (a:Article {id: wanted})
RETURN a.id AS id`

export const FACTS_OPEN = `
UNWIND $ids AS wanted
MATCH (f:Fact {id: wanted})
RETURN f.id AS id, f.open AS open`

export const LOG_LENGTH = `MATCH (m:Marker {id: 'acts'}) RETURN m.value AS value`
