import { toContext } from '../../../schema/to-context.js'
import { ENTITY_KINDS } from '../../../schema/ontology/index.js'
import { factClassOf, KIND_LIKENESS, propertyOf, SUBKIND_LIKENESS } from '../../../schema/vocabulary.js'
import type { ArticleRecord, EntityRecord, Evidence } from '../../core/records.js'
import { actOfRule } from '../../curation/folds/fold-additions.js'
import type { ExportFact, ExportGraph, Links } from '../export-graph.js'
import { isFullDate, webAddress, wellFormed } from '../words.js'
import type { ExportFormat } from './format.js'

/**
 * JSON-LD 1.1: entities; facts as reified statements, and the plain triple too where a text says outright that it is so; evidence
 * as Web Annotations with both selectors; the reading of each piece as PROV. The context stands in the file, so no reader needs a network.
 */

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
type Fields = Readonly<Record<string, Json | undefined>>

/** UTF-16 code units before and after the quote. */
const CONTEXT_LENGTH = 32

/** A date that is not full is plain text. */
const dateValue = (text: string): Json | undefined => (text === '' ? undefined : isFullDate(text) ? text : { '@value': text })
const given = (text: string): string | undefined => (text === '' ? undefined : text)
const list = (items: readonly string[]): readonly string[] | undefined => (items.length === 0 ? undefined : items)

function entityNode(entity: EntityRecord, links: Links): Fields {
  const alike = [...(KIND_LIKENESS[entity.kind] ?? []), ...(SUBKIND_LIKENESS[entity.kind]?.[entity.subkind] ?? [])]
  const foreign = alike.flatMap(([closeness, term]) => (closeness === 'sub' && term.startsWith('schema:') ? [term] : []))
  return {
    id: links.entity(entity.id), type: ['Entity', ENTITY_KINDS[entity.kind].typeName, ...foreign], identifier: entity.id, name: entity.name, alternateName: list(entity.aliases),
    subkind: given(entity.subkind), articleCount: entity.articleCount,
  }
}

/** True when a text says outright that it is so: the fact may then stand as a triple of its own. */
const isSaid = ({ fact }: ExportFact): boolean => fact.open && fact.modality === 'ASSERTED' && (fact.strength === 'STATED' || fact.strength === 'IMPLIED')

function factNodes(item: ExportFact, links: Links): readonly Fields[] {
  const { fact, speaker, verdict, disputed, evidence } = item
  const [subject, object] = [links.entity(fact.subjectId), links.entity(fact.objectId)]
  const reified: Fields = {
    id: links.fact(fact.id), type: ['Fact', factClassOf(fact.type), 'rdf:Statement'], identifier: fact.id, subject, predicate: propertyOf(fact.type), object,
    title: given(fact.title), strength: fact.strength, modality: fact.modality, speaker: speaker === undefined ? undefined : links.entity(speaker.id),
    firstSeen: dateValue(fact.firstSeen), lastSeen: dateValue(fact.lastSeen), articleCount: fact.articleCount, evidenceCount: fact.evidenceCount,
    open: fact.open, closedWhy: given(fact.closedWhy), verdict: given(verdict), disputed: disputed ? true : undefined, evidence: list(evidence.map(({ id }) => links.evidence(fact.id, id))),
  }
  return isSaid(item) ? [reified, { id: subject, [propertyOf(fact.type)]: object }] : [reified]
}

/** Number of characters (code points), which is what Web Annotation selectors count. */
const characters = (text: string): number => text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)

/** What stands around the quote, never half a character. */
const around = (text: string, start: number, end: number): string => text.slice(Math.max(0, start), Math.max(0, end)).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/u, '')

function evidenceNodes(item: Evidence, article: ArticleRecord, links: Links): readonly Fields[] {
  const id = links.evidence(item.factId, item.id)
  const source = links.article(article.id)
  const { start, end } = item.raw
  const first = characters(article.rawText.slice(0, start))
  const plan = links.rule(item.rule)
  const byHand = actOfRule(item.rule) !== undefined
  const agent = byHand ? `${plan}-agent` : links.pipeline(article.pipeline)
  return [
    {
      id, type: ['Evidence', 'Annotation'], identifier: item.id, motivation: 'linking', body: links.fact(item.factId),
      target: {
        type: 'SpecificResource', source,
        selector: [
          { type: 'TextPositionSelector', start: first, end: first + characters(item.quote) },
          { type: 'TextQuoteSelector', exact: item.quote, prefix: around(article.rawText, start - CONTEXT_LENGTH, start), suffix: around(article.rawText, end, end + CONTEXT_LENGTH) },
        ],
      },
      rawStart: start, rawEnd: end, cleanQuote: item.cleanQuote, cue: given(item.cue), title: given(item.title), strength: item.strength, modality: item.modality,
      speaker: item.speakerId === '' ? undefined : links.entity(item.speakerId), eventDate: dateValue(item.eventDate), repair: list(item.repairs), textHash: item.textHash,
      wasQuotedFrom: source, wasGeneratedBy: `${id}-reading`,
    },
    { id: `${id}-reading`, type: ['Reading', 'prov:Activity'], used: source, wasAssociatedWith: agent, qualifiedAssociation: { type: 'prov:Association', agent, hadPlan: plan } },
    byHand ? { id: agent, type: ['prov:Agent', 'prov:Person'], label: 'reviewer' } : { id: agent, type: ['Pipeline', 'prov:Agent', 'prov:SoftwareAgent'], label: article.pipeline },
    { id: plan, type: ['Rule', 'prov:Plan'], label: item.rule },
  ]
}

function articleNode(article: ArticleRecord, links: Links): Fields {
  const address = webAddress(article.url)
  return {
    id: links.article(article.id), type: ['Article', 'schema:Article', 'prov:Entity'], identifier: article.id, headline: article.title,
    datePublished: isFullDate(article.date) ? article.date : undefined, 'dcterms:date': isFullDate(article.date) ? undefined : given(article.date), publisher: given(article.source),
    author: list(article.byline), url: address, 'dcterms:source': address === undefined ? given(article.url) : undefined, textHash: article.textHash, synthetic: article.synthetic,
  }
}

function clean(value: Json): Json {
  if (typeof value === 'string') return wellFormed(value)
  if (Array.isArray(value)) return (value as readonly Json[]).map(clean)
  return typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) : value
}

const text = (node: Fields): string => JSON.stringify(Object.fromEntries(Object.entries(node).flatMap(([key, value]) => (value === undefined ? [] : [[key, clean(value)]]))))

async function* nodes(graph: ExportGraph, links: Links): AsyncGenerator<Fields> {
  for await (const page of graph.entities()) for (const entity of page) yield entityNode(entity, links)
  // Agents and rules are named once; there are few of them.
  const told = new Set<Json | undefined>()
  for await (const { facts, articles } of graph.facts()) {
    for (const item of facts) {
      yield* factNodes(item, links)
      for (const piece of item.evidence) {
        const article = articles.get(piece.articleId)
        for (const node of article === undefined ? [] : evidenceNodes(piece, article, links)) {
          if (told.has(node['id'])) continue
          if (node['label'] !== undefined) told.add(node['id'])
          yield node
        }
      }
    }
  }
  for await (const page of graph.articles()) for (const article of page) yield articleNode(article, links)
}

async function* write(graph: ExportGraph, links: Links): AsyncGenerator<string> {
  yield `{"@context": ${JSON.stringify(toContext())},\n"@graph": [`
  let between = '\n'
  for await (const node of nodes(graph, links)) {
    yield between + text(node)
    between = ',\n'
  }
  yield '\n]}\n'
}

export const JSONLD: ExportFormat = { contentType: 'application/ld+json; charset=utf-8', extension: 'jsonld', write: (graph, { links }) => write(graph, links) }
