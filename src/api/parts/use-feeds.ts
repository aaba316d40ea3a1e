import type { GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { NOBODY } from '../../auth/principal.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { GraphStore } from '../../store/port.js'
import { atomXml, type AtomFeed } from '../../watch/atom.js'
import { askFeed, entityFeed, firmsFeed, questionFeed } from '../../watch/feeds.js'
import { makeContext } from '../context.js'
import { AskQuery } from '../resolvers/ask.js'
import { useGet, type GetOptions } from './answer-get.js'
import { decodeSegment } from './use-exports.js'

/**
 * Atom feeds: `/feeds/entity/<name or id>.atom`, `/feeds/initiative/<name or id>.atom`, `/feeds/firms-linked-to.atom?initiative=…`,
 * `/feeds/question/<name>.atom?<parameters>`, `/feeds/ask.atom?question=…`.
 */

const ENTITY = /^\/feeds\/(entity|initiative)\/([^/]+)\.atom$/u
const QUESTION = /^\/feeds\/question\/([^/]+)\.atom$/u

export interface FeedOptions extends GetOptions {
  /** Answers plain questions. */
  readonly schema: GraphQLSchema
}

function needed(url: URL, name: string): string {
  const value = url.searchParams.get(name)
  if (value === null) throw new PolicyGraphError('BAD_INPUT', `缺少 ${name} · ${name} is missing`, { details: { argument: name } })
  return value
}

async function plainQuestion(store: GraphStore, schema: GraphQLSchema, question: string, at: { readonly base: string; readonly self: string }): Promise<AtomFeed> {
  // Who may read was checked before; an answer reads and no more.
  const context = makeContext(store, { actor: NOBODY, role: 'reader', how: 'open' })
  return askFeed(store, await AskQuery.ask(undefined, { question }, context, { schema }), at)
}

function feedOf(store: GraphStore, schema: GraphQLSchema, url: URL, base: string): Promise<AtomFeed> | undefined {
  const at = { base, self: `${base}${url.pathname.slice(1)}${url.search}` }
  const [, kind, name] = ENTITY.exec(url.pathname) ?? []
  if (name !== undefined) return entityFeed(store, decodeSegment(name), kind === 'initiative' ? ['INITIATIVE'] : [], at)
  const [, question] = QUESTION.exec(url.pathname) ?? []
  if (question !== undefined) return questionFeed(store, decodeSegment(question), Object.fromEntries(url.searchParams), at)
  if (url.pathname === '/feeds/ask.atom') return plainQuestion(store, schema, needed(url, 'question'), at)
  return url.pathname === '/feeds/firms-linked-to.atom' ? firmsFeed(store, needed(url, 'initiative'), at) : undefined
}

export const useFeeds = (whole: GraphStore, { schema, ...options }: FeedOptions): Plugin => useGet(whole, ({ url, base, store }) => {
  const feed = feedOf(store, schema, url, base)
  return feed?.then((found) => new Response(atomXml(found), { headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' } }))
}, options)
