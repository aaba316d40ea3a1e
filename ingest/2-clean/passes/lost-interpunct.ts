import { bigramModel } from '../language/bigrams.js'
import { editMatches, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

const MARK = /(?<=[\u4e00-\u9fff]{2})[?\ufffd](?=[\u4e00-\u9fff]{2})/g
/** How much likelier (natural log) the dot must be than the question mark. */
const CLEARLY = 3
/** ln probability of a dot after a character that foreign names end in; after others it is far less. */
const AFTER_NAME = -8
const SURE = 0.85

export const lostInterpunct: Pass = {
  id: 'lost-interpunct',
  doc: 'Puts back the dot within a foreign name that an encoding without it turned into a question mark (蒂姆?库克 is 蒂姆·库克).',
  when: SIGNAL.loss,
  apply(text) {
    const model = bigramModel()
    const dotted = (match: RegExpExecArray): string | undefined => {
      const before = text.charAt(match.index - 1)
      const after = text.charAt(match.index + 1)
      return model.logNext(before, '·') > AFTER_NAME && model.logString('·', before, after) - model.logString('？', before, after) > CLEARLY ? '·' : undefined
    }
    return MARK.test(text) ? editMatches(text, MARK, dotted, SURE) : []
  },
}
