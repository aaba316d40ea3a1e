import type { CleanSpan } from '../../src/core/span.js'
import type { Candidate, TextView } from './document.js'
import { spanOf } from './text-view.js'

/** Kinds whose names, once found, are looked for in the whole text. Regions are left to the gazetteer: short forms are too often words. */
const SPREADING = new Set(['PERSON', 'COMPANY', 'ORGANIZATION', 'INITIATIVE'])

/**
 * What is a name once is a name everywhere in the article: every further occurrence of an accepted name that overlaps nothing
 * accepted becomes a mention. Longer names go first.
 */
export function propagate(view: TextView, accepted: readonly Candidate[], silent: readonly CleanSpan[]): Candidate[] {
  const all = [...accepted]
  const taken = new Uint8Array(view.text.length)
  const occupy = (span: CleanSpan): void => void taken.fill(1, span.start, span.end)
  for (const span of silent) occupy(span)
  for (const candidate of accepted) occupy(candidate.span)
  const byText = new Map<string, Candidate>()
  for (const candidate of accepted) {
    const known = byText.get(candidate.text)
    if (SPREADING.has(candidate.kind) && candidate.text.length >= 2 && (!known || known.weight < candidate.weight)) byText.set(candidate.text, candidate)
  }
  for (const candidate of [...byText.values()].sort((a, b) => b.text.length - a.text.length)) {
    for (let at = view.text.indexOf(candidate.text); at >= 0; at = view.text.indexOf(candidate.text, at + 1)) {
      const span = spanOf(at, at + candidate.text.length)
      if (isFree(taken, span)) {
        all.push({ ...candidate, span, by: `${candidate.by}+spread` })
        occupy(span)
      }
    }
  }
  return unify(all).sort((a, b) => a.span.start - b.span.start)
}

function isFree(taken: Uint8Array, span: CleanSpan): boolean {
  for (let i = span.start; i < span.end; i++) if (taken[i] === 1) return false
  return true
}

/** One form, one kind in one article: the kind with the most weight in sum wins, so that a name does not change kind midway. */
function unify(candidates: readonly Candidate[]): Candidate[] {
  const votes = new Map<string, Map<string, { weight: number; lead: Candidate }>>()
  for (const candidate of candidates) {
    const kinds = votes.get(candidate.text) ?? new Map<string, { weight: number; lead: Candidate }>()
    const key = `${candidate.kind}/${candidate.subkind}`
    const known = kinds.get(key)
    kinds.set(key, { weight: (known?.weight ?? 0) + candidate.weight, lead: known && known.lead.weight >= candidate.weight ? known.lead : candidate })
    votes.set(candidate.text, kinds)
  }
  return candidates.map((candidate) => {
    const winner = [...(votes.get(candidate.text)?.values() ?? [])].sort((a, b) => b.weight - a.weight)[0]
    if (!winner) return candidate
    const { kind, subkind, code } = winner.lead
    return { ...candidate, kind, subkind, ...(code === undefined ? {} : { code }) }
  })
}

