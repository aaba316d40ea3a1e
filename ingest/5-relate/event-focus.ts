import { clauseAt, type Discourse, type Passage } from './passage.js'
import type { EventAt, RelateContext } from './rule.js'
import { matchesOf } from '../3-extract/matches.js'

interface Named {
  readonly entity: number
  readonly sentence: number
  readonly start: number
  readonly name: string
  /** The clause says that it is held or attended: the article reports it. */
  readonly reported: boolean
  /** Its spirit or speeches are being studied elsewhere: it is not what happens here. */
  readonly referred: boolean
}

/** Congresses and plenums that a text refers to far more often than it reports them. */
const REFERRED_TO = /(?:全会(?:精神)?|(?:^|的|届)(?:二)?十[一二三四五六七八九]?大|[一二三四五六七]中全会|全国两会|两会)$/
const REFERRED = /传达|学习|贯彻|落实|精神|(?<!发表了?|[作做]了?)重要讲话|部署要求/
const HELD = /举行|召开|举办|主办|承办|开幕|启动|开启|闭幕|落幕|拉开帷幕|出席|参加|主持|在.{1,20}(?:上|中|现场)|上$/
/** The event of the lead, by sentence, is what the article is about. */
const LEAD = 4
/** How far back a bare noun is looked up, in events. */
const MOST_PASSED = 64
/** 主持召开市委常委会会议: a meeting that has no name of its own. */
const NAMELESS = /(?:主持召开|召开|举行)(?:了)?[^，。；□]{2,20}(?:会议|座谈会|仪式|办公会)/g
const NEAR = 300
const QUOTES = /[“”‘’《》"\s]/g
/** Bare nouns that mean whatever event the text is about. */
const GENERIC = /^(?:会议|活动|大会|仪式|会|现场|论坛|座谈会|开幕式|签约仪式|启动仪式|推介会|发布会|培训会?|展会|峰会|节|晚会|讲座|演出|展演|盛会|赛事|比赛|大赛|路演|展演活动|庆典|对接会|推进会|博览会|年会|闭幕式|开工仪式|奠基仪式|揭牌仪式)$/

/**
 * Tells which event a bare noun (仪式, 活动) or an elided object means: the latest named event whose name holds the noun, else the
 * event that the text is reporting at that point, else the first one it reports.
 */
export function eventFinder(discourse: Discourse): Pick<RelateContext, 'eventAt' | 'mainEvent'> {
  const named: Named[] = discourse.passages.flatMap((passage) =>
    passage.free
      .filter((reference) => reference.subkind === 'EVENT')
      .map((reference) => {
        const clause = clauseAt(passage, reference.start)
        const around = discourse.text.slice(clause.start, reference.start) + discourse.text.slice(reference.end, clause.end)
        return { entity: reference.entity, sentence: passage.sentence.index, start: reference.start, name: discourse.text.slice(reference.start, reference.end).replace(QUOTES, ''), reported: HELD.test(around), referred: REFERRED.test(around) }
      }),
  )
  // What is studied once is not what happens here, however it is named again.
  const studied = new Set(named.filter((event) => event.referred && !event.reported).map((event) => event.entity))
  const plain = named.filter((event) => !event.referred && !studied.has(event.entity) && !REFERRED_TO.test(event.name))
  const main = plain.find((event) => event.reported) ?? plain[0]
  let found: readonly number[] | undefined
  const nameless = (): readonly number[] => (found ??= discourse.passages.flatMap((passage) => matchesOf(passage.masked, NAMELESS).map((match) => passage.start + match.index)))
  /** A meeting without a name was told of since the last named event, and near by. */
  const overshadowed = (offset: number, event: number): boolean => {
    const last = nameless()[countBefore(nameless(), offset, (at) => at) - 1]
    return last !== undefined && last > event && offset - last < NEAR
  }
  const eventAt = (passage: Passage, offset: number, noun: string): EventAt | undefined => {
    if (plain.length === 0) return undefined
    const before = countBefore(plain, offset, (event) => event.start)
    const far = Math.max(0, before - MOST_PASSED)
    const stem = noun.replace(/^(?:此次|本次|这次|该|本届|此届|当天的?|上述|今年的?)/, '')
    if (stem !== '') {
      // 本次活动: what the article reports, however many of its parts were named since.
      if (main?.reported === true && main.start < offset && stem !== noun && main.name.endsWith(stem)) return main
      for (let i = before - 1; i >= far; i--) if (plain[i]?.name.endsWith(stem)) return plain[i]
      for (let i = before - 1; i >= far; i--) if (plain[i]?.name.includes(stem)) return plain[i]
      const later = plain.find((event, index) => index >= before && index < before + MOST_PASSED && event.name.endsWith(stem))
      if (later) return later
      if (!GENERIC.test(stem)) return undefined
    }
    if (stem === '' && overshadowed(offset, plain[before - 1]?.start ?? -1)) return undefined
    const latest = plain.slice(far, before).reverse().find((event) => event.reported && passage.sentence.index - event.sentence <= 1)
    return latest ?? main
  }
  return { eventAt, mainEvent: main && main.reported && main.sentence <= LEAD ? main : undefined }
}

/** False where no reference of the article means an event: then nothing is held and nobody attends. */
export const tellsOfEvents = ({ article }: Discourse): boolean => article.locals.some(({ subkind }) => subkind === 'EVENT')

/** How many of the items, in text order, start before the offset. */
function countBefore<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && startOf(item) < offset) low = middle + 1
    else high = middle
  }
  return low
}
