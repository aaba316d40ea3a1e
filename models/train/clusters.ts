/**
 * Groups words by the company they keep: skip-gram vectors with negative sampling over raw articles, then k-means.
 * A rare word so shares what is learned of its group. Deterministic: one thread, fixed seed.
 */
import type { Segmenter } from '../../ingest/3-extract/document.js'
import { codeOf } from '../../ingest/3-extract/recogniser/alphabet.js'
import { finish, step } from '../../ingest/3-extract/recogniser/hash.js'
import { splitSentences } from '../../ingest/3-extract/sentences.js'

const SIZE = 48
const WINDOW = 2
const NEGATIVES = 5
const LEAST = 8
const RATE = 0.05
/** Cluster 0 means unknown. */
const CLUSTERS = 255
const ROUNDS = 12

export interface Clusters {
  readonly keys: Int32Array
  readonly values: Uint8Array
}

/** Small deterministic generator (xorshift). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

export const wordHash = (word: string): number => {
  let hash = 0
  for (let i = 0; i < word.length; i++) hash = step(hash, codeOf(word.charCodeAt(i)))
  return finish(hash)
}

/** Words as numbers, sentence after sentence, each ended by -1. */
const readCorpus = (texts: Iterable<string>, segmenter: Segmenter): { sequence: Int32Array; keys: number[]; counts: number[] } => {
  const ids = new Map<number, number>()
  const keys: number[] = []
  const counts: number[] = []
  const sequence: number[] = []
  for (const text of texts) {
    for (const sentence of splitSentences(text)) {
      for (const token of segmenter.segment(sentence.text)) {
        const key = wordHash(token.text)
        let id = ids.get(key)
        if (id === undefined) {
          ids.set(key, (id = keys.length))
          keys.push(key)
          counts.push(0)
        }
        counts[id] = (counts[id] as number) + 1
        sequence.push(id)
      }
      sequence.push(-1)
    }
  }
  return { sequence: Int32Array.from(sequence), keys, counts }
}

const trainVectors = (sequence: Int32Array, counts: readonly number[], epochs: number): Float32Array => {
  const random = randomFrom(20230728)
  const words = counts.length
  // Each side of the window has its own output vectors: what stands before a word tells other things than what stands after.
  const input = Float32Array.from({ length: words * SIZE }, () => (random() / 2 ** 32 - 0.5) / SIZE)
  const output = new Float32Array(words * 2 * SIZE)
  const table = new Int32Array(1 << 20)
  const mass = counts.reduce((sum, count) => sum + (count >= LEAST ? count ** 0.75 : 0), 0)
  let at = 0
  let filled = 0
  counts.forEach((count, id) => {
    if (count < LEAST) return
    filled += count ** 0.75 / mass
    while (at < table.length && at / table.length < filled) table[at++] = id
  })
  const gradient = new Float32Array(SIZE)
  const total = sequence.length * epochs
  const frequent = 1e-3 * sequence.length
  let done = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = 0; i < sequence.length; i++) {
      const rate = RATE * Math.max(0.05, 1 - done++ / total)
      const centre = sequence[i] as number
      if (centre < 0 || (counts[centre] as number) < LEAST) continue
      if ((counts[centre] as number) > frequent && random() % 1000 > 1000 * Math.sqrt(frequent / (counts[centre] as number))) continue
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        const context = offset === 0 ? -1 : (sequence[i + offset] ?? -1)
        if (context < 0 || (counts[context] as number) < LEAST) continue
        const side = offset < 0 ? 0 : 1
        gradient.fill(0)
        for (let n = 0; n <= NEGATIVES; n++) {
          const target = n === 0 ? context : (table[random() & (table.length - 1)] as number)
          if (n > 0 && target === context) continue
          const a = centre * SIZE
          const b = (target * 2 + side) * SIZE
          let dot = 0
          for (let d = 0; d < SIZE; d++) dot += (input[a + d] as number) * (output[b + d] as number)
          const g = ((n === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * rate
          for (let d = 0; d < SIZE; d++) {
            gradient[d] = (gradient[d] as number) + g * (output[b + d] as number)
            output[b + d] = (output[b + d] as number) + g * (input[a + d] as number)
          }
        }
        for (let d = 0; d < SIZE; d++) input[centre * SIZE + d] = (input[centre * SIZE + d] as number) + (gradient[d] as number)
      }
    }
  }
  return input
}

/** Spherical k-means, heavier words first as seeds. Returns the cluster of each row, 1–255. */
const kMeans = (vectors: Float32Array, rows: readonly number[]): Uint8Array => {
  const unit = new Float32Array(rows.length * SIZE)
  rows.forEach((row, index) => {
    let norm = 0
    for (let d = 0; d < SIZE; d++) norm += (vectors[row * SIZE + d] as number) ** 2
    norm = Math.sqrt(norm) || 1
    for (let d = 0; d < SIZE; d++) unit[index * SIZE + d] = (vectors[row * SIZE + d] as number) / norm
  })
  const centres = new Float32Array(CLUSTERS * SIZE)
  for (let c = 0; c < CLUSTERS; c++) {
    const seed = Math.floor((c * Math.min(rows.length, 6000)) / CLUSTERS)
    centres.set(unit.subarray(seed * SIZE, (seed + 1) * SIZE), c * SIZE)
  }
  const cluster = new Uint8Array(rows.length)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(CLUSTERS * SIZE)
    for (let index = 0; index < rows.length; index++) {
      let best = 0
      let nearest = -Infinity
      for (let c = 0; c < CLUSTERS; c++) {
        let dot = 0
        for (let d = 0; d < SIZE; d++) dot += (unit[index * SIZE + d] as number) * (centres[c * SIZE + d] as number)
        if (dot > nearest) {
          nearest = dot
          best = c
        }
      }
      cluster[index] = best + 1
      for (let d = 0; d < SIZE; d++) sums[best * SIZE + d] = (sums[best * SIZE + d] as number) + (unit[index * SIZE + d] as number)
    }
    for (let c = 0; c < CLUSTERS; c++) {
      let norm = 0
      for (let d = 0; d < SIZE; d++) norm += (sums[c * SIZE + d] as number) ** 2
      norm = Math.sqrt(norm)
      if (norm > 0) for (let d = 0; d < SIZE; d++) centres[c * SIZE + d] = (sums[c * SIZE + d] as number) / norm
    }
  }
  return cluster
}

/** The clusters of all words seen at least eight times, by word hash, ascending. */
export const clusterWords = (texts: Iterable<string>, segmenter: Segmenter, epochs = 2): Clusters => {
  const { sequence, keys, counts } = readCorpus(texts, segmenter)
  const vectors = trainVectors(sequence, counts, epochs)
  const rows = counts.map((_, id) => id).filter((id) => (counts[id] as number) >= LEAST).sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
  const cluster = kMeans(vectors, rows)
  const order = rows.map((row, index) => ({ key: keys[row] as number, value: cluster[index] as number })).sort((a, b) => a.key - b.key)
  return { keys: Int32Array.from(order, ({ key }) => key), values: Uint8Array.from(order, ({ value }) => value) }
}
