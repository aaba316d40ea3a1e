/**
 * The evidence invariant, checked on the stored graph: every quote is the slice of the stored raw text at its span,
 * every fact is the fold of its evidence, lists it and has some while it is open, and the edges mirror the open facts.
 */
import { pagesOf } from '../store/pages.js'
import type { GraphStore } from '../store/port.js'
import { finding, type Finding } from './finding.js'
import { verifyArticles } from './verify-articles.js'
import { verifyFacts } from './verify-facts.js'

/** Articles checked at a time; their full texts are in memory. */
const ARTICLES_AT_A_TIME = 50
const FACTS_AT_A_TIME = 500
/** Astray evidence listed at most; one is enough to be broken. */
const ASTRAY_LIMIT = 100

/** Walks the whole graph and yields what is broken, as it is found. Stops early when the signal fires. */
export async function* verifyGraph(store: GraphStore, signal?: AbortSignal): AsyncGenerator<Finding> {
  for await (const page of pagesOf(store, 'article-ids', 'id', ARTICLES_AT_A_TIME)) {
    yield* await verifyArticles(store, page.map((row) => String(row['id'])))
    if (signal?.aborted === true) return
  }
  for (const row of await store.read('astray-evidence', { limit: ASTRAY_LIMIT })) yield finding('EVIDENCE_ASTRAY', String(row['id']))
  yield* verifyFacts(store, FACTS_AT_A_TIME)
}
