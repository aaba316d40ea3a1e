import { bigramModel } from '../language/bigrams.js'
import { edit, type Edit, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** One star within a word, or before one: `市*府`, `*策`. Two and more hide names and numbers. */
const STAR = /(?<![*\w])\*(?=[\u4e00-\u9fff])/g

/** What word filters cut out. Stars for anything else (names, figures) are the author's. */
const FILTERED = '政党军警国法官权会枪毒赌性黄'

/** Share that the best character must have among all that could stand there. */
const DECIDED = 0.5

/** ln likelihood of the character and its neighbour after it, below which it cannot be meant. */
const THINKABLE = -12

function censored(before: string, after: string): { char: string; share: number } | undefined {
  const model = bigramModel()
  // a look at the few that may be put back spares most stars the look at all characters
  if (!Array.from(FILTERED).some((char) => model.logString(char, before, after) > THINKABLE)) return undefined
  let sum = 0
  let best = ''
  let bestWeight = 0
  for (const char of model.characters) {
    const weight = Math.exp(model.logString(char, before, after))
    sum += weight
    if (weight > bestWeight) [best, bestWeight] = [char, weight]
  }
  return FILTERED.includes(best) && bestWeight / sum >= DECIDED ? { char: best, share: bestWeight / sum } : undefined
}

export const censorMark: Pass = {
  id: 'censor-mark',
  doc: 'Puts back the one character that a word filter made a star of (市*府 is 市政府), where its neighbours leave no other choice.',
  when: SIGNAL.star,
  apply(text) {
    return [...text.matchAll(STAR)].flatMap((match): Edit[] => {
      const at = match.index
      const found = censored(text.charAt(at - 1), text.charAt(at + 1))
      return found === undefined ? [] : [edit(at, at + 1, found.char, Math.min(found.share, 0.95))]
    })
  },
}
