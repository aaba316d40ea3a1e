import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { applyEdits, type Draft } from '../../../ingest/2-clean/compose.js'
import { edit, type Edit } from '../../../ingest/2-clean/pass.js'

const replay = (raw: string, draft: Draft): string => {
  let text = ''
  let at = 0
  for (const change of draft.changes) {
    text += raw.slice(at, change.rawStart) + draft.text.slice(change.cleanStart, change.cleanEnd)
    at = change.rawEnd
  }
  return text + raw.slice(at)
}

const after = (raw: string, ...rounds: readonly (readonly Edit[])[]): Draft =>
  rounds.reduce<Draft>((draft, edits, i) => applyEdits(draft, `p${i}`, edits), { text: raw, changes: [] })

describe('applyEdits', () => {
  test('keeps apart what does not overlap', () => {
    const draft = after('abcdef', [edit(1, 2, 'BB'), edit(4, 5, '')], [edit(0, 1, 'A')])
    expect(draft.text).toBe('ABBcdf')
    expect(draft.changes.map(({ rawStart, rawEnd, passes }) => [rawStart, rawEnd, passes])).toEqual([[0, 1, ['p1']], [1, 2, ['p0']], [4, 5, ['p0']]])
  })

  test('joins an edit with the change that it falls into, and keeps the lower certainty', () => {
    const draft = after('abcdef', [edit(1, 3, 'XYZ', 0.9)], [edit(2, 3, '', 0.5)])
    expect(draft.text).toBe('aXZdef')
    expect(draft.changes).toEqual([{ rawStart: 1, rawEnd: 3, cleanStart: 1, cleanEnd: 3, passes: ['p0', 'p1'], certainty: 0.5 }])
  })

  test('takes in a deletion that lies within an edit, and leaves one beside it', () => {
    const deleted = after('abcdef', [edit(2, 4, '')])
    expect(applyEdits(deleted, 'x', [edit(1, 3, '-')]).changes).toMatchObject([{ rawStart: 1, rawEnd: 5, passes: ['p0', 'x'] }])
    expect(applyEdits(deleted, 'x', [edit(2, 3, '-')]).changes).toMatchObject([{ rawStart: 2, rawEnd: 4 }, { rawStart: 4, rawEnd: 5 }])
    expect(applyEdits(deleted, 'x', [edit(1, 2, '-')]).changes).toMatchObject([{ rawStart: 1, rawEnd: 2 }, { rawStart: 2, rawEnd: 4 }])
  })

  test('always gives back the text when its changes are put in place of their raw ranges', () => {
    const round = fc.array(fc.record({ gap: fc.nat(4), length: fc.integer({ min: 1, max: 3 }), after: fc.string({ maxLength: 3 }) }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.string({ minLength: 10, maxLength: 30 }), fc.array(round, { minLength: 1, maxLength: 5 }), (raw, rounds) => {
        let draft: Draft = { text: raw, changes: [] }
        rounds.forEach((parts, i) => {
          let at = 0
          const edits: Edit[] = []
          for (const part of parts) {
            const start = at + part.gap
            if (start + part.length > draft.text.length) break
            edits.push(edit(start, start + part.length, part.after))
            at = start + part.length
          }
          draft = applyEdits(draft, `p${i}`, edits)
        })
        expect(replay(raw, draft)).toBe(draft.text)
        draft.changes.slice(1).forEach((change, i) => {
          expect(change.rawStart).toBeGreaterThanOrEqual(draft.changes[i]?.rawEnd ?? 0)
          expect(change.cleanStart).toBeGreaterThanOrEqual(draft.changes[i]?.cleanEnd ?? 0)
        })
      }),
    )
  })
})
