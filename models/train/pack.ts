/** Trained weights → shipped weights: the most telling rows only, each weight one byte. */
import { createHash } from 'node:crypto'
import { TAG_COUNT } from '../../ingest/3-extract/recogniser/tags.js'
import { buildPerfectHash } from '../../ingest/3-extract/recogniser/perfect-hash.js'
import { LANES } from '../../ingest/3-extract/recogniser/weights.js'
import type { WeightData } from '../../ingest/3-extract/recogniser/weights.js'
import type { TokenData } from '../../ingest/3-extract/recogniser/token-table.js'
import type { WordTrie } from '../../ingest/3-extract/recogniser/word-trie.js'

export interface Unpacked {
  /** Feature hash of each row. */
  readonly keys: Int32Array
  /** `keys.length × TAG_COUNT`. */
  readonly weights: Float32Array
  readonly transitions: Float64Array
  readonly words: WordTrie
  readonly tokens: TokenData
  readonly calibration: WeightData['calibration']
}

const lead = (weights: Float32Array, row: number, tag: number): number => (weights[row * TAG_COUNT + tag] as number) - (weights[row * TAG_COUNT] as number)

/** The `limit` rows that change most: by the size of their weights and how often they are met. */
export const tellingRows = (weights: Float32Array, counts: Int32Array, limit: number): Uint8Array => {
  const worth = Float64Array.from(counts, (count, row) => {
    let sum = 0
    for (let tag = 1; tag < TAG_COUNT; tag++) sum += Math.abs(lead(weights, row, tag))
    return sum * Math.sqrt(count)
  })
  const kept = new Uint8Array(counts.length)
  for (const row of Array.from(counts, (_, row) => row).sort((a, b) => (worth[b] as number) - (worth[a] as number)).slice(0, limit)) kept[row] = 1
  return kept
}

/** Quantises the kept rows. Only differences from O count, so O's weight is taken off each row. */
export const packWeights = (model: Unpacked, keep: Uint8Array): WeightData => {
  const { keys, weights } = model
  const kept = Array.from(keys, (_, row) => row).filter((row) => keep[row] === 1).sort((a, b) => (keys[a] as number) - (keys[b] as number))
  let top = 0
  for (const row of kept) for (let tag = 1; tag < TAG_COUNT; tag++) top = Math.max(top, Math.abs(lead(weights, row, tag)))
  const scale = Math.min(top, LARGEST) / 127
  const unit = (value: number): number => Math.max(-127, Math.min(127, Math.round(value / scale)))
  const rows = new Int8Array(kept.length * LANES)
  kept.forEach((row, index) => {
    for (let tag = 1; tag < TAG_COUNT; tag++) rows[index * LANES + tag - 1] = unit(lead(weights, row, tag))
  })
  const keptKeys = Int32Array.from(kept, (row) => keys[row] as number)
  return {
    name: `policygraph-crf@${createHash('sha256').update(rows).update(new Uint8Array(keptKeys.buffer)).digest('hex').slice(0, 8)}`,
    keys: keptKeys,
    rows,
    hash: buildPerfectHash(keptKeys, 2 ** Math.ceil(Math.log2(kept.length / FILL))),
    transitions: Int16Array.from(model.transitions, (value) => Math.round(value / scale)),
    scale,
    words: { keys: model.words.keys, values: model.words.values },
    tokens: model.tokens,
    calibration: model.calibration,
  }
}

/** Most of the slots that may be taken; beyond, the perfect hash is hard to find. */
const FILL = 0.93
/** Weights beyond this are cut, for the sake of finer steps below. */
const LARGEST = 3.2
