import type { Candidate, Detector, Sentence, TextView } from '../document.js'
import { HARD_STOPS, LEFT_STOPS, SOFT_STOPS, SUFFIX_FAMILIES, type SuffixFamily } from '../lexicon/suffixes.js'
import { spanOf, tokenBefore } from '../text-view.js'

interface Ending {
  readonly suffix: string
  readonly family: SuffixFamily
}

/** Longest suffix first, keyed by last character, so that one look per character finds the candidates. */
const endingsByLast = new Map<string, Ending[]>()
for (const family of SUFFIX_FAMILIES) {
  for (const suffix of family.suffixes) {
    const key = suffix.charAt(suffix.length - 1)
    endingsByLast.set(key, [...(endingsByLast.get(key) ?? []), { suffix, family }])
  }
}
for (const list of endingsByLast.values()) list.sort((a, b) => b.suffix.length - a.suffix.length)

const MAX_STEM = { strict: 22, loose: 40 } as const

/** Finds names by their ending and walks left over the segmenter's tokens until something that cannot be inside a name. */
export const suffixNames: Detector = {
  id: 'suffix-names',
  doc: 'Company, organ, zone, programme, strategy, event and project names told by their ending.',
  detect(view) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      const { text, span } = sentence
      for (let end = text.length; end > 1; end--) {
        const endings = endingsByLast.get(text.charAt(end - 1))
        const ending = endings?.find(({ suffix }) => text.startsWith(suffix, end - suffix.length))
        if (!ending) continue
        const candidate = nameEnding(view, sentence, span.start + end, ending)
        if (candidate) found.push(candidate)
      }
    }
    return found
  },
}

function nameEnding(view: TextView, sentence: Sentence, end: number, { suffix, family }: Ending): Candidate | undefined {
  const stemEnd = end - suffix.length
  const limit = Math.max(sentence.span.start, stemEnd - (family.loose ? MAX_STEM.loose : MAX_STEM.strict))
  let start = stemEnd
  let depth = 0
  for (let i = tokenBefore(view, sentence, stemEnd); i >= (view.firstToken[sentence.index] ?? 0); i--) {
    const token = view.tokens[i]
    if (token === undefined || token.span.start < limit) break
    const { text } = token
    if (HARD_STOPS.includes(text)) break
    if (SOFT_STOPS.includes(text)) {
      if ('”’》）)'.includes(text)) depth++
      else if ('“‘《（('.includes(text)) {
        if (depth === 0) break
        depth--
      } else if (depth === 0) break
    } else if (depth === 0 && (LEFT_STOPS.has(text) || token.tag === 'p' || token.tag === 'c' || token.tag === 'r' || token.tag === 'd' || token.tag === 't')) break
    start = token.span.start
  }
  if (depth > 0 || stemEnd - start < family.minStem) return undefined
  return { span: spanOf(start, end), text: view.text.slice(start, end), kind: family.kind, subkind: family.subkind, by: `suffix/${family.id}`, weight: family.weight }
}
