import { clauseAt, type Discourse, type Passage } from './passage.js'
import type { RelateContext } from './rule.js'

interface Named {
  readonly entity: number
  readonly sentence: number
  readonly start: number
  readonly name: string
  /** The clause says that it is held or attended: the article reports it. */
  readonly reported: boolean
}

/** Congresses and plenums that a text refers to far more often than it reports them. */
const REFERRED_TO = /(?:全会|[一二三]十[一二三四五六七八九]?大|[一二三]中全会)$/
const HELD = /举行|召开|举办|开幕|启动|开启|闭幕|落幕|举行|拉开帷幕|出席|参加|主持|在.{1,20}(?:上|中|现场)|上$/
/** How far back a bare noun is looked up, in events. */
const MOST_PASSED = 64
const QUOTES = /[“”‘’《》"\s]/g
/** Bare nouns that mean whatever event the text is about. */
const GENERIC = /^(?:会议|活动|大会|仪式|会|现场|论坛|座谈会|开幕式|签约仪式|启动仪式|推介会|发布会|培训会?|展会|峰会|节|晚会|讲座|演出|展演|盛会|对接会|推进会|博览会|年会|闭幕式|开工仪式|奠基仪式|揭牌仪式)$/

/**
 * Tells which event a bare noun (仪式, 活动) or an elided object means: the latest named event whose name holds the noun, else the
 * event that the text is reporting at that point, else the first one it reports.
 */
export function eventFinder(discourse: Discourse): RelateContext['eventAt'] {
  const named: Named[] = discourse.passages.flatMap((passage) =>
    passage.free
      .filter((reference) => reference.subkind === 'EVENT')
      .map((reference) => {
        const clause = clauseAt(passage, reference.start)
        const around = discourse.text.slice(clause.start, reference.start) + discourse.text.slice(reference.end, clause.end)
        return { entity: reference.entity, sentence: passage.sentence.index, start: reference.start, name: discourse.text.slice(reference.start, reference.end).replace(QUOTES, ''), reported: HELD.test(around) }
      }),
  )
  const plain = named.filter((event) => !REFERRED_TO.test(event.name))
  const main = plain.find((event) => event.reported) ?? plain[0]
  return (passage: Passage, offset: number, noun: string) => {
    const before = countBefore(plain, offset)
    const far = Math.max(0, before - MOST_PASSED)
    const stem = noun.replace(/^(?:此次|本次|这次|该|本届|此届|当天的?|上述|今年的?)/, '')
    if (stem !== '') {
      for (let i = before - 1; i >= far; i--) if (plain[i]?.name.endsWith(stem)) return plain[i]
      for (let i = before - 1; i >= far; i--) if (plain[i]?.name.includes(stem)) return plain[i]
      const later = plain.find((event, index) => index >= before && index < before + MOST_PASSED && event.name.endsWith(stem))
      if (later) return later
      if (!GENERIC.test(stem)) return undefined
    }
    const latest = plain.slice(far, before).reverse().find((event) => event.reported && passage.sentence.index - event.sentence <= 1)
    return latest ?? main
  }
}

/** How many of the events, in text order, start before the offset. */
function countBefore(events: readonly Named[], offset: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
