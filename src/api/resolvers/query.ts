import type { GraphQLResolveInfo } from 'graphql'
import { ENTITY_KIND_NAMES, type EntityKind, type Strength } from '../../../schema/ontology/index.js'
import { connection, type ConnectionArgs } from '../../answers/connection.js'
import { firmsLinkedTo, type FirmsLinkedToArgs } from '../../answers/firms-linked-to.js'
import { listArticles, listEntities, search, type ArticleListArgs, type EntityListArgs, type SearchArgs } from '../../answers/lists.js'
import { resolveName } from '../../answers/resolve-name.js'
import { exampleQuestions, stats } from '../../answers/stats.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { ApiContext } from '../context.js'
import { relay, same } from '../connections.js'
import { readFactAhead } from '../loaders.js'
import { proofOfOne } from '../look-ahead.js'
import { LIST_FIELDS } from '../typed-lists.js'
import { readFactsAhead } from './entity.js'
import { dateOrNull } from './scalars.js'

/** Ids that one call of `entitiesById` or `factsById` may ask for. */
const MAX_IDS = 300

function checkIds(ids: readonly string[]): readonly string[] {
  if (ids.length > MAX_IDS) throw new PolicyGraphError('BAD_INPUT', `一次至多取 ${MAX_IDS} 个 · at most ${MAX_IDS} at once`, { details: { ids: ids.length } })
  return ids
}

export interface ById {
  readonly id: string
}

const typedList = (kind: EntityKind) => async (_: unknown, args: Omit<EntityListArgs, 'kinds'>, { store }: ApiContext) =>
  relay(await listEntities(store, { ...args, kinds: [kind] }), same)

/** Fields of Query: arguments in, an answer of src/answers out. */
export const Query = {
  entity: async (_: unknown, { id }: ById, context: ApiContext, info: GraphQLResolveInfo) => {
    await readFactsAhead(id, context, info)
    return (await context.loaders.entity.load(id)) ?? null
  },
  entitiesById: async (_: unknown, { ids }: { readonly ids: readonly string[] }, { loaders }: ApiContext) =>
    Promise.all(checkIds(ids).map(async (id) => (await loaders.entity.load(id)) ?? null)),
  factsById: async (_: unknown, { ids }: { readonly ids: readonly string[] }, { loaders }: ApiContext) =>
    Promise.all(checkIds(ids).map(async (id) => (await loaders.fact.load(id)) ?? null)),
  fact: async (_: unknown, { id }: ById, { store, loaders }: ApiContext, info: GraphQLResolveInfo) => {
    const proof = store.traits.remote ? proofOfOne(info) : undefined
    if (proof !== undefined) await readFactAhead(store, id, proof, loaders)
    return (await loaders.fact.load(id)) ?? null
  },
  article: async (_: unknown, { id }: ById, { loaders }: ApiContext) => (await loaders.article.load(id)) ?? null,

  resolve: (_: unknown, { name, kinds }: { readonly name: string; readonly kinds?: readonly EntityKind[] | null }, { store }: ApiContext) =>
    resolveName(store, name, { kinds: kinds ?? [] }),
  search: async (_: unknown, args: SearchArgs, { store }: ApiContext) =>
    relay(await search(store, args), ({ entity }) => entity, ({ match }) => ({ match })),

  entities: async (_: unknown, args: EntityListArgs, { store }: ApiContext) => relay(await listEntities(store, args), same),
  ...Object.fromEntries(ENTITY_KIND_NAMES.map((kind) => [LIST_FIELDS[kind], typedList(kind)])),
  articles: async (_: unknown, args: ArticleListArgs, { store }: ApiContext) => relay(await listArticles(store, args), same),

  firmsLinkedTo: async (_: unknown, args: FirmsLinkedToArgs, { store, loaders }: ApiContext) => {
    const { initiative, page, notes, coMentions } = await firmsLinkedTo(store, args)
    for (const [factId, item] of coMentions) loaders.coMention.prime({ factId, asOf: args.asOf ?? '' }, item)
    const edges = relay(page, ({ firm }) => firm, ({ strength, paths }: { strength: Strength; paths: unknown }) => ({ strength, paths }))
    return { ...edges, initiative, notes, truncated: notes.length > 0 }
  },
  connection: (_: unknown, args: ConnectionArgs, { store }: ApiContext) => connection(store, args),

  stats: async (_: unknown, __: unknown, { store }: ApiContext) => {
    const all = await stats(store)
    return { ...all, firstDate: dateOrNull(all.firstDate), lastDate: dateOrNull(all.lastDate), examples: () => exampleQuestions(store) }
  },
  ontology: () => ({}),
}
