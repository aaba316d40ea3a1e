import { ENTITY_KINDS, RELATIONS } from '../../../schema/ontology/index.js'
import type { EntityRecord } from '../../core/records.js'
import type { ArticleHead, FactLine, Links } from '../export-graph.js'
import { leadEvidence } from '../lead-evidence.js'
import { both, joinList, relationWords, sortOf } from '../words.js'

/** What GraphML and GEXF say of a node and of an edge: names with their types, and the values in that order. */

export type AttributeType = 'string' | 'int' | 'boolean'
export interface Attribute {
  readonly name: string
  readonly type: AttributeType
}

/** Attributes from `name` (string) or `name:type`, separated by blanks. */
const attributes = (list: string): readonly Attribute[] => list.split(' ').map((item) => {
  const [name = '', type = 'string'] = item.split(':')
  return { name, type: type as AttributeType }
})

export const NODE_ATTRIBUTES = attributes('kind subkind sort name aliases articleCount:int link')
export const EDGE_ATTRIBUTES = attributes(
  'type relation title strength modality speaker firstSeen lastSeen articleCount:int evidenceCount:int open:boolean verdict disputed:boolean quote articleTitle articleSource articleDate articleUrl link',
)

export type AttributeValues = Readonly<Record<string, string | number | boolean>>

export const nodeValues = (entity: EntityRecord, links: Links): AttributeValues => ({
  kind: entity.kind, subkind: entity.subkind, sort: both(sortOf(entity)), name: entity.name, aliases: joinList(entity.aliases), articleCount: entity.articleCount, link: links.entity(entity.id),
})

export const colourOf = ({ kind }: EntityRecord): string => ENTITY_KINDS[kind].colour

export const isDirected = ({ fact }: Pick<FactLine, 'fact'>): boolean => !RELATIONS[fact.type].symmetric

export function edgeValues(item: FactLine, articles: ReadonlyMap<string, ArticleHead>, links: Links): AttributeValues {
  const { fact, speaker, verdict, disputed } = item
  const lead = leadEvidence(item)
  const article = lead === undefined ? undefined : articles.get(lead.articleId)
  return {
    type: fact.type, relation: both(relationWords(fact)), title: fact.title, strength: fact.strength, modality: fact.modality, speaker: speaker?.name ?? '', firstSeen: fact.firstSeen,
    lastSeen: fact.lastSeen, articleCount: fact.articleCount, evidenceCount: fact.evidenceCount, open: fact.open, verdict, disputed, quote: lead?.quote ?? '', articleTitle: article?.title ?? '',
    articleSource: article?.source ?? '', articleDate: article?.date ?? '', articleUrl: article?.url ?? '', link: links.fact(fact.id),
  }
}
