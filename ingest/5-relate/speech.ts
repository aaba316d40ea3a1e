import { SPEECH_VERBS, URGING_VERBS } from './lexicon.js'
import { lastBefore, type Discourse, type Passage, type Reference } from './passage.js'
import { matchesOf } from '../3-extract/matches.js'

/** Who speaks in a stretch of a sentence. */
export interface Speech {
  /** Local index of the speaker. */
  readonly speaker: number
  readonly verb: string
  /** What is said begins here. */
  readonly from: number
  /** The speech began in an earlier sentence. */
  readonly carried: boolean
}

const VERB = new RegExp(`(?:${SPEECH_VERBS.join('|')})`, 'g')
/** A verb of speech whose subject is a meeting or all of them: nobody who was named before says it. */
const MEETING = /(?:会议|全会|大会|大家|双方|他们|纷纷|一致)(?:还|并|也)?$/
const MEETING_SAYS = /(?:^|[，。])(?:会议|全会)(?:还|并)?(强调|指出|要求|提出|认为|明确)/
/** Starts of sentences that go on with a speech. */
const GOES_ON = /^(?:[“”]|要|希望|必须|坚持|同时|各级|我们|进一步|全力|着力|切实|加快|加强|强化|抓好|深入|持续|积极|不断|以|围绕|聚焦|突出|统筹|立足|一要|二要|三要|一是|二是|三是|首先|其次|另外|下一步|接下来|今后)/
const BREAKS_OFF = /^(?:随后|会上|当天|当日|据|此前|仪式上|活动上|活动现场|会议|调研期间|期间|在.{2,14}(?:上|后|中)，|走进|来到|期间)/

/** For each sentence, the speeches in it, in order; one that was carried over stands first. */
export function readSpeech(discourse: Discourse): readonly (readonly Speech[])[] {
  let open: Speech | undefined
  let paragraph = -1
  let lastPerson: number | undefined
  return discourse.passages.map((passage): Speech[] => {
    const own = speechesIn(passage, lastPerson)
    // 会议强调: the meeting speaks, for the place whose organs hold it.
    const meeting = own.length === 0 ? MEETING_SAYS.exec(passage.masked) : null
    if (meeting) {
      const home = discourse.article.home
      open = home === undefined ? undefined : { speaker: home, verb: meeting[1] ?? '', from: passage.start + meeting.index + meeting[0].length, carried: false }
      paragraph = passage.sentence.paragraph
      return open ? [open] : []
    }
    const found: Speech[] = []
    const samePlace = passage.sentence.paragraph === paragraph
    const persons = passage.references.filter((reference) => reference.kind === 'PERSON' && !reference.inPost)
    const goesOn = (): boolean => (persons.length === 0 && own.length === 0) || GOES_ON.test(passage.text)
    if (open && samePlace && goesOn() && !BREAKS_OFF.test(passage.text) && (own[0]?.from ?? passage.end) > passage.start) found.push({ ...open, from: passage.start, carried: true })
    found.push(...own)
    open = own.at(-1) ?? (found.length > 0 ? open : undefined)
    paragraph = passage.sentence.paragraph
    lastPerson = persons.at(-1)?.entity ?? lastPerson
    return found
  })
}

function speechesIn(passage: Passage, lastPerson: number | undefined): Speech[] {
  const found: Speech[] = []
  for (const match of matchesOf(passage.masked, VERB)) {
    const at = passage.start + match.index
    const speaker = speakerBefore(passage, at)
    if (MEETING.test(passage.masked.slice(Math.max(0, match.index - 4), match.index))) continue
    const entity = speaker?.entity ?? (match.index <= 2 ? lastPerson : undefined)
    if (entity !== undefined) found.push({ speaker: entity, verb: match[0], from: at + match[0].length, carried: false })
  }
  return found
}

/** The nearest person (else body) before the verb in its clause, or in the clause before when that is all it holds. */
function speakerBefore(passage: Passage, at: number): Reference | undefined {
  const reference = lastBefore(passage, at, (each) => each.kind === 'PERSON' || each.kind === 'COMPANY' || each.kind === 'ORGANIZATION')
  if (!reference) return undefined
  const gap = passage.text.slice(reference.end - passage.start, at - passage.start)
  if (gap.length > 24 || /[。；]/.test(gap)) return undefined
  if (reference.kind === 'PERSON') return /，.*，/.test(gap) ? undefined : reference
  return gap.length <= 6 && !gap.includes('，') ? reference : undefined
}

export const urges = (speech: Speech): boolean => (URGING_VERBS as readonly string[]).includes(speech.verb)

/** The speech that an offset lies in: the last that began before it. */
export function speechAt(speeches: readonly Speech[], offset: number): Speech | undefined {
  let low = 0
  let high = speeches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((speeches[middle]?.from ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return speeches[low - 1]
}
