import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isPolicyGraphError } from '../../../src/core/errors.js'
import { cleanSpan } from '../../../src/core/span.js'
import { offsetMap, parseOffsetMap, type Block } from '../../../ingest/2-clean/offset-map.js'

// raw: 市長(zhǎng)張彤  clean: 市长张彤
const GLOSS: Block = { rawStart: 2, rawEnd: 9, cleanStart: 2, cleanEnd: 2 }
// raw: a?qǐng)?bào)b  clean: a报b
const LOST: Block = { rawStart: 1, rawEnd: 12, cleanStart: 1, cleanEnd: 2 }

describe('toRaw', () => {
  test.each([
    ['a copy before the block', [GLOSS], 4, [0, 2], [0, 2]],
    ['a span across a deletion takes it in', [GLOSS], 4, [1, 3], [1, 10]],
    ['a span that ends at a deletion leaves it out', [GLOSS], 4, [1, 2], [1, 2]],
    ['a span that begins at a deletion leaves it out', [GLOSS], 4, [2, 4], [9, 11]],
    ['a replaced character covers all it came from', [LOST], 3, [1, 2], [1, 12]],
    ['text after a block is moved', [LOST], 3, [2, 3], [12, 13]],
    ['an empty span maps to an empty one', [LOST], 3, [2, 2], [12, 12]],
    ['no blocks, no change', [], 5, [1, 4], [1, 4]],
  ] as const)('%s', (_name, blocks, length, [start, end], [rawStart, rawEnd]) => {
    expect(offsetMap(length, blocks).toRaw(cleanSpan(start, end))).toEqual({ start: rawStart, end: rawEnd })
  })

  test.each([[-1, 1], [0, 4], [2, 1]])('refuses the span %i–%i outside a text of 3', (start, end) => {
    expect(() => offsetMap(3, [LOST]).toRaw(cleanSpan(start, end))).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })
})

const blocks = fc.array(fc.record({ gap: fc.nat(9), raw: fc.integer({ min: 1, max: 9 }), clean: fc.nat(9) }), { maxLength: 20 }).map((parts) => {
  let raw = 0
  let clean = 0
  return parts.map((part): Block => {
    const block = { rawStart: raw + part.gap, rawEnd: raw + part.gap + part.raw, cleanStart: clean + part.gap, cleanEnd: clean + part.gap + part.clean }
    raw = block.rawEnd
    clean = block.cleanEnd
    return block
  })
})

describe('stored form', () => {
  test('reads back as the same map', () => {
    fc.assert(
      fc.property(blocks, fc.nat(20), (made, tail) => {
        const length = (made.at(-1)?.cleanEnd ?? 0) + tail
        const map = offsetMap(length, made)
        const back = parseOffsetMap(map.serialize())
        expect(back.serialize()).toBe(map.serialize())
        for (let at = 0; at < length; at += 1) expect(back.toRaw(cleanSpan(at, at + 1))).toEqual(map.toRaw(cleanSpan(at, at + 1)))
      }),
    )
  })

  test.each(['', 'x y', '5 1.2', '5 1.2.3.4', '1 0.1.9', '5 1.-2.3'])('refuses %j', (stored) => {
    expect.assertions(1)
    try {
      parseOffsetMap(stored)
    } catch (error) {
      expect(isPolicyGraphError(error) && error.code).toBe('BAD_INPUT')
    }
  })
})
