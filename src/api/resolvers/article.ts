import type { EntityKind } from '../../../schema/ontology/index.js'
import type { ArticleHead, PlacedMention } from '../../answers/lookups.js'
import type { ArticleRecord } from '../../core/records.js'
import type { ApiContext } from '../context.js'
import { demand } from './demand.js'
import { dateOrNull } from './scalars.js'

/** An article that another record points at, or one that is read already. */
export type ArticleRef = { readonly id: string } | ArticleRecord

const full = (ref: ArticleRef, { loaders }: ApiContext): Promise<ArticleRecord> =>
  'rawText' in ref ? Promise.resolve(ref) : demand(loaders.article.load(ref.id))

const field = <K extends keyof ArticleRecord>(name: K) => async (ref: ArticleRef, _: unknown, context: ApiContext): Promise<ArticleRecord[K]> =>
  (await full(ref, context))[name]

/** The same for what stands above the text, which may be at hand without it. */
const headField = <K extends keyof ArticleHead>(name: K) => async (ref: ArticleRef, _: unknown, { loaders }: ApiContext): Promise<ArticleHead[K]> =>
  ('rawText' in ref ? ref : await demand(loaders.articleHead.load(ref.id)))[name]

export const Article = {
  title: headField('title'),
  date: async (ref: ArticleRef, _: unknown, context: ApiContext) => dateOrNull(await headField('date')(ref, _, context)),
  source: headField('source'),
  url: field('url'),
  byline: field('byline'),
  synthetic: field('synthetic'),
  rawText: field('rawText'),
  cleanText: field('cleanText'),
  textHash: field('textHash'),
  pipeline: field('pipeline'),
  repairs: field('repairs'),
  mentions: async ({ id }: ArticleRef, { kinds }: { readonly kinds?: readonly EntityKind[] | null }, { loaders }: ApiContext) => {
    const mentions = await loaders.articleMentions.load(id)
    return kinds == null || kinds.length === 0 ? mentions : mentions.filter(({ kind }) => kinds.includes(kind))
  },
}

export const MentionFields = {
  cleanText: ({ clean }: PlacedMention) => clean,
  clean: ({ span }: PlacedMention) => span,
  entity: ({ entityId }: PlacedMention, _: unknown, { loaders }: ApiContext) => demand(loaders.entity.load(entityId)),
}
