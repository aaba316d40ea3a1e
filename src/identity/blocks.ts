/** Blocks of profiles that are compared with each other, and an honest count of what crowded blocks leave out. */
import { blockingKeys, type BlockingKey } from './blocking-keys.js'
import type { Prepared } from './prepared.js'

/** A block with more members is split; one that cannot be split is read in overlapping windows of this size. */
export const BLOCK_LIMIT = 48

/**
 * What blocking did. Pairs that share a key and were left out because its block was too crowded are counted, those that share a
 * whole name (or trade name, or core) apart from those that share a part of one. Upper bounds: a pair may meet by another key.
 */
export interface BlockingReport {
  readonly profiles: number
  readonly compared: number
  readonly notCompared: number
  readonly notComparedLoose: number
  /** The most crowded keys, most pairs left out first; at most 20. */
  readonly crowded: readonly { readonly key: string; readonly members: number; readonly notCompared: number }[]
}

export const pairsOf = (count: number): number => (count * (count - 1)) / 2

/** Order in which neighbours are likely one: by place, time, then id. */
export function neighbourOrder(a: Prepared, b: Prepared): number {
  const key = ({ profile }: Prepared): readonly string[] => [profile.regions[0] ?? profile.homes[0] ?? '', profile.first, profile.id]
  const [left, right] = [key(a), key(b)]
  for (let i = 0; i < left.length; i++) {
    const [x = '', y = ''] = [left[i], right[i]]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

/** The finer keys of `profile` under the coarse `key`. */
export const finerKeys = (profile: Prepared, key: string): BlockingKey['finer'] => blockingKeys(profile).find((each) => each.key === key)?.finer ?? []

interface Splitting {
  readonly profiles: readonly Prepared[]
  readonly emit: (members: readonly number[]) => void
}

/** Splits a crowded block level by level and emits blocks within the limit; returns how many pairs the parts cover. */
function split({ profiles, emit }: Splitting, key: string, members: readonly number[], level: number): number {
  if (members.length <= BLOCK_LIMIT) {
    if (members.length > 1) emit(members)
    return pairsOf(members.length)
  }
  const parts = new Map<string, number[]>()
  for (const member of members) {
    const profile = profiles[member]
    const finer = profile ? finerKeys(profile, key)[level] : undefined
    for (const part of finer ? finer() : []) {
      const list = parts.get(part)
      if (list) list.push(member)
      else parts.set(part, [member])
    }
  }
  if (parts.size > 0) {
    let covered = 0
    for (const part of parts.values()) covered += split({ profiles, emit }, key, part, level + 1)
    return covered
  }
  return windows({ profiles, emit }, members)
}

/** Overlapping windows over the members in neighbour order: each is compared with the half limit before and after it. */
function windows({ profiles, emit }: Splitting, members: readonly number[]): number {
  const sorted = [...members].sort((a, b) => {
    const [left, right] = [profiles[a], profiles[b]]
    return left && right ? neighbourOrder(left, right) : 0
  })
  const step = BLOCK_LIMIT / 2
  let covered = 0
  for (let start = 0; start === 0 || start + step < sorted.length; start += step) {
    const window = sorted.slice(start, start + BLOCK_LIMIT)
    emit(window)
    covered += pairsOf(window.length) - (start === 0 ? 0 : pairsOf(Math.min(step, window.length)))
  }
  return covered
}

/**
 * Blocks within the limit for profiles of one kind; members are indexes into `profiles`, in input order. A pair may stand in
 * several blocks. Time and memory grow with the number of profiles, not of pairs.
 */
export function makeBlocks(profiles: readonly Prepared[]): Pick<BlockingReport, 'notCompared' | 'notComparedLoose' | 'crowded'> & { readonly blocks: readonly (readonly number[])[] } {
  const coarse = new Map<string, number[] | number>()
  const loose = new Set<string>()
  profiles.forEach((profile, index) => {
    for (const each of blockingKeys(profile)) {
      const { key } = each
      const list = coarse.get(key)
      if (each.loose && list !== undefined) loose.add(key)
      // Most keys belong to one profile: a bare number saves an array for each.
      if (list === undefined) coarse.set(key, index)
      else if (typeof list === 'number') coarse.set(key, [list, index])
      else list.push(index)
    }
  })
  const blocks: (readonly number[])[] = []
  const crowded: { key: string; members: number; notCompared: number }[] = []
  const missed = { whole: 0, loose: 0 }
  for (const [key, members] of coarse) {
    if (typeof members === 'number') continue
    const covered = split({ profiles, emit: (block) => blocks.push(block) }, key, members, 0)
    const missing = Math.max(0, pairsOf(members.length) - covered)
    if (missing === 0) continue
    missed[loose.has(key) ? 'loose' : 'whole'] += missing
    crowded.push({ key, members: members.length, notCompared: missing })
    if (crowded.length > 400) trim(crowded)
  }
  trim(crowded)
  return { blocks, notCompared: missed.whole, notComparedLoose: missed.loose, crowded }
}

const CROWDED_SHOWN = 20

function trim(crowded: { key: string; members: number; notCompared: number }[]): void {
  crowded.sort((a, b) => b.notCompared - a.notCompared || (a.key < b.key ? -1 : 1))
  crowded.length = Math.min(crowded.length, CROWDED_SHOWN)
}
