import type { Discourse, Passage } from './passage.js'
import type { RelateContext } from './rule.js'

interface Named {
  readonly entity: number
  readonly sentence: number
  readonly name: string
}

/**
 * Tells which event a bare noun (仪式, 活动) or an elided object means: the latest named event whose name ends in the noun or,
 * for an elided object or 会议 and 活动, the first event of the article, which is what it reports.
 */
export function eventFinder(discourse: Discourse): RelateContext['eventAt'] {
  const named: Named[] = discourse.passages.flatMap((passage) =>
    passage.references
      .filter((reference) => reference.subkind === 'EVENT')
      .map((reference) => ({ entity: reference.entity, sentence: passage.sentence.index, name: discourse.text.slice(reference.start, reference.end) })),
  )
  return (passage: Passage, noun: string) => {
    const before = named.filter((event) => event.sentence <= passage.sentence.index)
    const main = before.find((event) => !/^(党的)?[^，]{0,6}(全会|十[八九]大|二十大)$/.test(event.name))
    if (noun === '') return main
    return [...before].reverse().find((event) => event.name.replace(/[”》]/g, '').endsWith(noun)) ?? (/^(会议|活动|大会|仪式|会|座谈会|论坛|开幕式|签约仪式)$/.test(noun) ? main : undefined)
  }
}
