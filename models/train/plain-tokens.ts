/** Finds the tokens that never stand in a name, so that the tagger may pass over them. */
import type { Segmenter, Token } from '../../ingest/3-extract/document.js'
import type { Tagger } from '../../ingest/3-extract/recogniser/tagger.js'
import { PLAIN } from '../../ingest/3-extract/recogniser/token-table.js'
import type { TokenData } from '../../ingest/3-extract/recogniser/token-table.js'
import { splitSentences } from '../../ingest/3-extract/sentences.js'
import { wordHash } from './clusters.js'
import type { LabelledText } from './labels.js'

/** A token seen less often may well turn up in a name yet. */
const LEAST = 60
/** Share of a token's places that may be in names by the tagger's word (its own slips); none by an annotator's. */
const SLIPS = 0.001

/** The token data with PLAIN set on tokens that neither the tagger nor the annotations ever put in a name. */
export const markPlainTokens = (data: TokenData, tagger: Tagger, segmenter: Segmenter, texts: readonly string[], annotated: readonly LabelledText[]): TokenData => {
  const counts = new Map<number, { seen: number; named: number }>()
  const count = (tokens: readonly Token[], inName: (start: number, end: number) => boolean, cost: number): void => {
    for (const { text, span } of tokens) {
      const hash = wordHash(text)
      const row = counts.get(hash) ?? { seen: 0, named: 0 }
      row.seen++
      if (inName(span.start, span.end)) row.named += cost
      counts.set(hash, row)
    }
  }
  for (const text of texts) {
    for (const sentence of splitSentences(text)) {
      const tokens = segmenter.segment(sentence.text)
      const named = new Uint8Array(sentence.text.length)
      for (const { start, end } of tagger.tag(sentence.text, tokens)) named.fill(1, start, end)
      count(tokens, (start, end) => named.subarray(start, end).includes(1), 1)
    }
  }
  for (const { text, masks } of annotated) {
    for (const { span, text: sentence } of splitSentences(text)) {
      count(segmenter.segment(sentence), (start, end) => masks.subarray(span.start + start, span.start + end).some((mask) => (mask & 1) === 0), 1 / SLIPS)
    }
  }
  const values = new Map<number, number>()
  data.keys.forEach((key, index) => values.set(key, data.values[index] as number))
  for (const [hash, { seen, named }] of counts) if (seen >= LEAST && named <= seen * SLIPS) values.set(hash, (values.get(hash) ?? 0) | PLAIN)
  const order = [...values].sort((a, b) => a[0] - b[0])
  return { keys: Int32Array.from(order, ([key]) => key), values: Uint16Array.from(order, ([, value]) => value) }
}
