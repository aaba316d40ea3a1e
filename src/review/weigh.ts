import { MODALITIES, STRENGTHS, type Modality, type Strength } from '../../schema/ontology/index.js'
import type { FactVerdict } from '../core/acts.js'

/** How much a fact needs a reader: weakness × reach, with the reasons. Pure. */

export interface Weighed {
  readonly strength: Strength
  readonly modality: Modality
  readonly articleCount: number
  readonly evidenceCount: number
  /** Pieces of evidence that rest on repaired text. */
  readonly repaired: number
  /** Open facts of both ends. */
  readonly degrees: number
  readonly verdict: FactVerdict
  readonly disputed: boolean
}

export interface WeightReason {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Points of weakness; 0 for the reach. */
  readonly points: number
}

export interface Weight {
  readonly score: number
  readonly weakness: number
  readonly reach: number
  readonly reasons: readonly WeightReason[]
}

const STRENGTH_POINTS: Readonly<Record<Strength, number>> = { STATED: 0, IMPLIED: 2, CHAIN: 3, CO_SENTENCE: 3, CO_ARTICLE: 3, INFERRED: 3 }
const MODALITY_POINTS: Readonly<Record<Modality, number>> = { ASSERTED: 0, PLANNED: 1, URGED: 1, DENIED: 1, HYPOTHETICAL: 2 }

const reason = (points: number, code: string, zh: string, en: string): readonly WeightReason[] => (points === 0 ? [] : [{ code, zh, en, points }])

function weaknesses({ strength, modality, articleCount, evidenceCount, repaired, verdict, disputed }: Weighed): readonly WeightReason[] {
  return [
    ...reason(STRENGTH_POINTS[strength], 'WEAK_STRENGTH', `强度为“${STRENGTHS[strength].label.zh}”`, `its strength is ${strength}`),
    ...reason(MODALITY_POINTS[modality], 'UNCERTAIN_MODALITY', `情态为“${MODALITIES[modality].label.zh}”`, `its modality is ${modality}`),
    ...reason(articleCount <= 1 ? 2 : 0, 'SINGLE_SOURCE', '只有一篇文章', 'one article only'),
    ...(repaired >= evidenceCount ? reason(repaired === 0 ? 0 : 2, 'ALL_REPAIRED', '证据全部涉及修复过的文字', 'all evidence rests on repaired text') : reason(repaired === 0 ? 0 : 1, 'SOME_REPAIRED', '部分证据涉及修复过的文字', 'some evidence rests on repaired text')),
    ...reason(disputed ? 3 : 0, 'DISPUTED', '有人提出异议', 'somebody disputes it'),
    ...reason(verdict === 'CONTESTED' ? 2 : 0, 'CONTESTED', '审读意见不一', 'readers disagree'),
    ...reason(verdict === 'NEEDS_SOURCE' ? 2 : 0, 'NEEDS_SOURCE', '有人要求补充出处', 'a reader asked for a source'),
  ]
}

/** Six digits, so that both stores and every machine give one order and one cursor. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/**
 * weakness = 1 + the points of the reasons; reach = √(open facts of both ends + pieces of evidence); score = weakness × reach.
 * The root keeps a busy mayor's every fact from standing before a doubtful one of a small firm.
 */
export function weigh(fact: Weighed): Weight {
  const why = weaknesses(fact)
  const weakness = 1 + why.reduce((sum, { points }) => sum + points, 0)
  const reach = rounded(Math.sqrt(fact.degrees + fact.evidenceCount))
  const zh = `两端共有 ${fact.degrees} 条事实，证据 ${fact.evidenceCount} 条`
  const en = `its ends stand in ${fact.degrees} facts; ${fact.evidenceCount} pieces of evidence`
  return { score: rounded(weakness * reach), weakness, reach, reasons: [...why, { code: 'REACH', zh, en, points: 0 }] }
}
