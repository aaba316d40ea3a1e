/** Runs the rules without a recogniser, so that a case tells what the rules promise whatever the weights are. */
import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import { cleanArticle } from '../../../ingest/2-clean/clean-article.js'
import { arbitrate } from '../../../ingest/3-extract/arbitrate.js'
import { proposeFrom } from '../../../ingest/3-extract/candidates.js'
import type { Candidate, TextView } from '../../../ingest/3-extract/document.js'
import { propagate } from '../../../ingest/3-extract/propagate.js'
import { openSegmenter } from '../../../ingest/3-extract/segmenter/open-segmenter.js'
import { viewOf } from '../../../ingest/3-extract/text-view.js'

const raw = (text: string): RawArticle => ({ id: 'case', title: '', date: '', source: '', url: '', byline: [], text, synthetic: true, origin: { file: 'case.txt', index: 0 } })

let segmenter: ReturnType<typeof openSegmenter> | undefined

export function viewOfText(text: string): TextView {
  segmenter ??= openSegmenter()
  return viewOf(cleanArticle(raw(text)), segmenter)
}

/** What the rules accept, in text order. */
export function acceptedIn(text: string): Candidate[] {
  const view = viewOfText(text)
  return propagate(view, arbitrate(proposeFrom(view, [])), [])
}

/** Texts of the accepted names of a kind (and subkind), each once, in text order. */
export const namesIn = (text: string, kind: Candidate['kind'], subkind?: string): string[] => [
  ...new Set(acceptedIn(text).filter((name) => name.kind === kind && (subkind === undefined || name.subkind === subkind)).map((name) => name.text)),
]

/** A proposal for tests of what comes after the detectors. */
export const candidate = (text: string, name: string, kind: Candidate['kind'], more: Partial<Candidate> = {}): Candidate => {
  const start = text.indexOf(name)
  if (start < 0) throw new RangeError(`${name} does not stand in the text`)
  return { span: { start, end: start + name.length }, text: name, kind, subkind: '', by: 'test', weight: 0.6, ...more }
}
