import { readFileSync } from 'node:fs'
import { ENTITY_KIND_NAMES, type EntityKind } from '../../../schema/ontology/index.js'
import { projectPath } from '../../../src/core/paths.js'
import type { Profile } from '../../../src/identity/profile.js'
import { readProfile } from './notation.js'

export const HALVES = ['dev', 'test', 'unseen'] as const
export const TIERS = ['easy', 'medium', 'hard'] as const
export type Half = (typeof HALVES)[number]
export type Tier = (typeof TIERS)[number]

export interface LabelledPair {
  /** 1-based line in pairs.tsv. */
  readonly lineNumber: number
  readonly half: Half
  readonly tier: Tier
  readonly kind: EntityKind
  readonly left: Profile
  readonly right: Profile
  readonly same: boolean
  readonly trap: string
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined, lineNumber: number): T {
  const found = values.find((known) => known === value)
  if (found === undefined) throw new RangeError(`pairs.tsv:${lineNumber}: ${value ?? 'nothing'} is none of ${values.join(', ')}`)
  return found
}

/** The labelled pairs; throws on a line that does not follow the header. */
export function loadPairs(): readonly LabelledPair[] {
  const lines = readFileSync(projectPath('test/quality/identity/pairs.tsv'), 'utf8').trimEnd().split('\n')
  const header = lines.findIndex((line) => !line.startsWith('#'))
  return lines.slice(header + 1).map((line, index) => {
    const lineNumber = header + 2 + index
    const [half, tier, kind, left = '', right = '', label, trap = ''] = line.split('\t')
    const entityKind = oneOf(ENTITY_KIND_NAMES, kind, lineNumber)
    return {
      lineNumber, trap, kind: entityKind,
      half: oneOf(HALVES, half, lineNumber),
      tier: oneOf(TIERS, tier, lineNumber),
      left: readProfile(`${lineNumber}a`, entityKind, left),
      right: readProfile(`${lineNumber}b`, entityKind, right),
      same: oneOf(['same', 'different'], label, lineNumber) === 'same',
    }
  })
}
