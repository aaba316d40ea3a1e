import type { EntityMention, Post, Sentence, TextView } from './document.js'
import { SHARED_HEADS } from './lexicon/titles.js'
import { hidesBody, itemEndingAt, itemStartingAt, postText, type PostItem, type PostText } from './post-items.js'
import { spanOf } from './text-view.js'
import { titleEndAfter } from './titles.js'
import { matchesOf } from './matches.js'

/** Joins posts of one person: 市委副书记、市长. */
const JOINT = /[、兼及暨和]$/
/** What may stand left of a run of posts that a comma parts from the next (A局局长，B公司董事长王某). */
const RUN_START = /(?:^|[，；。：！？、）)\s由与和对向经])$/
/** Verbs whose object is a post. */
const VERB = '免去|辞去|辞任|离任|卸任|不再担任|不再兼任|续任|转任|调任|改任|兼任|担任|出任|当选为?|履新|曾任|历任|先后任|拟任|现任|原任|接任|升任|获任|受聘为?|任命为|聘为|选举为|任(?=[^务何命职期意性])|为|系|是'
const VERBS = new RegExp(VERB, 'g')
const LIFE_VERBS = new RegExp(`${VERB}|，`, 'g')
const LOOSE_VERBS = /^(?:为|系|是|，)$/
/** 任命张某为公司总经理: the verb before the name makes 为 one of appointment. */
const NAMES_TO = /(?:任命|聘任|聘请|选举|推选|提名|委任|任免)[^，。；]*$/
/** 张某，男，汉族，某公司董事长: a life in brief, whose clauses may be posts. */
const LIFE = /^[^，。]{2,8}[，（(](?:男|女)[，）)]/
/** 2003年10月至2006年11月，某局局长; 2018.05—2019.01 …: a life by dates, each of which a post may follow. */
const DATES = '(?:19|20)\\d\\d(?:年(?:\\d{1,2}月)?|\\.\\d{1,2})(?:至|到|起|—+|-+|－+|–|~|～)\\s?(?:(?:19|20)\\d\\d(?:年(?:\\d{1,2}月)?|\\.\\d{1,2})|今)?[，,：:\\s\\u3000]*(?:先后)?(?:历任|曾任|任|担任)?'
const DATED = new RegExp(DATES)
const DATED_VERBS = new RegExp(`${DATES}|${VERB}`, 'g')
/** Between posts after a verb: a separator, and perhaps a date and another verb. */
const NEXT_POST = /^(?:（[^（）]{1,14}）|\([^()]{1,14}\))?(?:[、；，]|兼任?|和|及)(?:同时|并|后|又|再|随后)?(?:(?:\d{4}年|今年|同年|去年)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起)?)?(?:，)?(?:后|又|再|起|并|同时)?(?:转任|调任|改任|兼任|担任|出任|当选为?|任|升任|历任|曾任|现任)?/

interface ChainItem {
  readonly title: string
  readonly body: number | undefined
  readonly organ: string
  readonly start: number
}

/**
 * Reads the posts of the text: those right before or after a person's name, with the person, and those after a verb (曾任,
 * 任命…为), without one. A title without a body takes the one to its left in the same run.
 */
export function readPosts(view: TextView, mentions: readonly EntityMention[]): Post[] {
  const source = postText(view.text, mentions)
  const posts: Post[] = []
  let next = 0
  for (const sentence of view.sentences) {
    const persons: number[] = []
    for (; next < mentions.length && (mentions[next]?.span.start ?? 0) < sentence.span.end; next++) if (mentions[next]?.kind === 'PERSON') persons.push(next)
    const named = namedPosts(source, sentence, persons)
    posts.push(...[...named, ...loosePosts(source, sentence, named)].sort((a, b) => a.span.start - b.span.start))
  }
  return posts
}

function namedPosts(source: PostText, sentence: Sentence, persons: readonly number[]): Post[] {
  const posts: Post[] = []
  let shared: { readonly person: number; readonly posts: readonly Post[] } | undefined
  let floor = sentence.span.start
  for (const [position, index] of persons.entries()) {
    const name = source.mentions[index]
    if (!name) continue
    let own = chainBefore(source, name.span.start, floor).map((item): Post => postOf(item, index, '', item.start, name.span.end, sentence))
    if (own.length === 0) {
      own = postsAfter(source, name, index, sentence, floor)
      if (own.length === 0 && shared && /^[、和 \u3000]$/.test(source.text.slice(source.mentions[shared.person]?.span.end, name.span.start))) {
        own = shared.posts.map((post) => ({ ...post, person: index, span: spanOf(post.span.start, name.span.end) }))
      }
    }
    if (own.length === 0) own = titleAfterList(source, position, persons, sentence)
    posts.push(...own)
    shared = own.length > 0 && own.every((post) => SHARED_HEADS.test(post.title)) ? { person: index, posts: own } : undefined
    floor = name.span.end
  }
  return posts
}

const postOf = (item: ChainItem, person: number | undefined, verb: string, start: number, end: number, sentence: Sentence): Post => ({
  person, verb, body: item.body, organ: item.organ, title: item.title, span: spanOf(start, end), sentence: sentence.index,
})

/** The run of posts that ends at `end`, walking left; over a comma only when what stands left of it is posts and nothing else. */
function chainBefore(source: PostText, end: number, floor: number): ChainItem[] {
  const items = runBefore(source, end, floor)
  for (;;) {
    const start = items[0]?.start
    if (start === undefined || !'，；'.includes(source.text.charAt(start - 1)) || start - 1 <= floor) break
    const earlier = runBefore(source, start - 1, floor)
    const from = earlier[0]
    if (!from || !RUN_START.test(source.text.slice(Math.max(floor, from.start - 1), from.start))) break
    if (from.body === undefined && from.organ === '') break
    items.unshift(...earlier)
  }
  const [first] = items
  return first && hidesBody(first) ? [] : inherit(items)
}

function runBefore(source: PostText, end: number, floor: number): PostItem[] {
  const items: PostItem[] = []
  for (let at = end; ; ) {
    const item = itemEndingAt(source, at, floor)
    if (!item) break
    items.unshift(item)
    if (item.start - 1 <= floor || !JOINT.test(source.text.charAt(item.start - 1))) break
    at = item.start - 1
  }
  return items
}

/** A title without a body of its own takes that of the title to its left. */
function inherit(items: readonly PostItem[]): ChainItem[] {
  let left: ChainItem | undefined
  return items.map((item) => {
    const own = item.body !== undefined || item.organ !== '' || left === undefined
    left = own ? item : { ...item, body: left?.body, organ: left?.organ ?? '' }
    return left
  })
}

/** 赵某副市长, with the body before the name, or 赵某（某公司董事长）. */
function postsAfter(source: PostText, name: EntityMention, index: number, sentence: Sentence, floor: number): Post[] {
  const { text } = source
  if ('（('.includes(text.charAt(name.span.end))) {
    const item = itemStartingAt(source, name.span.end + 1, sentence.span.end)
    return item && item.body !== undefined && '）)、'.includes(text.charAt(item.end)) ? [postOf(item, index, '', name.span.start, item.end, sentence)] : []
  }
  const end = titleEndAfter(text, name.span.end)
  const title = text.slice(name.span.end, Math.max(end, name.span.end))
  if (end < 0 || /^(?:代表|领导|成员|专家|总|主要|负责|会员|委员会)/.test(title) || /^[会室部处们]/.test(text.charAt(end))) return []
  const at = text.charAt(name.span.start - 1) === '的' ? name.span.start - 1 : name.span.start
  const before = at > floor ? source.endingAt.get(at) : undefined
  const body = before !== undefined && source.mentions[before]?.kind !== 'PERSON' ? before : undefined
  const start = body === undefined ? name.span.start : (source.mentions[body]?.span.start ?? name.span.start)
  return [postOf({ title, body, organ: '', start }, index, '', start, end, sentence)]
}

/** 某集团甲、乙等负责同志: the body before the list and the title after it. */
const AFTER_LIST = /^等[^，。；、]{0,4}?(?:负责同志|负责人|领导|院士|专家|教授)/
const MOST_LISTED = 12

function titleAfterList(source: PostText, position: number, persons: readonly number[], sentence: Sentence): Post[] {
  const { text, mentions } = source
  const startAt = (at: number): number => mentions[persons[at] ?? -1]?.span.start ?? 0
  const endAt = (at: number): number => mentions[persons[at] ?? -1]?.span.end ?? 0
  let first = position
  let last = position
  while (first > 0 && position - first < MOST_LISTED && text.slice(endAt(first - 1), startAt(first)) === '、') first--
  while (last + 1 < persons.length && last - position < MOST_LISTED && text.slice(endAt(last), startAt(last + 1)) === '、') last++
  const title = AFTER_LIST.exec(text.slice(endAt(last), Math.min(sentence.span.end, endAt(last) + 12)))
  const body = source.endingAt.get(startAt(first))
  if (!title || body === undefined || mentions[body]?.kind === 'PERSON') return []
  return [postOf({ title: title[0].slice(1), body, organ: '', start: startAt(position) }, persons[position], '', startAt(position), endAt(position), sentence)]
}

/** Posts after a verb; the walk goes on over separators, dates and further verbs. Posts beside a name are left alone. */
function loosePosts(source: PostText, sentence: Sentence, named: readonly Post[]): Post[] {
  const posts: Post[] = []
  let done = sentence.span.start
  let past = 0
  for (const match of matchesOf(sentence.text, LIFE.test(sentence.text) ? LIFE_VERBS : DATED.test(sentence.text) ? DATED_VERBS : VERBS)) {
    const at = sentence.span.start + match.index
    if (at < done) continue
    const run = runAfter(source, pastHolder(source, at + match[0].length), sentence.span.end)
    const [first] = run
    if (!first || (LOOSE_VERBS.test(match[0]) && first.body === undefined && (first.organ === '' || !NAMES_TO.test(sentence.text.slice(Math.max(0, match.index - 30), match.index))))) continue
    while ((named[past]?.span.end ?? Infinity) <= at) past++
    if ((named[past]?.span.start ?? Infinity) < (run.at(-1)?.end ?? at)) continue
    for (const item of run) posts.push(postOf(item, undefined, match[0], item.start, item.end, sentence))
    done = run.at(-1)?.end ?? done
  }
  return posts
}

/** 免去张某的X职务: the name between verb and post is passed over; 曾任：, the colon. */
function pastHolder(source: PostText, start: number): number {
  if ('：:'.includes(source.text.charAt(start))) return start + 1
  const index = source.startingAt.get(start)
  const mention = index === undefined ? undefined : source.mentions[index]
  if (mention?.kind !== 'PERSON') return start
  const rest = /^(?:同志)?的/.exec(source.text.slice(mention.span.end, mention.span.end + 3))
  return rest ? mention.span.end + rest[0].length : start
}

function runAfter(source: PostText, start: number, ceiling: number): (ChainItem & { readonly end: number })[] {
  const run: (ChainItem & { readonly end: number })[] = []
  for (let at = start; ; ) {
    const item = itemStartingAt(source, at, ceiling)
    if (!item) break
    const left = run.at(-1)
    run.push(item.body !== undefined || item.organ !== '' || !left ? item : { ...item, body: left.body, organ: left.organ })
    const joint = NEXT_POST.exec(source.text.slice(item.end, Math.min(ceiling, item.end + 40)))
    if (!joint) break
    at = item.end + joint[0].length
  }
  return run
}
