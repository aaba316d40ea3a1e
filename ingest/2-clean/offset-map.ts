import type { CleanSpan, RawSpan } from '../../src/core/span.js'

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



