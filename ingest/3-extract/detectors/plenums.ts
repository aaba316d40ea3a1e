import type { Candidate, Detector } from '../document.js'
import { EVENT_VERBS } from '../lexicon/stop-words.js'
import { phraseStart, type PhraseStyle } from '../phrase.js'
import { spanOf } from '../text-view.js'
import { matchesOf } from '../matches.js'

const NUMERAL = '[一二三四五六七八九十]{1,3}'
/** Party congresses and plenums, with 党的 and the like before them: their names hold nothing else. */
const PLENUM = new RegExp(
  `(?:党的|中共|中国共产党)?(?:第?${NUMERAL}届(?:[一二三四五六七八九十]{1,2}中全会|中央委员会第${NUMERAL}次全体会议)|第?[一二三四五六七八九十]{2,3}大(?![学会型力小幅量类\\u4e00-\\u9fff]{1}(?:[行产工项])|学|会|型|力|小|幅|量|类|产业|工程|项目|行动|举措|重点|板块|特色|任务|领域|优势|品牌|亮点|措施)|[一二三四五六七八九]中全会)|全国两会|(?<![\\u4e00-\\u9fff])两会(?![\\u4e00-\\u9fff]员)`,
  'g',
)
/** A numbered session, with its body before it. */
const SESSION = new RegExp(`(?:${NUMERAL}届)?(?:人民代表大会常务委员会|人民代表大会|人大常委会|人大|政协|委员会|党代会|代表大会)?第[一二三四五六七八九十\\d]{1,4}次(?:全体（扩大）会议|全体会议|常务会议|常委会议|主任会议|主席会议|会议|代表大会|党代会)|${NUMERAL}届(?:人民代表大会|人大|政协)?${NUMERAL}次(?:全体（扩大）会议|全体会议|全会|会议)|(?:经济工作会议|政治局会议|政治局常委会会议)`, 'g')
/** What every match of SESSION holds. */
const SESSION_HINT = /次|工作会议|政治局/
const STYLE: PhraseStyle = { maxStem: 24, stops: EVENT_VERBS, verbs: new Set(), hosts: false, joins: false, isBare: () => false }

export const plenums: Detector = {
  id: 'plenums',
  doc: 'Party congresses and plenums, numbered sessions of congresses, governments and committees.',
  detect(view, known) {
    const found: Candidate[] = []
    const add = (start: number, end: number, by: string, weight: number): void => {
      found.push({ span: spanOf(start, end), text: view.text.slice(start, end), kind: 'INITIATIVE', subkind: 'EVENT', by, weight })
    }
    for (const sentence of view.sentences) {
      const offset = sentence.span.start
      for (const match of matchesOf(sentence.text, PLENUM)) add(offset + match.index, offset + match.index + match[0].length, 'plenums/party', 0.86)
      for (const match of matchesOf(sentence.text, SESSION, SESSION_HINT)) {
        const start = phraseStart(view, sentence, known, offset + match.index, STYLE)
        const end = offset + match.index + match[0].length
        if (end - start > match[0].length || match[0].length > 9) add(start, end, 'plenums/session', 0.75)
      }
    }
    return found
  },
}
