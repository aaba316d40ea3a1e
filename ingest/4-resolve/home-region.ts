import type { EntityMention } from '../3-extract/document.js'
import { loadGazetteer, type Region, type RegionLevel } from '../3-extract/gazetteer.js'

const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000'])
const DATELINE_WEIGHT = 4

/** How strongly an article speaks of each region, by code: its own mentions, those inside names of organs, half for what lies within it. */
export function regionScores(text: string, mentions: readonly EntityMention[]): Map<string, number> {
  const gazetteer = loadGazetteer()
  const scores = new Map<string, number>()
  const add = (code: string, weight: number): void => {
    scores.set(code, (scores.get(code) ?? 0) + weight)
    const parent = gazetteer.byCode(code)?.parent
    if (parent !== undefined && parent !== '') add(parent, weight / 4)
  }
  for (const mention of mentions) {
    if (mention.kind === 'REGION') {
      if (mention.code !== undefined) add(mention.code, 1)
    } else if (mention.kind === 'ORGANIZATION' || mention.kind === 'INITIATIVE') {
      const end = gazetteer.longestAt(mention.text, 0)
      const region = end > 1 ? gazetteer.byForm(mention.text.slice(0, end))[0] : undefined
      if (region) add(region.code, mention.kind === 'ORGANIZATION' ? 0.8 : 0.4)
    }
  }
  const dateline = datelineRegion(text)
  if (dateline) add(dateline.code, DATELINE_WEIGHT)
  return scores
}

const DATELINE = /(?:^|\n|[\s　])[^\n。，]{0,14}?([\u4e00-\u9fff]{2,6}?)(?:\d{1,4}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息)|([\u4e00-\u9fff]{2,6}?)(?:日报|晚报|发布|新闻网|广播电视台)[^\n。]{0,6}(?:讯|消息)/

/** What every match of DATELINE ends in. */
const DATELINE_HINT = /[电讯]|消息/

/** The place in 本报南通8月1日电 or 南通日报讯. */
function datelineRegion(text: string): Region | undefined {
  const head = text.slice(0, 160)
  const match = DATELINE_HINT.test(head) ? DATELINE.exec(head) : null
  const run = match?.[1] ?? match?.[2] ?? ''
  const gazetteer = loadGazetteer()
  for (let start = 0; start < run.length - 1; start++) {
    const end = gazetteer.longestAt(run, start)
    if (end === run.length) return gazetteer.byForm(run.slice(start, end))[0]
  }
  return undefined
}

/**
 * The region that a bare organ or post of a level means (市委, 市长): the region of that level of which the article speaks most.
 * A municipality under the state counts as a city too. Undefined when two stand level or none is named.
 */
export function regionOfLevel(scores: ReadonlyMap<string, number>, level: RegionLevel): Region | undefined {
  const gazetteer = loadGazetteer()
  const ranked = [...scores]
    .flatMap(([code, score]) => {
      const region = gazetteer.byCode(code)
      const fits = region !== undefined && (region.level === level || (level === 'city' && MUNICIPALITIES.has(code)))
      return fits ? [{ region, score }] : []
    })
    .sort((a, b) => b.score - a.score || (a.region.code < b.region.code ? -1 : 1))
  const [first, second] = ranked
  if (!first || first.score < 0.4 || (second !== undefined && second.score === first.score)) return undefined
  return first.region
}
