import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt, type Speech } from '../speech.js'

const VERB = /(?:推进|推动|实施|开展|打造|落实|贯彻|印发|出台|发布|启动|推出|支持|深化|构建|完善|服务|融入|践行|建设|谋划|制定|编制|抓好|抢抓|做深做实|做实|做好|助力|加快|聚焦|紧扣|部署|组织|牵头|培育|创建|争创|提升|擦亮|拓展|推广|推介|宣布|执行|坚持|围绕|用好|发布|举办|探索|依托|锚定|紧抓|启用|全面实行|推行|参与|布局|强化|出席并宣布|签署)(?:了|好|到|和|落实)?/g
const PROMOTED = new Set(['PROGRAM', 'ZONE', 'POLICY', 'STRATEGY', 'PROJECT', 'DESIGNATION'])

const isPromoted = (reference: Reference): boolean => PROMOTED.has(reference.subkind)

/** 推进, 实施, 打造 + an initiative: by the one who speaks of it or does it. */
export const promotes: Rule = {
  id: 'promotes/1',
  doc: 'A verb of carrying out and the initiatives listed after it, by the speaker of a call or by the subject of the clause.',
  emits: ['PROMOTES', 'PARTICIPATES_IN'],
  match(context) {
    return context.discourse.passages.flatMap((passage) => passage.references.filter(isPromoted).flatMap((reference) => promotion(context, passage, reference)))
  },
}

/** The verb that governs the initiative: the last one before it in its clause, or before its list. */
function governing(context: RelateContext, passage: Passage, reference: Reference): { cue: string; at: number } | undefined {
  const { text } = context.discourse
  const clause = clauseAt(passage, text, reference.start)
  let found: { cue: string; at: number } | undefined
  for (const match of text.slice(clause.start, reference.start).matchAll(VERB)) found = { cue: match[0], at: clause.start + match.index }
  if (found && /[。；]/.test(text.slice(found.at, reference.start))) return undefined
  return found
}

function promotion(context: RelateContext, passage: Passage, reference: Reference): FactDraft[] {
  const { text, article } = context.discourse
  const verb = governing(context, passage, reference)
  if (!verb) return []
  const sentence = passage.sentence.index
  const speech = speechAt(context.speeches[sentence] ?? [], verb.at)
  const modality = modalityAt(text, passage, verb.at, speech)
  const base = { object: reference.entity, toSentence: sentence, cue: verb.cue, modality }
  if (speech && modality === 'URGED') {
    const drafts: FactDraft[] = [{ ...base, type: 'PROMOTES', subject: speech.speaker, fromSentence: sentence, strength: speech.carried ? 'IMPLIED' : 'STATED', speaker: speech.speaker }]
    const addressee = addresseeOf(context, passage, speech)
    if (addressee !== undefined) drafts.push({ ...base, type: 'PARTICIPATES_IN', subject: addressee, fromSentence: sentence, strength: 'IMPLIED', speaker: speech.speaker })
    return drafts
  }
  const agents = agentsAt(context, passage, verb.at, ['PERSON', 'ORGANIZATION', 'REGION', 'COMPANY'], { reach: 80, carry: speech === undefined })
  const we = speech !== undefined && /我们/.test(text.slice(passage.start, verb.at))
  const subjects = new Set<number>(we ? [] : (agents?.references.map((agent) => agent.entity) ?? []))
  if (we) {
    subjects.add(speech.speaker)
    if (article.home !== undefined && article.locals[speech.speaker]?.subkind !== 'executive') subjects.add(article.home)
  }
  const implied = we || agents === undefined || agents.implied || agents.sentence !== sentence
  return [...subjects].map((subject) => ({
    ...base, type: 'PROMOTES' as const, subject, fromSentence: agents && agents.sentence === sentence - 1 ? agents.sentence : sentence, strength: implied ? 'IMPLIED' : 'STATED',
    ...(speech ? { speaker: speech.speaker } : {}),
  }))
}

/** 鼓励企业…: the firm that the call is made to, named or the one just visited. */
function addresseeOf(context: RelateContext, passage: Passage, speech: Speech): number | undefined {
  if (speech.carried || !/鼓励|勉励|希望|要求|叮嘱|引导|督促|建议/.test(speech.verb)) return undefined
  const { text } = context.discourse
  const named = passage.references.find((reference) => reference.start >= speech.from && reference.start - speech.from <= 4 && (reference.kind === 'COMPANY' || reference.kind === 'ORGANIZATION'))
  if (named) return named.entity
  if (!/^(?:该)?(?:企业|公司)/.test(text.slice(speech.from, speech.from + 4))) return undefined
  const before = [...passage.references].reverse().find((reference) => reference.kind === 'COMPANY' && reference.end <= speech.from)
  return before?.entity
}

