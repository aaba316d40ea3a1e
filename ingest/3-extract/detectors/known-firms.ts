import type { Candidate, Detector, TextView } from '../document.js'
import { FormTrie } from '../form-trie.js'
import { BRAND_OF, KNOWN_FIRMS } from '../lexicon/known-firms.js'
import { sentenceAt, spanOf, tokenBefore } from '../text-view.js'

const names = new FormTrie<true>(14)
for (const name of KNOWN_FIRMS) names.set(name, true)

/** Names of so few characters stand within words, and are taken only where the segmenter sees a word begin. */
const SHORT = 3
const LATIN = /[A-Za-z\d]/

export const knownFirms: Detector = {
  id: 'known-firms',
  doc: 'Firms that are known by a name without a legal form.',
  detect(view, known) {
    const found: Candidate[] = []
    const { text } = view
    for (let at = 0; at < text.length; at++) {
      const end = names.longestAt(text, at)
      if (end < 0 || !stands(view, at, end)) continue
      const candidate: Candidate = { span: spanOf(at, end), text: text.slice(at, end), kind: 'COMPANY', subkind: '', by: 'known-firms', weight: 0.7 }
      found.push(candidate)
      known.add(candidate)
      at = end - 1
    }
    return found
  },
}

/** False within a longer word, and where the name is the brand of what follows. */
function stands(view: TextView, start: number, end: number): boolean {
  const { text } = view
  if (BRAND_OF.test(text.slice(end, end + 6))) return false
  if (LATIN.test(text.charAt(start)) && LATIN.test(text.charAt(start - 1))) return false
  if (LATIN.test(text.charAt(end - 1)) && LATIN.test(text.charAt(end))) return false
  if (end - start > SHORT) return true
  const sentence = sentenceAt(view.sentences, start)
  if (!sentence) return false
  const before = tokenBefore(view, sentence, start)
  if ((view.tokens[before + 1]?.span.start ?? start) !== start) return false
  const last = view.tokens[tokenBefore(view, sentence, end)]
  return last === undefined || last.span.end === end
}
