import type { RunContext } from '../stage.js'
import type { CleanArticle } from '../2-clean/clean-article.js'
import { boilerplateSpans, bylineOf } from '../2-clean/boilerplate.js'
import { overlaps } from '../../src/core/span.js'
import { arbitrate } from './arbitrate.js'
import { DETECTORS } from './detectors/index.js'
import type { Candidate, EntityMention, ExtractedArticle, Recogniser, Segmenter, TextView } from './document.js'
import { readPosts } from './posts.js'
import { propagate } from './propagate.js'
import { loadRecogniser } from './recogniser/load-recogniser.js'
import { openSegmenter } from './segmenter/open-segmenter.js'
import { sentenceAt, spanOf, tokensOf, viewOf } from './text-view.js'

/** What extraction needs beside the article; opened once per process. */
export interface ExtractorTools {
  readonly segmenter: Segmenter
  readonly recogniser: Recogniser
}

let shared: ExtractorTools | undefined

/** Opens the segmenter and the recogniser on first use. */
export const extractorTools = (): ExtractorTools => (shared ??= { segmenter: openSegmenter(), recogniser: loadRecogniser() })

/** Finds who and what an article names, and which posts people hold. Spans are clean spans, in order, without overlap. */
export function extractArticle(article: CleanArticle, tools: ExtractorTools = extractorTools(), _context?: RunContext): ExtractedArticle {
  const view = viewOf(article, tools.segmenter)
  const byline = bylineOf(article.text)
  const silent = [...boilerplateSpans(article.text), ...byline.map(({ span }) => span)]
  const candidates = [...recognised(view, tools.recogniser), ...DETECTORS.flatMap((detector) => detector.detect(view))].filter(
    (candidate) => !silent.some((span) => overlaps(span, candidate.span)),
  )
  const mentions = propagate(view, arbitrate(candidates), silent).flatMap((candidate): EntityMention[] => {
    const sentence = sentenceAt(view.sentences, candidate.span.start)
    return sentence ? [{ ...candidate, sentence: sentence.index }] : []
  })
  return { view, mentions, posts: readPosts(view, mentions), byline: [...new Set([...article.raw.byline, ...byline.map(({ name }) => name)])] }
}

function recognised(view: TextView, recogniser: Recogniser): Candidate[] {
  return view.sentences.flatMap((sentence) => {
    const offset = sentence.span.start
    const tokens = tokensOf(view, sentence).map((token) => ({ ...token, span: spanOf(token.span.start - offset, token.span.end - offset) }))
    return recogniser
      .recognise(sentence.text, tokens)
      .map((candidate) => ({ ...candidate, span: spanOf(candidate.span.start + offset, candidate.span.end + offset), by: 'recogniser' }))
  })
}
