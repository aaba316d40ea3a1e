import { createHash } from 'node:crypto'
import type { ArticleRecord, EntityRecord } from '../../core/records.js'
import type { ExportFact, ExportGraph, Links } from '../export-graph.js'
import { leadEvidence } from '../lead-evidence.js'
import { both, isFullDate, modalityWords, relationWords, sortOf, strengthWords, webAddress, wellFormed } from '../words.js'
import type { ExportFormat } from './format.js'
import { linkOf, thingOf } from './ftm-map.js'

/** FollowTheMoney entities, one JSON object a line, as `ftm validate` and `ftm aggregate` read them. */

interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** Characters that FollowTheMoney takes in a name and in a plain string. */
const NAME_LENGTH = 384
const STRING_LENGTH = 1024
const TEXT_LENGTH = 60_000

function cut(text: string, most: number): string {
  const characters = Array.from(wellFormed(text))
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}

const name = (text: string): string => cut(text, NAME_LENGTH)
const string = (text: string): string => cut(text, STRING_LENGTH)
const long = (text: string): string => cut(text, TEXT_LENGTH)
const dates = (...texts: readonly string[]): readonly string[] => texts.filter(isFullDate)
const address = (text: string): readonly string[] => [webAddress(text) ?? '']

/** Without empty values and doubles. */
function entity(id: string, schema: string, properties: Readonly<Record<string, readonly string[]>>): FtmEntity {
  const kept = Object.entries(properties).map(([property, values]) => [property, [...new Set(values)].filter((value) => value.trim() !== '')] as const)
  return { id, schema, properties: Object.fromEntries(kept.filter(([, values]) => values.length > 0)) }
}

/** FollowTheMoney takes letters, digits, dots and hyphens in an id; ours are letters, hex digits and underscores. */
const key = (id: string): string => id.replaceAll('_', '-')
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
/** Ids of articles may hold what FollowTheMoney takes in no id. */
const articleKey = (id: string): string => `article-${digest(id)}`
const postKey = (objectId: string, title: string): string => `post-${digest(`${objectId} ${title}`)}`

function thing(item: EntityRecord, links: Links): FtmEntity {
  const schema = thingOf(item)
  const sort = both(sortOf(item))
  const isCut = Array.from(item.name).length > NAME_LENGTH
  return entity(key(item.id), schema, {
    name: [name(item.name)],
    alias: item.aliases.map(name),
    description: isCut ? [long(item.name)] : [],
    keywords: [sort],
    sourceUrl: address(links.entity(item.id)),
    ...(schema === 'Territory' ? { level: [sort] } : {}),
  })
}

function document(item: ArticleRecord): FtmEntity {
  return entity(articleKey(item.id), 'Article', {
    name: [name(item.title === '' ? item.id : item.title)],
    title: [string(item.title)],
    author: item.byline.map(string),
    publisher: [string(item.source)],
    publishedAt: dates(item.date),
    sourceUrl: address(item.url),
    processingAgent: [string(item.pipeline)],
    keywords: item.synthetic ? ['synthetic'] : [],
  })
}

const judgedWords = ({ verdict, disputed }: ExportFact): readonly string[] =>
  [...(verdict === '' ? [] : [`核查 · verdict: ${verdict}`]), ...(disputed ? ['有异议 · disputed'] : [])]

/** What every link says of itself, whichever its schema. */
function told(item: ExportFact, articles: ReadonlyMap<string, ArticleRecord>): Readonly<Record<string, readonly string[]>> {
  const { fact, evidence, speaker } = item
  const proofs = evidence.map(({ articleId }) => articles.get(articleId)).filter((article) => article !== undefined)
  const lead = leadEvidence(item)
  const says = speaker === undefined ? [] : [`说话者 · speaker: ${name(speaker.name)}`]
  return {
    recordId: [fact.id],
    summary: lead === undefined ? [] : [long(lead.quote)],
    description: [[both(strengthWords(fact)), both(modalityWords(fact)), ...says, ...judgedWords(item)].join('；')],
    date: dates(fact.firstSeen, fact.lastSeen),
    proof: proofs.map(({ id }) => articleKey(id)),
    publisher: proofs.map(({ source }) => string(source)),
    sourceUrl: proofs.flatMap(({ url }) => address(url)),
    namesMentioned: speaker === undefined ? [] : [name(speaker.name)],
  }
}

function roleOf({ fact }: ExportFact): string {
  const post = fact.title === '' ? '' : `：${fact.title}`
  const caution = fact.modality === 'ASSERTED' ? '' : `（${both(modalityWords(fact))}）`
  return string(`${both(relationWords(fact))}${post}${caution}`)
}

function links(item: ExportFact, articles: ReadonlyMap<string, ArticleRecord>): readonly FtmEntity[] {
  const { fact, subject, object } = item
  const common = told(item, articles)
  const link = linkOf(item)
  switch (link.schema) {
    case 'Occupancy': {
      const post = postKey(object.id, fact.title)
      const place = object.kind === 'REGION' ? { subnationalArea: [string(object.name)] } : { organization: [key(object.id)] }
      return [
        entity(post, 'Position', { name: [name(`${object.name}${fact.title}`)], ...place }),
        entity(key(fact.id), 'Occupancy', { ...common, holder: [key(subject.id)], post: [post] }),
      ]
    }
    case 'Employment': case 'ProjectParticipant': case 'UnknownLink': {
      const [from, to] = link.ends
      const role = link.schema === 'Employment' && fact.title !== '' ? string(fact.title) : roleOf(item)
      return [entity(key(fact.id), link.schema, { ...common, [from]: [key(subject.id)], [to]: [key(object.id)], role: [role] })]
    }
  }
}

const line = (item: FtmEntity): string => `${JSON.stringify(item)}\n`

async function* write(graph: ExportGraph, addresses: Links): AsyncGenerator<string> {
  for await (const page of graph.entities()) for (const item of page) yield line(thing(item, addresses))
  for await (const page of graph.articles()) for (const article of page) yield line(document(article))
  for await (const { facts, articles } of graph.facts()) for (const item of facts) for (const made of links(item, articles)) yield line(made)
}

export const FTM: ExportFormat = { contentType: 'application/x-ndjson; charset=utf-8', extension: 'ftm.json', write: (graph, { links: addresses }) => write(graph, addresses) }
