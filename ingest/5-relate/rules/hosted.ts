import { jointAgentsAt, startOf } from '../agents.js'
import { tellsOfEvents } from '../event-focus.js'
import { modalityAt } from '../modality.js'
import { ECHO } from '../occasion.js'
import { clauseAt, firstAfter, lastBefore, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { matchesOf } from '../../3-extract/matches.js'

const HOST = /(?:联合|共同|组织)?(?:主办|承办|协办|举办|举行|召开|组织召开|协同举办|支持举办|冠名|联办)|(?:全程)?(?:策划|执行|组织|统筹)(?:、(?:策划|执行|组织|实施))?(?=[，。；]|$)|大力支持|(?:支持|指导|执行)(?=[，。；]|$)/g
/** 本次活动由A主办. */
const BARE = /(?:^|[，。；\s])(?:据介绍，|据悉，)?(?:本次|此次|本届|该|此届|这次)([^，。；□]{0,4}(?:活动|论坛|大会|会议|展会|峰会|博览会|比赛|大赛|赛事|仪式|节)|(?:赛事|活动|论坛|大会|会议|展会)(?=由))/
const LOOK_BACK = 160
const isEvent = (reference: Reference): boolean => reference.subkind === 'EVENT'

/** 由A主办、B承办的X大会, A召开X大会: the bodies that hold an event. */
export const hosted: Rule = {
  id: 'hosted/1',
  doc: 'Firms and bodies before a verb of hosting, and the event after it, before it, or the one told of.',
  emits: ['ATTENDED'],
  match(context) {
    if (!tellsOfEvents(context.discourse)) return []
    return context.discourse.naming.flatMap((passage) => matchesOf(passage.masked, HOST).flatMap((match) => hosting(context, passage, match[0], passage.start + match.index)))
  },
}

function hosting(context: RelateContext, passage: Passage, cue: string, at: number): FactDraft[] {
  const { text } = context.discourse
  const sentence = passage.sentence.index
  // 由A主办，B支持: bare support counts only beside the host.
  if (/^(?:支持|指导|执行)$/.test(cue) && !/主办|承办/.test(passage.masked)) return []
  if (/^(?:全程)?(?:策划|组织|统筹|执行、|策划、)/.test(cue) && !/^(?:组织)?召开/.test(cue) && !/由□+$/.test(maskedBetween(passage, clauseAt(passage, at).start, at)) && !/(?:主办|承办|举办|举行|召开)/.test(cue)) return []
  const organising = /主办|承办|协办|支持|冠名|联办|指导|执行|策划|统筹/.test(cue)
  const within = inPlaceOf(passage, text, at)
  const hosts = within.length > 0 ? within : jointAgentsAt(context, passage, at, organising ? ['COMPANY', 'ORGANIZATION'] : ['COMPANY', 'ORGANIZATION', 'PERSON'], organising ? 30 : 60)
  const last = hosts.at(-1)
  // Another verb or place between the two: X在Y举行 is about where, not who.
  if (!last || /[。；]/.test(text.slice(last.end, at)) || (last.kind !== 'PERSON' && /在/.test(maskedBetween(passage, last.end, at)))) return []
  const byThem = organising || text.charAt(startOf(passage, last) - 1) === '由'
  const event = eventOf(context, passage, cue, at, byThem)
  if (!event) return []
  const modality = modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at))
  return hosts.map((host) => ({
    type: 'ATTENDED', subject: host.entity, object: event.entity, fromSentence: event.sentence === sentence - 1 ? event.sentence : sentence, toSentence: sentence, cue,
    modality, strength: event.implied || host.anaphoric ? 'IMPLIED' : 'STATED',
  }))
}

function eventOf(context: RelateContext, passage: Passage, cue: string, at: number, byThem: boolean): { entity: number; sentence: number; implied: boolean } | undefined {
  const sentence = passage.sentence.index
  const end = at + cue.length
  const clause = clauseAt(passage, at)
  const after = firstAfter(passage, end, isEvent)
  if (after && after.start - end <= 60 && after.start < clause.end) return ECHO.test(context.discourse.text.slice(after.end, after.end + 12)) ? undefined : { entity: after.entity, sentence, implied: false }
  if (!byThem) return undefined
  const noun = BARE.exec(maskedBetween(passage, Math.max(passage.start, at - LOOK_BACK), at))
  if (noun) {
    const told = context.eventAt(passage, at, `${/本次|此次|本届|该|此届|这次/.exec(noun[0])?.[0] ?? ''}${noun[1] ?? ''}`)
    if (told) return { ...told, implied: true }
  }
  const before = lastBefore(passage, at, isEvent)
  if (before) return { entity: before.entity, sentence, implied: false }
  if (after && /的|、|，/.test(context.discourse.text.slice(end, end + 1))) return { entity: after.entity, sentence, implied: false }
  const told = context.mainEvent ?? context.eventAt(passage, at, '')
  return told && { ...told, implied: true }
}

/** 在A举行的X上: the body right before the verb. */
function inPlaceOf(passage: Passage, text: string, at: number): readonly Reference[] {
  const host = lastBefore(passage, at, (reference) => reference.kind === 'ORGANIZATION' || reference.kind === 'COMPANY')
  return host && host.end === at && text.charAt(host.outerStart - 1) === '在' && /^(?:举行|举办|召开)的/.test(text.slice(at, at + 3)) ? [host] : []
}
