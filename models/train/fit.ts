/** Fits a field to labelled text. */
import type { Segmenter } from '../../ingest/3-extract/document.js'
import type { TokenTable } from '../../ingest/3-extract/recogniser/token-table.js'
import type { WordTrie } from '../../ingest/3-extract/recogniser/word-trie.js'
import { Crf } from './crf.js'
import type { CrfOptions } from './crf.js'
import { DatasetBuilder } from './dataset.js'
import type { Dataset } from './dataset.js'
import type { LabelledText } from './labels.js'

export interface Lexicon {
  readonly segmenter: Segmenter
  readonly words: WordTrie
  readonly tokens: TokenTable
}

/** Receives a line of progress; `done` ends the line. */
export type Progress = (line: string, done: boolean) => void

/** Reads the texts into features; `strong` texts count twice towards the cut. */
export const buildDataset = (lexicon: Lexicon, strong: Iterable<LabelledText>, weak: Iterable<LabelledText>, cut: number): Dataset => {
  const builder = new DatasetBuilder(lexicon)
  for (const text of strong) builder.add(text, 2)
  for (const text of weak) builder.add(text, 1)
  return builder.finish(cut)
}

/** Deterministic order of examples. */
const shuffle = (order: Int32Array, seed: number): void => {
  let state = seed
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const k = state % (i + 1)
    const swap = order[i] as number
    order[i] = order[k] as number
    order[k] = swap
  }
}

const REPORT_EVERY = 5000

/** Passes over all examples, in a new order each time. */
export const learn = (name: string, crf: Crf, data: Dataset, epochs: number, options: CrfOptions, progress: Progress): void => {
  crf.use(data)
  const order = Int32Array.from(data.examples, (_, index) => index)
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, epoch * 7919)
    let loss = 0
    const head = `${name}, pass ${String(epoch)} of ${String(epochs)}`
    order.forEach((at, done) => {
      const example = data.examples[at]
      if (example !== undefined) loss += crf.learn(example, options)
      if (done % REPORT_EVERY === 0) progress(`${head}: ${((100 * done) / order.length).toFixed(0)} %`, false)
    })
    progress(`${head}: loss ${loss.toFixed(0)}`, true)
  }
}

/** A new field, trained from nothing. */
export const fit = (name: string, data: Dataset, epochs: number, options: CrfOptions, progress: Progress): Crf => {
  progress(`${name}: ${String(data.examples.length)} sentences, ${String(data.masks.length)} characters, ${String(data.index.size)} features`, true)
  const crf = new Crf(data, data.index.size)
  learn(name, crf, data, epochs, options, progress)
  return crf
}

/** How often each row occurs. */
export const rowCounts = (data: Dataset): Int32Array => {
  const counts = new Int32Array(data.index.size)
  for (const row of data.rows) if (row >= 0) counts[row] = (counts[row] as number) + 1
  return counts
}

/** Takes the rows that are not kept out of the data. */
export const prune = (data: Dataset, keep: Uint8Array): void => {
  const { rows } = data
  for (let f = 0; f < rows.length; f++) {
    const row = rows[f] as number
    if (row >= 0 && keep[row] === 0) rows[f] = -1
  }
}
