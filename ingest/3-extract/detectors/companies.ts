import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector } from '../document.js'
import { endingIndex } from '../endings.js'
import { loadGazetteer } from '../gazetteer.js'
import type { KnownNames } from '../known-names.js'
import { COMPANY_FAMILIES } from '../lexicon/companies.js'
import { GENERIC_STEM } from '../lexicon/organs.js'
import { spanOf } from '../text-view.js'
import { walkLeft, type WalkStyle } from '../walk.js'

const endings = endingIndex(COMPANY_FAMILIES)
const STYLE: WalkStyle = { maxStem: 26, openers: new Set<EntityKind>(['REGION']), joins: false, verbs: false }
/** A branch is opened by its parent as well. */
const BRANCH_STYLE: WalkStyle = { ...STYLE, openers: new Set<EntityKind>(['REGION', 'COMPANY']) }
const REGION: ReadonlySet<EntityKind> = new Set(['REGION'])
const COMPANY: ReadonlySet<EntityKind> = new Set(['COMPANY'])

/** Longest stretch between two marks that may be one firm's name, in UTF-16 code units. */
const MOST_MEMBER = 24
const MARK = /[、，。；：！？“”‘’（）()\s和与及]/
const NO_MEMBER = /走访|走进|来到|考察|调研|参观|视察|慰问|前往|[省市县区州镇]长|书记|赴|[的了在是由从对为向被把将于及]|举行|签约|出席|参加|来自|包括|企业/

/** Start of the stretch that ends at `end` when it begins with a place and holds nothing that a firm's name does not: a list member is a name whole. */
function wholeMember(text: string, known: KnownNames, floor: number, end: number): number {
  let start = end
  while (start > floor && end - start <= MOST_MEMBER && !MARK.test(text.charAt(start - 1))) start--
  return end - start <= MOST_MEMBER && known.startsAt(start, REGION) && !NO_MEMBER.test(text.slice(start, end)) ? start : -1
}

export const companies: Detector = {
  id: 'companies',
  doc: 'Firms, banks and branches by their legal form or the usual ending of a trade name.',
  detect(view, known) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      for (const [end, { text: ending, family }] of endings.hits(sentence)) {
        const stemEnd = end - ending.length
        const walk = walkLeft(view, sentence, known, stemEnd, family.id === 'branch' ? BRANCH_STYLE : STYLE)
        let { start } = walk
        // 中国联通|德州市|分公司: the parent stands before the place.
        if (family.id === 'branch' && walk.opener === 'REGION') start = known.endingAt(start, COMPANY, sentence.span.start)?.span.start ?? start
        const member = family.id === 'legal' ? wholeMember(view.text, known, sentence.span.start, stemEnd) : -1
        if (member >= 0 && member < start) start = member
        const stem = view.text.slice(start, stemEnd)
        if (family.anchoredOnly && walk.opener === '') continue
        // A shop or a works is named by more than its place.
        if (family.id === 'works' && stem.length - Math.max(0, loadGazetteer().longestAt(stem, 0)) < 2) continue
        if (stem.length < family.minStem || GENERIC_STEM.test(stem)) continue
        const candidate: Candidate = {
          span: spanOf(start, end), text: view.text.slice(start, end), kind: 'COMPANY', subkind: '',
          by: `companies/${family.id}${walk.anchored ? '' : '/open'}`, weight: family.id === 'legal' ? 0.8 : 0.5,
        }
        found.push(candidate)
        if (family.id !== 'trade') known.add(candidate)
      }
    }
    return found
  },
}
