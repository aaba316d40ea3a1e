import { ACT_DECISIONS, ROLES, type ActDecision, type ActKind, type NewAct } from '../core/acts.js'
import { PolicyGraphError } from '../core/errors.js'

/** What an act must be like, whatever is stored. */

const ACTOR_LIMIT = 200
const REASON_LIMIT = 2_000
const DETAIL_LIMIT = 20_000
const ID_LIMIT = 500

/** How many targets a kind takes; INGEST any number from one. */
const TARGETS: Readonly<Record<Exclude<ActKind, 'INGEST'>, number>> = { JUDGE: 2, EXTERNAL_ID: 1, VERDICT: 1, DISPUTE: 1, ARTICLE: 1, PROPOSAL: 1 }

export const SCHEMES = ['uscc', 'wikidata'] as const
export type Scheme = (typeof SCHEMES)[number]

/** What the detail of an EXTERNAL_ID act says. */
export interface ExternalIdDetail {
  readonly scheme: Scheme
  readonly value: string
}

export const badAct = (message: string, act: Pick<NewAct, 'kind' | 'targets' | 'decision'>, details: Readonly<Record<string, unknown>> = {}): PolicyGraphError =>
  new PolicyGraphError('BAD_INPUT', message, { details: { kind: act.kind, decision: act.decision, targets: act.targets.slice(0, 2).map((id) => id.slice(0, ID_LIMIT)), ...details } })

/** The detail of an act as data; BAD_INPUT when it is neither '' nor a JSON object. */
export function readDetail(act: Pick<NewAct, 'kind' | 'targets' | 'decision' | 'detail'>): Readonly<Record<string, unknown>> {
  if (act.detail === undefined || act.detail === '') return {}
  let value: unknown
  try {
    value = JSON.parse(act.detail)
  } catch {
    throw badAct('detail 须为 JSON · detail must be JSON', act)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badAct('detail 须为 JSON 对象 · detail must be a JSON object', act)
  return value as Readonly<Record<string, unknown>>
}

const needsReason = ({ kind, decision }: NewAct): boolean => kind === 'JUDGE' || (kind === 'ARTICLE' && decision === 'RETRACTED')

/** Throws BAD_INPUT for an act that makes no sense by itself. */
export function checkAct(act: NewAct): void {
  const { kind, decision, targets, actor, role, at, reason = '', detail = '' } = act
  const decisions: readonly ActDecision[] = ACT_DECISIONS[kind]
  if (!decisions.includes(decision)) throw badAct(`${kind} 的决定只能是 ${decisions.join('、')} · not a decision of this kind of act`, act)
  if (kind === 'INGEST' ? targets.length === 0 : targets.length !== TARGETS[kind]) throw badAct(`${kind} 的对象数目不对 · wrong number of targets`, act)
  if (targets.some((id) => id === '' || id.length > ID_LIMIT)) throw badAct('对象编号为空或过长 · the id of a target is empty or too long', act)
  if (kind === 'JUDGE' && targets[0] === targets[1]) throw badAct('判断的两端是同一个实体 · both ends are one entity', act)
  if (actor.trim() === '' || actor.length > ACTOR_LIMIT) throw badAct(`须写明行为人，至多 ${ACTOR_LIMIT} 字 · an actor of 1 to ${ACTOR_LIMIT} characters is needed`, act)
  if (!ROLES.includes(role)) throw badAct('没有这种角色 · no such role', act)
  if (!/^\d{4}-\d\d-\d\dT/u.test(at) || Number.isNaN(Date.parse(at))) throw badAct('时间须为 ISO 日期时间 · the time must be an ISO date-time', act)
  if (reason.length > REASON_LIMIT) throw badAct(`理由至多 ${REASON_LIMIT} 字 · a reason has at most ${REASON_LIMIT} characters`, act)
  if (needsReason(act) && reason.trim() === '') throw badAct('须写明理由 · a reason is needed', act)
  if (detail.length > DETAIL_LIMIT) throw badAct(`detail 至多 ${DETAIL_LIMIT} 字 · detail has at most ${DETAIL_LIMIT} characters`, act)
  if (kind === 'EXTERNAL_ID') readExternalId(act)
  else readDetail(act)
}

/** Scheme and value of an EXTERNAL_ID act. BAD_INPUT for another scheme or a value that the scheme cannot have. */
export function readExternalId(act: Pick<NewAct, 'kind' | 'targets' | 'decision' | 'detail'>): ExternalIdDetail {
  const { scheme: given, value } = readDetail(act)
  const scheme = SCHEMES.find((known) => known === given)
  if (scheme === undefined) throw badAct(`外部编号只能是 ${SCHEMES.join('、')} · an external id is one of these`, act)
  if (act.decision === 'WITHDRAWN') return { scheme, value: '' }
  if (typeof value !== 'string') throw badAct('缺少外部编号的值 · the external id has no value', act)
  if (scheme === 'uscc' ? !isUscc(value) : !/^Q[1-9]\d{0,11}$/u.test(value))
    throw badAct(scheme === 'uscc' ? '统一社会信用代码无效（校验位不符） · not a valid unified social credit code' : 'Wikidata 编号形如 Q42 · a Wikidata id looks like Q42', act)
  return { scheme, value }
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** True for a unified social credit code of 18 characters whose check character is right (GB 32100-2015). */
export function isUscc(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/u.test(code)) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += USCC_ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === code[17]
}
