import type { Plugin } from 'graphql-yoga'
import { PolicyGraphError } from '../../core/errors.js'
import type { GraphStore } from '../../store/port.js'
import { atomXml, type AtomFeed } from '../../watch/atom.js'
import { entityFeed, firmsFeed } from '../../watch/feeds.js'
import { useGet, type GetOptions } from './answer-get.js'
import { decodeSegment } from './use-exports.js'

/** Atom feeds: `/feeds/entity/<name or id>.atom`, `/feeds/initiative/<name or id>.atom`, `/feeds/firms-linked-to.atom?initiative=…`. */

const ENTITY = /^\/feeds\/(entity|initiative)\/([^/]+)\.atom$/u

function feedOf(store: GraphStore, url: URL): Promise<AtomFeed> | undefined {
  const at = { base: `${url.origin}/`, self: url.href }
  const [, kind, name] = ENTITY.exec(url.pathname) ?? []
  if (name !== undefined) return entityFeed(store, decodeSegment(name), kind === 'initiative' ? ['INITIATIVE'] : [], at)
  if (url.pathname !== '/feeds/firms-linked-to.atom') return undefined
  const initiative = url.searchParams.get('initiative')
  if (initiative === null) throw new PolicyGraphError('BAD_INPUT', '缺少 initiative · initiative is missing', { details: { argument: 'initiative' } })
  return firmsFeed(store, initiative, at)
}

export const useFeeds = (store: GraphStore, options: GetOptions): Plugin => useGet((url) => {
  const feed = feedOf(store, url)
  return feed?.then((found) => new Response(atomXml(found), { headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' } }))
}, options)
