import type { LoadProgress, LoadReport } from '../../ingest/6-load/report.js'
import type { FactRecord } from '../core/records.js'
import { factsOfArticles } from '../answers/lookups.js'
import type { GraphStore } from '../store/port.js'
import { Channel } from './channel.js'

/** Hears of new facts: from ingest in this process, and, where others may write to the same store, by looking at which articles there are. */

/** How often others' writes are looked for while somebody listens, in ms. */
export const POLL_EVERY = 15_000
/** Articles per page of that look, and pages at most: a larger graph is watched in this process only. */
const PAGE = 5_000
const MOST_PAGES = 40
const ARTICLES_PER_READ = 200

export interface Watch {
  readonly facts: Channel<FactRecord>
  readonly progress: Channel<LoadProgress>
  /** Tells the listeners what these articles, new or changed, prove. */
  announce(articleIds: readonly string[]): Promise<void>
  /** Call when somebody begins to listen: looks for others' writes from now on. */
  begin(): Promise<void>
  /** Tells whoever keeps count that a run of this process has ended. */
  reported(report: LoadReport): void
  /** Fires when runs of this process are to end after the batch at hand. */
  readonly stopping: AbortSignal | undefined
  close(): void
}

export interface WatchOptions {
  /** How often others' writes are looked for, in ms. */
  readonly every?: number
  readonly onReport?: (report: LoadReport) => void
  readonly stopping?: AbortSignal
}

async function storedArticles(store: GraphStore): Promise<ReadonlySet<string> | undefined> {
  const ids = new Set<string>()
  let afterId = ''
  for (let page = 0; page < MOST_PAGES; page++) {
    const rows = await store.read('article-ids', { afterId, limit: PAGE })
    for (const row of rows) ids.add(String(row['id']))
    if (rows.length < PAGE) return ids
    afterId = String(rows.at(-1)?.['id'])
  }
  return undefined
}

/** Watches a store. Polling goes on while somebody listens; articles are told by their ids, so one that changed under its id is not heard of that way. */
export function watchStore(store: GraphStore, { every = POLL_EVERY, onReport, stopping }: WatchOptions = {}): Watch {
  const facts = new Channel<FactRecord>()
  const progress = new Channel<LoadProgress>()
  let known: Set<string> | undefined
  let timer: NodeJS.Timeout | undefined

  async function announce(articleIds: readonly string[]): Promise<void> {
    for (const id of articleIds) known?.add(id)
    if (!facts.busy) return
    for (let at = 0; at < articleIds.length; at += ARTICLES_PER_READ) {
      const byArticle = await factsOfArticles(store, articleIds.slice(at, at + ARTICLES_PER_READ))
      const told = new Map([...byArticle.values()].flat().map((fact) => [fact.id, fact]))
      for (const fact of told.values()) if (fact.open) facts.send(fact)
    }
  }

  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
    known = undefined
  }

  async function look(): Promise<void> {
    if (!facts.busy) {
      stop()
      return
    }
    const now = await storedArticles(store)
    const before = known
    if (now !== undefined && before !== undefined) await announce([...now].filter((id) => !before.has(id)))
  }

  const schedule = (): void => {
    timer = setTimeout(() => {
      // A store that does not answer now may answer at the next look.
      void look().catch(() => undefined).then(() => {
        if (timer !== undefined) schedule()
      })
    }, every)
    timer.unref()
  }

  return {
    facts, progress, announce, stopping,
    reported(report) { onReport?.(report) },
    async begin() {
      if (!store.traits.sharedWriters || timer !== undefined) return
      schedule()
      const stored = await storedArticles(store)
      known = stored === undefined ? undefined : new Set(stored)
    },
    close() {
      stop()
      facts.close()
      progress.close()
    },
  }
}
