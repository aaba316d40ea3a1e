import { decidePair, explainPair, type PairDecision, type Reason } from './compare-pair.js'
import { DisjointSets } from './disjoint-sets.js'
import { candidateOrder, findCandidates, type Candidate, type Candidates } from './find-candidates.js'
import { forkedCandidates } from './forks.js'
import { pairKey, standingJudgements, type Judgement } from './judgement.js'
import { prepareProfile, type Prepared } from './prepared.js'
import type { Profile } from './profile.js'
import type { Cluster, Link, Resolution, Suggestion, SuggestionCause, Unfollowed } from './resolution.js'

/** An entity shows at most this many suggestions, the strongest. */
export const SUGGESTIONS_PER_ENTITY = 5
/** Members of each side that are held against each other before an automatic link joins two clusters. */
const MEMBERS_CHECKED = 64

const REGISTER_GUARDS: ReadonlySet<string> = new Set(['uscc-differs', 'wikidata-differs', 'code-differs'])

/** Reads names on demand and keeps them: only profiles with candidates are ever read. */
class Reader {
  readonly #profiles: ReadonlyMap<string, Profile>
  readonly #prepared = new Map<string, Prepared>()

  constructor(profiles: readonly Profile[]) {
    this.#profiles = new Map(profiles.map((profile) => [profile.id, profile]))
  }

  profile(id: string): Profile | undefined {
    return this.#profiles.get(id)
  }

  prepared(id: string): Prepared | undefined {
    const known = this.#prepared.get(id)
    if (known) return known
    const profile = this.#profiles.get(id)
    if (!profile) return undefined
    const prepared = prepareProfile(profile)
    this.#prepared.set(id, prepared)
    return prepared
  }

  decision(a: string, b: string): PairDecision | undefined {
    const [left, right] = [this.prepared(a), this.prepared(b)]
    return left && right && decidePair(left, right)
  }

  /** True when a guard says that the two are not one. */
  guarded(a: string, b: string): boolean {
    return this.decision(a, b)?.decidedBy === 'guard'
  }

  /** True when a register tells the two apart; not even a former name bridges that. */
  registered(a: string, b: string): boolean {
    return REGISTER_GUARDS.has(this.decision(a, b)?.check ?? '')
  }

  reasons(a: string, b: string): readonly Reason[] {
    const [left, right] = [this.prepared(a), this.prepared(b)]
    return left && right ? explainPair(left, right).reasons : []
  }
}

/** A suggestion whose reasons are worked out when read: a million pairs would not fit with their texts. */
class LazySuggestion implements Suggestion {
  readonly left: string
  readonly right: string
  readonly score: number
  readonly cause: SuggestionCause
  readonly between: readonly string[]
  readonly #reader: Reader

  constructor({ left, right, score }: Candidate, cause: SuggestionCause, between: readonly string[], reader: Reader) {
    this.left = left
    this.right = right
    this.score = score
    this.cause = cause
    this.between = between
    this.#reader = reader
  }

  get reasons(): readonly Reason[] {
    return this.#reader.reasons(this.left, this.right)
  }
}

/**
 * Clusters from compared pairs and judgements. A pure function: the same profiles, candidates and judgements give the same
 * clusters, in whatever order they come, so taking a judgement back gives the clusters as they were before it.
 *
 * Order of force: `different` judged is a wall that nothing crosses; `same` judged joins, newest first; then proofs; then
 * automatic links, strongest first, each only if no wall and no guard stands between any two members. So where a chain would
 * join what was judged different, its weakest automatic links are the ones that are cut; they come back as suggestions, of which
 * each entity shows `shown` at most.
 */
export function clusterCandidates(profiles: readonly Profile[], candidates: Candidates, judgements: readonly Judgement[], shown = SUGGESTIONS_PER_ENTITY): Resolution {
  const reader = new Reader(profiles)
  const sets = new DisjointSets()
  const links: Link[] = []
  const suggestions: Suggestion[] = []
  const standing = standingJudgements(judgements)
  const unfollowed = followJudgements(standing, reader, sets, links)
  const judged = new Map(standing.map((judgement) => [pairKey(judgement.left, judgement.right), judgement.verdict]))
  const open = candidates.same.filter((candidate) => !judged.has(pairKey(candidate.left, candidate.right))).sort(candidateOrder)

  const proofSets = new DisjointSets()
  for (const proof of open.filter((candidate) => candidate.proof)) {
    const wall = wallOrGuard(sets, proof, (a, b) => reader.registered(a, b))
    if (wall) {
      suggestions.push(new LazySuggestion(proof, 'wall', wall, reader))
      continue
    }
    if (sets.find(proof.left) !== sets.find(proof.right)) links.push({ left: proof.left, right: proof.right, score: 1, because: 'proof', judgementId: '' })
    sets.union(proof.left, proof.right)
    proofSets.union(proof.left, proof.right)
  }

  const scored = open.filter((candidate) => !candidate.proof)
  const proved = (id: string): string => proofSets.find(id)
  const direct = new Set(scored.map((candidate) => pairKey(proved(candidate.left), proved(candidate.right))))
  const forks = forkedCandidates(scored, proved, (a, b) => reader.guarded(a, b))
  for (const candidate of scored) {
    const { left, right } = candidate
    const fork = forks.get(pairKey(left, right))
    if (fork) {
      suggestions.push(new LazySuggestion(candidate, 'fork', fork, reader))
      continue
    }
    if (sets.find(left) === sets.find(right)) continue
    // Names that a proof ties to a name which does fit are excused: a renamed firm's old name fits nothing else.
    const excused = (a: string, b: string): boolean => direct.has(pairKey(proved(a), proved(b)))
    const wall = wallOrGuard(sets, candidate, (a, b) => reader.guarded(a, b) && (!excused(a, b) || reader.registered(a, b)))
    if (wall) {
      suggestions.push(new LazySuggestion(candidate, 'wall', wall, reader))
      continue
    }
    sets.union(left, right)
    links.push({ left, right, score: candidate.score, because: 'score', judgementId: '' })
  }

  const unsure = standing.filter((judgement) => judgement.verdict === 'unsure' && reader.profile(judgement.left) && reader.profile(judgement.right))
  for (const { left, right } of unsure) suggestions.push(new LazySuggestion({ left, right, score: reader.decision(left, right)?.score ?? 0, proof: false }, 'unsure', [], reader))
  for (const candidate of candidates.maybe) if (!judged.has(pairKey(candidate.left, candidate.right))) suggestions.push(new LazySuggestion(candidate, 'score', [], reader))
  return { ...clustersOf(sets, links, reader), ...chooseSuggestions(suggestions, sets, shown), unfollowed, report: candidates.report }
}

/** Walls first, then what was judged the same, newest first; returns what could not be followed. */
function followJudgements(standing: readonly Judgement[], reader: Reader, sets: DisjointSets, links: Link[]): Unfollowed[] {
  const unfollowed: Unfollowed[] = []
  for (const judgement of standing) {
    if (!reader.profile(judgement.left) || !reader.profile(judgement.right)) unfollowed.push({ judgementId: judgement.id, cause: 'unknown-id' })
    else if (judgement.verdict === 'different') sets.addWall(judgement.left, judgement.right)
  }
  for (const { id, left, right, verdict } of standing) {
    const [a, b] = [reader.profile(left), reader.profile(right)]
    if (verdict !== 'same' || !a || !b) continue
    if (a.kind !== b.kind) unfollowed.push({ judgementId: id, cause: 'kinds' })
    else if (sets.wallBetween(left, right) !== undefined) unfollowed.push({ judgementId: id, cause: 'wall' })
    else {
      if (sets.find(left) !== sets.find(right)) links.push({ left, right, score: 1, because: 'judgement', judgementId: id })
      sets.union(left, right)
    }
  }
  return unfollowed.sort((a, b) => (a.judgementId < b.judgementId ? -1 : 1))
}

/** What keeps two sets apart: a wall that stands, else two members, one of each side, that `apart` tells apart (which becomes a wall). */
function wallOrGuard(sets: DisjointSets, { left, right }: Candidate, apart: (a: string, b: string) => boolean): readonly string[] | undefined {
  const standing = sets.wallBetween(left, right)
  if (standing !== undefined) return standing
  for (const a of sets.members(left).slice(0, MEMBERS_CHECKED))
    for (const b of sets.members(right).slice(0, MEMBERS_CHECKED)) {
      if (!apart(a, b)) continue
      sets.addWall(a, b)
      return [a, b]
    }
  return undefined
}

function clustersOf(sets: DisjointSets, links: readonly Link[], reader: Reader): Pick<Resolution, 'clusters' | 'canonical'> {
  const canonical = new Map<string, string>()
  const clusters = new Map<string, { id: string; members: readonly string[]; links: Link[] }>()
  for (const group of sets.groups()) {
    const members = [...group].sort()
    const id = earliest(members, reader)
    for (const member of members) canonical.set(member, id)
    clusters.set(id, { id, members, links: [] })
  }
  for (const link of links) clusters.get(canonical.get(link.left) ?? '')?.links.push(link)
  return { clusters: [...clusters.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) satisfies Cluster[], canonical }
}

/** The member first seen; those without a date come last. */
function earliest(members: readonly string[], reader: Reader): string {
  const dateOf = (id: string): string => {
    const first = reader.profile(id)?.first ?? ''
    return first === '' ? '9999' : first
  }
  return members.reduce((best, id) => (dateOf(id) < dateOf(best) ? id : best))
}

/** Drops what is settled already, and all but the strongest of each entity. */
function chooseSuggestions(suggestions: readonly Suggestion[], sets: DisjointSets, limit: number): Pick<Resolution, 'suggestions' | 'suggestionsLeftOut'> {
  const open = suggestions
    .filter(({ left, right, cause }) => sets.find(left) !== sets.find(right) && (cause !== 'score' || sets.wallBetween(left, right) === undefined))
    .sort((a, b) => b.score - a.score || (pairKey(a.left, a.right) < pairKey(b.left, b.right) ? -1 : 1))
  const shown = new Map<string, number>()
  const chosen = open.filter(({ left, right, cause }) => {
    const [a, b] = [shown.get(left) ?? 0, shown.get(right) ?? 0]
    if (cause !== 'unsure' && a >= limit && b >= limit) return false
    shown.set(left, a + 1)
    shown.set(right, b + 1)
    return true
  })
  return { suggestions: chosen, suggestionsLeftOut: open.length - chosen.length }
}

/** Compares all profiles and clusters them under the judgements. For one new article use `updateCandidates` instead of the first half. */
export const resolveClusters = (profiles: readonly Profile[], judgements: readonly Judgement[]): Resolution =>
  clusterCandidates(profiles, findCandidates(profiles), judgements)
