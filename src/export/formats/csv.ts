import type { ArticleRecord, EntityRecord, Evidence } from '../../core/records.js'
import type { ArticleHead, ExportGraph, FactLine, LineGraph, Links } from '../export-graph.js'
import { leadEvidence } from '../lead-evidence.js'
import { both, joinList, relationWords, sortOf, wellFormed } from '../words.js'
import type { ExportFormat } from './format.js'

/**
 * Tables after RFC 4180, every cell quoted, with a byte order mark so that spreadsheets read them as UTF-8. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front, and so does one that begins with an apostrophe; whoever
 * strips one leading apostrophe from every cell has the value back.
 */

export const CSV_TABLES = ['entities', 'facts', 'evidence', 'articles'] as const
export type CsvTable = (typeof CSV_TABLES)[number]
/** The one that stands on its own: names, a quote and its source in each row. */
export const MAIN_TABLE: CsvTable = 'facts'

type Cell = string | number | boolean | readonly string[]
type Row = Readonly<Record<string, Cell>>

const GUARDED = /^['=+\-@\t\r\n＝＋－＠]/u

/** The text as a cell holds it. */
export const guardCell = (text: string): string => (GUARDED.test(text) ? `'${text}` : text)
/** The text that `guardCell` was given. */
export const unguardCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)

const textOf = (cell: Cell): string => (typeof cell === 'object' ? joinList(cell) : String(cell))
const quoted = (cell: Cell): string => `"${guardCell(wellFormed(textOf(cell))).replaceAll('"', '""')}"`
const line = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`

const entityRow = (entity: EntityRecord, links: Links): Row => ({
  id: entity.id, kind: entity.kind, subkind: entity.subkind, sort: both(sortOf(entity)), name: entity.name, aliases: entity.aliases, articleCount: entity.articleCount,
  link: links.entity(entity.id),
})

function factRow(item: FactLine, articles: ReadonlyMap<string, ArticleHead>, links: Links): Row {
  const { fact, subject, object, speaker, verdict, disputed } = item
  const lead = leadEvidence(item)
  const article = lead === undefined ? undefined : articles.get(lead.articleId)
  return {
    id: fact.id, type: fact.type, relation: both(relationWords(fact)), subjectId: subject.id, subject: subject.name, subjectKind: subject.kind,
    objectId: object.id, object: object.name, objectKind: object.kind, title: fact.title, strength: fact.strength, modality: fact.modality,
    speakerId: fact.speakerId, speaker: speaker?.name ?? '', firstSeen: fact.firstSeen, lastSeen: fact.lastSeen, articleCount: fact.articleCount,
    evidenceCount: fact.evidenceCount, open: fact.open, closedWhy: fact.closedWhy, verdict, disputed, quote: lead?.quote ?? '', articleTitle: article?.title ?? '',
    articleSource: article?.source ?? '', articleDate: article?.date ?? '', articleUrl: article?.url ?? '', link: links.fact(fact.id),
  }
}

function evidenceRow(item: Evidence, article: ArticleRecord | undefined, links: Links): Row {
  return {
    id: item.id, factId: item.factId, articleId: item.articleId, type: item.type, subjectId: item.subjectId, objectId: item.objectId, title: item.title,
    quote: item.quote, cleanQuote: item.cleanQuote, rawStart: item.raw.start, rawEnd: item.raw.end, cleanStart: item.span.start, cleanEnd: item.span.end,
    sentence: item.sentence, cue: item.cue, rule: item.rule, modality: item.modality, strength: item.strength, speakerId: item.speakerId,
    eventDate: item.eventDate, textHash: item.textHash, repairs: item.repairs, articleTitle: article?.title ?? '', articleSource: article?.source ?? '',
    articleDate: article?.date ?? '', articleUrl: article?.url ?? '', link: links.evidence(item.factId, item.id),
  }
}

const articleRow = ({ id, title, date, source, url, byline, homeId, textHash, synthetic, pipeline, rawText }: ArticleRecord): Row =>
  ({ id, title, date, source, url, byline, homeId, textHash, synthetic, pipeline, length: rawText.length })

async function* factRows(graph: LineGraph, links: Links): AsyncGenerator<Row> {
  for await (const { facts, articles } of graph.facts()) for (const item of facts) yield factRow(item, articles, links)
}

async function* rowsOf(graph: ExportGraph, table: CsvTable, links: Links): AsyncGenerator<Row> {
  switch (table) {
    case 'entities':
      for await (const page of graph.entities()) for (const entity of page) yield entityRow(entity, links)
      return
    case 'facts':
      yield* factRows(graph, links)
      return
    case 'evidence':
      for await (const { facts, articles } of graph.facts()) for (const item of facts.flatMap(({ evidence }) => evidence)) yield evidenceRow(item, articles.get(item.articleId), links)
      return
    case 'articles':
      for await (const page of graph.articles()) for (const article of page) yield articleRow(article)
  }
}

const COLUMNS: Readonly<Record<CsvTable, string>> = {
  entities: 'id kind subkind sort name aliases articleCount link',
  facts: 'id type relation subjectId subject subjectKind objectId object objectKind title strength modality speakerId speaker firstSeen lastSeen articleCount ' +
    'evidenceCount open closedWhy verdict disputed quote articleTitle articleSource articleDate articleUrl link',
  evidence: 'id factId articleId type subjectId objectId title quote cleanQuote rawStart rawEnd cleanStart cleanEnd sentence cue rule modality strength speakerId ' +
    'eventDate textHash repairs articleTitle articleSource articleDate articleUrl link',
  articles: 'id title date source url byline homeId textHash synthetic pipeline length',
}

async function* writeTable(table: CsvTable, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  const columns = COLUMNS[table].split(' ')
  yield `\uFEFF${line(columns)}`
  for await (const row of rows) yield line(columns.map((column) => row[column] ?? ''))
}

/** The main table of a graph of which only lines are known, piece by piece. */
export const factsTableOf = (graph: LineGraph, links: Links): AsyncGenerator<string> => writeTable(MAIN_TABLE, factRows(graph, links))

/** The format that writes one of the tables. */
export const csvOf = (table: CsvTable): ExportFormat => ({
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  write: (graph, { links }) => writeTable(table, rowsOf(graph, table, links)),
})
