import { PolicyGraphError } from '../core/errors.js'
import type { Profile } from './profile.js'

export const JUDGEMENT_VERDICTS = ['same', 'different', 'unsure'] as const
export type JudgementVerdict = (typeof JUDGEMENT_VERDICTS)[number]

/** What a person said of two entity ids. Never changed; taking it back adds `retracted`, so that the history stays. */
export interface Judgement {
  readonly id: string
  /** Place in the log of acts: what was said later has the greater, whatever the clock said. */
  readonly seq: number
  readonly left: string
  readonly right: string
  readonly verdict: JudgementVerdict
  readonly by: string
  /** ISO time. */
  readonly at: string
  readonly why: string
  readonly retracted?: { readonly by: string; readonly at: string; readonly why: string }
}

/** One text for an unordered pair of ids. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const later = (a: Judgement, b: Judgement): number => b.seq - a.seq || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

/** The judgements in force: not retracted, and of each pair the latest. Newest first. */
export function standingJudgements(judgements: readonly Judgement[]): readonly Judgement[] {
  const latest = new Map<string, Judgement>()
  for (const judgement of [...judgements].filter((each) => each.retracted === undefined).sort(later)) {
    const key = pairKey(judgement.left, judgement.right)
    if (!latest.has(key)) latest.set(key, judgement)
  }
  return [...latest.values()]
}

const bad = (zh: string, en: string, judgement: Judgement): PolicyGraphError => new PolicyGraphError('BAD_INPUT', `${zh} · ${en}`, { details: { left: judgement.left, right: judgement.right } })

/**
 * Throws when a judgement makes no sense: BAD_INPUT for one id twice, an unknown verdict, no name or reason, a time that is none,
 * or `same` for two kinds; NOT_FOUND for an id without a profile.
 */
export function checkJudgement(judgement: Judgement, profileOf: (id: string) => Profile | undefined): void {
  const { left, right, verdict, by, at, why } = judgement
  if (left === right) throw bad('判断的两端是同一个实体', 'both ends are one entity', judgement)
  if (!JUDGEMENT_VERDICTS.includes(verdict)) throw bad('判断只能是 same、different 或 unsure', 'the verdict must be same, different or unsure', judgement)
  if (by.trim() === '' || why.trim() === '') throw bad('判断须写明判断人和理由', 'a judgement needs who and why', judgement)
  if (Number.isNaN(Date.parse(at))) throw bad('判断时间不是有效时间', 'the time is not a time', judgement)
  const [a, b] = [profileOf(left), profileOf(right)]
  if (!a || !b) throw new PolicyGraphError('NOT_FOUND', `没有此实体 · no such entity: ${a ? right : left}`, { details: { id: a ? right : left } })
  if (verdict === 'same' && a.kind !== b.kind) throw bad('不同类型的实体不能合并', 'entities of two kinds cannot be one', judgement)
}
