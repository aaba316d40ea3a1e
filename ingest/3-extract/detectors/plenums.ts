import type { Candidate, Detector } from '../document.js'
import { spanOf } from '../text-view.js'

/** Party congresses, plenums, the two sessions: events whose names follow one grammar. */
const PLENUM = /(?:党的|中共|中国共产党)?(?:第?[一二三四五六七八九十]{1,3}届(?:[一二三四五六七八九十]{1,2}中全会|中央委员会第[一二三四五六七八九十]{1,2}次全体会议)|(?:第)?[一二三四五六七八九十]{2,3}大(?![学会型力小幅量])|[一二三四五六七八九]中全会)/g
/** A numbered session of a congress, council or committee, with its owner before it. */
const SESSION = /[\u4e00-\u9fff]{0,12}?(?:第?[一二三四五六七八九十]{1,3}届)?(?:人民代表大会常务委员会|人民代表大会|人大常委会|人大|政协|委员会|党代会|代表大会)?第[一二三四五六七八九十0-9]{1,4}次(?:全体会议|常务会议|会议|代表大会)/g

export const plenums: Detector = {
  id: 'plenums',
  doc: 'Party congresses and plenums, numbered sessions of congresses and committees.',
  detect(view) {
    const found: Candidate[] = []
    for (const [pattern, weight] of [[PLENUM, 0.86], [SESSION, 0.7]] as const) {
      for (const match of view.text.matchAll(pattern)) {
        found.push({ span: spanOf(match.index, match.index + match[0].length), text: match[0], kind: 'INITIATIVE', subkind: 'EVENT', by: 'plenums', weight })
      }
    }
    return found
  },
}
