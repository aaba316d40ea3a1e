import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector, Sentence, TextView } from '../document.js'
import type { KnownNames } from '../known-names.js'
import { matchesOf } from '../matches.js'
import { spanOf, tokenBefore } from '../text-view.js'

/** A name with its code on an exchange behind it: 云岭纸业（600966.SH）, 星澜集团(02314). */
const CODED = /([\u4e00-\u9fffA-Z]{2,24})[（(](?:股票代码[:：]?|证券代码[:：]?|HK|SH|SZ)?(?:[036489]\d{5}|0\d{4})(?:\.?[A-Z]{2})?[)）,，、;；]/g
/** What every match of CODED holds. */
const CODED_HINT = /[（(][^（(]{0,5}?\d{5}/
/** Trade names on an exchange have so many characters more often than others. */
const USUAL = [4, 3, 5, 6, 2] as const
const NO_FIRM = /总裁|曾|一度|^(?:股份|控股|国际|科技)$|[的了在是有将被把从由该本其各等及与和之]|公司|企业|集团旗下|[商局委部院会社报台]$|行业|市场|板块|指数|[年月日]/
const BODIES: ReadonlySet<EntityKind> = new Set(['ORGANIZATION', 'PERSON', 'REGION', 'COMPANY', 'INITIATIVE'])

export const listedFirms: Detector = {
  id: 'listed-firms',
  doc: 'Firms by trade name alone, told by their code on an exchange.',
  detect(view, known) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      const { start: floor } = sentence.span
      for (const match of matchesOf(sentence.text, CODED, CODED_HINT)) {
        const end = floor + match.index + (match[1] ?? '').length
        const start = codedStart(view, sentence, known, floor + match.index, end)
        if (start >= 0) found.push({ span: spanOf(start, end), text: view.text.slice(start, end), kind: 'COMPANY', subkind: '', by: 'listed-firms', weight: 0.5 })
      }
    }
    return found
  },
}

/** Where the name starts that a code follows, or -1. */
function codedStart(view: TextView, sentence: Sentence, known: KnownNames, from: number, end: number): number {
  const name = known.endingAt(end, BODIES, sentence.span.start)
  if (name) return name.kind === 'COMPANY' ? name.span.start : -1
  if (end - from <= 6 && !NO_FIRM.test(view.text.slice(from, end))) return from
  for (const size of USUAL) {
    const start = end - size
    if (start >= from && !NO_FIRM.test(view.text.slice(start, end)) && startsToken(view, sentence, start)) return start
  }
  return -1
}

const startsToken = (view: TextView, sentence: Sentence, offset: number): boolean => view.tokens[tokenBefore(view, sentence, offset) + 1]?.span.start === offset
