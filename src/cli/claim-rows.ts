/** Checked claims as rows of text. */
import type { ClaimCheck } from '../answers/claims/claim.js'
import { entitiesByIds } from '../answers/lookups.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { factTexts, pathText } from './link-rows.js'

export const CLAIM_COLUMNS = [
  'claim', 'verdict', 'quotes', 'articleIds', 'independentSources', 'evidence', 'speakers', 'firstSaid', 'lastSaid', 'paths', 'nearest', 'candidates', 'reasons',
] as const

/** One row per claim. Two or three store calls, however many claims. */
export async function claimRows(store: GraphStore, checks: readonly ClaimCheck[]): Promise<readonly StoreRow[]> {
  const hops = checks.flatMap(({ paths, nearest }) => [...paths, ...nearest].flatMap((path) => path.hops.map(({ fact }) => fact)))
  const speakerIds = [...new Set(checks.flatMap(({ speakerIds: ids }) => ids))]
  const [texts, speakers] = await Promise.all([factTexts(store, hops), speakerIds.length === 0 ? undefined : entitiesByIds(store, speakerIds)])
  return checks.map((check): StoreRow => ({
    claim: check.understood.zh,
    verdict: check.verdict,
    quotes: [...new Set(check.evidence.map(({ cleanQuote }) => cleanQuote))],
    articleIds: [...new Set(check.evidence.map(({ articleId }) => articleId))],
    independentSources: check.independentSources,
    evidence: check.evidenceCount,
    speakers: check.speakerIds.map((id) => speakers?.get(id)?.name ?? id),
    firstSaid: check.firstSaid,
    lastSaid: check.lastSaid,
    paths: check.paths.map((path) => pathText(path, texts)),
    nearest: check.nearest.map((path) => pathText(path, texts)),
    candidates: check.candidates.map(({ name, entity }) => `${name} → ${entity.name} ${entity.id}`),
    reasons: check.reasons.map(({ zh }) => zh),
  }))
}
