import type { GraphQLResolveInfo } from 'graphql'
import { ENTITY_KINDS, STRENGTH_NAMES, type EntityKind, type Modality, type RelationType, type Strength } from '../../../schema/ontology/index.js'
import type { CoMention } from '../../answers/co-mention.js'
import { factKey } from '../../answers/facts-page.js'
import { narrowFacts, type NarrowArgs } from '../../answers/narrow-facts.js'
import { checkFirst, pageOf, type PageArgs } from '../../answers/paging.js'
import { isTitleAsked } from '../../answers/time/head-titles.js'
import { isPolicyGraphError } from '../../core/errors.js'
import type { EntityRecord } from '../../core/records.js'
import { atLeast } from '../../core/strength.js'
import type { ApiContext } from '../context.js'
import type { FactPageKey } from '../loaders.js'
import { pageAhead, proofOfPage } from '../look-ahead.js'
import { relay, same } from '../connections.js'
import { demand } from './demand.js'

export interface FactsArgs extends PageArgs, NarrowArgs {
  readonly types?: readonly RelationType[] | null
  readonly modalities?: readonly Modality[] | null
  readonly minStrength?: Strength | null
  readonly includeRejected?: boolean | null
}

export interface CoMentionedArgs {
  readonly kinds?: readonly EntityKind[] | null
  readonly asOf?: string | null
  readonly first: number
}

/** Lines that the generated SDL gets for the interface Entity and each of its types. */
export const ENTITY_FIELDS: readonly string[] = [
  '"它参与的事实，见于文章多者在前 · The facts that it stands in, those in most articles first." facts(types: [RelationType!], modalities: [Modality!], minStrength: LinkStrength, "只计截至此日所知 · Only what was known by this day." asOf: Date, "它是主体还是客体；无方向的关系总在内 · It is the subject, or the object; facts without direction are always in." side: FactSide, "另一端的种类 · Kinds of the other end." otherKinds: [EntityKind!], otherSubkinds: [String!], "所述之日在此期间，首尾在内 · Told of a day within, both ends included." from: Date, to: Date, "连同被审读否定者 · Those that readers rejected too." includeRejected: Boolean = false, first: Int, after: String): FactConnection!',
  '"按类型与方向计的事实条数，多者在前 · Its facts counted by type and direction, the most frequent first." relationCounts: [RelationCount!]!',
  '"提到它的文章，日期新者在前 · The articles that name it, latest first." articles(first: Int, after: String): ArticleConnection!',
  '"常与它同文提及的实体 · Entities that articles name together with it, the most frequent first." coMentioned(kinds: [EntityKind!], asOf: Date, first: Int = 10): [CoMention!]!',
  '"所任职务，或在其中任职者；在任者在前；title 为职务的末尾，如 书记 · Posts held, or held in it; those still held first; title is the end of the post, as 书记." posts(title: String, asOf: Date): [Post!]!',
]

const strengthsFrom = (floor: Strength | null | undefined): readonly Strength[] =>
  floor == null ? [] : STRENGTH_NAMES.filter((strength) => atLeast(strength, floor))

/** Newest first where keys ascend: the digits of the date, negated. */
const dateKey = (date: string): number => -Number(date.replaceAll('-', ''))

/** What the store itself filters and cuts by. */
const IN_STORE: ReadonlySet<string> = new Set(['first', 'after', 'types', 'modalities', 'minStrength', 'side'])
const isNothing = (value: unknown): boolean => value == null || value === false || (Array.isArray(value) && value.length === 0)
const cutByStore = (args: FactsArgs): boolean => Object.entries(args).every(([name, value]) => IN_STORE.has(name) || isNothing(value))

const filterOf = (args: FactsArgs) => ({ types: args.types ?? [], modalities: args.modalities ?? [], strengths: strengthsFrom(args.minStrength) })

/** The page as the store cuts it. */
const pageKey = (entityId: string, args: FactsArgs, proof: readonly number[] | undefined): FactPageKey =>
  ({ entityId, filter: { ...filterOf(args), side: args.side ?? null }, page: { first: args.first, after: args.after }, proof })

/** Reads the page of facts that will be asked of an entity, where each call counts: it brings the entity too. What is wrong with its arguments the field itself will say. */
export async function readFactsAhead(id: string, { store, loaders }: ApiContext, info: GraphQLResolveInfo): Promise<void> {
  const ahead = store.traits.remote ? pageAhead(info) : undefined
  if (ahead === undefined || !cutByStore(ahead.args)) return
  try {
    await loaders.factPages.load(pageKey(id, ahead.args, ahead.proof))
  } catch (error) {
    if (!isPolicyGraphError(error) || error.code !== 'BAD_INPUT') throw error
  }
}

const entityFields = {
  facts: async ({ id }: EntityRecord, args: FactsArgs, { store, loaders, review }: ApiContext, info: GraphQLResolveInfo) => {
    checkFirst(args.first)
    if (cutByStore(args)) return relay(await loaders.factPages.load(pageKey(id, args, store.traits.remote ? proofOfPage(info.fieldNodes, info) : undefined)), same)
    const filter = { ...filterOf(args), asOf: args.asOf ?? '' }
    const facts = await loaders.entityFacts.load({ entityId: id, filter })
    const rejected = args.includeRejected === true ? await review.rejectedFacts.load({ entityId: id, filter }) : []
    const narrowed = await narrowFacts(store, id, [...facts, ...rejected], args)
    return relay(pageOf(narrowed, factKey, args), same)
  },

  relationCounts: ({ id }: EntityRecord, _: unknown, { loaders }: ApiContext) => loaders.relationCounts.load(id),

  articles: async ({ id }: EntityRecord, args: PageArgs, { loaders }: ApiContext) => {
    checkFirst(args.first)
    const articles = await loaders.entityArticles.load(id)
    return relay(pageOf(articles, (article) => [dateKey(article.date), article.id], args), same)
  },

  coMentioned: async ({ id }: EntityRecord, args: CoMentionedArgs, { loaders }: ApiContext) => {
    const first = checkFirst(args.first)
    const together = await loaders.coMentioned.load({ entityId: id, kinds: args.kinds ?? [], asOf: args.asOf ?? '' })
    return pageOf(together, ({ fact }) => [-fact.articleCount, fact.strength, fact.id], { first }).edges.map(({ node }) => ({ ...node, seenFrom: id }))
  },

  posts: async ({ id }: EntityRecord, { title, asOf }: { readonly title?: string | null; readonly asOf?: string | null }, { loaders }: ApiContext) => {
    const posts = await loaders.posts.load({ entityId: id, asOf: asOf ?? '' })
    return title == null ? posts : posts.filter((post) => isTitleAsked(title, post.title))
  },
}

export const Entity = {
  __resolveType: ({ kind }: EntityRecord) => ENTITY_KINDS[kind].typeName,
  ...entityFields,
}

export type CoMentionSeen = CoMention & { readonly seenFrom: string }

export const CoMentionFields = {
  entity: ({ fact, seenFrom }: CoMentionSeen, _: unknown, { loaders }: ApiContext) =>
    demand(loaders.entity.load(fact.subjectId === seenFrom ? fact.objectId : fact.subjectId)),
  articleCount: ({ fact }: CoMentionSeen) => fact.articleCount,
  strength: ({ fact }: CoMentionSeen) => fact.strength,
}
