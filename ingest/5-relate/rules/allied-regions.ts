import { SHORT_NAMES } from '../lexicon.js'
import { modalityAt } from '../modality.js'
import type { Passage } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

const SHORT = `[${Object.keys(SHORT_NAMES).join('')}]`
/** 沪皖两地, 辽台经贸合作: after a mark or a function word, so that they are no part of a longer name. */
const PAIR = new RegExp(`(?:(?<=^|[，。；、“”：（]|[为对在将和与]|推动|推进|深化|加强|促进|持续|助力|开展|扩大|拓展|共商|希望)(${SHORT})(${SHORT})(?:经贸|对口|省际|战略|产业|交流|全面|深化|务实)*(?:合作|协作|协同|携手|共建))|(?:(${SHORT})(${SHORT})两[地省市](?=[^，。；]{0,12}(?:合作|协作|协同|携手|共建|联合|结对|交流)))`, 'g')

/** What every match of PAIR holds, the rarer first. */
const PAIR_CUE = /合作|协作|协同|携手|共建|两[地省市]/
const PAIR_HINT = new RegExp(SHORT + SHORT)
/** 沪皖两地深化合作: two provinces by their one-character names, both of which the article names. */
export const alliedRegions: Rule = {
  id: 'allied-regions/1',
  doc: 'Two provinces written by their short characters before 两地, 合作 and the like, where the article names both.',
  emits: ['COLLABORATES_WITH'],
  match(context) {
    const byCode = new Map<string, number>()
    context.discourse.article.locals.forEach((local, index) => {
      if (local.kind === 'REGION' && local.code !== '') byCode.set(local.code, index)
    })
    return byCode.size < 2 ? [] : context.discourse.passages.flatMap((passage) => pairs(context, passage, byCode))
  },
}

function pairs(context: RelateContext, passage: Passage, byCode: ReadonlyMap<string, number>): FactDraft[] {
  const sentence = passage.sentence.index
  if (!PAIR_CUE.test(passage.masked)) return []
  return matchesOf(passage.masked, PAIR, PAIR_HINT).flatMap((match): FactDraft[] => {
    const [a, b] = [match[1] ?? match[3], match[2] ?? match[4]].map((short) => byCode.get(SHORT_NAMES[short ?? ''] ?? ''))
    if (a === undefined || b === undefined || a === b) return []
    const at = passage.start + match.index
    return [{ type: 'COLLABORATES_WITH', subject: a, object: b, fromSentence: sentence, toSentence: sentence, cue: match[0], modality: modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: 'STATED' }]
  })
}
