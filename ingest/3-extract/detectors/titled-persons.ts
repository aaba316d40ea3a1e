import type { Candidate, Detector } from '../document.js'
import { NEVER_INSIDE } from '../lexicon/stop-words.js'
import { surnameLength } from '../surnames.js'
import { spanOf, tokenBefore } from '../text-view.js'
import { titleEndAfter } from '../titles.js'

const HAN = /^[\u4e00-\u9fff]+$/
/** What may follow a name that stands after its title. */
const AFTER_NAME = /^(?:[，、。；：（()“\s]|一行|等|同志|说|表示|指出|强调|介绍|出席|参加|主持|致辞|讲话|宣布|率|带队|带领|赴|前往|来到|走进|深入|到|在|与|和|为|向|对|陪同|作|做|会见|调研|要求|代表|就|见证|一同|共同|分别|发言|先后|上台|当选|受邀|应邀|现场|将|也|围绕|通过)/
/** Characters that a given name hardly holds. */
const NOT_IN_NAME = /[的了是在和与等为把被对将从向这那我你他她它们说要会及或也都就个上下中来去有无不一二三四五六七八九十]/

export const titledPersons: Detector = {
  id: 'titled-persons',
  doc: 'A surname and one or two characters right after a title, before something that may follow a name.',
  detect(view) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      for (let i = 0; i < sentence.text.length - 2; i++) {
        const end = titleEndAfter(sentence.text, i)
        if (end < 0) continue
        for (const size of [3, 2]) {
          const name = sentence.text.slice(end, end + size)
          if (name.length < size || !HAN.test(name) || surnameLength(name, 0) === 0) continue
          if (NOT_IN_NAME.test(name.slice(1)) || NEVER_INSIDE.has(name.slice(1)) || !AFTER_NAME.test(`${sentence.text.slice(end + size)}。`)) continue
          const start = sentence.span.start + end
          if (wordAcross(view, sentence.index, start)) break
          found.push({ span: spanOf(start, start + size), text: name, kind: 'PERSON', subkind: '', by: 'titled-persons', weight: 0.6 })
          break
        }
        i = end - 1
      }
    }
    return found

    /** A token that spans the seam between title and name is a word, not a name. */
    function wordAcross(of: typeof view, index: number, seam: number): boolean {
      const sentence = of.sentences[index]
      if (!sentence) return false
      const next = of.tokens[tokenBefore(of, sentence, seam) + 1]
      return next !== undefined && next.span.start < seam
    }
  },
}
