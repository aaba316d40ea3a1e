import { endsInHead } from '../../3-extract/titles.js'
import { plainForm } from '../../4-resolve/same-name.js'
import { factsTold } from '../facts-told.js'
import { firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { matchesOf } from '../../3-extract/matches.js'

/** A任命P为总经理: the verb before the name, and the title after it. */
const NAMES = /(?:任命|聘任|聘请|聘|选举|推选|提名|委任|增补)(?:了)?(?=□)/g
const AS = /^(?:同志|先生|女士)?(?:等)?(?:为|担任|出任)(?:(?:本|该)?(?:公司|集团|行|企业|会|校|院))?(?:的)?([^，。；、：□“”]{2,14}?)(?=[，。；、）)]|$)/
/** Between somebody's new title and the next who is named. */
const NEXT = /^(?:同志)?为(?:公司|本公司|集团)?[^，。；、□]{2,14}[、，](?:聘任|任命|选举)?$/
/** A成立于2001年，法定代表人为P. */
const REGISTERED = /(?<=[，；])(法定代表人|法人代表|实际控制人|董事长|总经理)(?:为|是|：)?(?=□)/g
const FAR = 80
/** A免去P的总经理职务: the verb before the name, the title before 职务. */
const REMOVES = /(?:免去|解聘|解除|罢免|撤销)(?:了)?(?=□)/g
const POST = /^(?:同志|先生|女士)?的?(?:本|该)?(?:公司|集团)?([^，。；、：□“”]{2,14}?)(?:的)?(?:职务|一职)/
/** P卸任总裁，由Q接任: in the posts just told of. */
const SUCCEEDS = /^(?:同志|先生|女士)?(?:接任|接替|继任|接棒|担任|出任)(?=[，。；]|$)/
const ENDED = /卸任|辞去|辞任|离任|不再|免去/
/** A法定代表人由P变更为Q. */
const CHANGED = /^的?(法定代表人|董事长|总经理|总裁|实际控制人|负责人|首席执行官|校长|院长)由$/
/** A董事长为P. */
const HELD_BY = /^的?(法定代表人|法人代表|法人|实际控制人|实控人|控股股东及实际控制人|创始人|掌门人|董事长|总经理|总裁|会长|校长|院长|所长|主任|负责人|首席执行官)(?:为|是|系|：)$/
/** 作为A董事长，P…; 以A董事长身份. */
const AS_ONE = /(?:作为|身为)$/
const TITLE_THEN = /^的?([^，。；：□“”]{2,14})，$/
/** P，A董事长。 */
const APPOSED = /^([^，。；：、□“”的]{2,12})(?=[，。；）)]|$)/

/** After a firm's name. */
const BOARD = /(?:董事会|股东大会|股东会|监事会)$/

const isBody = (reference: Reference): boolean => (reference.kind === 'COMPANY' || reference.kind === 'ORGANIZATION') && !reference.anaphoric && !reference.attributive
const isPerson = (reference: Reference): boolean => reference.kind === 'PERSON' && !reference.anaphoric

/** A任命P为总经理, A法定代表人为P, 作为A董事长，P…, P，A董事长。: posts that a verb or a comma parts from the name. */
export const namedTo: Rule = {
  id: 'named-to/1',
  doc: 'A firm or body that names somebody to a post, whose post is told after it, or in whose post somebody acts.',
  emits: ['HOLDS_POSITION'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => (passage.free.some(isPerson) ? [...named(context, passage), ...registered(context, passage), ...removed(context, passage), ...succeeded(context, passage), ...passage.free.filter(isBody).flatMap((body) => beside(context, passage, body))] : []))
  },
}

function post(context: RelateContext, passage: Passage, people: readonly Reference[], body: Reference, title: string, at: number): FactDraft[] {
  if (!endsInHead(title)) return []
  return factsTold(context, passage, 'HOLDS_POSITION', { subjects: people, object: body.entity, cue: title, at }).map((draft) => ({ ...draft, title }))
}

function named(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, NAMES).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const first = firstAfter(passage, at, () => true)
    if (!first || !isPerson(first) || first.outerStart > at + match[0].length) return []
    const people = listed(passage, first, isPerson).filter((each) => each.start >= first.start)
    const last = people.at(-1) ?? first
    const title = AS.exec(maskedBetween(passage, last.end, passage.end))?.[1]
    const body = lastBefore(passage, at, isBody)
    if (title === undefined || !body) return []
    const firm = firmOf(context, body)
    return [...post(context, passage, people, firm, title, at), ...goingOn(context, passage, last, firm, at)]
  })
}

/** 聘任P为总经理、Q为副总经理: the next is named by the same verb. */
function goingOn(context: RelateContext, passage: Passage, last: Reference, body: Reference, at: number): FactDraft[] {
  const next = firstAfter(passage, last.end, isPerson)
  if (!next || !NEXT.test(maskedBetween(passage, last.end, next.outerStart))) return []
  const people = listed(passage, next, isPerson).filter((each) => each.start >= next.start)
  const end = people.at(-1) ?? next
  const title = AS.exec(maskedBetween(passage, end.end, passage.end))?.[1]
  return title === undefined ? [] : [...post(context, passage, people, body, title, at), ...goingOn(context, passage, end, body, at)]
}

/** A成立于2001年，法定代表人为P: the firm that opens the sentence. */
function registered(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, REGISTERED).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const person = firstAfter(passage, at, () => true)
    const body = passage.free.find((reference) => reference.kind === 'COMPANY' && !reference.attributive && reference.end < at)
    return person && isPerson(person) && body && person.start === at + match[0].length && at - body.end <= FAR ? post(context, passage, [person], body, match[1] ?? '', at) : []
  })
}

function removed(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, REMOVES).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const person = firstAfter(passage, at, () => true)
    const body = lastBefore(passage, at, isBody)
    const title = person && isPerson(person) && person.outerStart <= at + match[0].length ? POST.exec(maskedBetween(passage, person.end, passage.end))?.[1] : undefined
    return person && body && title !== undefined ? post(context, passage, [person], firmOf(context, body), title, at).map((draft) => ({ ...draft, modality: 'DENIED' })) : []
  })
}

/** P卸任A总裁，由Q接任: Q holds what P held. */
function succeeded(context: RelateContext, passage: Passage): FactDraft[] {
  const { posts } = context.discourse.article
  return passage.free.filter((reference) => isPerson(reference) && context.discourse.text.charAt(reference.outerStart - 1) === '由' && SUCCEEDS.test(maskedBetween(passage, reference.end, passage.end))).flatMap((next): FactDraft[] =>
    posts.filter((post) => post.sentence === passage.sentence.index && ENDED.test(post.verb) && post.end < next.start).map((held): FactDraft => ({
      type: 'HOLDS_POSITION', subject: next.entity, object: held.body, title: held.title, fromSentence: held.sentence, toSentence: held.sentence, cue: '由', modality: 'ASSERTED', strength: 'IMPLIED',
    })),
  )
}

/** A董事会任命P: the firm whose board it is, when the article names it. */
function firmOf({ discourse: { article, text } }: RelateContext, body: Reference): Reference {
  const name = plainForm(text.slice(body.start, body.end))
  if (!BOARD.test(name)) return body
  const index = article.locals.findIndex((local) => local.kind === 'COMPANY' && [local.name, ...local.aliases].some((form) => plainForm(form) === name.replace(BOARD, '')))
  return index < 0 ? body : { ...body, entity: index, kind: 'COMPANY' }
}

function beside(context: RelateContext, passage: Passage, body: Reference): FactDraft[] {
  const next = firstAfter(passage, body.end, isPerson)
  const before = lastBefore(passage, body.outerStart, () => true)
  if (next && next.start - body.end <= 24) {
    const gap = maskedBetween(passage, body.end, next.outerStart)
    const held = HELD_BY.exec(gap)?.[1]
    if (held !== undefined) return post(context, passage, [next], body, held, body.start)
    const from = CHANGED.exec(gap)?.[1]
    const to = from === undefined ? undefined : firstAfter(passage, next.end, isPerson)
    if (from !== undefined) return [...post(context, passage, [next], body, from, body.start).map((draft): FactDraft => ({ ...draft, modality: 'DENIED' })), ...(to && /^变更为$/.test(maskedBetween(passage, next.end, to.outerStart)) ? post(context, passage, [to], body, from, body.start) : [])]
    const acting = AS_ONE.test(maskedBetween(passage, body.outerStart - 2, body.outerStart)) ? TITLE_THEN.exec(gap)?.[1] : undefined
    if (acting !== undefined) return post(context, passage, [next], body, acting, body.start)
  }
  // The person opens the sentence, and the clause is the post and nothing else.
  if (!before || !isPerson(before) || before.start - passage.start > 2 || !/^[， \u3000：:]$/.test(maskedBetween(passage, before.end, body.outerStart))) return []
  const title = APPOSED.exec(maskedBetween(passage, body.end, passage.end))?.[1]
  return title === undefined ? [] : post(context, passage, [before], body, title, body.start)
}
