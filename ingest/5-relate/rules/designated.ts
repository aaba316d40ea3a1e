import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, firstListed, innermost, lastBefore, maskedBetween, nextNamed, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

/** Verbs of holding or being given a status. */
const VERB = /(?:被[^，。；]{1,24}(?:授予|认定为|评为|评定为|命名为|列为|确定为|列入)|获得|荣获|获评|获批|入选|获认定|认定为|评为|被评为|被认定为|被授予|列入|列为|成为|成功创建|创成|入围|跻身|通过|当选|命名为|荣膺|摘得|位列|位居|上榜|是|为|获|拥有|作为|成功入选|增至|新增)(?:了|全国|国家级|省级|首批)?/g
/** Verbs of giving one: who holds it stands after them. */
const GIVEN = /授予|认定|命名|确定|批准/
/** What may stand before the verb without being its subject. */
const ADVERBS = /\d{4}年|\d+月|\d+日|近年来|近日|目前|此前|去年|今年|同年|以来|先后|连续|成功|首批|再次|多次|曾|并|也|已|还|均|都|被|正|将|于|又|是|更|一举|顺利|其|公司|企业|集团|该|\s/g
const WANTED = /争创|申报|创建|打造|冲刺/
const HOLDERS = new Set(['COMPANY', 'ORGANIZATION', 'REGION'])
/** What only a firm or another body can be, never a place. */
const OF_FIRMS = /企业|公司|小巨人|单项冠军|工厂|车间|瞪羚|独角兽|老字号/
const isHolder = (reference: Reference): boolean => HOLDERS.has(reference.kind) && !reference.attributive

/** 是, 获评, 被认定为 + a status; a status right before a firm's name. */
export const designated: Rule = {
  id: 'designated/2',
  doc: 'A firm, body or place before a verb of being or being named and the status after it, or right after its status.',
  emits: ['DESIGNATED'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => passage.free.filter((reference) => reference.subkind === 'DESIGNATION').flatMap((status) => holding(context, passage, status)))
  },
}

function holding(context: RelateContext, passage: Passage, status: Reference): FactDraft[] {
  const { text } = context.discourse
  const sentence = passage.sentence.index
  const first = firstListed(passage, status, (member) => member.subkind === 'DESIGNATION')
  const clause = clauseAt(passage, status.start)
  const before = text.slice(clause.start, Math.max(clause.start, Math.min(first.start, status.start)))
  const draft = (holder: Reference, cue: string, at: number, from: number, implied: boolean, wanted = false): FactDraft => ({
    type: 'DESIGNATED', subject: holder.entity, object: status.entity, fromSentence: from, toSentence: sentence, cue,
    modality: wanted ? 'PLANNED' : modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: implied || holder.anaphoric ? 'IMPLIED' : 'STATED',
  })
  // 专精特新“小巨人”企业某公司; 通过高新技术企业认定的某公司.
  const next = nextNamed(passage, status.end, isHolder)
  if (next && /^[”’]?(?:企业|中小企业|单位)?(?:称号|认定)?(?:的)?[——]*$/.test(text.slice(status.end, next.outerStart))) return [draft(next, text.slice(status.start, status.end), status.start, sentence, false)]
  // 作为X，某地…: the holder follows.
  const after = /^[^，。；]{0,4}作为[^，。；]*$/.test(maskedBetween(passage, clause.start, first.start)) ? firstAfter(passage, clause.end, isHolder) : undefined
  if (after && after.outerStart - clause.end <= 2) return [draft(innermost(passage, after), '作为', clause.start, sentence, false)]
  const given = /被[^，。；]*$/.test(before) ? undefined : GIVEN.exec(before)
  if (given) {
    // 授予某县“…”称号: the place before the status is the one that gets it.
    const receiver = lastBefore(passage, first.start, (reference) => (HOLDERS.has(reference.kind) || reference.kind === 'PERSON') && reference.start >= clause.start + given.index)
    if (receiver && (receiver.kind === 'PERSON' || (receiver.attributive && text.charAt(receiver.end) !== '“'))) return []
    if (receiver) return [draft(receiver, given[0], clause.start + given.index, sentence, false)]
  }
  const wanted = WANTED.exec(before)
  const verb = matchesOf(before, VERB).at(-1)
  const cue = verb ?? wanted
  if (!cue) return []
  const at = clause.start + cue.index
  const kinds = OF_FIRMS.test(text.slice(status.start, status.end + 2)) ? ['COMPANY', 'ORGANIZATION'] as const : ['COMPANY', 'ORGANIZATION', 'REGION'] as const
  const agents = agentsAt(context, passage, at, kinds, { reach: 80, topic: true })
  // 全市19家企业获评…, where no name stands in the clause: it has a subject of its own.
  const unnamed = agents && (agents.sentence !== sentence || agents.end <= clause.start) && maskedBetween(passage, clause.start, at).replace(ADVERBS, '').length >= 2
  if (unnamed || !agents || /^(?:的|市场|有限)/.test(text.slice(status.end, status.end + 2))) return []
  return agents.references.map((agent) => draft(agent, cue[0], at, agents.sentence === sentence - 1 ? sentence - 1 : sentence, agents.implied || agents.sentence !== sentence, verb === undefined))
}
