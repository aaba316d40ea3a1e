import { cleanSpan, type CleanSpan } from '../../src/core/span.js'
import type { CleanArticle } from '../2-clean/clean-article.js'
import type { Segmenter, Sentence, TextView, Token } from './document.js'
import { splitSentences } from './sentences.js'

/** Cuts the text into sentences, and sentences into tokens. */
export function viewOf(article: CleanArticle, segmenter: Segmenter): TextView {
  const sentences = splitSentences(article.text)
  const tokens: Token[] = []
  const firstToken: number[] = []
  for (const sentence of sentences) {
    firstToken.push(tokens.length)
    for (const token of segmenter.segment(sentence.text, sentence.span.start)) tokens.push(token)
  }
  firstToken.push(tokens.length)
  return { article, text: article.text, sentences, tokens, firstToken }
}

export function tokensOf(view: TextView, sentence: Sentence): readonly Token[] {
  return view.tokens.slice(view.firstToken[sentence.index], view.firstToken[sentence.index + 1])
}

/** The sentence that holds the offset; sentences are in order, so a binary search does. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (sentence === undefined) return undefined
    if (offset < sentence.span.start) high = middle - 1
    else if (offset >= sentence.span.end) low = middle + 1
    else return sentence
  }
  return undefined
}

/** Index of the sentence's last token that ends at or before `offset`; one less than its first token when there is none. */
export function tokenBefore(view: TextView, sentence: Sentence, offset: number): number {
  let low = view.firstToken[sentence.index] ?? 0
  let high = (view.firstToken[sentence.index + 1] ?? 0) - 1
  let found = low - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const token = view.tokens[middle]
    if (token === undefined) break
    if (token.span.end <= offset) {
      found = middle
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

export const spanOf = (start: number, end: number): CleanSpan => cleanSpan(start, end)
