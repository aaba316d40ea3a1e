import type { RelationType } from '../../../schema/ontology/index.js'
import { isBody } from '../facts-told.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

/** 由A…; not 由于, 自由. */
const BY = /(?<![自理缘经])由(?![于此来衷])/g
/** What those who are named after 由 do. */
const DOES = /^[^，。；□]{0,12}?(?:承建|投资|建设|开发|运营|实施|打造|设计|施工|出资|投入|牵头|负责|合作|研发|代建|总承包|组建|作为)/
/** 由A建设的X. */
const DOES_WHAT = /^[^，。；□]{0,16}的[^，。；□]{0,8}[“]?$/
const PUTS_MONEY = /投资|出资|投入|注资/
const WITHIN = /^(?:（[^（）]*）|\([^()]*\))?(?:所属|旗下|下属)的?$/
/** X项目是A…的项目. */
const IS_OF = /^[”》]?，?(?:正?是|为|系)(?:由)?$/
const OWN_WORK = /(?:项目|工程|基地|工厂|装置|产业园|园区|平台|举措|行动|抓手|成果|企业)[”]?(?:之一)?[，。；]|^[^，。；□]{0,10}(?:全资|独资|投资|出资|自主|全额)[^，。；□]{0,8}(?:建设|打造|兴建|开发|实施|的)/
/** 建设单位为A. */
const UNIT = /(?:(?:业主|投资建设|勘察|监理|建设|施工|承建|开发|设计|运营|实施|代建|总包|总承包|参建|投资|牵头|主导|参与|入驻|承办|合作)(?:单位|主体|方|企业)|业主|承包商|总承包商)(?:分别)?(?:为|是|：|包括|有|(?=□))/g
/** A是项目的建设单位. */
const AS_UNIT = /^(?:是|为|系|作为)[^，。；]{0,10}(?:(?:建设|施工|承建|开发|设计|运营|实施|代建|总包|总承包|业主|参建|监理|勘察|投资|牵头)(?:单位|主体|方|企业)|业主|总承包商|投资人)/
/** X在A、B实施. */
const APPLIED = /^[”》]?[^，。；□]{0,8}在$/
const APPLIED_AT = /^[^，。；□]{0,10}(?:实施|示范|应用|投用|运行|落地|试点)/
/** A总投资50亿元的X; A的X总投资50亿元. */
const COSTING = /^(?:计划|预计|拟|将|累计|总|共|完成)*投资(?:额)?[^，。；□]{0,14}元?的[“]?$/
const COSTS = /^[”》]?[^。；□]{0,16}?(?:计划|预计|累计|总|共)*投资(?:额)?(?:为|约|超|超过|达|逾|近|将达|共)?\s?\d/
/** How far before 由 the project may stand when no word points to it, in UTF-16 code units. */
const REACH = 40
const MOST = 12

const isProject = (reference: Reference): boolean => reference.subkind === 'PROJECT'

/** X项目由A建设, 由A建设的X, X是A的项目, 建设单位为A, X在A实施: whose project it is. */
export const builds: Rule = {
  id: 'builds/1',
  doc: 'The firms and bodies that build, run or pay for a project, told by 由…建设, by being theirs, by the word for the builder, or by where it is put to use.',
  emits: ['PARTICIPATES_IN', 'INVESTS_IN'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => [...byThem(context, passage), ...theirs(context, passage), ...unit(context, passage), ...applied(context, passage), ...costs(context, passage)])
  },
}

function draft(context: RelateContext, passage: Passage, type: Extract<RelationType, 'PARTICIPATES_IN' | 'INVESTS_IN'>, builder: Reference, project: Reference, cue: string, at: number, from = passage.sentence.index): FactDraft {
  const sentence = passage.sentence.index
  return {
    type, subject: builder.entity, object: project.entity, fromSentence: from, toSentence: sentence, cue,
    modality: modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: builder.anaphoric || project.anaphoric || from !== sentence ? 'IMPLIED' : 'STATED',
  }
}

/** Both facts for those who pay, one for those who build. */
function both(context: RelateContext, passage: Passage, builders: readonly Reference[], project: Reference, cue: string, at: number, verb: string): FactDraft[] {
  return builders.slice(0, MOST).filter((builder) => builder.entity !== project.entity).flatMap((builder) => [
    draft(context, passage, 'PARTICIPATES_IN', builder, project, cue, at),
    ...(PUTS_MONEY.test(verb) ? [draft(context, passage, 'INVESTS_IN', builder, project, cue, at)] : []),
  ])
}

function byThem(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, BY).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const named = firstAfter(passage, at, () => true)
    if (!named || !isBody(named) || named.outerStart - at > 3) return []
    // 由A（以下简称B）所属C建设: C does.
    const inner = firstAfter(passage, named.end, (reference) => reference.entity !== named.entity)
    const first = inner && isBody(inner) && WITHIN.test(maskedBetween(passage, named.end, inner.outerStart)) ? inner : named
    const builders = listed(passage, first, isBody).filter((member) => member.start >= first.start)
    const end = builders.at(-1)?.end ?? first.end
    const verb = DOES.exec(maskedBetween(passage, end, clauseAt(passage, end).end))
    if (!verb) return []
    const after = firstAfter(passage, end + verb[0].length, isProject)
    if (after && DOES_WHAT.test(maskedBetween(passage, end + verb[0].length, after.outerStart))) return both(context, passage, builders, after, match[0], at, verb[0])
    const before = lastBefore(passage, at, isProject)
    const near = before && (at - before.end <= REACH || /项目|工程/.test(maskedBetween(passage, end, clauseAt(passage, end).end)))
    return before && near ? both(context, passage, builders, before, match[0], at, verb[0]) : []
  })
}

function theirs(context: RelateContext, passage: Passage): FactDraft[] {
  return passage.free.filter((reference) => isProject(reference) && !reference.attributive).flatMap((project): FactDraft[] => {
    const builder = firstAfter(passage, project.end, () => true)
    if (!builder || !isBody(builder)) return []
    const lead = maskedBetween(passage, project.end, builder.outerStart)
    const rest = maskedBetween(passage, builder.end, passage.end)
    if (!IS_OF.test(lead) || !OWN_WORK.test(rest)) return []
    return both(context, passage, [builder], project, lead, builder.start, rest)
  })
}

function unit(context: RelateContext, passage: Passage): FactDraft[] {
  const named = matchesOf(passage.masked, UNIT).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const first = firstAfter(passage, at, () => true)
    const project = projectNear(context, passage, at)
    if (!first || !project || !isBody(first) || first.outerStart - at - match[0].length > 1) return []
    return listed(passage, first, isBody).map((builder) => draft(context, passage, 'PARTICIPATES_IN', builder, project.reference, match[0], at, project.sentence))
  })
  const told = passage.free.filter(isBody).flatMap((builder): FactDraft[] => {
    const cue = AS_UNIT.exec(maskedBetween(passage, builder.end, Math.min(passage.end, builder.end + 30)))
    const project = cue ? (firstAfter(passage, builder.end, (reference) => isProject(reference) && reference.end <= builder.end + (cue[0].length)) ?? undefined) : undefined
    const near = cue ? (project ? { reference: project, sentence: passage.sentence.index } : projectNear(context, passage, builder.start)) : undefined
    return cue && near ? [draft(context, passage, 'PARTICIPATES_IN', builder, near.reference, cue[0], builder.end, near.sentence)] : []
  })
  return [...named, ...told]
}

/** The last project named before, in the sentence or the one before it. */
function projectNear(context: RelateContext, passage: Passage, at: number): { readonly reference: Reference; readonly sentence: number } | undefined {
  const here = lastBefore(passage, at, isProject)
  if (here) return { reference: here, sentence: passage.sentence.index }
  const earlier = context.discourse.passages[passage.sentence.index - 1]
  const reference = earlier && lastBefore(earlier, earlier.end, isProject)
  return reference && { reference, sentence: passage.sentence.index - 1 }
}

function applied(context: RelateContext, passage: Passage): FactDraft[] {
  return passage.free.filter((reference) => isProject(reference) && !reference.attributive).flatMap((project): FactDraft[] => {
    const user = firstAfter(passage, project.end, () => true)
    if (!user || user.kind !== 'COMPANY' || user.attributive || !APPLIED.test(maskedBetween(passage, project.end, user.outerStart))) return []
    const users = listed(passage, user, isBody)
    const end = users.at(-1)?.end ?? user.end
    const verb = APPLIED_AT.exec(maskedBetween(passage, end, clauseAt(passage, end).end))
    return verb ? users.map((each) => draft(context, passage, 'PARTICIPATES_IN', each, project, verb[0], end)) : []
  })
}

/** The firm right before its project, where the text says what it costs. */
function costs(context: RelateContext, passage: Passage): FactDraft[] {
  return passage.free.filter((reference) => isProject(reference) && !reference.attributive && !reference.anaphoric).flatMap((project): FactDraft[] => {
    const firm = lastBefore(passage, project.outerStart, (reference) => reference.kind === 'COMPANY')
    if (!firm) return []
    const gap = maskedBetween(passage, firm.end, project.outerStart)
    if (COSTING.test(gap)) return both(context, passage, [firm], project, gap, firm.end, '投资')
    return /^的?[“]?$/.test(gap) && COSTS.test(maskedBetween(passage, project.end, passage.end)) ? [draft(context, passage, 'INVESTS_IN', firm, project, '投资', project.end)] : []
  })
}
