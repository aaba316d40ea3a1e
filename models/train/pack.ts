/** Trained weights → shipped weights: the most telling rows only, each weight one byte. */
import { TAG_COUNT } from '../../ingest/3-extract/recogniser/tags.js'
import { LANES } from '../../ingest/3-extract/recogniser/weights.js'
import type { WeightData } from '../../ingest/3-extract/recogniser/weights.js'
import type { WordTrie } from '../../ingest/3-extract/recogniser/word-trie.js'

export interface Unpacked {
  readonly name: string
  /** Feature hash of each row. */
  readonly keys: Int32Array
  /** `keys.length × TAG_COUNT`. */
  readonly weights: Float32Array
  readonly transitions: Float64Array
  readonly words: WordTrie
  readonly clusters: WeightData['clusters']
}

/** Keeps the `limit` rows with the greatest spread. Only differences from O count, so O's weight is taken off each row. */
export const packWeights = (model: Unpacked, limit: number): WeightData => {
  const { keys, weights } = model
  const lead = (row: number, tag: number): number => (weights[row * TAG_COUNT + tag] as number) - (weights[row * TAG_COUNT] as number)
  const spread = Float64Array.from(keys, (_, row) => {
    let sum = 0
    for (let tag = 1; tag < TAG_COUNT; tag++) sum += Math.abs(lead(row, tag))
    return sum
  })
  const order = Array.from(keys, (_, row) => row).sort((a, b) => (spread[b] as number) - (spread[a] as number)).slice(0, limit)
  const kept = order.filter((row) => (spread[row] as number) > 0.05).sort((a, b) => (keys[a] as number) - (keys[b] as number))
  let top = 0
  for (const row of kept) for (let tag = 1; tag < TAG_COUNT; tag++) top = Math.max(top, Math.abs(lead(row, tag)))
  const scale = Math.min(top, LARGEST) / 127
  const unit = (value: number): number => Math.max(-127, Math.min(127, Math.round(value / scale)))
  const rows = new Int8Array(kept.length * LANES)
  kept.forEach((row, index) => {
    for (let tag = 1; tag < TAG_COUNT; tag++) rows[index * LANES + tag - 1] = unit(lead(row, tag))
  })
  return {
    name: model.name,
    keys: Int32Array.from(kept, (row) => keys[row] as number),
    rows,
    transitions: Int16Array.from(model.transitions, (value) => Math.round(value / scale)),
    scale,
    words: { keys: model.words.keys, values: model.words.values },
    clusters: model.clusters,
  }
}

/** Weights beyond this are cut, for the sake of finer steps below. */
const LARGEST = 3.2
