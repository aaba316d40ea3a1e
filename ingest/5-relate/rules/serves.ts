import { loadGazetteer } from '../../3-extract/gazetteer.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

/** 是落实Y的重要举措: what a work is to a plan. */
const IS = /(?:(?<!还|但|可|于)是(?!否)|系|作为)[^。；]*$/
const DEED = /(?:贯彻|落实|实施|推进|推动|助力|融入|服务|践行|响应|深化|执行)[^。；]*$/
const STEP = /^[^。；]*?(?:重要|具体|关键|有力|重大|生动|有效|务实|创新|又一)?(?:举措|行动|抓手|实践|载体|支撑|体现|步骤|成果|环节|切入点|突破口|内容|一环|缩影)/
const WORKS = new Set(['PROJECT', 'PROGRAM', 'ZONE', 'POLICY'])
const PLANS = new Set(['STRATEGY', 'PROGRAM', 'POLICY'])
/** A、B等东盟国家. */
const AMONG = /^等(?:[一二三四五六七八九十\d]+个?)?$/
const MEMBERS = /^(?:[一二三四五六七八九十\d]+[个国省市县])?(?:各)?(?:国家|成员国|国|地区|城市|省份|省市|省区|市|县|区)(?!级|委|长|局)/
/** X作为P唯一…的城市, X是P的一员. */
const AS = /^[^，。；□]{0,2}(?:作为|是|成为|为)$/
const ONE_OF = /^(?:的)?[^。；□]{0,40}的?(?:城市|地区|区域|县|区|省份|直辖市|一员|成员|枢纽|门户|腹地)(?=[，。；、]|之一|$)/
/** A组建了B服务队. */
const FORMED = /^[^，。；□]{0,8}(?:组建|组织|成立|选派|抽调|下设|派出)(?:了)?[^，。；□]{0,4}[“‘]?$/
const TEAM = /(?:队|小组|专班|工作组|服务团|工作站|办公室)[”’]?$/
/** 展会“专场推介”: an occasion in quotes right after the one that it is held at. */
const WITHIN = /^(?:期间)?[的]?[“]?$/
const QUOTED = /^[“《]|[”》]$/
/** How far before the plan the work may stand, in UTF-16 code units. */
const REACH = 120

const draftOf = (context: RelateContext, passage: Passage, part: Reference, whole: Reference, cue: string, at: number): FactDraft => ({
  type: 'PART_OF', subject: part.entity, object: whole.entity, fromSentence: passage.sentence.index, toSentence: passage.sentence.index, cue,
  modality: modalityAt(passage, at, speechAt(context.speeches[passage.sentence.index] ?? [], at)), strength: part.anaphoric || whole.anaphoric ? 'IMPLIED' : 'STATED',
})

/** A work that carries out a plan, places among those of an area, a team that a body forms, an occasion at another. */
export const serves: Rule = {
  id: 'serves/1',
  doc: 'X是落实Y的重要举措; A、B等某地国家; X作为某地唯一的…地区; A组建B队; an occasion named right after the one that holds it.',
  emits: ['PART_OF'],
  match(context) {
    return context.discourse.linking.flatMap((passage) => passage.free.flatMap((reference) => {
      if (reference.kind === 'REGION') return reference.attributive ? [] : [...amongArea(context, passage, reference), ...oneOf(context, passage, reference)]
      if (reference.kind === 'ORGANIZATION') return formed(context, passage, reference)
      if (reference.subkind === 'EVENT') return heldWithin(context, passage, reference)
      return PLANS.has(reference.subkind) ? step(context, passage, reference) : []
    }))
  },
}

function step(context: RelateContext, passage: Passage, plan: Reference): FactDraft[] {
  const clause = clauseAt(passage, plan.start)
  const rest = maskedBetween(passage, plan.end, passage.end)
  const work = lastBefore(passage, clause.start < plan.start ? plan.start : clause.start, (reference) => WORKS.has(reference.subkind) && reference.entity !== plan.entity && plan.start - reference.end <= REACH && IS.test(maskedBetween(passage, reference.end, plan.start).replace(/□+/g, '')))
  if (!work || !STEP.test(rest)) return []
  const between = maskedBetween(passage, work.end, plan.outerStart).replace(/□+/g, '')
  return DEED.test(between) ? [{ ...draftOf(context, passage, work, plan, between.slice(0, 12), work.end), modality: 'ASSERTED' }] : []
}

function amongArea(context: RelateContext, passage: Passage, area: Reference): FactDraft[] {
  const last = lastBefore(passage, area.start, (reference) => reference.kind === 'REGION')
  if (!last || !AMONG.test(maskedBetween(passage, last.end, area.start)) || !MEMBERS.test(maskedBetween(passage, area.end, area.end + 8))) return []
  return listed(passage, last, (member) => member.kind === 'REGION').filter((member) => mayHold(context, member, area)).map((member) => ({ ...draftOf(context, passage, member, area, '等', area.start), modality: 'ASSERTED' }))
}

function oneOf(context: RelateContext, passage: Passage, area: Reference): FactDraft[] {
  const place = lastBefore(passage, area.start, (reference) => !reference.attributive)
  const clause = clauseAt(passage, area.end)
  if (!place || place.kind !== 'REGION' || !AS.test(maskedBetween(passage, place.end, area.outerStart)) || !ONE_OF.test(maskedBetween(passage, area.end, clause.end).replace(/□+/g, ''))) return []
  return mayHold(context, place, area) ? [draftOf(context, passage, place, area, maskedBetween(passage, place.end, area.outerStart), area.start)] : []
}

/** An area without a code may hold any place; of two listed ones, only the one that does. */
function mayHold({ discourse }: RelateContext, inner: Reference, outer: Reference): boolean {
  const [part, whole] = [discourse.article.locals[inner.entity]?.code ?? '', discourse.article.locals[outer.entity]?.code ?? '']
  return inner.entity !== outer.entity && (outer.subkind === 'area' || (part !== '' && whole !== '' && loadGazetteer().isWithin(part, whole)))
}

function formed(context: RelateContext, passage: Passage, body: Reference): FactDraft[] {
  if (body.attributive) return []
  const team = firstAfter(passage, body.end, () => true)
  if (!team || team.kind !== 'ORGANIZATION' || team.entity === body.entity || !TEAM.test(context.discourse.text.slice(team.start, team.end)) || !FORMED.test(maskedBetween(passage, body.end, team.outerStart))) return []
  return [draftOf(context, passage, team, body, maskedBetween(passage, body.end, team.outerStart), team.start)]
}

function heldWithin(context: RelateContext, passage: Passage, event: Reference): FactDraft[] {
  const { text } = context.discourse
  const part = firstAfter(passage, event.end, () => true)
  // A run of quoted names is a list of equals.
  if (QUOTED.test(text.slice(event.start, event.end)) || (passage.lists.get(event)?.members.length ?? 1) > 2) return []
  if (part && !/^[“]/.test(text.slice(event.end, part.end).replace(/^(?:期间)?的?/, ''))) return []
  if (!part || part.subkind !== 'EVENT' || part.entity === event.entity || part.anaphoric || !WITHIN.test(maskedBetween(passage, event.end, part.start))) return []
  return [{ ...draftOf(context, passage, part, event, text.slice(part.start, part.end), part.start), modality: 'ASSERTED' }]
}
