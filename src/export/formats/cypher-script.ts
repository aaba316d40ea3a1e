import { ENTITY_KINDS, ENTITY_KIND_NAMES, RELATION_NAMES } from '../../../schema/ontology/index.js'
import type { ExportFact, ExportGraph, Links } from '../export-graph.js'
import { wellFormed } from '../words.js'
import type { ExportFormat } from './format.js'

/**
 * A script for an empty Neo4j 5 or later: one statement a line, each ended by a semicolon, no parameters, no procedures.
 * Run twice it changes nothing more. Labels, edges and properties are those of the product's own store, without the texts of articles.
 */

type Value = string | number | boolean | readonly string[]
type Row = Readonly<Record<string, Value>>

const ROWS = 100

// Controls, format characters such as bidi marks, and line separators: written as escapes, so that a line shows what it does.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const hidden = (character: string): string =>
  ESCAPES[character] ?? Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`).join('')

/** A string literal. */
export const cypherString = (text: string): string => `'${wellFormed(text).replace(/[\\']/gu, (character) => `\\${character}`).replace(HIDDEN, hidden)}'`

const literal = (value: Value): string => (typeof value === 'string' ? cypherString(value) : typeof value === 'object' ? `[${value.map(cypherString).join(', ')}]` : String(value))
const map = (row: Row): string => `{${Object.entries(row).map(([name, value]) => `${name}: ${literal(value)}`).join(', ')}}`

function* statements(rows: readonly Row[], clause: string): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS) yield `UNWIND [${rows.slice(at, at + ROWS).map(map).join(', ')}] AS row ${clause};\n`
}

const CONSTRAINTS = ['Entity', 'Article', 'Fact', 'Evidence'].map((label) => `CREATE CONSTRAINT export_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`)
const ENDS = 'MATCH (s:Entity {id: row.subjectId}) MATCH (o:Entity {id: row.objectId})'

const factRow = ({ fact, verdict, disputed }: ExportFact, links: Links): Row => ({
  id: fact.id, type: fact.type, subjectId: fact.subjectId, objectId: fact.objectId, title: fact.title, modality: fact.modality, strength: fact.strength,
  speakerId: fact.speakerId, firstSeen: fact.firstSeen, lastSeen: fact.lastSeen, articleCount: fact.articleCount, evidenceCount: fact.evidenceCount,
  open: fact.open, closedWhy: fact.closedWhy, verdict, disputed, link: links.fact(fact.id),
})

const edgeRow = ({ fact }: ExportFact): Row => ({
  factId: fact.id, type: fact.type, subjectId: fact.subjectId, objectId: fact.objectId, strength: fact.strength, modality: fact.modality, speakerId: fact.speakerId,
  title: fact.title, firstSeen: fact.firstSeen, lastSeen: fact.lastSeen, articleCount: fact.articleCount, evidenceCount: fact.evidenceCount,
})

const evidenceRows = ({ evidence }: ExportFact): readonly Row[] => evidence.map((item) => ({
  id: item.id, factId: item.factId, articleId: item.articleId, quote: item.quote, cleanQuote: item.cleanQuote, rawStart: item.raw.start, rawEnd: item.raw.end,
  spanStart: item.span.start, spanEnd: item.span.end, sentence: item.sentence, cue: item.cue, rule: item.rule, modality: item.modality, strength: item.strength,
  speakerId: item.speakerId, eventDate: item.eventDate, textHash: item.textHash, repairs: item.repairs,
}))

async function* write(graph: ExportGraph, links: Links): AsyncGenerator<string> {
  yield '// PolicyGraph: for an empty Neo4j database. cypher-shell -f THIS-FILE\n'
  yield* CONSTRAINTS
  for await (const page of graph.entities()) {
    for (const kind of ENTITY_KIND_NAMES) {
      const rows = page.filter((entity) => entity.kind === kind).map(({ id, subkind, name, aliases, articleCount }): Row => ({ id, kind, subkind, name, aliases, articleCount, link: links.entity(id) }))
      yield* statements(rows, `MERGE (n:Entity {id: row.id}) SET n += row, n:${ENTITY_KINDS[kind].typeName}`)
    }
  }
  for await (const page of graph.articles()) {
    const rows = page.map(({ id, title, date, source, url, byline, homeId, textHash, synthetic, pipeline }): Row => ({ id, title, date, source, url, byline, homeId, textHash, synthetic, pipeline }))
    yield* statements(rows, 'MERGE (n:Article {id: row.id}) SET n += row')
  }
  for await (const { facts } of graph.facts()) {
    yield* statements(facts.map((item) => factRow(item, links)), `${ENDS} MERGE (f:Fact {id: row.id}) SET f += row MERGE (s)-[:SUBJECT_OF]->(f) MERGE (o)-[:OBJECT_OF]->(f)`)
    for (const type of RELATION_NAMES) {
      const rows = facts.filter(({ fact }) => fact.type === type && fact.open).map(edgeRow)
      yield* statements(rows, `${ENDS} MERGE (s)-[r:${type} {factId: row.factId}]->(o) SET r += row`)
    }
    yield* statements(
      facts.flatMap(evidenceRows),
      'MATCH (f:Fact {id: row.factId}) MATCH (a:Article {id: row.articleId}) MERGE (v:Evidence {id: row.id}) SET v += row MERGE (f)-[:SUPPORTED_BY]->(v) MERGE (v)-[:`FROM`]->(a)',
    )
  }
}

export const CYPHER: ExportFormat = { contentType: 'text/plain; charset=utf-8', extension: 'cypher', write: (graph, { links }) => write(graph, links) }
