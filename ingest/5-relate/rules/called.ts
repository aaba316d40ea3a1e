import { modalityAt } from '../modality.js'
import { firstAfter, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

/** A call to a firm or body, named or meant by 企业. */
const CALL = /(?:希望|鼓励|勉励|要求|叮嘱|引导|督促|建议|呼吁)(?:各|广大|该)?(?=□|企业|公司)/g
const FIRM = /^(?:各|广大|该)?(?:企业|公司)/
const JOINED = new Set(['ZONE', 'PROGRAM', 'STRATEGY', 'PROJECT', 'POLICY'])
/** Between the call and what it is to take part in: what is to be done about it. */
const TAKES_PART = /(?:抢抓|抓住|把握|对照|按照|落实|融入|参与|投身|服务|助力|支持|加入|响应|推进|推动|布局|实施|在|为|用好|用足|依托|立足|围绕|聚焦)[^，。；□]{0,12}[“《]?$/
/** A zone that is to be built up, not one that only says where. */
const ZONE_WORK = /^[”》]?(?:的)?(?:建设|机遇|开发|打造)/
/** How far the call reaches on, in UTF-16 code units, and how many sentences back the firm was named. */
const REACH = 150
const LOOK_BACK = 6

/** 希望A公司把握X机遇: whom a call is made to is to take part in what it names. */
export const called: Rule = {
  id: 'called/1',
  doc: 'The firm or body that a call is made to, named or the one told of last, and the plans and zones that the call names.',
  emits: ['PARTICIPATES_IN'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => matchesOf(passage.masked, CALL).flatMap((match) => calling(context, passage, match[0], passage.start + match.index)))
  },
}

function calling(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const sentence = passage.sentence.index
  const whom = addressee(context, passage, at + cue.length)
  if (!whom) return []
  const goals = passage.free.filter((reference) => JOINED.has(reference.subkind) && !reference.attributive && reference.start > at && reference.start - at <= REACH && (reference.subkind !== 'ZONE' || ZONE_WORK.test(maskedBetween(passage, reference.end, reference.end + 10))))
  return goals.filter((goal) => TAKES_PART.test(maskedBetween(passage, at + cue.length, goal.outerStart))).map((goal): FactDraft => {
    const modality = modalityAt(passage, goal.start, speechAt(context.speeches[sentence] ?? [], goal.start))
    return { type: 'PARTICIPATES_IN', subject: whom.entity, object: goal.entity, fromSentence: sentence, toSentence: sentence, cue, modality: modality === 'DENIED' || modality === 'HYPOTHETICAL' ? modality : 'URGED', strength: whom.anaphoric ? 'IMPLIED' : 'STATED' }
  })
}

function addressee(context: RelateContext, passage: Passage, end: number): Pick<Reference, 'entity' | 'anaphoric'> | undefined {
  const named = firstAfter(passage, end, () => true)
  if (named && named.outerStart - end <= 1) return named.kind === 'COMPANY' || named.kind === 'ORGANIZATION' ? named : undefined
  if (!FIRM.test(maskedBetween(passage, end - 2, end + 6)) && !FIRM.test(maskedBetween(passage, end, end + 6))) return undefined
  const told = context.discourse.passages.slice(Math.max(0, passage.sentence.index - LOOK_BACK), passage.sentence.index + 1).flatMap((each) => each.references.filter((reference) => reference.kind === 'COMPANY' && reference.end <= end))
  // The firm that the article speaks of most.
  const weight = (reference: Reference): number => context.discourse.article.locals[reference.entity]?.mentions.length ?? 0
  const firm = told.reduceRight<Reference | undefined>((best, each) => (best === undefined || weight(each) > weight(best) ? each : best), undefined)
  return firm && { entity: firm.entity, anaphoric: true }
}
