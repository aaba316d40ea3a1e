import type { CountedPage } from '../answers/lists.js'
import type { Edge, Page } from '../answers/paging.js'

/** A page as a Relay connection. `node` turns a row into what the field's type stands for. */
export interface RelayConnection<N> {
  readonly edges: readonly (Edge<N> & Readonly<Record<string, unknown>>)[]
  readonly nodes: readonly N[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  /** A function is called only when the field is asked for. */
  readonly totalCount: number | (() => Promise<number>)
}

/** `more` adds fields to each edge. */
export function relay<T, N>(page: Page<T> | CountedPage<T>, node: (row: T) => N, more: (row: T) => Readonly<Record<string, unknown>> = () => ({})): RelayConnection<N> {
  const edges = page.edges.map((edge) => ({ ...more(edge.node), cursor: edge.cursor, node: node(edge.node) }))
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  }
}

export const same = <T>(row: T): T => row
