import { describe, expect, test } from '@jest/globals'
import { PASSES } from '../../../../ingest/2-clean/passes/index.js'

describe('PASSES', () => {
  test('each has an id of its own, a doc sentence and a signal', () => {
    expect(new Set(PASSES.map(({ id }) => id)).size).toBe(PASSES.length)
    for (const pass of PASSES) {
      expect(pass.id).toMatch(/^[a-z0-9-]+$/)
      expect(pass.doc).toMatch(/^[A-Z].*\.$/)
      expect(pass.when).toBeGreaterThan(0)
    }
  })

  test('the list cannot be changed', () => {
    expect(Object.isFrozen(PASSES)).toBe(true)
  })
})
