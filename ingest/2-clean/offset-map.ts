import { PolicyGraphError } from '../../src/core/errors.js'
import { rawSpan, type CleanSpan, type RawSpan } from '../../src/core/span.js'

/**
 * The way from clean offsets back to raw offsets.
 * Every clean code unit comes from a half-open raw range; a clean span covers the union of its units' ranges.
 */
export interface OffsetMap {
  /** Length of the clean text in UTF-16 code units. */
  readonly cleanLength: number
  /** The smallest raw span that holds every raw unit from which the clean span's units come. An empty span maps to an empty one. */
  toRaw(span: CleanSpan): RawSpan
  /** Stored form, read back by `parseOffsetMap`. */
  serialize(): string
}

/** A stretch that is not a plain copy: the clean units all come from the whole raw range. Between blocks the texts run in step. */
export interface Block {
  readonly rawStart: number
  readonly rawEnd: number
  readonly cleanStart: number
  readonly cleanEnd: number
}

/** Blocks of one unit for one unit do not move anything and are not kept. */
const moves = (block: Block): boolean => block.rawEnd - block.rawStart !== 1 || block.cleanEnd - block.cleanStart !== 1

class BlockMap implements OffsetMap {
  readonly cleanLength: number
  readonly #blocks: readonly Block[]

  constructor(cleanLength: number, blocks: readonly Block[]) {
    this.cleanLength = cleanLength
    this.#blocks = blocks.filter(moves)
  }

  toRaw(span: CleanSpan): RawSpan {
    if (span.start < 0 || span.end > this.cleanLength || span.start > span.end) {
      throw new PolicyGraphError('BAD_INPUT', `区间 ${span.start}–${span.end} 超出文本 · the span ${span.start}–${span.end} is not within 0–${this.cleanLength}`)
    }
    if (span.start === span.end) {
      const at = this.#gapStart(span.start)
      return rawSpan(at, at)
    }
    const first = this.#blockOf(span.start)
    const last = this.#blockOf(span.end - 1)
    return rawSpan(first?.rawStart ?? this.#copied(span.start), last?.rawEnd ?? this.#copied(span.end - 1) + 1)
  }

  serialize(): string {
    let raw = 0
    const parts = this.#blocks.map((block) => {
      const part = [block.rawStart - raw, block.rawEnd - block.rawStart, block.cleanEnd - block.cleanStart].map((n) => n.toString(36)).join('.')
      raw = block.rawEnd
      return part
    })
    return [this.cleanLength.toString(36), ...parts].join(' ')
  }

  /** Index of the last block that begins at or before the clean offset and, if it is a deletion, stands before it; -1 when none. */
  #lastBefore(clean: number): number {
    let low = 0
    let high = this.#blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#blocks[middle]?.cleanStart ?? 0) <= clean) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #blockOf(unit: number): Block | undefined {
    const block = this.#blocks[this.#lastBefore(unit)]
    return block !== undefined && unit < block.cleanEnd ? block : undefined
  }

  #copied(unit: number): number {
    const block = this.#blocks[this.#lastBefore(unit)]
    return block === undefined ? unit : block.rawEnd + (unit - block.cleanEnd)
  }

  #gapStart(at: number): number {
    return at === 0 ? 0 : (this.#blockOf(at - 1)?.rawEnd ?? this.#copied(at - 1) + 1)
  }
}

/** A map from the blocks where the texts differ, in order and without overlap. */
export const offsetMap = (cleanLength: number, blocks: readonly Block[]): OffsetMap => new BlockMap(cleanLength, blocks)

/** Reads what `serialize` wrote. Throws BAD_INPUT on anything else. */
export function parseOffsetMap(stored: string): OffsetMap {
  const bad = (): PolicyGraphError => new PolicyGraphError('BAD_INPUT', '偏移表已损坏 · the stored offset map cannot be read')
  const number = (text: string | undefined): number => {
    if (text === undefined || !/^[0-9a-z]+$/.test(text)) throw bad()
    return Number.parseInt(text, 36)
  }
  const [length, ...parts] = stored.split(' ')
  let raw = 0
  let clean = 0
  const blocks = parts.map((part): Block => {
    const fields = part.split('.')
    if (fields.length !== 3) throw bad()
    const [gap, rawLength, blockLength] = [number(fields[0]), number(fields[1]), number(fields[2])]
    const block = { rawStart: raw + gap, rawEnd: raw + gap + rawLength, cleanStart: clean + gap, cleanEnd: clean + gap + blockLength }
    raw = block.rawEnd
    clean = block.cleanEnd
    return block
  })
  const cleanLength = number(length)
  if (clean > cleanLength) throw bad()
  return offsetMap(cleanLength, blocks)
}
