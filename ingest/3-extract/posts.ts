import type { CleanSpan } from '../../src/core/span.js'
import type { EntityMention, Post, TextView } from './document.js'
import { SHARED_HEADS } from './lexicon/titles.js'
import { sentenceAt, spanOf } from './text-view.js'
import { organStartBefore, titleEndAfter, titleStartBefore } from './titles.js'

interface ChainItem {
  readonly title: string
  readonly body: number | undefined
  readonly organ: string
  readonly start: number
}

/** Joins posts of one person: 市委副书记、市长. A comma may stand in long chains only before another title. */
const JOINT = /[、兼及暨]$/
const PLACE_KINDS = new Set(['ORGANIZATION', 'COMPANY', 'REGION', 'INITIATIVE'])

/**
 * Reads the posts that stand right before (or after) each person's name.
 * It walks left: title, body, joint, title … ; a title without a body takes the one to its left.
 */
export function readPosts(view: TextView, mentions: readonly EntityMention[]): Post[] {
  const endingAt = new Map<number, number>()
  mentions.forEach((mention, index) => endingAt.set(mention.span.end, index))
  const posts: Post[] = []
  let shared: { readonly person: number; readonly posts: readonly Post[] } | undefined
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'PERSON') return
    const sentence = sentenceAt(view.sentences, mention.span.start)
    if (!sentence) return
    const toPost = (item: ChainItem, span: CleanSpan): Post => ({ person: index, body: item.body, organ: item.organ, title: item.title, span, sentence: sentence.index })
    const chain = chainBefore(view.text, mentions, endingAt, mention.span.start, sentence.span.start)
    let own = chain.map((item) => toPost(item, spanOf(item.start, mention.span.end)))
    if (own.length === 0) {
      const after = titleAfter(view.text, mentions, endingAt, mention, sentence.span.start)
      if (after) own = [toPost(after, spanOf(after.start, titleEndAfter(view.text, mention.span.end)))]
      else if (shared && isNextInList(view.text, mentions, shared.person, index)) own = shared.posts.map((post) => ({ ...post, person: index, span: spanOf(post.span.start, mention.span.end) }))
    }
    posts.push(...own)
    const sharable = own.filter((post) => SHARED_HEADS.test(post.title))
    shared = own.length > 0 && sharable.length === own.length ? { person: index, posts: own } : undefined
  })
  return posts
}

function chainBefore(text: string, mentions: readonly EntityMention[], endingAt: ReadonlyMap<number, number>, nameStart: number, floor: number): ChainItem[] {
  const items: { title: string; body: number | undefined; organ: string; start: number }[] = []
  let at = nameStart
  for (;;) {
    const titleStart = titleStartBefore(text, at, bodyFloor(mentions, endingAt, at, floor))
    if (titleStart < 0) break
    const title = text.slice(titleStart, at)
    const body = bodyEndingAt(text, mentions, endingAt, titleStart)
    let start = titleStart
    let organ = ''
    if (body !== undefined) start = mentions[body]?.span.start ?? titleStart
    else {
      const organStart = organStartBefore(text, titleStart, floor)
      if (organStart >= 0) {
        organ = text.slice(organStart, titleStart)
        start = organStart
        const before = endingAt.get(organStart)
        if (before !== undefined && mentions[before]?.kind === 'REGION') start = mentions[before].span.start
      }
    }
    items.unshift({ title, body: body ?? regionBeforeOrgan(mentions, endingAt, organ, titleStart), organ, start })
    at = start
    if (!JOINT.test(text.slice(Math.max(floor, at - 1), at))) break
    at -= 1
  }
  // A title without a body of its own takes that of the title to its left.
  for (let i = 1; i < items.length; i++) {
    const item = items[i]
    const left = items[i - 1]
    if (item && left && item.body === undefined && item.organ === '') {
      item.body = left.body
      item.organ = left.organ
    }
  }
  return items
}

/** Titles do not reach into an entity that ends close before. */
function bodyFloor(mentions: readonly EntityMention[], endingAt: ReadonlyMap<number, number>, at: number, floor: number): number {
  for (let end = at; end > Math.max(floor, at - 24); end--) if (endingAt.has(end) && mentions[endingAt.get(end) ?? 0]?.kind !== 'PERSON') return end
  return floor
}

function bodyEndingAt(text: string, mentions: readonly EntityMention[], endingAt: ReadonlyMap<number, number>, end: number): number | undefined {
  const at = text.charAt(end - 1) === '的' ? end - 1 : end
  const index = endingAt.get(at)
  return index !== undefined && PLACE_KINDS.has(mentions[index]?.kind ?? '') ? index : undefined
}

/** 南通 + 市委 when the organ was not taken for a mention of its own. */
function regionBeforeOrgan(mentions: readonly EntityMention[], endingAt: ReadonlyMap<number, number>, organ: string, titleStart: number): number | undefined {
  if (organ === '') return undefined
  const index = endingAt.get(titleStart - organ.length)
  return index !== undefined && PLACE_KINDS.has(mentions[index]?.kind ?? '') ? index : undefined
}

/** 赵晓江副市长, with the body before the name. */
function titleAfter(text: string, mentions: readonly EntityMention[], endingAt: ReadonlyMap<number, number>, mention: EntityMention, floor: number): ChainItem | undefined {
  const end = titleEndAfter(text, mention.span.end)
  if (end < 0) return undefined
  const title = text.slice(mention.span.end, end)
  if (/^(代表|领导|成员|专家|总|主要)/.test(title)) return undefined
  const body = mention.span.start > floor ? bodyEndingAt(text, mentions, endingAt, mention.span.start) : undefined
  return { title, body, organ: '', start: body === undefined ? mention.span.start : (mentions[body]?.span.start ?? mention.span.start) }
}

/** True when only 、 (or 和) stands between the two names. */
function isNextInList(text: string, mentions: readonly EntityMention[], earlier: number, later: number): boolean {
  const from = mentions[earlier]?.span.end ?? 0
  const to = mentions[later]?.span.start ?? 0
  return /^[、和 ]$/.test(text.slice(from, to))
}
