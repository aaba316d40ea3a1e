import type { CleanArticle } from '../2-clean/clean-article.js'
import { boilerplateSpans, bylineOf, standsInByline, type BylineName } from '../2-clean/boilerplate.js'
import { arbitrate } from './arbitrate.js'
import { proposeNames } from './candidates.js'
import type { Candidate, EntityMention, ExtractedArticle, Recogniser, Segmenter } from './document.js'
import { withGiven } from './given-names.js'
import { readPosts } from './posts.js'
import { propagate } from './propagate.js'
import { loadRecogniser } from './recogniser/load-recogniser.js'
import { openSegmenter } from './segmenter/open-segmenter.js'
import { SpanSet } from './span-set.js'
import { sentenceAt, viewOf } from './text-view.js'

/** What extraction needs beside the article; opened once per process. */
export interface ExtractorTools {
  readonly segmenter: Segmenter
  readonly recogniser: Recogniser
}

let shared: ExtractorTools | undefined

/** Opens the segmenter and the recogniser on first use. */
export const extractorTools = (): ExtractorTools => (shared ??= { segmenter: openSegmenter(), recogniser: loadRecogniser() })

/**
 * Finds who and what an article names, and which posts people hold. Spans are clean spans, in order, without overlap.
 * `given` are names that the caller knows to stand in the text.
 */
export function extractArticle(article: CleanArticle, tools: ExtractorTools = extractorTools(), given: readonly Candidate[] = []): ExtractedArticle {
  const view = viewOf(article, tools.segmenter)
  const byline = bylineOf(article.text)
  const silent = [...boilerplateSpans(article.text), ...byline.map(({ span }) => span)]
  const quiet = new SpanSet(silent)
  const candidates = proposeNames(view, tools.recogniser).filter((candidate) => {
    if (quiet.touches(candidate.span)) return false
    if (candidate.kind !== 'PERSON' || !standsInByline(view.text, candidate.span)) return true
    byline.push({ name: candidate.text, span: candidate.span } satisfies BylineName)
    return false
  })
  const mentions = propagate(view, withGiven(arbitrate(candidates), given), silent).flatMap((candidate): EntityMention[] => {
    const sentence = sentenceAt(view.sentences, candidate.span.start)
    return sentence ? [{ ...candidate, sentence: sentence.index }] : []
  })
  return { view, mentions, posts: readPosts(view, mentions), byline: [...new Set([...article.raw.byline, ...byline.map(({ name }) => name)])] }
}
