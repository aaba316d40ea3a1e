import { agentsAt, startOf } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'
import { ALONG, AT_STOP, BESIDE, GO, GROUP_NAME, IN_PLACE, LEADS, NO_TRIP, NOT_GOING, PARTY, PARTY_ACTS, SEES, TOLD_OF, TOWARDS, WHILE, WITHIN } from '../trip.js'
import { matchesOf } from '../../3-extract/matches.js'

const INSPECT = /(?:详细|仔细|认真|深入|现场)(?:地)?(?:了解|询问|察看|查看|听取)|听取[^，。]{0,8}(?:汇报|介绍)/g
const PLACE_KINDS = new Set(['COMPANY', 'ORGANIZATION', 'REGION'])
/** Starts of sentences that go on with the trip. */
const NEXT_STOP = /^(?:随后|之后|接着|首先|其后|当天|当日|期间|先后|在先后|每到一处|会后|座谈会后|调研中|开工活动前|活动前|[^，。]{0,6}(?:一行|团队|代表团|调研组|考察团|采访团|帮扶团|专家们|领导们))/
/** Sentences without a traveller of their own for so long end a trip. */
const TRIP_LASTS = 12

/** Between a place and a firm in it. */
const OF_PLACE = /^(?:市|省|县|区|境内)?的[^，。；、□]{0,6}$/
const LISTED_FIRST = /^了?[^，。；的]{2,30}、$/
const OF_OTHERS = /的(?:企业|人员|嘉宾|代表|客商)/
const RECEIVED = /(?:会见了?|会晤了?|欢迎|接待|邀请|与|对)$/
const isPlace = (reference: Reference): boolean => !reference.attributive && (PLACE_KINDS.has(reference.kind) || reference.subkind === 'ZONE' || reference.subkind === 'PROJECT')
const isPerson = (reference: Reference): boolean => reference.kind === 'PERSON'

interface Trip {
  readonly party: readonly number[]
  /** Where it went first. */
  readonly place: number
  /** Every place visited on it. */
  readonly stops: Set<number>
  sentence: number
}

/** 赴, 来到, 走访: who went where. A stop without a subject is told of the one whose trip it is. */
export const visited: Rule = {
  id: 'visited/2',
  doc: 'A person before a verb of going or looking, and the places listed right after it; later stops take the traveller of the passage.',
  emits: ['VISITED'],
  match(context) {
    const drafts: FactDraft[] = []
    let trip: Trip | undefined
    let ended: Trip | undefined
    let leaders: readonly number[] | undefined
    const isRegion = (entity: number): boolean => context.discourse.article.locals[entity]?.kind === 'REGION'
    for (const passage of context.discourse.passages) {
      const sentence = passage.sentence.index
      ended = trip ?? ended
      if (trip && sentence - trip.sentence > TRIP_LASTS) trip = undefined
      leaders = leadersIn(context, passage) ?? leaders
      const there = staying(context, passage)
      drafts.push(...there)
      trip = tripOf(there, trip, isRegion) ?? trip
      for (const match of matchesOf(passage.masked, GO)) {
        const found = going(context, passage, match[0], passage.start + match.index, trip, leaders)
        drafts.push(...found)
        trip = tripOf(found, trip, isRegion) ?? trip
      }
      if (!trip) {
        const seen = seeing(context, passage)
        drafts.push(...seen)
        trip = tripOf(seen, trip, isRegion) ?? trip
      }
      if (!trip && ended && BESIDE.test(passage.masked)) drafts.push(...along(context, passage, ended))
      if (!trip) continue
      const more = [...stop(context, passage, trip, leaders), ...inspections(context, passage, trip), ...along(context, passage, trip)]
      if (more.length > 0) trip.sentence = sentence
      drafts.push(...more)
    }
    return drafts
  },
}

function tripOf(drafts: readonly FactDraft[], before: Trip | undefined, isRegion: (entity: number) => boolean): Trip | undefined {
  const [first] = drafts
  if (!first || first.modality !== 'ASSERTED') return undefined
  const party = [...new Set(drafts.map((draft) => draft.subject))]
  const same = before !== undefined && party.every((person) => before.party.includes(person))
  const stops = same ? before.stops : new Set<number>()
  for (const draft of drafts) stops.add(draft.object)
  return { party: same ? before.party : party, stops, place: same ? before.place : (drafts.find((draft) => isRegion(draft.object))?.object ?? first.object), sentence: first.toSentence }
}

function draftsOf(context: RelateContext, passage: Passage, people: readonly number[], places: readonly Reference[], cue: string, at: number, from: number, implied: boolean, lead?: number): FactDraft[] {
  const sentence = passage.sentence.index
  const told = TOLD_OF.test(context.discourse.text.slice(Math.max(passage.start, at - 40), Math.max(passage.start, lead ?? at)))
  const modality = told ? 'ASSERTED' : modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at))
  return people.flatMap((subject) => places.map((place): FactDraft => ({
    type: 'VISITED', subject, object: place.entity, fromSentence: from, toSentence: sentence, cue, modality, strength: implied || place.anaphoric ? 'IMPLIED' : 'STATED',
  })))
}

function going(context: RelateContext, passage: Passage, cue: string, at: number, trip: Trip | undefined, leaders: readonly number[] | undefined): FactDraft[] {
  const { text } = context.discourse
  const end = at + cue.length
  if (NO_TRIP.test(maskedBetween(passage, at, Math.min(passage.end, at + 24))) || NOT_GOING.test(text.slice(Math.max(passage.start, at - 4), at))) return []
  const nearest = firstAfter(passage, end, isPlace)
  const inner = nearest ? firstAfter(passage, nearest.end, isPlace) : undefined
  // 深入某集团下属的某公司, 来到位于某地的某公司: the inner one was visited.
  const between = nearest && inner ? maskedBetween(passage, nearest.end, inner.outerStart) : ''
  const ofPlace = inner !== undefined && nearest?.kind === 'REGION' && inner.kind !== 'REGION' && OF_PLACE.test(between)
  const first = inner && (ofPlace || WITHIN.test(between)) ? inner : nearest
  if (first && GROUP_NAME.test(text.slice(first.start, first.end))) return []
  const gap = first ? text.slice(end, first.outerStart) : ''
  // 参观了老街旧居、某公司: the first of the list may have no name; 赴台的企业有…: told of somebody else.
  const furthest = first === inner || LISTED_FIRST.test(gap) ? 40 : cue === '来' ? 0 : 12
  if (!first || gap.length > furthest || OF_OTHERS.test(gap) || first.outerStart >= clauseAt(passage, at).end) return []
  const places = listed(passage, first, isPlace).filter((place) => place.start >= first.start)
  const sentence = passage.sentence.index
  const speech = speechAt(context.speeches[sentence] ?? [], at)
  const clause = maskedBetween(passage, clauseAt(passage, at).start, at)
  const group = groupAt(passage, text, at) ? (leaders ?? trip?.party) : undefined
  if (group) return ofPlace || (speech && speech.from <= at) ? [] : draftsOf(context, passage, group, places, cue, at, sentence, true)
  const byParty = trip !== undefined && PARTY.test(clause) && lastBefore(passage, at, (reference) => isPerson(reference) && reference.start >= clauseAt(passage, at).start) === undefined
  const people = byParty ? undefined : agentsAt(context, passage, at, ['PERSON'], { carry: /带队|率队/.test(clause), reach: 60 })
  // 王某欢迎李某来津, 王某会见来津的李某: it is the guest who comes.
  if (cue === '来' && RECEIVED.test(text.slice(Math.max(passage.start, at - 4), at))) return []
  if (cue === '来' && people && !people.references.some((person) => person === lastBefore(passage, at, isPerson))) return []
  if (people && (!speech || speech.from > at || people.end > speech.from)) return draftsOf(context, passage, people.references.map((person) => person.entity), places, cue, at, sentence, people.implied, people.references[0]?.outerStart)
  if (people || (speech && speech.from <= at)) return []
  // 来到X公司，张某详细了解…
  const last = places.at(-1)?.end ?? end
  const after = firstAfter(passage, last, isPerson)
  if (after && !TALKED_OF.test(maskedBetween(passage, clauseAt(passage, at).start, after.outerStart)) && /^(?![^，]*，[^，]*(?:看望|慰问))[^，。]{0,12}，$/.test(text.slice(last, after.outerStart))) return draftsOf(context, passage, listed(passage, after, isPerson).map((person) => person.entity), places, cue, at, sentence, false)
  // 赴P抢险的张某、李某: those after 的 went.
  if (after && /^(?:赴|前往|奔赴|赶赴|赶到|抵达)$/.test(cue) && lastBefore(passage, at, isPerson) === undefined && /^[^，。；]{0,24}的[^，。；、]{0,8}$/.test(maskedBetween(passage, last, after.outerStart))) return draftsOf(context, passage, listed(passage, after, isPerson).map((person) => person.entity), places, cue, at, sentence, false)
  if (!trip) return []
  const goesOn = trip.sentence === sentence || NEXT_STOP.test(passage.text) || PARTY.test(clause) || at === passage.start
  return goesOn ? draftsOf(context, passage, trip.party, places, cue, at, trip.sentence === sentence - 1 ? sentence - 1 : sentence, true) : []
}

/** 针对甲方访问某国一事，发言人张某…: whoever speaks of a visit did not make it. */
const TALKED_OF = /^(?:针对|对于|关于|就|据)|(?:一事|消息|问题|传闻|说法|报道|计划)，/

/** 采访团一行来到: a group, and nobody by name, is the subject. */
function groupAt(passage: Passage, text: string, at: number): boolean {
  const clause = clauseAt(passage, at)
  const person = lastBefore(passage, at, (reference) => isPerson(reference) && reference.start >= clause.start)
  const lead = text.slice(Math.max(clause.start, person?.end ?? clause.start, at - 40), at)
  return PARTY_ACTS.test(lead) && !(person && LEADS.test(lead))
}

/** Those of whom the sentence says that they lead a group (率团, 一行). */
function leadersIn(context: RelateContext, passage: Passage): readonly number[] | undefined {
  const { text } = context.discourse
  const last = passage.free.find((reference) => isPerson(reference) && passage.lists.get(reference)?.end === reference.end && LEADS.test(text.slice(reference.end, reference.end + 60)))
  return last && listed(passage, last, isPerson).map((person) => person.entity)
}

/** 率团在P考察, 在P宣讲. */
function staying(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  const sentence = passage.sentence.index
  return passage.free.filter(isPlace).flatMap((place): FactDraft[] => {
    const before = text.charAt(place.outerStart - 1)
    const after = text.slice(passage.lists.get(place)?.end ?? place.end, place.end + 40)
    if (GROUP_NAME.test(text.slice(place.start, place.end)) || !(before === '在' ? IN_PLACE.test(after) : before === '对' && TOWARDS.test(after))) return []
    const people = agentsAt(context, passage, place.outerStart - 1, ['PERSON'], { carry: false, reach: 50 })
    const speech = speechAt(context.speeches[sentence] ?? [], place.start)
    if (!people || (speech && speech.from <= place.start && people.end < speech.from)) return []
    return draftsOf(context, passage, people.references.map((person) => person.entity), before === '对' ? listed(passage, place, isPlace) : [place], text.slice(place.end, place.end + 4), place.outerStart, sentence, people.implied, people.references[0]?.outerStart)
  })
}

/** 在X公司，张某详细了解…; 在X公司调研时，张某指出: told without a word of going there. */
function seeing(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  const first = firstAfter(passage, passage.start, isPlace)
  if (!first || GROUP_NAME.test(text.slice(first.start, first.end)) || !/^(?:随后，?|期间，?|当天，?)?在(?:位于[^，。；]{2,12}的)?$/.test(text.slice(passage.start, first.outerStart))) return []
  const places = listed(passage, first, isPlace)
  const end = places.at(-1)?.end ?? first.end
  const person = firstAfter(passage, end, isPerson)
  if (!person) return []
  const people = listed(passage, person, isPerson)
  const gap = maskedBetween(passage, end, startOf(passage, person))
  const sees = /^[^，。；□]{0,10}，$/.test(gap) && SEES.test(maskedBetween(passage, people.at(-1)?.end ?? person.end, passage.end))
  if (!sees && !(WHILE.test(gap) && gap.endsWith('，'))) return []
  return draftsOf(context, passage, people.map((each) => each.entity), places, '在', passage.start, passage.sentence.index, false)
}

/** 在X公司，张某认真听取…: a stop of the trip. */
function stop(context: RelateContext, passage: Passage, trip: Trip, leaders: readonly number[] | undefined): FactDraft[] {
  const { text } = context.discourse
  const first = firstAfter(passage, passage.start, isPlace)
  if (!first || !/^[”’]?在$/.test(text.slice(passage.start, first.outerStart))) return []
  const places = listed(passage, first, isPlace)
  const last = places.at(-1)
  const rest = text.slice(last?.end ?? passage.end, passage.end)
  if (!last || !/^[^，。；]{0,10}，/.test(rest) || !AT_STOP.test(rest)) return []
  const person = PARTY_ACTS.test(/^[^，。；]{0,10}，[^，。；]{0,20}/.exec(rest)?.[0] ?? '') ? undefined : firstAfter(passage, last.end, isPerson)
  if (person && !trip.party.includes(person.entity)) return []
  return draftsOf(context, passage, person ? [person.entity] : (leaders ?? trip.party), places, '在', passage.start, trip.sentence === passage.sentence.index - 1 ? trip.sentence : passage.sentence.index, true)
}

/** 张某详细了解企业生产经营: looking into 企业 right after a firm was named is a visit to that firm. */
function inspections(context: RelateContext, passage: Passage, trip: Trip): FactDraft[] {
  const { text } = context.discourse
  return matchesOf(passage.masked, INSPECT).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const clause = clauseAt(passage, at)
    if (!/企业|公司|厂区|车间|园区|项目/.test(text.slice(at, clause.end))) return []
    const person = lastBefore(passage, at, (reference) => isPerson(reference) && reference.start >= clause.start)
    const earlier = context.discourse.passages[passage.sentence.index - 1]
    const isFirm = (reference: Reference): boolean => reference.kind === 'COMPANY'
    const firm = lastBefore(passage, clause.start, isFirm) ?? (earlier && lastBefore(earlier, earlier.end, isFirm))
    if (!person || !firm || !trip.party.includes(person.entity)) return []
    return draftsOf(context, passage, [person.entity], [firm], match[0], at, passage.sentence.index, true)
  })
}

/** 副区长王某一同走访: along for the trip's overall place. */
function along(context: RelateContext, passage: Passage, trip: Trip): FactDraft[] {
  const { article } = context.discourse
  const sentence = passage.sentence.index
  const local = article.locals[trip.place]
  if (!local) return []
  return matchesOf(passage.masked, ALONG).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const people = context.discourse.text.startsWith('下', at + 2) ? listBefore(passage, at) : agentsAt(context, passage, at, ['PERSON'], { carry: false, reach: 60 })
    // 参加活动 where an event is told of is attendance.
    if (!people || (/活动/.test(match[0]) && context.eventAt(passage, at, '活动') !== undefined)) return []
    const place = { entity: trip.place, anaphoric: true } as Pick<Reference, 'entity' | 'anaphoric'>
    return people.references.filter((person) => !trip.party.includes(person.entity) && !isHost(context, sentence, person.entity, trip, /活动/.test(match[0]))).map((person) => ({
      type: 'VISITED', subject: person.entity, object: place.entity, fromSentence: trip.sentence === sentence - 1 ? trip.sentence : sentence, toSentence: sentence, cue: match[0], modality: 'ASSERTED', strength: 'IMPLIED',
    }))
  })
}

/** 在A、B陪同下: the list right before the cue, though 在 stands before it. */
function listBefore(passage: Passage, at: number): { readonly references: readonly Reference[] } | undefined {
  const last = lastBefore(passage, at, isPerson)
  return last && at - last.end <= 6 ? { references: listed(passage, last, isPerson) } : undefined
}

/** Those of a firm or body where the trip stops receive and do not come along; so do those in office in the place visited, when they are only told to join in activities. */
function isHost(context: RelateContext, sentence: number, person: number, trip: Trip, vague: boolean): boolean {
  const { discourse } = context
  const { locals } = discourse.article
  const body = discourse.postBeside(sentence, person)?.body
  const there = locals[trip.place]
  const own = body === undefined ? undefined : locals[body]
  if (!there || !own || body === undefined) return false
  if (own.kind !== 'REGION' && trip.stops.has(body)) return true
  return vague && there.kind === 'REGION' && [there.name, ...there.aliases].some((form) => own.name.startsWith(form))
}
