import { PolicyGraphError } from '../../core/errors.js'
import type { EntityRecord } from '../../core/records.js'
import type { GraphStore } from '../../store/port.js'
import { checkDate } from '../dates.js'
import { resolveName } from '../resolve-name.js'
import { int, text } from '../rows.js'

/** How much is told of an entity, month by month. */

export const TREND_STEPS = ['MONTH', 'YEAR'] as const
export type TrendStep = (typeof TREND_STEPS)[number]

/** Steps of one answer: fifty years of months. */
const MOST_STEPS = 600

export interface TrendsArgs {
  /** Id or name; exactly one of the two. */
  readonly initiative?: string | null | undefined
  readonly entity?: string | null | undefined
  /** ISO dates, inclusive. */
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly by?: TrendStep | null | undefined
}

export interface TrendPoint {
  /** YYYY-MM or YYYY. */
  readonly period: string
  /** Facts told for days of the period; a fact that is told in two periods counts in both. */
  readonly facts: number
  readonly evidence: number
  /** Articles of the period that name the entity. */
  readonly articles: number
}

export interface Trends {
  readonly entity: EntityRecord
  readonly by: TrendStep
  /** Every period from the first to the last with anything, also those with nothing. */
  readonly points: readonly TrendPoint[]
  /** Told or published on no known day; not counted when days are asked for. */
  readonly undated: Omit<TrendPoint, 'period'>
  /** Periods before the first shown were left out. */
  readonly truncated: boolean
}

const NOTHING = { facts: 0, evidence: 0, articles: 0 }

async function resolveOne(store: GraphStore, { initiative, entity }: TrendsArgs): Promise<EntityRecord> {
  const given = [initiative, entity].filter((name) => typeof name === 'string')
  const [name] = given
  if (name === undefined || given.length > 1) {
    throw new PolicyGraphError('BAD_INPUT', 'initiative 与 entity 须给且只给一个 · give exactly one of initiative and entity', { details: { argument: 'entity' } })
  }
  return typeof initiative === 'string' ? resolveName(store, name, { argument: 'initiative', kinds: ['INITIATIVE'] }) : resolveName(store, name, { argument: 'entity' })
}

/** All periods between two, both included. */
function periodsBetween(first: string, last: string, by: TrendStep): readonly string[] {
  const periods: string[] = []
  const [year = 0, month = 1] = first.split('-').map(Number)
  for (let y = year, m = month; ;) {
    const period = by === 'YEAR' ? String(y).padStart(4, '0') : `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`
    if (period > last) return periods
    periods.push(period)
    if (by === 'YEAR' || m === 12) y++
    m = by === 'YEAR' ? m : (m % 12) + 1
  }
}

/**
 * Facts, evidence and articles of an entity by month or year; facts by the day of the event, else of the article. A year sums its
 * months, so a fact told in several months of it counts for each. Three store calls, counted in the store.
 * Throws BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME.
 */
export async function trends(store: GraphStore, args: TrendsArgs): Promise<Trends> {
  const [since, until] = [checkDate(args.from, 'from'), checkDate(args.to, 'to')]
  const by = args.by ?? 'MONTH'
  const entity = await resolveOne(store, args)
  const params = { id: entity.id, since, until }
  const [facts, articles] = await Promise.all([store.read('facts-by-month', params), store.read('articles-by-month', params)])
  const counts = new Map<string, { facts: number; evidence: number; articles: number }>()
  const at = (month: string): { facts: number; evidence: number; articles: number } => {
    const period = by === 'YEAR' ? month.slice(0, 4) : month
    const known = counts.get(period) ?? { ...NOTHING }
    counts.set(period, known)
    return known
  }
  for (const row of facts) {
    const point = at(text(row, 'month'))
    point.facts += int(row, 'facts')
    point.evidence += int(row, 'evidence')
  }
  for (const row of articles) at(text(row, 'month')).articles += int(row, 'articles')
  const dated = [...counts.keys()].filter((period) => period !== '').sort()
  const all = periodsBetween(dated[0] ?? '', dated.at(-1) ?? '', by)
  const shown = dated.length === 0 ? [] : all.slice(-MOST_STEPS)
  return { entity, by, points: shown.map((period) => ({ period, ...(counts.get(period) ?? NOTHING) })), undated: counts.get('') ?? NOTHING, truncated: shown.length < all.length && dated.length > 0 }
}
