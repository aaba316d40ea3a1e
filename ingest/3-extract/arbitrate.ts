import type { Candidate } from './document.js'
import { jointTrust } from './trust.js'

/** Below this belief a name costs more than it brings. */
const LEAST = 0.4
/** From this belief on a name stands over the names inside it. */
const COVERS = 0.5

/**
 * Picks candidates that do not overlap and sets their weight to the belief in them (trust.ts). A name that is believed stands
 * over those inside it; of two that cross, the surer one stays, then the longer, then the earlier.
 */
export function arbitrate(candidates: readonly Candidate[]): Candidate[] {
  const merged = mergeEqual(withoutOverreach(candidates)).filter(({ weight }) => weight >= LEAST)
  const covered = coveredOnes(merged)
  const order = (some: Candidate[]): Candidate[] => some.sort((a, b) => score(b) - score(a) || length(b) - length(a) || a.span.start - b.span.start || (a.kind < b.kind ? -1 : 1))
  const taken: Candidate[] = []
  const occupied = new Uint8Array(merged.reduce((reach, { span }) => Math.max(reach, span.end), 0))
  for (const candidate of [...order(merged.filter((one) => !covered.has(one))), ...order([...covered])]) {
    const { start, end } = candidate.span
    if (occupied.subarray(start, end).includes(1)) continue
    taken.push(candidate)
    occupied.fill(1, start, end)
  }
  return taken.sort((a, b) => a.span.start - b.span.start)
}

/** What is done to an effort, and with whom; a name does not begin with it (支持云青协作区, 两市共建云青协作区, 同云青协作区). */
const DEED = /(?:支持|共建|推进|推动|建设|打造|加快|实施|参与|融入|助力|入驻|加入|启动|促进|深化|落实|对接|服务|依托|申报|推广|[同与和由在])$/
/** What goes on after a name (云青协作区由甲乙两片组成). */
const GOES_ON = /^[由是在的将与和内]/
/** A word that a firm's name may start with as well: it clings where the tagger takes the rest by itself elsewhere (自云岭集团成立以来). */
const CLINGS = /^[自由在与和对向为从将使让据因经]/
const JOIN = /[与和及同]/
/** Shorter names are found at the end of too many longer ones. */
const LEAST_NAME = 4

/**
 * Cuts off what clings to a name that the tagger takes by itself elsewhere in the article, and leaves out a rule's name that
 * runs over a join between two names of the tagger's.
 */
function withoutOverreach(candidates: readonly Candidate[]): readonly Candidate[] {
  const tagged = candidates.filter(({ by }) => by === 'recogniser')
  const names = new Set(tagged.filter(({ kind, text }) => kind === 'INITIATIVE' && text.length >= LEAST_NAME).map(({ text }) => text))
  const bodies = new Set(tagged.filter(({ kind, text }) => kind === 'COMPANY' && text.length >= LEAST_NAME - 1).map(({ text }) => text))
  const ends = new Set(tagged.map(({ span }) => span.end))
  return candidates.flatMap((candidate) => {
    const { by, kind, span, text } = candidate
    if (by !== 'recogniser') {
      const join = JOIN.exec(text)
      if (join && join.index > 1 && ends.has(span.start + join.index)) return []
    }
    if (kind === 'INITIATIVE') return [trimmed(candidate, names)]
    const rest = text.slice(1)
    return [kind === 'COMPANY' && CLINGS.test(text) && bodies.has(rest) ? { ...candidate, span: { ...span, start: span.start + 1 }, text: rest } : candidate]
  })
}

function trimmed(candidate: Candidate, names: ReadonlySet<string>): Candidate {
  const { span, text } = candidate
  for (let cut = 1; cut <= text.length - LEAST_NAME; cut++) {
    const rest = text.slice(cut)
    if (names.has(rest) && DEED.test(text.slice(0, cut))) return { ...candidate, span: { ...span, start: span.start + cut }, text: rest }
    const head = text.slice(0, text.length - cut)
    if (names.has(head) && GOES_ON.test(text.slice(head.length))) return { ...candidate, span: { ...span, end: span.start + head.length }, text: head }
  }
  return candidate
}

const length = (candidate: Candidate): number => candidate.span.end - candidate.span.start
/** Length counts a little, so that a full name beats its own parts at like weight. */
const score = (candidate: Candidate): number => candidate.weight + Math.min(length(candidate), 24) * 0.012

/** Candidates that lie within another one that is believed. */
function coveredOnes(candidates: readonly Candidate[]): Set<Candidate> {
  const covered = new Set<Candidate>()
  let reach = -1
  let cover: Candidate | undefined
  // By start, the longer first: what ends before the furthest end so far lies within the one that reaches there.
  for (const candidate of [...candidates].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (cover && candidate.span.end <= reach && length(candidate) < length(cover)) covered.add(candidate)
    else if (candidate.weight >= COVERS && candidate.span.end > reach) {
      cover = candidate
      reach = candidate.span.end
    }
  }
  return covered
}

/** One candidate for each span and kind. */
function mergeEqual(candidates: readonly Candidate[]): Candidate[] {
  const groups: Candidate[][] = []
  const byStart = new Map<number, Candidate[][]>()
  for (const candidate of candidates) {
    const { span, kind, by } = candidate
    const beside = byStart.get(span.start)
    const there = beside?.find(([one]) => one?.span.end === span.end && one.kind === kind)
    if (there) {
      if (!there.some((one) => one.by === by)) there.push(candidate)
      continue
    }
    const group = [candidate]
    groups.push(group)
    if (beside) beside.push(group)
    else byStart.set(span.start, [group])
  }
  return groups.map((same) => {
    const [lead] = same
    if (lead === undefined) throw new RangeError('no candidate')
    if (same.length === 1) return { ...lead, weight: jointTrust(same) }
    const rule = same.find(({ by, subkind }) => by !== 'recogniser' && subkind !== '')
    const code = same.find((candidate) => candidate.code !== undefined)?.code
    return {
      ...lead,
      subkind: rule?.subkind ?? same.find(({ subkind }) => subkind !== '')?.subkind ?? '',
      by: same.map(({ by }) => by).join('+'),
      weight: jointTrust(same),
      ...(code === undefined ? {} : { code }),
    }
  })
}
