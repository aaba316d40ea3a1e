import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector } from '../document.js'
import { endingIndex } from '../endings.js'
import { loadGazetteer } from '../gazetteer.js'
import { PHRASE_FAMILIES, type PhraseFamily } from '../lexicon/initiative-endings.js'
import { EVENT_VERBS, NAME_VERBS, NEVER_INSIDE } from '../lexicon/stop-words.js'
import { phraseStart, quotedStart, type PhraseStyle } from '../phrase.js'
import { spanOf } from '../text-view.js'

/** Longest name that quotes may hold, in UTF-16 code units. */
const MOST_QUOTED = 64
const endings = endingIndex(PHRASE_FAMILIES)
function styleOf({ subkind, maxStem, generic }: PhraseFamily): PhraseStyle {
  const isBare = (text: string): boolean => residue(text, generic) === 0
  return subkind === 'EVENT' ? { maxStem, stops: EVENT_VERBS, verbs: 'all', hosts: true, joins: true, isBare } : { maxStem, stops: NEVER_INSIDE, verbs: NAME_VERBS, hosts: false, joins: subkind === 'PROJECT', isBare }
}
/** Names that make the phrase they open a name too. */
const OPENERS: ReadonlySet<EntityKind> = new Set(['REGION', 'ORGANIZATION', 'COMPANY', 'INITIATIVE'])
const styles = new Map(PHRASE_FAMILIES.map((family) => [family, styleOf(family)]))

export const phrases: Detector = {
  id: 'phrases',
  doc: 'Events, projects, programmes, zones and strategies told by their last noun, with the hosts, years and quotes before it.',
  detect(view, known) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      for (const [end, { text: ending, family }] of endings.hits(sentence)) {
        const style = styles.get(family)
        if (!style) continue
        const quoted = quotedStart(view.text, end, Math.max(sentence.span.start, end - MOST_QUOTED))
        const walked = quoted >= 0 ? quoted : phraseStart(view, sentence, known, end - ending.length, style)
        const from = family.subkind === 'EVENT' ? eventStart(view.text, walked, end - ending.length, family) : walked
        const start = quoted >= 0 ? quoted : from + afterManner(view.text.slice(from, end - ending.length))
        const text = view.text.slice(start, end)
        const stem = text.slice(0, text.length - ending.length)
        if (stem.length < 2 || !(tellsApart(stem, family) || (quoted >= 0 && family.subkind !== 'EVENT' && residue(stem, family.generic) > 0))) continue
        const named = quoted >= 0 || /[“‘《\d]/.test(stem) || known.startsAt(start, OPENERS)
        const acts = family.subkind === 'PROJECT' && !named && residue(stem, family.generic) >= LEAST_ACTING && ACTS.test(view.text.slice(end, end + 6))
        const carried = CARRIED.has(family.id) && !named && CARRIED_OUT.test(view.text.slice(Math.max(0, start - 6), start))
        const held = family.subkind === 'EVENT' && !named && (HELD_BEFORE.test(view.text.slice(Math.max(0, start - 5), start)) || HELD_AFTER.test(view.text.slice(end, end + 14)))
        const to = family.subkind === 'EVENT' ? end + (EDITION_BEHIND.exec(view.text.slice(end, end + 10))?.[0].length ?? 0) : end
        const candidate: Candidate = { span: spanOf(start, to), text: view.text.slice(start, to), kind: 'INITIATIVE', subkind: family.subkind, by: `phrases/${family.id}${named ? '' : held ? '/held' : acts ? '/acts' : carried ? '/carried' : '/open'}`, weight: 0.5 }
        found.push(candidate)
        known.add(candidate)
      }
    }
    return found
  },
}

/** Another event whole before a join: 文化晚会及景区体验活动 are two. */
const EVENT_BEFORE = /^[^“”‘’《》]{2,}(?:会|节|赛|展|仪式|论坛|典礼|营)(?:以及|及|和|与)(?=[^“”‘’《》]{4,}$)/
function eventStart(text: string, walked: number, stemEnd: number, { generic }: PhraseFamily): number {
  const before = EVENT_BEFORE.exec(text.slice(walked, stemEnd))?.[0].length ?? 0
  const start = before > 0 && residue(text.slice(walked + before, stemEnd), generic) >= LEAST_SECOND ? walked + before : walked
  return start + afterDoing(text.slice(start, stemEnd))
}
/** Characters that a second event must have of its own. */
const LEAST_SECOND = 4

/** True when the stem says which one is meant. A zone is told by its place alone, a project or a programme is not. */
function tellsApart(stem: string, { subkind, generic }: PhraseFamily): boolean {
  const place = subkind === 'EVENT' ? 0 : regionLength(stem)
  return (subkind === 'ZONE' && place > 0) || residue(stem.slice(place), generic) >= 2
}

/** Length of the places that a stem starts with. */
function regionLength(stem: string): number {
  const gazetteer = loadGazetteer()
  let at = 0
  for (let end = gazetteer.longestAt(stem, at); end > at; end = gazetteer.longestAt(stem, at)) at = end
  return at
}

/** Characters left of a stem without the words that tell nothing. */
function residue(stem: string, generic: RegExp): number {
  const quoted = /[“‘《]([^”’》]{2,})[”’》]/.exec(stem)?.[1]?.length ?? 0
  return quoted + stem.replace(generic, '').replace(/[“”‘’《》（）()、\s]/g, '').length
}

/** Verbs of holding and attending that the segmenter may weld to their neighbours. */
const DOING = /^.*(?:举办|举行|召开|进行|主办|承办|协办|出席|列席|参加|主持|开展|参与|观看|迎接|启动了|宣布|组织的|率队|做好|察看|签署|签订|开设|担任|包含|包括|希望借|借)(?:的|了|首)?/
/** What one project does or undergoes, right behind its name. */
const ACTS = /^(?:由|在|系|位于|落户|落地|投产|开工|竣工|通过|成功|获批|占地|总投资|建成|完成|作为|是|于|将|正式|顺利|现场|建设(?:情况|现场|工地|进度))/
const LEAST_ACTING = 3
/** What is carried out or issued is a programme of its own more often than not. */
const CARRIED: ReadonlySet<string> = new Set(['action', 'engineering', 'plan', 'pilot', 'policy'])
const CARRIED_OUT = /(?:实施|开展|推进|推行|启动|抓好|打好|出台|印发|制定|发布|成立|设立|编制|签署)(?:了|的|好)?$/
/** The place or edition in brackets behind an event is part of its name. */
const EDITION_BEHIND = /^(?:（(?:第[一二三四五六七八九十]+[场季届期]|[\u4e00-\u9fff]{2,4})）|\((?:第[一二三四五六七八九十]+[场季届期]|[\u4e00-\u9fff]{2,4})\))/
/** What is held or attended is an event of its own more often than not. */
const HELD_BEFORE = /(?:出席|参加|列席|举行|举办|召开|主持|承办|主办|协办|启动|联合举办的?)(?:了|的)?[“‘]?$/
const HELD_AFTER = /^[”’]?(?:在[^，。]{2,10})?(?:成功|隆重|圆满|顺利|正式|如期)?(?:举行|举办|召开|开幕|启动|闭幕|落幕|拉开|上(?:，|获|签|，))/
/** 省委省政府“一主六双”战略, 深入推进“万人助万企”活动: organs and verbs before the quote are no part of the name. */
const MANNER = /^利用|^(?:积极|深入|扎实)?(?:开展|抓好)(?=[\u4e00-\u9fff]{4})|^(?:省委省政府|市委市政府|县委县政府|区委区政府|省委、省政府|市委、市政府|省委|市委|县委|区委|省政府|市政府|党中央|中央|深入|持续|扎实|积极|认真|推进|推动|实施|开展|落实|贯彻|深化|组织|丰富|进一步|抓好|做好|巩固|拓展|[从在由即为对将把])+(?=[“‘])|^[从即由](?=[\u4e00-\u9fff]{4})|^即?\d+余?[场个项次份]/
const afterManner = (stem: string): number => MANNER.exec(stem)?.[0].length ?? 0
const afterDoing = (stem: string): number => DOING.exec(stem)?.[0].length ?? 0
