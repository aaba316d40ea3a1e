import type { Modality, RelationType } from '../../../schema/ontology/index.js'
import { RELATION_NAMES } from '../../../schema/ontology/index.js'
import type { EntityRecord } from '../../core/records.js'
import type { GraphStore, StoreRow } from '../../store/port.js'
import { dayOf, isKnownBy, modalityOf } from '../as-of.js'
import { checkDate } from '../dates.js'
import { groupBy } from '../group-by.js'
import { checkFirst, pageOf, type Page, type PageArgs } from '../paging.js'
import type { Reason } from '../paths.js'
import { resolveName } from '../resolve-name.js'
import { oneOf, text } from '../rows.js'
import { isFormerTitle, tellsBeginning } from './head-titles.js'

/** What happened to an entity, in the order of time. */

/** Pieces of evidence and articles that are looked at. */
const EVENTS_READ = 5_000
const ARTICLES_READ = 5_000

export const EVENT_KINDS = ['FACT', 'POST_BEGAN', 'POST_HELD', 'POST_ENDED', 'POST_FORMER', 'ARTICLE'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** One thing that was told of the entity for one day. */
export interface TimelineEvent {
  /** ISO date, or '' when nobody tells it. */
  readonly day: string
  readonly kind: EventKind
  /** True when the text dates the event; else the day is that of the article. */
  readonly dated: boolean
  /** '' for ARTICLE. */
  readonly factId: string
  readonly modality: Modality
  /** The articles that tell it, sorted; for ARTICLE the one that names the entity. */
  readonly articleIds: readonly string[]
  readonly evidenceCount: number
}

export interface TimelineArgs extends PageArgs {
  /** Id or name. */
  readonly entity: string
  /** ISO dates, inclusive; events without a day are left out when one is given. */
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
  readonly asOf?: string | null | undefined
  /** Only facts of these types; articles are then left out. */
  readonly types?: readonly RelationType[] | null | undefined
  /** Latest first instead of oldest first; events without a day are last all the same. */
  readonly latestFirst?: boolean | null | undefined
}

export interface Timeline {
  readonly entity: EntityRecord
  /** Oldest first; events without a day last. */
  readonly page: Page<TimelineEvent>
  readonly notes: readonly Reason[]
}

interface ToldEvent {
  readonly kind: EventKind
  readonly day: string
  readonly dated: boolean
  readonly factId: string
  readonly modality: Modality
  readonly articleId: string
}

function kindOfRow(row: StoreRow, type: RelationType, modality: Modality): EventKind {
  if (type !== 'HOLDS_POSITION') return 'FACT'
  if (modality === 'DENIED') return 'POST_ENDED'
  if (isFormerTitle(text(row, 'title'))) return 'POST_FORMER'
  return modality === 'ASSERTED' && tellsBeginning(text(row, 'cue'), text(row, 'cleanQuote')) ? 'POST_BEGAN' : 'POST_HELD'
}

function toToldEvent(row: StoreRow): ToldEvent {
  const modality = modalityOf(row)
  return {
    kind: kindOfRow(row, oneOf(row, 'type', RELATION_NAMES), modality), day: text(row, 'day'), dated: text(row, 'eventDate') !== '', factId: text(row, 'factId'), modality,
    articleId: text(row, 'articleId'),
  }
}

/** The same told by several articles for one day is one event. */
const folded = (told: readonly ToldEvent[]): readonly TimelineEvent[] =>
  [...groupBy(told, ({ day, kind, factId, modality }) => `${day} ${kind} ${factId} ${modality}`).values()].flatMap((same) => {
    const [lead] = same
    if (lead === undefined) return []
    const { day, kind, factId, modality } = lead
    return [{ day, kind, factId, modality, dated: same.some(({ dated }) => dated), articleIds: [...new Set(same.map(({ articleId }) => articleId))].sort(), evidenceCount: same.length }]
  })

const keyOf = (latestFirst: boolean) => (event: TimelineEvent): readonly (string | number)[] =>
  [event.day === '' ? 1 : 0, latestFirst ? -Number(event.day.replaceAll('-', '')) : event.day, EVENT_KINDS.indexOf(event.kind), event.factId, event.modality, event.articleIds[0] ?? '']

/**
 * What the articles tell of an entity by day: facts on the day of the event (else of the article), posts begun, held, ended or
 * former, and the articles that name it. At most four store calls. Throws BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME.
 */
export async function timeline(store: GraphStore, args: TimelineArgs): Promise<Timeline> {
  checkFirst(args.first)
  const [since, until, asOf] = [checkDate(args.from, 'from'), checkDate(args.to, 'to'), checkDate(args.asOf, 'asOf')]
  const types = [...(args.types ?? [])]
  const entity = await resolveName(store, args.entity, { argument: 'entity' })
  const [facts, articles] = await Promise.all([
    store.read('events-of-entity', { id: entity.id, types, since, until, limit: EVENTS_READ }),
    types.length > 0 ? [] : store.read('articles-of-entities', { ids: [entity.id], limit: ARTICLES_READ }),
  ])
  const told = facts.filter((row) => isKnownBy(asOf, { articleDate: text(row, 'articleDate'), eventDate: text(row, 'eventDate') })).map(toToldEvent)
  const named = articles.flatMap((row): readonly TimelineEvent[] => {
    const day = dayOf({ articleDate: text(row, 'date'), eventDate: '' })
    const within = (since === '' || day >= since) && (until === '' || (day !== '' && day <= until)) && (asOf === '' || day <= asOf)
    return within ? [{ day, kind: 'ARTICLE', dated: false, factId: '', modality: 'ASSERTED', articleIds: [text(row, 'articleId')], evidenceCount: 0 }] : []
  })
  const cut = (code: string, count: number, what: { readonly zh: string; readonly en: string }): Reason =>
    ({ code, zh: `${what.zh}过多，只看了 ${count} 处`, en: `too many ${what.en}; ${count} of them were looked at` })
  return {
    entity, page: pageOf([...folded(told), ...named], keyOf(args.latestFirst === true), args),
    notes: [
      ...(facts.length >= EVENTS_READ ? [cut('EVENTS_CUT', EVENTS_READ, { zh: '事件', en: 'events' })] : []),
      ...(articles.length >= ARTICLES_READ ? [cut('ARTICLES_CUT', ARTICLES_READ, { zh: '文章', en: 'articles' })] : []),
    ],
  }
}
