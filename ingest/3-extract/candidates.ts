import type { CleanSpan } from '../../src/core/span.js'
import { adjusted } from './adjust.js'
import type { Candidate, Recogniser, TextView } from './document.js'
import { DETECTORS } from './detectors/index.js'
import { withFirmCores } from './firm-cores.js'
import { joinedEvents } from './joined-events.js'
import { KnownNames } from './known-names.js'
import { spanOf, tokensOf } from './text-view.js'
import { matchesOf } from './matches.js'

/** Everything that the recogniser and the rules take for a name; spans may overlap. */
export const proposeNames = (view: TextView, recogniser: Recogniser): Candidate[] => proposeFrom(view, recognised(view, recogniser))

/** The same from names that a recogniser found already. */
export function proposeFrom(view: TextView, tagged: readonly Candidate[]): Candidate[] {
  /** Those that are right as they are: looked at once. */
  const settled = new Set<Candidate>()
  const right = wholeCores(view, withFirmCores(view, tagged)).flatMap((candidate) => {
    const found = adjusted(view, candidate)
    if (found === candidate) settled.add(found)
    return found ?? []
  })
  const known = new KnownNames(right)
  const single = [...right, ...DETECTORS.flatMap((detector) => detector.detect(view, known))]
  const all = [...single, ...joinedEvents(view.text, single)]
  const titles = titleSpans(view.text)
  return all.flatMap((candidate) => {
    const right = insideTitle(titles, candidate) ? undefined : settled.has(candidate) ? candidate : adjusted(view, candidate)
    return right ? [right] : []
  })
}

const FIRM_FORM = /(?:集团|控股|公司|股份|银行|有限|责任)+$/
/** Firms' short names that the tagger cut at a character that is a joint as well (云岭泰|和), set right by the full name. */
function wholeCores(view: TextView, tagged: readonly Candidate[]): readonly Candidate[] {
  const cores = new Set<string>()
  for (const { kind, text } of tagged) {
    const core = kind === 'COMPANY' ? text.replace(FIRM_FORM, '') : ''
    if (core.length > 2 && core.length < text.length) cores.add(core)
  }
  if (cores.size === 0) return tagged
  return tagged.map((candidate) => {
    if (candidate.kind !== 'COMPANY') return candidate
    const { start, end } = candidate.span
    const whole = view.text.slice(start, end + 1)
    return cores.has(whole) ? { ...candidate, span: spanOf(start, end + 1), text: whole } : candidate
  })
}

/** What stands between 《 and 》. */
function titleSpans(text: string): readonly CleanSpan[] {
  return matchesOf(text, /《([^《》\n]{2,60})》/g).map((match) => spanOf(match.index + 1, match.index + match[0].length - 1))
}

/** A name within the title of a book, song or paper is no mention, unless it is the whole title. Spans are in text order. */
function insideTitle(titles: readonly CleanSpan[], { span }: Candidate): boolean {
  let low = 0
  let high = titles.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const title = titles[middle]
    if (title === undefined) return false
    if (title.end <= span.start) low = middle + 1
    else if (title.start >= span.end) high = middle - 1
    else return span.start >= title.start && span.end <= title.end && span.end - span.start < title.end - title.start
  }
  return false
}

function recognised(view: TextView, recogniser: Recogniser): Candidate[] {
  return view.sentences.flatMap((sentence) => {
    const offset = sentence.span.start
    return recogniser
      .recognise(sentence.text, tokensOf(view, sentence))
      .map((candidate) => ({ ...candidate, span: spanOf(candidate.span.start + offset, candidate.span.end + offset), by: 'recogniser' }))
  })
}
