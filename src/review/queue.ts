import { checkFirst, pageOf, type PageArgs } from '../answers/paging.js'
import type { CountedPage } from '../answers/lists.js'
import { flag, int, oneOf, text, toFact } from '../answers/rows.js'
import { FACT_VERDICTS, type FactVerdict } from '../core/acts.js'
import type { FactRecord } from '../core/records.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { weigh, type Weight } from './weigh.js'

/** Why a fact waits for a reader. `ONE_READER`: confirmed or rejected by one, waiting for a second. */
export const QUEUE_STATES = ['UNREVIEWED', 'NEEDS_SOURCE', 'CONTESTED', 'DISPUTED', 'ONE_READER'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

/** What is asked for when nothing is said: all but what only waits for a second reader. */
export const DEFAULT_STATES: readonly QueueState[] = ['UNREVIEWED', 'NEEDS_SOURCE', 'CONTESTED', 'DISPUTED']

export interface QueueArgs extends PageArgs {
  readonly states?: readonly QueueState[] | null | undefined
}

export interface QueueItem extends Weight {
  readonly fact: FactRecord
}

export interface ReviewQueue {
  readonly page: CountedPage<QueueItem>
  /** More facts wait than were weighed; they come up as these are read. */
  readonly truncated: boolean
}

/** Facts taken for weighing from each of two sides: the weakest of all, and the weakest of the entities that most articles name. */
const MOST = 500
const BUSY_ENTITIES = 100

const VERDICT_OF: Partial<Readonly<Record<QueueState, FactVerdict>>> = { UNREVIEWED: '', NEEDS_SOURCE: 'NEEDS_SOURCE', CONTESTED: 'CONTESTED' }

const filterOf = (states: readonly QueueState[]) => ({
  verdicts: states.map((state) => VERDICT_OF[state]).filter((verdict) => verdict !== undefined),
  disputed: states.includes('DISPUTED'),
  oneReader: states.includes('ONE_READER'),
})

const countsBy = async (rows: Promise<readonly StoreRow[]>, column: string): Promise<ReadonlyMap<string, number>> =>
  new Map((await rows).map((row) => [text(row, 'id'), int(row, column)]))

async function weighAll(store: GraphStore, rows: readonly StoreRow[]): Promise<readonly QueueItem[]> {
  if (rows.length === 0) return []
  const facts = rows.map((row) => ({ fact: toFact(row), verdict: oneOf(row, 'verdict', FACT_VERDICTS), disputed: flag(row, 'disputed') }))
  const ends = new Set(facts.flatMap(({ fact }) => [fact.subjectId, fact.objectId]))
  const [degrees, repaired] = await Promise.all([
    countsBy(store.read('degrees-of-entities', { ids: [...ends] }), 'facts'),
    countsBy(store.read('repairs-of-facts', { ids: facts.map(({ fact }) => fact.id) }), 'repaired'),
  ])
  return facts.map(({ fact, verdict, disputed }) => ({
    fact,
    ...weigh({ ...fact, verdict, disputed, repaired: repaired.get(fact.id) ?? 0, degrees: (degrees.get(fact.subjectId) ?? 0) + (degrees.get(fact.objectId) ?? 0) }),
  }))
}

/** Rows of both sides, each fact once. What is neither weak nor of a busy entity cannot stand high in the queue. */
async function candidates(store: GraphStore, filter: ReturnType<typeof filterOf>): Promise<{ readonly rows: readonly StoreRow[]; readonly truncated: boolean }> {
  const [weakest, busy] = await Promise.all([store.read('facts-to-review', { ...filter, limit: MOST + 1 }), store.read('list-entities', { limit: BUSY_ENTITIES })])
  // All that waits is at hand already.
  if (weakest.length <= MOST) return { rows: weakest, truncated: false }
  const ofBusy = await store.read('facts-to-review-of-entities', { ...filter, ids: busy.map((row) => text(row, 'id')), limit: MOST })
  return { rows: [...new Map([...weakest.slice(0, MOST), ...ofBusy].map((row) => [text(row, 'id'), row])).values()], truncated: true }
}

/**
 * Facts that wait for a reader, by weakness × reach (`weigh`). Of a big graph at most 1,000 are weighed, in five store calls; others come
 * up as these are read.
 */
export async function reviewQueue(store: GraphStore, args: QueueArgs): Promise<ReviewQueue> {
  checkFirst(args.first)
  const states = args.states == null || args.states.length === 0 ? DEFAULT_STATES : args.states
  const filter = filterOf(states)
  const { rows, truncated } = await candidates(store, filter)
  const page = pageOf(await weighAll(store, rows), ({ score, fact }) => [-score, fact.id], args)
  return {
    truncated,
    page: {
      ...page,
      totalCount: async () => {
        const [row] = await store.read('count-facts-to-review', filter)
        return row === undefined ? 0 : int(row, 'facts')
      },
    },
  }
}
