import { agentsAt } from '../agents.js'
import { firstAfter, lastBefore, listed, type Passage, type Reference } from '../passage.js'
import { officesOf } from '../offices.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { RECEIVE } from '../trip.js'
import { matchesOf } from '../../3-extract/matches.js'

const isPerson = (reference: Reference): boolean => reference.kind === 'PERSON'
const isPlace = (reference: Reference): boolean => (reference.kind === 'REGION' || reference.kind === 'COMPANY' || reference.kind === 'ORGANIZATION') && !reference.attributive
/** 来津考察, 来到江西. */
const COME = /^(?:同志)?(?:一行)?(?:[^，。；]{0,6})?来$/
const COMING = /^(?:同志)?(?:一行)?来/
const TALKS = /^(?:同志)?(?:一行)?(?:举行|进行|在[^，。]{1,8})?(?:工作)?(?:会谈|座谈|会晤|见面)/
const CAME = /^(?:专程)?前来[^，。；]{2,45}的$/
const ARRIVAL = /^(?:同志|书记|市长|省长|县长|董事长)?(?:等)?(?:一行)?的?(?:到来|来访|到访|莅临)/
/** The group that guests lead. */
const LED = /^(?:等)?(?:率领的|所率|率)[^，。；]{0,16}(?:团|组|队)/

/** 在P会见李某一行, 欢迎李某一行来津, 在P与李某一行会谈: the guest came to the place. */
export const received: Rule = {
  id: 'received/1',
  doc: 'People after a verb of receiving, and the place where they are received or to which they came.',
  emits: ['VISITED'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => matchesOf(passage.masked, RECEIVE).flatMap((match) => receiving(context, passage, match[0], passage.start + match.index)))
  },
}

function receiving(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const { text } = context.discourse
  const end = at + cue.length
  const first = firstAfter(passage, end, isPerson)
  // 与前来出席大会的某省省长王某座谈.
  if (!first || (first.outerStart - end > 3 && !CAME.test(text.slice(end, first.outerStart)))) return []
  const guests = listed(passage, first, isPerson).filter((guest) => guest.start >= first.start)
  const last = guests.at(-1)
  if (!last) return []
  const rest = text.slice(last.end, last.end + 40).replace(LED, '')
  if ((cue === '与' && !TALKS.test(rest) && !/^(?:同志)?(?:一行)?在/.test(rest)) || (cue === '对' && !COMING.test(rest) && !ARRIVAL.test(rest))) return []
  const next = firstAfter(passage, last.end, (reference) => reference.kind === 'REGION' && !reference.attributive)
  const lead = next !== undefined && next.outerStart - last.end <= 10 ? text.slice(last.end, next.outerStart) : ''
  const talksThere = next !== undefined && cue === '与' && /^(?:同志)?(?:一行)?在$/.test(lead) && TALKS.test(text.slice(next.end, next.end + 12))
  const come = next !== undefined && (COME.test(lead) || talksThere) ? next.entity : undefined
  const place = come ?? (cue === '对' ? (ARRIVAL.test(rest) ? hostPlace(context, passage, at) : undefined) : placeBefore(context, passage, at))
  if (place === undefined) return []
  const sentence = passage.sentence.index
  return guests.map((guest) => ({
    type: 'VISITED', subject: guest.entity, object: place, fromSentence: sentence, toSentence: sentence, cue: come === undefined ? cue : '来', modality: 'ASSERTED', strength: next?.anaphoric === true ? 'IMPLIED' : 'STATED',
  }))
}

/** 某公司董事长对李某一行的到来表示欢迎: the host's firm or place. */
function hostPlace(context: RelateContext, passage: Passage, at: number): number | undefined {
  const host = lastBefore(passage, at, isPerson)
  // 王某代表新区党工委对…: it is for that body that the guest came.
  const told = host && lastBefore(passage, at, (reference) => reference.start >= host.end && context.discourse.text.slice(reference.outerStart - 2, reference.outerStart) === '代表')
  if (told) return told.kind === 'REGION' ? told.entity : undefined
  const body = host && officesOf(context.discourse).get(host.entity)
  return body && (context.discourse.article.locals[body.body]?.kind === 'COMPANY' ? body.body : body.place)
}

/** 在P会见: the place that 在 puts before the verb, with hosts before it. */
function placeBefore(context: RelateContext, passage: Passage, at: number): number | undefined {
  const { text } = context.discourse
  const place = lastBefore(passage, at, isPlace)
  if (!place || at - place.end > 2 || text.charAt(place.outerStart - 1) !== '在') return undefined
  return agentsAt(context, passage, place.outerStart - 1, ['PERSON'], { carry: false, reach: 60 }) ? place.entity : undefined
}
