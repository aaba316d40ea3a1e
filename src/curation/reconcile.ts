/**
 * The identity run: brings who is who in line with the articles and with people's judgements. It looks only at references that
 * articles or acts have touched since the last run, and at what hangs together with them; the result is that of a run over all.
 */
import type { Act } from '../core/acts.js'
import {
  BlockIndex, clusterCandidates, findCandidates, updateCandidates,
  type Candidate, type Candidates, type Judgement, type JudgementVerdict, type Profile, type Resolution,
} from '../identity/index.js'
import { pagesOf } from '../store/pages.js'
import type { CandidatePair, GraphStore, IdentityRun, StoreRow } from '../store/port.js'
import { actsOn } from './acts.js'
import { standingJudgeActs } from './folds/standing-judgements.js'
import { chunksOf, readByIds, readProfiles, toReference, type ReferenceRow } from './read-profiles.js'

/** What an identity run did, and how things stand after it. */
export interface IdentityReport {
  /** References looked at. */
  readonly looked: number
  /** References that go by another id than before the run. */
  readonly moved: number
  /** References that go by the id of another, in all. */
  readonly merged: number
  /** Pairs shown as possibly one, in all. */
  readonly suggestions: number
  readonly seconds: number
}

const PAGE = 1_000
/** Profiles touched at which all are compared in one sweep, which is cheaper than one by one. */
const SWEEP_SHARE = 0.5

const text = (row: StoreRow, column: string): string => String(row[column])

/**
 * Looks at all that is stale. Call it after articles were written or removed and after acts of kind JUDGE, EXTERNAL_ID and
 * ARTICLE; when it is interrupted, the next run goes on. Runs on a store wait for each other; what is written while one
 * goes on is left to the run of whoever wrote it.
 */
export function reconcile(store: GraphStore): Promise<IdentityReport> {
  const run = (running.get(store) ?? Promise.resolve()).then(() => reconcileOnce(store))
  running.set(store, run.then(() => undefined, () => undefined))
  return run
}

const running = new WeakMap<GraphStore, Promise<void>>()

async function reconcileOnce(store: GraphStore): Promise<IdentityReport> {
  const began = performance.now()
  let looked = 0
  let moved = 0
  // Where others write too, only a run sees for certain what they have left.
  if (store.traits.sharedWriters || (await store.read('stale-references', { limit: 1 })).length > 0) {
    const counts = await store.runIdentity(async () => {
      const stale: ReferenceRow[] = []
      for await (const page of pagesOf(store, 'stale-references', 'id', PAGE)) stale.push(...page.map(toReference))
      looked = stale.length
      return looked === 0 ? undefined : new Run(store).over(stale)
    })
    moved = counts.referencesMoved
  }
  const [counts] = await store.read('count-suggestions')
  return { looked, moved, merged: Number(counts?.['merged']), suggestions: Number(counts?.['suggestions']), seconds: (performance.now() - began) / 1000 }
}

const NONE: Candidates = { same: [], maybe: [], report: { profiles: 0, compared: 0, notCompared: 0, notComparedLoose: 0, crowded: [] } }

const parse = (summary: string): Profile | undefined => (summary === '' ? undefined : (JSON.parse(summary) as Profile))
const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

class Run {
  readonly #store: GraphStore
  /** Profiles of all references read so far; undefined for those that no article names. */
  readonly #profiles = new Map<string, Profile | undefined>()
  /** Candidate pairs of all references looked at, by keyOf. */
  readonly #pairs = new Map<string, Pick<CandidatePair, 'left' | 'right' | 'score' | 'verdict' | 'proof'>>()
  readonly #neighbours = new Map<string, Set<string>>()

  constructor(store: GraphStore) {
    this.#store = store
  }

  async over(stale: readonly ReferenceRow[]): Promise<IdentityRun> {
    const summaries = await this.#refold(stale.filter((reference) => reference.stale > 1))
    const seeds = new Set(stale.map(({ id }) => id))
    await this.#compare([...summaries.keys()], seeds)
    const { members, judgements } = await this.#hangingTogether(seeds)
    await this.#loadProfiles(members)
    const resolution = this.#resolve(members, judgements)
    const canonical = new Map([...resolution.canonical].filter(([id, to]) => id !== to))
    return { canonical, among: members, findings: { summaries, candidates: this.#found(resolution, new Set(members), judgements) } }
  }

  /** Reads what articles now say of the references; returns the summaries that have changed. */
  async #refold(references: readonly ReferenceRow[]): Promise<ReadonlyMap<string, string>> {
    const profiles = await readProfiles(this.#store, references)
    const changed = new Map<string, string>()
    for (const { id, summary } of references) {
      const profile = profiles.get(id)
      this.#profiles.set(id, profile)
      const now = profile === undefined ? '' : JSON.stringify(profile)
      if (now !== summary) changed.set(id, now)
    }
    return changed
  }

  /** Compares what has changed with all it may meet; what it was tied to before becomes a seed too. */
  async #compare(changed: readonly string[], seeds: Set<string>): Promise<void> {
    for (const row of await readByIds(this.#store, 'candidates-of-references', changed)) if (row['verdict'] === 'same') seeds.add(text(row, 'otherId'))
    const profiles = changed.flatMap((id) => this.#profiles.get(id) ?? [])
    if (profiles.length === 0) return
    const touched = new Set(changed)
    const others: Profile[] = []
    for await (const page of pagesOf(this.#store, 'all-references', 'id', PAGE))
      for (const row of page) {
        const profile = touched.has(text(row, 'id')) ? undefined : parse(text(row, 'summary'))
        if (profile !== undefined) others.push(profile)
      }
    const found = profiles.length > SWEEP_SHARE * (profiles.length + others.length)
      ? findCandidates([...profiles, ...others])
      : updateCandidates(NONE, profiles, [], new BlockIndex(others))
    const add = (verdict: 'same' | 'maybe') => ({ left, right, score, proof }: Candidate): void => {
      if (touched.has(left) || touched.has(right)) this.#addPair({ left, right, score, proof, verdict })
    }
    found.same.forEach(add('same'))
    found.maybe.forEach(add('maybe'))
    this.#fresh = touched
  }

  /** References whose stored pairs are out of date. */
  #fresh: ReadonlySet<string> = new Set()

  #addPair(pair: Pick<CandidatePair, 'left' | 'right' | 'score' | 'verdict' | 'proof'>): void {
    this.#pairs.set(keyOf(pair.left, pair.right), pair)
    if (pair.verdict !== 'same') return
    for (const [from, to] of [[pair.left, pair.right], [pair.right, pair.left]] as const) {
      const known = this.#neighbours.get(from)
      if (known === undefined) this.#neighbours.set(from, new Set([to]))
      else known.add(to)
    }
  }

  /** All references that hang together with the seeds by likeness or by judgement, and the judgements among them. */
  async #hangingTogether(seeds: ReadonlySet<string>): Promise<{ readonly members: readonly string[]; readonly judgements: readonly Act[] }> {
    const reached = new Set<string>()
    const acts = new Map<string, Act>()
    for (let frontier: readonly string[] = [...seeds]; frontier.length > 0;) {
      for (const id of frontier) reached.add(id)
      const next = new Set<string>()
      for (const row of await readByIds(this.#store, 'candidates-of-references', frontier.filter((id) => !this.#fresh.has(id)))) {
        const [id, otherId] = [text(row, 'id'), text(row, 'otherId')]
        if (this.#fresh.has(otherId) || row['verdict'] === 'judged') continue
        const [left, right] = id < otherId ? [id, otherId] : [otherId, id]
        this.#addPair({ left, right, score: Number(row['score']), proof: row['proof'] === true, verdict: row['verdict'] === 'same' ? 'same' : 'maybe' })
      }
      for (const list of (await actsOn(this.#store, frontier, ['JUDGE'])).values()) for (const act of list) {
        acts.set(act.id, act)
        for (const target of act.targets) next.add(target)
      }
      for (const id of frontier) for (const other of this.#neighbours.get(id) ?? []) next.add(other)
      frontier = [...next].filter((id) => !reached.has(id))
    }
    return { members: [...reached].sort(), judgements: standingJudgeActs([...acts.values()]) }
  }

  async #loadProfiles(ids: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(ids.filter((id) => !this.#profiles.has(id))))
      for (const row of await this.#store.read('references-by-ids', { ids: chunk })) this.#profiles.set(text(row, 'id'), parse(text(row, 'summary')))
  }

  #resolve(members: readonly string[], acts: readonly Act[]): Resolution {
    const profiles = members.flatMap((id) => this.#profiles.get(id) ?? [])
    const of = (verdict: string): Candidate[] => [...this.#pairs.values()].filter((pair) => pair.verdict === verdict)
    return clusterCandidates(profiles, { ...NONE, same: of('same'), maybe: of('maybe') }, acts.map(toJudgement), Number.POSITIVE_INFINITY)
  }

  /** The pairs to keep: all that touch the members, with the reason why they are not one. */
  #found(resolution: Resolution, members: ReadonlySet<string>, acts: readonly Act[]): readonly CandidatePair[] {
    const shown = new Map(resolution.suggestions.map((suggestion) => [keyOf(suggestion.left, suggestion.right), suggestion]))
    const pairs = new Map([...this.#pairs].filter(([, { left, right }]) => members.has(left) || members.has(right)))
    for (const { decision, targets: [a = '', b = ''] } of acts) {
      const key = keyOf(a, b)
      const suggestion = shown.get(key)
      if (decision !== 'UNSURE' || suggestion === undefined || pairs.has(key)) continue
      const [left, right] = a < b ? [a, b] : [b, a]
      pairs.set(key, { left, right, score: suggestion.score, verdict: 'judged', proof: false })
    }
    return [...pairs].map(([key, pair]) => ({ ...pair, cause: shown.get(key)?.cause ?? '', between: shown.get(key)?.between ?? [] }))
  }
}

const VERDICTS: Readonly<Record<string, JudgementVerdict>> = { SAME: 'same', DIFFERENT: 'different', UNSURE: 'unsure' }

const toJudgement = ({ id, seq, targets: [left = '', right = ''], decision, actor, at, reason }: Act): Judgement =>
  ({ id, seq, left, right, verdict: VERDICTS[decision] ?? 'unsure', by: actor, at, why: reason })
