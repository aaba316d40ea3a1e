import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, lastBefore, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

const VERB = /(?<!总|招商|固定资产|完成|风险|产业|累计|引)投资(?!者|人|方|额|促进|贸易|环境|合作|总|控股|有限|集团|管理|商|洽谈|强度|规模|机会|主体|项目|潜力|力度|信心|热土|推介|政策|服务|领域|基金|公司|局|股份|完成|超|约|达|涉及)|增资|注资|入股|收购|并购|参股|斥资|捐建|独资|投建|投入(?=[^，。；]{0,10}(?:资金|元|万|亿))|(?:共同)?出资|(?:追加|累计完成|累计|计划总|预计总)投资(?!者|人)/g
/** 吸引A前来投资. */
const DRAWN = /(?:前来|来此|来)$/
/** What somebody says that their own firm does. */
const OWN = /^[，：“\s]*(?:我们|将|愿|会|要|公司|集团|企业|也|还|未来|下一步|今后|计划|继续|进一步)|我们/
const BUILT = /^[^，。；]{0,4}(?:投资|建设|新建|打造|兴建|建成|设立|布局)/
/** 收购A持有的B. */
const HELD_BY = /^(?:所)?(?:合计)?(?:持有?|拥有)的$/
const INTO = new Set(['ZONE', 'PROJECT'])
const isTarget = (reference: Reference): boolean => (reference.kind === 'COMPANY' || reference.kind === 'REGION' || INTO.has(reference.subkind)) && !reference.attributive

/** 投资, 增资, 收购: who puts money where. */
export const invests: Rule = {
  id: 'invests/2',
  doc: 'A firm or body before a verb of putting money in, and the firm, place, zone or project it goes to.',
  emits: ['INVESTS_IN'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => [...ventures(context, passage), ...matchesOf(passage.masked, VERB).flatMap((match) => investment(context, passage, match[0], passage.start + match.index))])
  },
}

function investment(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const { text } = context.discourse
  const sentence = passage.sentence.index
  const drawn = DRAWN.test(text.slice(Math.max(passage.start, at - 6), at)) ? drawnTo(passage, at) : undefined
  const agents = drawn?.agents ?? investorsAt(context, passage, at)
  if (!agents) return []
  const targets = drawn ? [drawn.target] : targetsOf(context, passage, at, at + cue.length, agents.end)
  const planned = /计划$|拟$/.test(text.slice(Math.max(agents.end, passage.start), at)) || /^(?:计划|预计)/.test(cue)
  const modality = planned ? 'PLANNED' : modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at))
  return agents.references.flatMap((agent) => targets.filter((target) => target.entity !== agent.entity).map((target): FactDraft => ({
    type: 'INVESTS_IN', subject: agent.entity, object: target.entity, fromSentence: sentence, toSentence: sentence, cue, modality, strength: agents.implied || agent.anaphoric || target.anaphoric ? 'IMPLIED' : 'STATED',
  })))
}

interface Investors {
  readonly references: readonly Pick<Reference, 'entity' | 'anaphoric'>[]
  readonly implied: boolean
  readonly end: number
}

/** Who invests: right before the verb, else the firm that opened the sentence, else the firm that somebody speaks for. */
function investorsAt(context: RelateContext, passage: Passage, at: number): Investors | undefined {
  const { text, article } = context.discourse
  const agents = agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], { carry: false, reach: 30 }) ?? agentsAt(context, passage, at, ['COMPANY'], { carry: false, reach: 0, topic: true })
  if (agents && !/[。；]/.test(text.slice(agents.end, at))) return agents
  const speech = speechAt(context.speeches[passage.sentence.index] ?? [], at)
  const firm = speech ? article.posts.find((post) => post.person === speech.speaker && article.locals[post.body]?.kind === 'COMPANY')?.body : undefined
  if (speech === undefined || firm === undefined || !OWN.test(text.slice(speech.from, at))) return undefined
  return { references: [{ entity: firm, anaphoric: true }], implied: true, end: speech.from }
}

/** 良好环境吸引A前来投资: the place that the sentence speaks of. */
function drawnTo(passage: Passage, at: number): { readonly agents: Investors; readonly target: Reference } | undefined {
  const firm = lastBefore(passage, at, (reference) => reference.kind === 'COMPANY')
  const place = firm ? lastBefore(passage, firm.start, (reference) => reference.kind === 'REGION' || reference.subkind === 'ZONE') : undefined
  if (!firm || !place || !/吸引(?:了)?$/.test(maskedBetween(passage, passage.start, firm.outerStart))) return undefined
  return { agents: { references: [firm], implied: firm.anaphoric, end: firm.end }, target: place }
}

/** What the money goes to: what is named after the verb in its clause; the place of 在X投资; what the next clause builds, and where. */
function targetsOf(context: RelateContext, passage: Passage, at: number, end: number, agentEnd: number): readonly Reference[] {
  const { text } = context.discourse
  const clause = clauseAt(passage, at)
  const found: Reference[] = []
  const place = lastBefore(passage, at, isTarget)
  if (place && place.start >= agentEnd && /[在对向给到赴来为]/.test(text.charAt(place.outerStart - 1)) && at - place.end <= 12) found.push(place)
  const first = firstAfter(passage, end, isTarget)
  // 收购A持有的B: the money goes to B.
  const held = first?.kind === 'COMPANY' ? firstAfter(passage, first.end, isTarget) : undefined
  const after = first && held && HELD_BY.test(maskedBetween(passage, first.end, held.outerStart)) ? held : first
  if (!after) return found
  if (after.end <= clause.end && after.start - end <= 24 && !/在[^，]*$/.test(text.slice(end, after.start))) return [...found, after]
  // 投资50亿元在P建设基地: the place is paid for.
  if (after.end <= clause.end && text.charAt(after.outerStart - 1) === '在' && BUILT.test(text.slice(after.end, clause.end))) return [...found, after]
  const next = clauseAt(passage, Math.min(clause.end + 1, passage.end))
  if (after.start < next.start || after.end > next.end) return found
  const lead = text.slice(next.start, after.outerStart)
  const builtThere = /在$/.test(lead) && BUILT.test(text.slice(after.end, next.end))
  return builtThere || /(?:建设|新建|打造|兴建)$/.test(lead) ? [...found, after] : found
}

/** 由A和B合资的C公司. */
function ventures(context: RelateContext, passage: Passage): FactDraft[] {
  const sentence = passage.sentence.index
  return matchesOf(passage.masked, /(?:合资|共同出资)(?:成立|组建|设立)?(?:的|了)?/g).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const end = at + match[0].length
    const venture = firstAfter(passage, end, (reference) => reference.kind === 'COMPANY')
    const parents = agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], { carry: false, reach: 2 })
    if (!venture || venture.outerStart - end > 2 || !parents || parents.references.length < 2) return []
    const modality = modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at))
    return parents.references.map((parent) => ({ type: 'INVESTS_IN', subject: parent.entity, object: venture.entity, fromSentence: sentence, toSentence: sentence, cue: match[0], modality, strength: 'STATED' }))
  })
}
