import { firstAfter, lastBefore, type Passage } from './passage.js'
import type { RelateContext } from './rule.js'
import { matchesOf } from '../3-extract/matches.js'

/** A named event that a clause is about. */
export interface Occasion {
  readonly entity: number
  readonly sentence: number
  /** The event is not named there: a bare noun or nothing stands for it. */
  readonly implied: boolean
}

/** Nouns that can stand for an event; what stands before them says which. */
const NOUN = /^(?:了)?([^，。；：、！？（）]{0,18}?)(开幕式|闭幕式|签约仪式|启动仪式|开工仪式|奠基仪式|揭牌仪式|仪式|座谈会|推介会|论坛|大会|会议|活动|峰会|博览会|年会|发布会|对接会|推进会|展会|晚会|演出|盛会|大赛|公益展|展览|会)(?=[，。；：、！？的并和与上中（]|$)/
/** What may stand before a bare noun without making it another event. */
const POINTING = /^(?:会议|大会|论坛|活动|此次|本次|这次|该|本届|此届|当天的?|上述|当日的?|相关|有关|开幕|签约|启动|开工|奠基|揭牌|汇报|今天的?|昨天的?|今年的?)?$/
/** Occasions without a name: taking part in them is no attendance of an event. */
const NO_EVENT = /^(?:了)?[^，。；]{0,10}?(?:会见|座谈(?!会)|会谈|会晤|调研|考察|走访|慰问|检查|督查|学习|培训(?!会)|采访|指导|交流(?!会)|观摩|参观|接访|巡查|视察|工作|建设|抢险|救援|见面|比赛|竞争|研讨(?!会)|植树|劳动|宴会|早餐|制定|编制)/

/** 主持召开X会议时的重要讲话: told of elsewhere. */
export const ECHO = /^[^，。]{0,4}(?:时|上|中)?的?(?:重要)?(?:讲话|指示|精神|要求|部署)/
const STUDY = /传达|学习|贯彻|，/

/** The event that a verb of attending takes: named right after it, by a noun after it, or the one told of when nothing stands there. */
export function objectOccasion(context: RelateContext, passage: Passage, end: number, clauseEnd: number): Occasion | undefined {
  const sentence = passage.sentence.index
  const after = context.discourse.text.slice(end, Math.min(clauseEnd, end + 40))
  const named = firstAfter(passage, end, (reference) => reference.subkind === 'EVENT')
  if (named && named.start < clauseEnd && named.start - end <= 40 && !STUDY.test(context.discourse.text.slice(end, named.start))) {
    return ECHO.test(context.discourse.text.slice(named.end, named.end + 12)) ? undefined : { entity: named.entity, sentence, implied: false }
  }
  if (NO_EVENT.test(after)) return undefined
  const noun = NOUN.exec(after)
  if (noun) return byNoun(context, passage, end, noun[1] ?? '', noun[2] ?? '')
  // Nothing after the verb: the event that the passage tells of.
  return /^(?:了)?(?:并|现场|一堂|[，。；、！？]|$)/.test(after) ? toOccasion(context.eventAt(passage, end, '')) : undefined
}

function byNoun(context: RelateContext, passage: Passage, offset: number, before: string, noun: string): Occasion | undefined {
  if (POINTING.test(before)) return toOccasion(context.eventAt(passage, offset, noun))
  const exact = context.eventAt(passage, offset, before + noun)
  return toOccasion(exact)
}

const toOccasion = (event: { readonly entity: number; readonly sentence: number } | undefined): Occasion | undefined =>
  event && { entity: event.entity, sentence: event.sentence, implied: true }

/** 会上, 活动现场, 开幕式上: the passage tells what happens at an event. */
const AT_EVENT = /(?:^|[，。；”）)在于])(?:随后|当日|当天|此次|本次|该)?[的在]?((?:开幕|签约|启动|揭牌|开工|推介|启动|对接|发布|座谈|评选|培训|研讨)?(?:会议|仪式|活动|大会|论坛|会|式|典礼|现场会|座谈会|推介会|发布会|对接会|评选会|培训会|研讨会|沙龙|讲座))(?:现场|期间|当天|当日)?(?:上|中|现场|结束后|期间|前|，)/g
const SCENE = /^(?:[^，。]{0,4})?(?:活动)?现场[，]|主论坛|环节/

interface Scene {
  readonly noun: string
  readonly end: number
}

/** Read once a passage: many cues ask. */
const scenes = new WeakMap<Passage, readonly Scene[]>()

function scenesOf(passage: Passage): readonly Scene[] {
  const known = scenes.get(passage)
  if (known) return known
  const nouns = matchesOf(passage.text, AT_EVENT).map((match): Scene => ({ noun: match[1] ?? '', end: passage.start + match.index + match[0].length }))
  const scene = SCENE.exec(passage.text)
  const found = nouns.length === 0 && scene ? [{ noun: '', end: passage.start + scene.index + scene[0].length }] : nouns.slice(0, 1)
  scenes.set(passage, found)
  return found
}

/** The event at which the sentence says things happen: named (在X大会上), or by a bare noun (会上). */
export function sceneOccasion(context: RelateContext, passage: Passage, offset: number): Occasion | undefined {
  const sentence = passage.sentence.index
  const { text } = context.discourse
  const named = lastBefore(passage, offset, (reference) => reference.subkind === 'EVENT')
  if (named && !/精神$/.test(text.slice(named.start, named.end)) && !ECHO.test(text.slice(named.end, named.end + 12)) && /^(?:[”》]?)(?:[^，。]{0,8})?(?:上|中|期间|现场|环节|，|举行|召开|举办|开幕)/.test(text.slice(named.end, named.end + 14))) return { entity: named.entity, sentence, implied: false }
  const first = scenesOf(passage).find((scene) => scene.end <= offset)
  return first && toOccasion(context.eventAt(passage, offset, first.noun))
}
