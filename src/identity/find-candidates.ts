import { ENTITY_KIND_NAMES } from '../../schema/ontology/index.js'
import { makeBlocks, type BlockingReport } from './blocks.js'
import { decidePair } from './compare-pair.js'
import { prepareProfile, type Prepared } from './prepared.js'
import type { Profile } from './profile.js'

/** Two ids that comparison finds to be one, or possibly one. `left` < `right`. */
export interface Candidate {
  readonly left: string
  readonly right: string
  readonly score: number
  /** Decided by a register number, a region code or a former name; outweighs guards. */
  readonly proof: boolean
}

export interface Candidates {
  readonly same: readonly Candidate[]
  readonly maybe: readonly Candidate[]
  readonly report: BlockingReport
}

interface Found {
  readonly same: Candidate[]
  readonly maybe: Candidate[]
}

/** Compares one pair and files it; pairs that differ leave no trace. */
export function filePair(found: Found, a: Prepared, b: Prepared): void {
  const { score, verdict, decidedBy } = decidePair(a, b)
  if (verdict === 'different') return
  const [left, right] = a.profile.id < b.profile.id ? [a.profile.id, b.profile.id] : [b.profile.id, a.profile.id]
  found[verdict].push({ left, right, score, proof: decidedBy === 'proof' })
}

/** Strongest first; ties by ids, so that no order of input shows. */
export const candidateOrder = (a: Candidate, b: Candidate): number =>
  Number(b.proof) - Number(a.proof) || b.score - a.score || (a.left < b.left ? -1 : a.left > b.left ? 1 : a.right < b.right ? -1 : a.right > b.right ? 1 : 0)

/**
 * Compares all profiles that blocking brings together, kind by kind. Near-linear in time and memory. The result depends on the
 * set of profiles, not on their order, as long as no block is crowded beyond splitting; the report says what was left out.
 */
export function findCandidates(profiles: readonly Profile[]): Candidates {
  const found: Found = { same: [], maybe: [] }
  let compared = 0
  let notCompared = 0
  let notComparedLoose = 0
  const crowded: BlockingReport['crowded'][number][] = []
  for (const kind of ENTITY_KIND_NAMES) {
    const prepared = profiles.filter((profile) => profile.kind === kind).map(prepareProfile)
    const made = makeBlocks(prepared)
    notCompared += made.notCompared
    notComparedLoose += made.notComparedLoose
    crowded.push(...made.crowded)
    compared += compareBlocks(prepared, made.blocks, found)
  }
  crowded.sort((a, b) => b.notCompared - a.notCompared || (a.key < b.key ? -1 : 1))
  found.same.sort(candidateOrder)
  found.maybe.sort(candidateOrder)
  return { ...found, report: { profiles: profiles.length, compared, notCompared, notComparedLoose, crowded: crowded.slice(0, 20) } }
}

/** Each pair once, however many blocks it shares: for each profile, the later members of its blocks, marked when seen. */
function compareBlocks(profiles: readonly Prepared[], blocks: readonly (readonly number[])[], found: Found): number {
  const blocksOf: (number[] | undefined)[] = []
  blocks.forEach((members, block) => {
    for (const member of members) {
      const list = blocksOf[member]
      if (list) list.push(block)
      else blocksOf[member] = [block]
    }
  })
  const seenBy = new Int32Array(profiles.length).fill(-1)
  let compared = 0
  profiles.forEach((profile, index) => {
    for (const block of blocksOf[index] ?? [])
      for (const other of blocks[block] ?? []) {
        const partner = profiles[other]
        if (other <= index || seenBy[other] === index || !partner) continue
        seenBy[other] = index
        compared++
        filePair(found, profile, partner)
      }
  })
  return compared
}
