import { blockingKeys } from './blocking-keys.js'
import { BLOCK_LIMIT, finerKeys, neighbourOrder, type BlockingReport } from './blocks.js'
import { candidateOrder, filePair, type Candidate, type Candidates } from './find-candidates.js'
import { pairKey } from './judgement.js'
import { prepareProfile, type Prepared } from './prepared.js'
import type { Profile } from './profile.js'

/** Existing profiles that new ones must be compared with. */
export interface Affected {
  /** Ids in the index, sorted; the new ones themselves are not among them. */
  readonly ids: readonly string[]
  /** For each new profile, the ids it must be compared with. */
  readonly partners: ReadonlyMap<string, readonly string[]>
  /** Pairs left out because a block was too crowded; see BlockingReport. */
  readonly notCompared: number
  readonly notComparedLoose: number
}

/**
 * Who shares a block with whom, kept from article to article. Not safe for concurrent writers: one ingest at a time holds it.
 * It can be rebuilt from all profiles at any time.
 */
export class BlockIndex {
  readonly #profiles = new Map<string, Prepared>()
  readonly #blocks = new Map<string, Set<string>>()

  constructor(profiles: Iterable<Profile> = []) {
    for (const profile of profiles) this.put(profile)
  }

  get size(): number {
    return this.#profiles.size
  }

  /** Adds a profile, or replaces the one of the same id. */
  put(profile: Profile): void {
    this.remove(profile.id)
    const prepared = prepareProfile(profile)
    this.#profiles.set(profile.id, prepared)
    for (const key of new Set(blockingKeys(prepared).map((each) => `${profile.kind} ${each.key}`))) {
      const members = this.#blocks.get(key)
      if (members) members.add(profile.id)
      else this.#blocks.set(key, new Set([profile.id]))
    }
  }

  /** Takes a profile out; nothing happens when it is not there. */
  remove(id: string): void {
    const prepared = this.#profiles.get(id)
    if (!prepared) return
    this.#profiles.delete(id)
    for (const { key } of blockingKeys(prepared)) {
      const name = `${prepared.kind} ${key}`
      const members = this.#blocks.get(name)
      members?.delete(id)
      if (members?.size === 0) this.#blocks.delete(name)
    }
  }

  prepared(id: string): Prepared | undefined {
    return this.#profiles.get(id)
  }

  /** Ids to compare a profile with; crowded blocks are narrowed as in a full run, then cut to the nearest neighbours. */
  partnersOf(profile: Prepared): { readonly ids: readonly string[]; readonly notCompared: number; readonly notComparedLoose: number } {
    const ids = new Set<string>()
    const missed = { whole: 0, loose: 0 }
    for (const { key, loose, finer } of blockingKeys(profile)) {
      const members = [...(this.#blocks.get(`${profile.kind} ${key}`) ?? [])].filter((id) => id !== profile.profile.id).flatMap((id) => this.#profiles.get(id) ?? [])
      let kept = members
      for (let level = 0; kept.length >= BLOCK_LIMIT && level < finer.length; level++) {
        const wanted = new Set(finer[level]?.() ?? [])
        kept = kept.filter((member) => finerKeys(member, key)[level]?.().some((part) => wanted.has(part)) ?? false)
      }
      if (kept.length >= BLOCK_LIMIT) kept = nearestOf(profile, kept)
      missed[loose ? 'loose' : 'whole'] += members.length - kept.length
      for (const member of kept) ids.add(member.profile.id)
    }
    return { ids: [...ids].sort(), notCompared: missed.whole, notComparedLoose: missed.loose }
  }
}

/** Half the limit before and half after the profile in neighbour order, as in a full run. */
function nearestOf(profile: Prepared, members: readonly Prepared[]): Prepared[] {
  const sorted = [...members].sort(neighbourOrder)
  const place = sorted.findIndex((member) => neighbourOrder(member, profile) > 0)
  const at = place < 0 ? sorted.length : place
  return sorted.slice(Math.max(0, at - BLOCK_LIMIT / 2), at + BLOCK_LIMIT / 2)
}

/** Which existing profiles have to be compared when an article brings new or changed ones. Reads the index only. */
export function affectedBy(newProfiles: readonly Profile[], index: BlockIndex): Affected {
  const own = new Set(newProfiles.map((profile) => profile.id))
  const partners = new Map<string, readonly string[]>()
  const ids = new Set<string>()
  let notCompared = 0
  let notComparedLoose = 0
  for (const profile of newProfiles) {
    const found = index.partnersOf(prepareProfile(profile))
    notCompared += found.notCompared
    notComparedLoose += found.notComparedLoose
    const others = found.ids.filter((id) => !own.has(id))
    partners.set(profile.id, others)
    for (const id of others) ids.add(id)
  }
  return { ids: [...ids].sort(), partners, notCompared, notComparedLoose }
}

/**
 * The candidates after an article: those of changed or removed profiles are dropped, the new and changed ones are put into the
 * index and compared with whom they affect and with each other. Equals `findCandidates` over all profiles as long as no block is
 * crowded.
 */
export function updateCandidates(before: Candidates, changed: readonly Profile[], removed: readonly string[], index: BlockIndex): Candidates {
  const touched = new Set([...changed.map((profile) => profile.id), ...removed])
  const untouched = (list: readonly Candidate[]): Candidate[] => list.filter(({ left, right }) => !touched.has(left) && !touched.has(right))
  const found = { same: untouched(before.same), maybe: untouched(before.maybe) }
  for (const id of removed) index.remove(id)
  for (const profile of changed) index.put(profile)
  const done = new Set<string>()
  let { notCompared, notComparedLoose } = before.report
  for (const { id } of changed) {
    const prepared = index.prepared(id)
    if (!prepared) continue
    const partners = index.partnersOf(prepared)
    notCompared += partners.notCompared
    notComparedLoose += partners.notComparedLoose
    for (const other of partners.ids) {
      const partner = index.prepared(other)
      if (!partner || done.has(pairKey(id, other))) continue
      done.add(pairKey(id, other))
      filePair(found, prepared, partner)
    }
  }
  const report: BlockingReport = { profiles: index.size, compared: before.report.compared + done.size, notCompared, notComparedLoose, crowded: before.report.crowded }
  return { same: found.same.sort(candidateOrder), maybe: found.maybe.sort(candidateOrder), report }
}
