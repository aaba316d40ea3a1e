import type { Candidate, Detector } from '../document.js'
import { endingIndex } from '../endings.js'
import { PHRASE_FAMILIES, type PhraseFamily } from '../lexicon/initiative-endings.js'
import { EVENT_VERBS, NAME_VERBS, NEVER_INSIDE } from '../lexicon/stop-words.js'
import { phraseStart, type PhraseStyle } from '../phrase.js'
import { spanOf } from '../text-view.js'

const endings = endingIndex(PHRASE_FAMILIES)
const styleOf = ({ subkind, maxStem }: PhraseFamily): PhraseStyle =>
  subkind === 'EVENT' ? { maxStem, stops: EVENT_VERBS, verbs: 'all', hosts: true } : { maxStem, stops: NEVER_INSIDE, verbs: NAME_VERBS, hosts: false }
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
        const walked = phraseStart(view, sentence, known, end - ending.length, style)
        const start = family.subkind === 'EVENT' ? walked + afterDoing(view.text.slice(walked, end - ending.length)) : walked
        const text = view.text.slice(start, end)
        const stem = text.slice(0, text.length - ending.length)
        if (stem.length < 2 || residue(stem, family.generic) < 2 || isCounted(view.text, start, end)) continue
        const named = /[“‘《\d]/.test(stem) || known.startsAt(start)
        const candidate: Candidate = { span: spanOf(start, end), text, kind: 'INITIATIVE', subkind: family.subkind, by: `phrases/${family.id}${named ? '' : '/open'}`, weight: named ? 0.6 : 0.45 }
        found.push(candidate)
        known.add(candidate)
      }
    }
    return found
  },
}

/** Characters left of a stem without the words that tell nothing. */
const residue = (stem: string, generic: RegExp): number => stem.replace(generic, '').replace(/[“”‘’《》（）()、\s]/g, '').length

/** 项目31个, 41个央地合作项目, 众多医疗项目: a kind of thing, not one thing. */
const isCounted = (text: string, start: number, end: number): boolean =>
  /^(?:\d+|[一二三四五六七八九十两]+)(?:余|多)?(?:个|项|家|条|场|次|座|处)/.test(text.slice(end, end + 8)) ||
  /(?:[\d一二三四五六七八九十两几数多]+(?:余|多)?(?:个|项|家|条|场|座|处|大)|一批批?|众多|多|各类|各项|各|等)$/.test(text.slice(Math.max(0, start - 6), start)) ||
  /^(?:[\d一二三四五六七八九十两几多]+(?:余|多)?(?:个|项|家|条|场|座|处)|众多|各类|各)/.test(text.slice(start, end))

/** Verbs of holding and attending that the segmenter may weld to their neighbours. */
const DOING = /^.*(?:举办|举行|召开|主办|承办|协办|出席|列席|参加|主持|开展|参与|观看|迎接|启动了|宣布|组织的|率队|做好)(?:的|了|首)?/
const afterDoing = (stem: string): number => DOING.exec(stem)?.[0].length ?? 0
