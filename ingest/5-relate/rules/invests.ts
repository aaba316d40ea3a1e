import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, lastBefore, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const VERB = /(?<!总|招商|固定资产|完成|风险|产业|累计|引)投资(?!者|额|促进|贸易|环境|合作|总|控股|有限|集团|管理|商|洽谈|强度|规模|机会|主体|项目|潜力|力度|信心|热土|推介|政策|服务|领域|基金|公司|局|股份|完成|超|约|达|涉及)|增资|注资|入股|收购|参股|斥资|捐建|(?:共同)?出资/g
const INTO = new Set(['ZONE', 'PROJECT'])
const isTarget = (reference: Reference): boolean => (reference.kind === 'COMPANY' || reference.kind === 'REGION' || INTO.has(reference.subkind)) && !reference.attributive

/** 投资, 增资, 收购: who puts money where. */
export const invests: Rule = {
  id: 'invests/2',
  doc: 'A firm or body before a verb of putting money in, and the firm, place, zone or project it goes to.',
  emits: ['INVESTS_IN'],
  match(context) {
    return context.discourse.passages.flatMap((passage) => [...ventures(context, passage), ...[...passage.masked.matchAll(VERB)].flatMap((match) => investment(context, passage, match[0], passage.start + match.index))])
  },
}

function investment(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const { text } = context.discourse
  const agents = agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], { carry: false, reach: 30 })
  if (!agents || /[。；]/.test(text.slice(agents.end, at))) return []
  const target = targetOf(context, passage, at, at + cue.length, agents.end)
  if (!target || agents.references.some((agent) => agent.entity === target.entity)) return []
  const sentence = passage.sentence.index
  const planned = /计划$|拟$/.test(text.slice(agents.end, at))
  return agents.references.map((agent) => ({
    type: 'INVESTS_IN', subject: agent.entity, object: target.entity, fromSentence: sentence, toSentence: sentence, cue,
    modality: planned ? 'PLANNED' : modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: agent.anaphoric || target.anaphoric ? 'IMPLIED' : 'STATED',
  }))
}

/** What the money goes to: named after the verb in its clause; the place of 在X投资; the project that the next clause builds. */
function targetOf(context: RelateContext, passage: Passage, at: number, end: number, agentEnd: number): Reference | undefined {
  const { text } = context.discourse
  const clause = clauseAt(passage, at)
  const after = firstAfter(passage, end, isTarget)
  if (after && after.end <= clause.end && after.start - end <= 24 && !/在[^，]*$/.test(text.slice(end, after.start))) return after
  const place = lastBefore(passage, at, isTarget)
  if (place && place.start >= agentEnd && text.charAt(place.outerStart - 1) === '在') return place
  const next = clauseAt(passage, Math.min(clause.end + 1, passage.end))
  if (after && after.start >= next.start && after.end <= next.end && /(?:在|建设|新建|打造|兴建)$/.test(text.slice(next.start, after.outerStart))) return after
  return undefined
}

/** 由A和B合资的C公司. */
function ventures(context: RelateContext, passage: Passage): FactDraft[] {
  const sentence = passage.sentence.index
  return [...passage.masked.matchAll(/(?:合资|共同出资)(?:成立|组建|设立)?(?:的|了)?/g)].flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const end = at + match[0].length
    const venture = firstAfter(passage, end, (reference) => reference.kind === 'COMPANY')
    const parents = agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], { carry: false, reach: 2 })
    if (!venture || venture.outerStart - end > 2 || !parents || parents.references.length < 2) return []
    const modality = modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at))
    return parents.references.map((parent) => ({ type: 'INVESTS_IN', subject: parent.entity, object: venture.entity, fromSentence: sentence, toSentence: sentence, cue: match[0], modality, strength: 'STATED' }))
  })
}
