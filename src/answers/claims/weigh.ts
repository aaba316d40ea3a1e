import type { Modality, RelationType } from '../../../schema/ontology/index.js'
import type { Evidence } from '../../core/records.js'
import { dayOf } from '../as-of.js'
import type { Reason } from '../paths.js'
import type { ClaimVerdict } from './claim.js'

/** From evidence to a verdict. Pure. */

/** Evidence with the date of its article, ISO or ''. */
export interface ToldEvidence extends Evidence {
  readonly articleDate: string
}

/** What the evidence for one fact comes to. */
export interface Weighed {
  /** Undefined when it neither supports nor denies: it is only supposed. */
  readonly verdict: ClaimVerdict | undefined
  /** The evidence that the verdict rests on. */
  readonly carrying: readonly ToldEvidence[]
  readonly reasons: readonly Reason[]
}

/** A post that is told as a former one: 原副总经理. */
export const isFormerTitle = (title: string): boolean => /^(?:原|前)/u.test(title)

const latest = (evidence: readonly ToldEvidence[]): string => evidence.map(dayOf).sort().at(-1) ?? ''

const reason = (code: string, zh: string, en: string): Reason => ({ code, zh, en })

/** What else the articles say beside the verdict. */
function besides(evidence: readonly ToldEvidence[], modality: Modality): readonly Reason[] {
  const has = (other: Modality): boolean => other !== modality && evidence.some((item) => item.modality === other)
  return [
    ...(has('PLANNED') ? [reason('ALSO_PLANNED', '另有文章说这是计划', 'an article also tells it as a plan')] : []),
    ...(has('URGED') ? [reason('ALSO_URGED', '另有文章说这是要求或鼓励', 'an article also tells it as a call')] : []),
    ...(has('HYPOTHETICAL') ? [reason('ALSO_SUPPOSED', '另有文章说这只是假设或传闻', 'an article also tells it as a supposition or a rumour')] : []),
  ]
}

/**
 * The verdict of the evidence for one fact. What is asserted supports, unless it is denied too. A post is a matter of time: there
 * the last word counts, so a post that was told and later denied is denied (it has ended), and one denied and later told is held.
 */
export function weigh(type: RelationType, evidence: readonly ToldEvidence[]): Weighed {
  const of = (modality: Modality): readonly ToldEvidence[] => evidence.filter((item) => item.modality === modality)
  const [asserted, denied, planned, urged] = [of('ASSERTED'), of('DENIED'), of('PLANNED'), of('URGED')]
  if (asserted.length > 0 && denied.length > 0) {
    const [held, ended] = [latest(asserted), latest(denied)]
    if (type === 'HOLDS_POSITION' && held !== ended && held !== '' && ended !== '') {
      return held < ended
        ? { verdict: 'DENIED', carrying: denied, reasons: [reason('POST_ENDED', `曾任此职（至少到 ${held}），已卸任（${ended}）`, `held the post until at least ${held}; it had ended by ${ended}`)] }
        : { verdict: 'SUPPORTED', carrying: asserted, reasons: [reason('POST_RESUMED', `${ended} 曾有否认，其后仍任此职（${held}）`, `denied on ${ended}, held again by ${held}`)] }
    }
    return {
      verdict: 'CONFLICTING', carrying: [...asserted, ...denied],
      reasons: [reason('BOTH_WAYS', `${asserted.length} 处说有，${denied.length} 处否认；最近说有 ${held || '日期不明'}，最近否认 ${ended || '日期不明'}`,
        `told ${asserted.length} time(s), last on ${held || 'an unknown day'}; denied ${denied.length} time(s), last on ${ended || 'an unknown day'}`)],
    }
  }
  if (asserted.length > 0) return { verdict: 'SUPPORTED', carrying: asserted, reasons: besides(evidence, 'ASSERTED') }
  if (denied.length > 0) return { verdict: 'DENIED', carrying: denied, reasons: besides(evidence, 'DENIED') }
  if (planned.length > 0) return { verdict: 'SUPPORTED_AS_PLAN', carrying: planned, reasons: besides(evidence, 'PLANNED') }
  if (urged.length > 0) return { verdict: 'SUPPORTED_AS_CALL', carrying: urged, reasons: besides(evidence, 'URGED') }
  return { verdict: undefined, carrying: [], reasons: [] }
}

/** Of several facts that answer a claim, the verdict that tells most comes first. */
const ORDER: readonly ClaimVerdict[] = ['SUPPORTED', 'CONFLICTING', 'SUPPORTED_AS_PLAN', 'SUPPORTED_AS_CALL', 'DENIED']

export interface WeighedFact extends Weighed {
  readonly factId: string
  readonly title: string
}

/** The best verdict among several facts with all that carries it, or undefined when none has one. */
export function bestOf(weighed: readonly WeighedFact[]): (Weighed & { readonly verdict: ClaimVerdict; readonly factIds: readonly string[] }) | undefined {
  const verdict = ORDER.find((candidate) => weighed.some((item) => item.verdict === candidate))
  if (verdict === undefined) return undefined
  const chosen = weighed.filter((item) => item.verdict === verdict)
  const former = verdict === 'SUPPORTED' && chosen.every(({ title }) => isFormerTitle(title))
    ? [reason('FORMER_POST', '文章说这是曾任的职务', 'the articles tell it as a former post')]
    : []
  const reasons = new Map([...chosen.flatMap((item) => item.reasons), ...former].map((item) => [item.code, item]))
  return { verdict, carrying: chosen.flatMap(({ carrying }) => carrying), reasons: [...reasons.values()], factIds: chosen.map(({ factId }) => factId) }
}
