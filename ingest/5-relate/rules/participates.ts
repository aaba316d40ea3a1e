import { plainForm } from '../../4-resolve/same-name.js'
import { isBody } from '../facts-told.js'
import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, firstListed, lastBefore, listed, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

/** Verbs of joining, by what they may take. */
const JOIN = /(?:参与|参加|加入|入驻|进驻|入园|落户|落地|参建|融入|纳入|入选|入围|共建|承担|响应|申报|试点|牵头(?!推|组织|实施)|投身)(?:了|到|于)?/g
const BUILD = /(?:承建|承接|中标|建设|投建|投建了|参建|建成|打造|签约|实施|开发|运营|投资|带来|新建|兴建|主导|合作开展)(?:了|起|的)?/g
/** Work that a firm is given, be it a zone or a single build. */
const WON = /(?:承建|承接|中标|参建|承揽|总承包|代建)(?:了|起|的)?/g
const SIGN = /(?:签署|签订|签定|享受)(?:了|到)?/g
const JOINED = new Set(['ZONE', 'PROGRAM', 'STRATEGY', 'PROJECT', 'POLICY'])
const WORKS = new Set(['PROJECT', 'PROGRAM', 'ZONE'])
const isJoined = (reference: Reference): boolean => JOINED.has(reference.subkind) && !reference.attributive
/** 是X示范区的核心城市: a place or body told to be a part of it. */
const PART_NOUN = /^[”’》]?(?:规划|建设|发展|沿线)?中?的?(?:重要|核心|主要|关键|骨干|首批|中心|重点|大|旅游|\d+个)*(?:组成部分|一员|节点(?:城市)?|城市|成员(?:单位|城市)?|枢纽(?:节点)?|腹地|承载区|支点|主阵地|示范点|试点(?:城市|地区|单位|区)?|组团)/

/** 参与, 入驻, 承建, 签署X协议: bodies that join an initiative. */
export const participates: Rule = {
  id: 'participates/2',
  doc: 'A firm, body or place before a verb of joining, building or signing and the initiative after it.',
  emits: ['PARTICIPATES_IN', 'PART_OF'],
  match(context) {
    return context.discourse.passages.flatMap((passage) => passage.free.filter(isJoined).flatMap((target) => [...joining(context, passage, target), ...beingPart(context, passage, target)]))
  },
}

function joining(context: RelateContext, passage: Passage, target: Reference): FactDraft[] {
  const { text } = context.discourse
  // A带来的X、B带来的Y: each has its own.
  const head = firstListed(passage, target, isJoined)
  const first = lastBefore(passage, target.outerStart, (reference) => isBody(reference) && reference.start >= head.end) ? target : head
  const clause = clauseAt(passage, first.start)
  const before = text.slice(clause.start, first.outerStart)
  const pattern = target.subkind === 'PROJECT' ? [JOIN, BUILD] : target.subkind === 'ZONE' ? [JOIN, WON] : target.subkind === 'POLICY' ? [JOIN, SIGN] : [JOIN]
  const verb = pattern.flatMap((each) => matchesOf(before, each)).sort((a, b) => a.index - b.index).at(-1)
  if (!verb || before.length - verb.index - verb[0].length > 16) return []
  const at = clause.start + verb.index
  const kinds = /融入|纳入|入选|共建|参与|加入|申报|承担/.test(verb[0]) ? (['COMPANY', 'ORGANIZATION', 'REGION'] as const) : (['COMPANY', 'ORGANIZATION'] as const)
  const own = lastBefore(passage, at, isBody)
  const afterAnother = own !== undefined && own.end === at && passage.lists.get(own)?.members[0]?.kind === 'INITIATIVE'
  const agents = afterAnother ? { references: [own], end: own.end } : agentsAt(context, passage, at, kinds, { carry: false, reach: 60 })
  const sentence = passage.sentence.index
  // 对某省打造X: the place right before the verb does it, and not the firm before that.
  const nearest = lastBefore(passage, at, (reference) => !reference.attributive)
  if (!agents || (nearest?.kind === 'REGION' && nearest.start > agents.end && at - nearest.end <= 2 && !/[在与和同跟]$/.test(text.slice(passage.start, nearest.outerStart)))) return []
  return agents.references.filter((agent) => agent.entity !== target.entity).map((agent) => ({
    type: 'PARTICIPATES_IN', subject: agent.entity, object: target.entity, fromSentence: sentence, toSentence: sentence, cue: verb[0],
    modality: modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: agent.anaphoric || target.anaphoric ? 'IMPLIED' : 'STATED',
  }))
}

/** X是Y的重要组成部分, 作为Y的节点城市. */
function beingPart(context: RelateContext, passage: Passage, target: Reference): FactDraft[] {
  const { text } = context.discourse
  const end = listed(passage, target, isJoined).at(-1)?.end ?? target.end
  const noun = PART_NOUN.exec(text.slice(end, end + 20))
  const clause = clauseAt(passage, target.start)
  if (!noun || target.subkind === 'DESIGNATION') return []
  const verb = /(?:是|作为|成为|为)[^，。]*$/.exec(text.slice(clause.start, target.outerStart))
  const sentence = passage.sentence.index
  const at = clause.start + (verb?.index ?? 0)
  // 作为Y的节点，X…: the subject follows.
  const after = verb && verb[0].startsWith('作为') && verb.index <= 1 ? firstAfter(passage, clause.end, (reference) => isBody(reference) || reference.kind === 'REGION') : undefined
  const work = lastBefore(passage, at, (reference) => WORKS.has(reference.subkind) && reference.start >= clauseAt(passage, at).start)
  if (work) return [partOf(passage, work, target, noun[0])]
  if (verb && verb[0].startsWith('作为') && verb.index <= 1 && !(after && after.outerStart - clause.end <= 2)) return []
  const subjects = after && after.outerStart - clause.end <= 2 ? [after] : (agentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION', 'REGION'], { reach: 80, topic: true })?.references ?? [])
  return subjects.filter((subject) => subject.entity !== target.entity).map((subject) => ({
    type: 'PARTICIPATES_IN', subject: subject.entity, object: target.entity, fromSentence: sentence, toSentence: sentence, cue: noun[0].replace(/^[”’》]?的?/, ''),
    modality: modalityAt(passage, target.start, speechAt(context.speeches[sentence] ?? [], at)), strength: 'STATED',
  }))
}

/** 该工程是Y的重要组成部分: a work is part of it and does not take part. */
const partOf = ({ sentence: { index } }: Passage, work: Reference, target: Reference, cue: string): FactDraft => ({
  type: 'PART_OF', subject: work.entity, object: target.entity, fromSentence: index, toSentence: index, cue, modality: 'ASSERTED', strength: work.anaphoric ? 'IMPLIED' : 'STATED',
})

/** 某集团电池产业园项目: a project that bears the name of a firm of the article is the firm's. */
export const namedForFirm: Rule = {
  id: 'named-for-firm/2',
  doc: 'A project whose name begins with a firm that the article also names by itself, or that stands right before or within 由…建设.',
  emits: ['PARTICIPATES_IN'],
  match(context) {
    const { discourse } = context
    const { locals } = discourse.article
    const owners = new Map<string, number>()
    locals.forEach((local, index) => {
      if (local.kind === 'COMPANY') for (const form of [local.name, ...local.aliases]) if (plainForm(form).length >= 2) owners.set(plainForm(form), index)
    })
    return discourse.passages.flatMap((passage) =>
      passage.free.filter((reference) => reference.subkind === 'PROJECT' && !reference.anaphoric).flatMap((reference): FactDraft[] => {
        const name = plainForm(discourse.text.slice(reference.start, reference.end))
        let owner: number | undefined
        for (let length = name.length - 2; length >= 2 && owner === undefined; length--) owner = owners.get(name.slice(0, length))
        // Places may stand between the two.
        const beside = lastBefore(passage, reference.outerStart, (each) => each.kind === 'COMPANY')
        const subject = owner ?? (beside && /^的?[“]?$/.test(discourse.text.slice(beside.end, reference.outerStart)) ? beside.entity : undefined)
        const sentence = passage.sentence.index
        return subject === undefined ? [] : [{ type: 'PARTICIPATES_IN', subject, object: reference.entity, fromSentence: sentence, toSentence: sentence, cue: name, modality: 'ASSERTED', strength: 'IMPLIED' }]
      }),
    )
  },
}
