import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector, TextView } from '../document.js'
import { FormTrie } from '../form-trie.js'
import type { KnownNames } from '../known-names.js'
import { BRAND_OF, BRANDS, KNOWN_FIRMS } from '../lexicon/known-firms.js'
import { sentenceAt, spanOf, tokenBefore } from '../text-view.js'

const names = new FormTrie<boolean>(14)
for (const name of BRANDS) names.set(name, false)
for (const name of KNOWN_FIRMS) names.set(name, true)

/** What a firm does or has, right behind the word that may be its name. */
const DOES = /^(?:公司|集团|宣布|表示|回应|发布|推出|方面|官方|CEO|首席|创始人|总裁|董事长|副总裁|高管|股价|股东|旗下|财报|员工|等[^，。；、]{0,8}(?:企业|公司|厂商|厂家|车企|房企|药企|巨头|银行|险企))/
const DONE_TO_IT = /(?:收购|起诉|巨头|厂商|车企|房企|制造商|供应商|开发商|运营商|科技公司)$/
const JOINT = /[、和与]/
const COMPANY: ReadonlySet<EntityKind> = new Set(['COMPANY'])

/** Names of so few characters stand within words, and are taken only where the segmenter sees a word begin. */
const SHORT = 3
const LATIN = /[A-Za-z\d]/

export const knownFirms: Detector = {
  id: 'known-firms',
  doc: 'Firms that are known by a name without a legal form.',
  detect(view, known) {
    const found: Candidate[] = []
    const { text } = view
    for (let at = names.nextAt(text, 0, text.length); at < text.length; at = names.nextAt(text, at + 1, text.length)) {
      const end = names.longestAt(text, at)
      if (end < 0 || !stands(view, at, end) || (names.get(text.slice(at, end)) !== true && !isFirmHere(text, known, at, end))) continue
      const candidate: Candidate = { span: spanOf(at, end), text: text.slice(at, end), kind: 'COMPANY', subkind: '', by: 'known-firms', weight: 0.7 }
      found.push(candidate)
      known.add(candidate)
      at = end - 1
    }
    return found
  },
}

/** True of a word that may be a firm's name where it acts like one or is joined to one. */
function isFirmHere(text: string, known: KnownNames, start: number, end: number): boolean {
  if (DOES.test(text.slice(end, end + 14)) || DONE_TO_IT.test(text.slice(Math.max(0, start - 4), start))) return true
  return (JOINT.test(text.charAt(start - 1)) && known.endingAt(start - 1, COMPANY) !== undefined) || (JOINT.test(text.charAt(end)) && known.startsAt(end + 1, COMPANY))
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
