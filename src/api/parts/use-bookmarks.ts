import { OperationTypeNode, getOperationAST, type ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { GraphStore } from '../../store/port.js'

/**
 * Reads after writes where several servers stand before one cluster: the answer to a change carries bookmarks, and a question that
 * gives them back, to whichever server, sees the change.
 */

/** Of a request: bookmarks, parted by spaces. */
const AFTER = 'policygraph-after'
/** Of the answer to a change. */
const BOOKMARK = 'policygraph-bookmark'

export const bookmarksOf = (request: Request): readonly string[] => (request.headers.get(AFTER) ?? '').split(' ').filter((bookmark) => bookmark !== '')

export function useBookmarks(store: GraphStore): Plugin {
  const changes = new WeakSet<Request>()
  return {
    onExecute({ args }) {
      const { document, operationName, contextValue } = args as ExecutionArgs
      if (getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION) changes.add((contextValue as { readonly request: Request }).request)
    },
    async onResponse({ request, response }) {
      if (!changes.has(request)) return
      const bookmarks = await store.bookmarks()
      if (bookmarks.length > 0) response.headers.set(BOOKMARK, bookmarks.join(' '))
    },
  }
}
