import type { GraphStore, StoreRow } from '../../store/port.js'
import { byCodeUnit } from '../../store/fold.js'
import { dayOf, foldAsOf, isKnownBy, toDatedEvidence, type DatedEvidence, type FoldAsOf } from '../as-of.js'
import { checkDate } from '../dates.js'
import { groupBy } from '../group-by.js'
import type { Reason } from '../paths.js'
import { resolveName } from '../resolve-name.js'
import type { EntityRecord } from '../../core/records.js'
import { text } from '../rows.js'
import { isFormerTitle, isHeadTitle, tellsBeginning, withoutFormer } from './head-titles.js'

/** Posts over time: who held what, and whether they still do as far as the articles tell. */

/** Pieces of evidence read for the posts of one question. */
const POSTS_READ = 10_000

/**
 * HELD: the last word is that they hold it. ENDED: an article says that it ended. FORMER: it is only told as a former post.
 * SUCCEEDED: nobody says that it ended, but another is told in the same head's post later. PLANNED: it is only to come.
 */
export const POST_STATES = ['HELD', 'PLANNED', 'SUCCEEDED', 'ENDED', 'FORMER'] as const
export type PostState = (typeof POST_STATES)[number]

/** A person's post in a body, from all that tells of it. Days are ISO, or '' when unknown. */
export interface Post {
  readonly personId: string
  readonly bodyId: string
  /** Without 原. */
  readonly title: string
  readonly isHead: boolean
  readonly state: PostState
  /** The day on which an article says it began. */
  readonly since: string
  /** The day on which an article says it had ended, or on which a successor is first told. */
  readonly until: string
  /** The first and last day on which they are told in it. */
  readonly firstSeen: string
  readonly lastSeen: string
  /** The facts behind it, as folded from what was known. */
  readonly facts: readonly { readonly id: string; readonly fold: FoldAsOf }[]
  readonly articleCount: number
}

interface PostEvidence extends DatedEvidence {
  readonly personId: string
  readonly bodyId: string
  readonly title: string
  readonly begins: boolean
}

const toPostEvidence = (row: StoreRow): PostEvidence => ({
  ...toDatedEvidence(row, 'evidenceId'), personId: text(row, 'personId'), bodyId: text(row, 'bodyId'), title: text(row, 'title'),
  begins: tellsBeginning(text(row, 'cue'), text(row, 'cleanQuote')),
})

const daysOf = (evidence: readonly PostEvidence[]): readonly string[] => evidence.map(dayOf).filter((day) => day !== '').sort()

function postOf(evidence: readonly PostEvidence[], asOf: string): Post | undefined {
  const known = evidence.filter((item) => isKnownBy(asOf, item))
  const [lead] = known
  if (lead === undefined) return undefined
  const asserted = known.filter(({ modality }) => modality === 'ASSERTED')
  const held = asserted.filter(({ title }) => !isFormerTitle(title))
  const former = asserted.filter(({ title }) => isFormerTitle(title))
  const over = known.filter(({ modality }) => modality === 'DENIED')
  const planned = known.filter(({ modality }) => modality === 'PLANNED')
  if (held.length + former.length + over.length + planned.length === 0) return undefined
  const heldDays = daysOf(held)
  const lastHeld = heldDays.at(-1) ?? ''
  const ends = daysOf([...over, ...former]).filter((day) => day >= lastHeld)
  const hasEnded = (over.length > 0 && (ends.length > 0 || held.length === 0)) || (former.length > 0 && held.length > 0 && ends.length > 0)
  const state: PostState = hasEnded ? 'ENDED' : held.length > 0 ? 'HELD' : former.length > 0 ? 'FORMER' : 'PLANNED'
  const title = withoutFormer(lead.title)
  const facts = [...groupBy(known, ({ factId }) => factId)].flatMap(([id, own]) => {
    const fold = foldAsOf(own, asOf)
    return fold === undefined ? [] : [{ id, fold }]
  })
  return {
    personId: lead.personId, bodyId: lead.bodyId, title, isHead: isHeadTitle(title), state, since: daysOf(held.filter(({ begins }) => begins))[0] ?? '',
    until: hasEnded ? daysOf(over).filter((day) => day >= lastHeld)[0] ?? '' : '', firstSeen: heldDays[0] ?? '', lastSeen: lastHeld,
    facts, articleCount: new Set(known.map(({ articleId }) => articleId)).size,
  }
}

/** A head's post has one holder: one who was last told before another was first told in it has been succeeded. */
function withSuccessors(posts: readonly Post[]): readonly Post[] {
  const seats = groupBy(posts.filter(({ isHead, state }) => isHead && state === 'HELD'), ({ bodyId, title }) => `${bodyId} ${title}`)
  return posts.map((post) => {
    if (!post.isHead || post.state !== 'HELD' || post.lastSeen === '') return post
    const next = (seats.get(`${post.bodyId} ${post.title}`) ?? [])
      .filter(({ personId, firstSeen }) => personId !== post.personId && firstSeen > post.lastSeen).map(({ firstSeen }) => firstSeen).sort()[0]
    return next === undefined ? post : { ...post, state: 'SUCCEEDED' as const, until: next }
  })
}

const order = (a: Post, b: Post): number =>
  POST_STATES.indexOf(a.state) - POST_STATES.indexOf(b.state) || byCodeUnit(b.lastSeen, a.lastSeen) || byCodeUnit(a.bodyId, b.bodyId) || byCodeUnit(a.title, b.title) || byCodeUnit(a.personId, b.personId)

export interface Posts {
  /** By entity id: those that they hold first, then the latest. */
  readonly byEntity: ReadonlyMap<string, readonly Post[]>
  readonly notes: readonly Reason[]
}

/** Posts of people, and posts in bodies, regions and firms, as known by `asOf` ('' for all). Two store calls. */
export async function postsOfEntities(store: GraphStore, ids: readonly string[], asOf = ''): Promise<Posts> {
  const own = await store.read('posts-of-entities', { ids: [...ids], limit: POSTS_READ })
  const bodies = [...new Set(own.map((row) => text(row, 'bodyId')))].filter((id) => !ids.includes(id))
  // Who came after somebody is told in the posts of the body.
  const around = bodies.length === 0 ? [] : await store.read('posts-of-entities', { ids: bodies, limit: POSTS_READ })
  const evidence = new Map([...own, ...around].map((row) => [text(row, 'evidenceId'), toPostEvidence(row)]))
  const posts = [...groupBy([...evidence.values()], ({ personId, bodyId, title }) => `${personId} ${bodyId} ${withoutFormer(title)}`).values()].flatMap((all) => postOf(all, asOf) ?? [])
  const settled = [...withSuccessors(posts)].sort(order)
  const cut: Reason = { code: 'POSTS_CUT', zh: `职务记录过多，只看了 ${POSTS_READ} 处`, en: `too much is told of posts; ${POSTS_READ} places were looked at` }
  return {
    byEntity: new Map(ids.map((id) => [id, settled.filter(({ personId, bodyId }) => personId === id || bodyId === id)])),
    notes: own.length >= POSTS_READ || around.length >= POSTS_READ ? [cut] : [],
  }
}

export interface HeadsArgs {
  /** Id or name of an organization, firm, region or zone. */
  readonly organization: string
  readonly asOf?: string | null | undefined
}

export interface Heads {
  readonly organization: EntityRecord
  /** Those who hold a head's post on the day, as far as was known; the latest told first. */
  readonly heads: readonly Post[]
  readonly notes: readonly Reason[]
}

/** Who headed a body on a day, as far as the articles of that day tell. Throws BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME. */
export async function headsOf(store: GraphStore, args: HeadsArgs): Promise<Heads> {
  const asOf = checkDate(args.asOf, 'asOf')
  const organization = await resolveName(store, args.organization, { argument: 'organization', kinds: ['ORGANIZATION', 'COMPANY', 'REGION', 'INITIATIVE'] })
  const { byEntity, notes } = await postsOfEntities(store, [organization.id], asOf)
  return { organization, heads: (byEntity.get(organization.id) ?? []).filter(({ isHead, state }) => isHead && state === 'HELD'), notes }
}
