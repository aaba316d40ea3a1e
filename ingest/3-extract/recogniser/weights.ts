/** The trained weights in the form that tagging reads, and their file. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { PolicyGraphError } from '../../../src/core/errors.js'
import { FEATURE_VERSION } from './features.js'
import { slotOf } from './perfect-hash.js'
import type { PerfectHash } from './perfect-hash.js'
import { TAG_COUNT } from './tags.js'
import type { TokenData } from './token-table.js'
import type { WordTrieData } from './word-trie.js'

/** Weights of one feature for the tags 1–16; O has weight 0. */
export const LANES = TAG_COUNT - 1
/** 32-bit words per slot: the key, then four words of four lanes each. */
export const STRIDE = 5

export interface WeightData {
  readonly name: string
  /** Weight of one unit. */
  readonly scale: number
  /** Feature hashes, ascending as signed integers. */
  readonly keys: Int32Array
  /** `keys.length × LANES` quantised weights. */
  readonly rows: Int8Array
  readonly hash: PerfectHash
  /** `TAG_COUNT × TAG_COUNT` from tag to tag, in the same unit. */
  readonly transitions: Int16Array
  readonly words: WordTrieData
  readonly tokens: TokenData
  /** Lead → chance of being right, by kind: 1 / (1 + exp(-(slope × lead + offset))). */
  readonly calibration: readonly (readonly [slope: number, offset: number])[]
}

/** The rows laid out by slot: key, then 16 bytes biased by 128. An empty slot has key 0. */
export const buildTable = ({ keys, rows, hash }: WeightData): Int32Array => {
  const table = new Int32Array(hash.slots * STRIDE)
  const bytes = new Uint8Array(table.buffer)
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number
    const at = slotOf(key, hash) * STRIDE
    table[at] = key
    for (let lane = 0; lane < LANES; lane++) bytes[at * 4 + 4 + lane] = (rows[index * LANES + lane] as number) + 128
  }
  return table
}

const MAGIC = 'PGREC2'

interface Header {
  readonly magic: string
  readonly name: string
  readonly features: number
  readonly scale: number
  readonly rows: number
  readonly slots: number
  readonly buckets: number
  readonly wordSlots: number
  readonly tokens: number
  readonly calibration: WeightData['calibration']
}

/** Differences of ascending keys, split by byte plane: both help the compressor. */
const delta = (keys: Int32Array): Uint8Array => {
  const planes = new Uint8Array(keys.length * 4)
  let before = 0
  keys.forEach((key, index) => {
    const difference = (key - before) >>> 0
    for (let plane = 0; plane < 4; plane++) planes[plane * keys.length + index] = (difference >>> (8 * plane)) & 255
    before = key
  })
  return planes
}

const undelta = (planes: Uint8Array, length: number): Int32Array => {
  const keys = new Int32Array(length)
  let before = 0
  for (let index = 0; index < length; index++) {
    let difference = 0
    for (let plane = 0; plane < 4; plane++) difference |= (planes[plane * length + index] as number) << (8 * plane)
    before = (before + difference) | 0
    keys[index] = before
  }
  return keys
}

const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

/** The file: a JSON line, then the parts one after the other, all brotli-compressed. Rows go lane by lane. */
export const serialiseWeights = (data: WeightData): Buffer => {
  const header: Header = {
    magic: MAGIC,
    name: data.name,
    features: FEATURE_VERSION,
    scale: data.scale,
    rows: data.keys.length,
    slots: data.hash.slots,
    buckets: data.hash.displacements.length,
    wordSlots: data.words.keys.length,
    tokens: data.tokens.keys.length,
    calibration: data.calibration,
  }
  const lanes = new Int8Array(data.rows.length)
  for (let index = 0; index < data.keys.length; index++) {
    for (let lane = 0; lane < LANES; lane++) lanes[lane * data.keys.length + index] = data.rows[index * LANES + lane] as number
  }
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    delta(data.keys), bytesOf(lanes), bytesOf(data.hash.displacements), bytesOf(data.transitions),
    bytesOf(data.words.keys), bytesOf(data.words.values),
    delta(data.tokens.keys), bytesOf(data.tokens.values),
  ])
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
}

/**
 * Reads a weights file.
 * @throws PolicyGraphError BAD_INPUT when it is none, or was made for another set of features.
 */
export const parseWeights = (file: Uint8Array): WeightData => {
  const body = decompress(file)
  const lineEnd = body.indexOf(10)
  const header = JSON.parse(body.subarray(0, lineEnd).toString('utf8')) as Header
  if (header.magic !== MAGIC || header.features !== FEATURE_VERSION) throw unusable()
  let at = lineEnd + 1
  const take = (length: number): Uint8Array => {
    const part = body.subarray(at, at + length)
    at += length
    return part
  }
  const copy = (length: number): ArrayBuffer => new Uint8Array(take(length)).buffer
  const keys = undelta(take(header.rows * 4), header.rows)
  const lanes = new Int8Array(copy(header.rows * LANES))
  const rows = new Int8Array(header.rows * LANES)
  for (let lane = 0; lane < LANES; lane++) {
    for (let index = 0; index < header.rows; index++) rows[index * LANES + lane] = lanes[lane * header.rows + index] as number
  }
  const hash = { displacements: new Uint16Array(copy(header.buckets * 2)), slots: header.slots }
  const transitions = new Int16Array(copy(TAG_COUNT * TAG_COUNT * 2))
  const words = { keys: new Int32Array(copy(header.wordSlots * 4)), values: new Uint16Array(copy(header.wordSlots * 2)) }
  const tokens = { keys: undelta(take(header.tokens * 4), header.tokens), values: new Uint16Array(copy(header.tokens * 2)) }
  return { name: header.name, scale: header.scale, keys, rows, hash, transitions, words, tokens, calibration: header.calibration }
}

const decompress = (file: Uint8Array): Buffer => {
  try {
    return brotliDecompressSync(file)
  } catch (cause) {
    throw unusable(cause)
  }
}

const unusable = (cause?: unknown): PolicyGraphError =>
  new PolicyGraphError('BAD_INPUT', '识别模型文件损坏或与程序版本不符，请运行 npm run train 或重新安装 · the recogniser weights are damaged or were made for another version; reinstall or run npm run train', { cause })
