import { agentsAt, isSubject, startOf, type Agents } from './agents.js'
import { officesOf } from './offices.js'
import { BLANK, clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from './passage.js'
import type { RelateContext } from './rule.js'
import type { Speech } from './speech.js'

const BODIES = ['ORGANIZATION', 'REGION', 'COMPANY'] as const
const ACTORS = ['PERSON', ...BODIES] as const
/** What is said begins without a subject of its own: the speaker's side will do it. */
const ELIDED = /^[，：“\s]*(?:在[^，。；]{2,16}(?:方面|上|中)，)?(?:下一步，?|接下来，?|今后，?|未来，?|同时，?|今年，?|明年，?|后续，?|下半年，?|双方|该[局厅委校院]|也|还|将|要|会|愿|我们|继续|全力|进一步|积极|充分|坚决|持续)/
/** How much of a speech's beginning tells its subject, and how far back 我们 reaches, in UTF-16 code units. */
const OPENING = 40
const LOOK_BACK = 160
/** How many sentences a subject that is not said again goes on for. */
const TOPIC_LASTS = 3
/** A sentence that opens with a subject of its own, which nobody named. */
const OWN_SUBJECT = /^(?:据[^，。]{1,8}，|目前，|同时，|此外，)?(?:“[^”]{2,14}”(?:将|已|正|的|是)|此次|本次|这|该|活动|会议|项目|论坛|大会|仪式|企业|公司|大家|他们|与会)/
/** 会议审议通过《…》: the organs of the home place act. */
const MEETING = /(?:^|[。；，])(?:会议|全会|大会)(?:还|并)?[^，。；□]{0,8}$/
/** 助力某省加快打造…: who stands between is the one that does it. */
const CAUSED = /(?:为|助力|助推|支持|推动|帮助|服务|赋能|对)$/
const PROPOSES = /^(?:提出|倡议|宣布)$/
const EAGERLY = /^(?:加快|全力|奋力|努力|更好|进一步|着力|深入|高质量|高标准|高水平|全面|持续|积极)*$/
/** A sentence that opens with what something is done for. */
const PURPOSE = /^(?:[^，。；]{0,30}[\u3000 ])?为(?:了)?[^□。；他她它此何什]{0,30}$/
const LONGEST_LEAD = 80
/** A plain noun that is the subject of its clause. */
const UNNAMED = /^[^以在对向通围把将为与从按由让使用□，]{0,8}(?:旅游|文化|项目|活动|工程|产业|技术|产品|模式|平台|企业|学校|群众|论坛|机制|举措|经验|成果|赛事)(?:也|还|将|正|已|必将|可以|能够|能|有效|进一步|更好|不断)*$/
/** Right after a subject: it will. */
const WILL = /^[^，。；]{0,10}(?:将(?!近|军)|力争|计划|拟)/

/** Between a subject and those who act with it, and from them to the verb. */
const JOINED = /^(?:会同|联合|携手|协同|与|和|同)$/
const TOGETHER = /^(?:等)?[^，。；]{0,12}$/
/** After a place that a call names: it is to do what follows. */
const MUST_DO = /^[^。；]{0,24}?(?:要|必须|应|应当|需要)/
const isActor = (reference: Reference): boolean => ACTORS.some((kind) => kind === reference.kind) && !reference.attributive

export interface Promoters {
  readonly subjects: readonly number[]
  readonly sentence: number
  readonly implied: boolean
  /** The subject stands in an earlier sentence, which says what it will do. */
  readonly planned?: boolean
}

/** The place or body that somebody helps to do it (助力某省打造…), when it stands right before the verb. */
export function causedAt(context: RelateContext, passage: Passage, at: number): Reference | undefined {
  const { text } = context.discourse
  const last = lastBefore(passage, at, (each) => BODIES.some((kind) => kind === each.kind) && !each.attributive)
  if (!last || !EAGERLY.test(text.slice(last.end, at))) return undefined
  return CAUSED.test(text.slice(Math.max(passage.start, last.outerStart - 2), last.outerStart)) ? last : undefined
}

/** Who carries it out: the subject within what is said, 我们 for the speaker and the speaker's place, else the subject before. */
export function promotersAt(context: RelateContext, passage: Passage, at: number, speech: Speech | undefined): Promoters {
  const { discourse } = context
  const { article, text } = discourse
  const sentence = passage.sentence.index
  const within = agentsAt(context, passage, at, ACTORS, { reach: 100, carry: false, topic: true })
  const own = within && within.end > (speech?.from ?? passage.start) ? within : undefined
  const of = (agents: Agents): Promoters => ({ subjects: [...agents.references, ...companions(passage, text, agents, at)].map((agent) => agent.entity), sentence: agents.sentence, implied: agents.implied, planned: WILL.test(text.slice(agents.end, agents.end + 24)) })
  // 红色旅游助推…, with no name in the clause: a subject that nobody named.
  const clause = clauseAt(passage, at).start
  if ((!within || within.end <= clause) && UNNAMED.test(maskedBetween(passage, clause, at))) return { subjects: [], sentence, implied: true }
  if (own && speech && text.slice(own.end, at).includes('我们')) return { ...of(own), subjects: [...new Set([...of(own).subjects, speech.speaker])] }
  if (own) return of(own)
  const topic = speech?.carried === true ? topicOf(context, passage) : undefined
  if (topic) return of(topic)
  const from = Math.max(passage.start, speech?.from ?? passage.start)
  const said = text.slice(from, Math.min(at, from + OPENING))
  const we = text.slice(Math.max(from, at - LOOK_BACK), at).includes('我们')
  // 张某提出实施X: proposing it is promoting it.
  if (speech && PROPOSES.test(speech.verb) && EAGERLY.test(said)) return { subjects: [speech.speaker], sentence, implied: false }
  if (speech) {
    const local = article.locals[speech.speaker]
    const subjects = [speech.speaker]
    if (!we && !ELIDED.test(said)) return { subjects: [], sentence, implied: true }
    const post = discourse.postBeside(sentence, speech.speaker) ?? (speech.carried ? officesOf(discourse).get(speech.speaker) : undefined)
    const place = local?.subkind !== 'executive' && we ? (officesOf(discourse).get(speech.speaker)?.place ?? article.home) : undefined
    if (place !== undefined) subjects.push(place)
    else if (post && !we && article.locals[post.body]?.kind !== 'REGION') {
      // In a speech that goes on, what will be done is the body's to do.
      return { subjects: speech.carried ? [post.body] : [speech.speaker, post.body], sentence, implied: true }
    }
    return { subjects, sentence, implied: true }
  }
  if (within) return of(within)
  if (article.home !== undefined && MEETING.test(leadOf(passage, at))) return { subjects: [article.home], sentence, implied: true }
  const purpose = purposeOf(context, passage, at)
  if (purpose) return { subjects: purpose.map((each) => each.entity), sentence, implied: false }
  if (OWN_SUBJECT.test(passage.text) && !/^(?:企业|公司)/.test(passage.text)) return { subjects: [], sentence, implied: true }
  const carried = agentsAt(context, passage, passage.start, BODIES)
  return carried ? of(carried) : { subjects: [], sentence, implied: true }
}

/** A会同B、C制定…: those who stand between the subject and the verb, joined to it. */
function companions(passage: Passage, text: string, agents: Agents, at: number): readonly Reference[] {
  if (agents.sentence !== passage.sentence.index) return []
  const next = firstAfter(passage, agents.end, isActor)
  if (!next || next.end > at || !JOINED.test(text.slice(agents.end, startOf(passage, next)))) return []
  const members = listed(passage, next, isActor).filter((member) => member.end <= at)
  return TOGETHER.test(maskedBetween(passage, members.at(-1)?.end ?? next.end, at)) ? members : []
}

/** 某省委书记强调，某市要推进…: the place that the call names as the one to do it. */
export function calledPlace(context: RelateContext, passage: Passage, at: number, speech: Speech): readonly Reference[] {
  const own = agentsAt(context, passage, at, ['REGION'], { reach: 100, carry: false, topic: true })
  const opens = (reference: Reference): boolean => !reference.anaphoric && MUST_DO.test(maskedBetween(passage, reference.end, Math.min(passage.end, reference.end + 30)))
  if (own && own.end > Math.max(speech.from, passage.start)) return own.references.filter(opens)
  const topic = speech.carried && !own ? topicOf(context, passage) : undefined
  return topic?.references.filter((reference) => !reference.anaphoric && reference.kind === 'REGION' && (context.discourse.passages[topic.sentence] ? MUST_DO.test(context.discourse.text.slice(reference.end, reference.end + 30)) : false)) ?? []
}

/** The sentence up to the verb, or its last part when that is long: keeps the work on one verb bounded. */
function leadOf(passage: Passage, at: number): string {
  const from = Math.max(passage.start, at - LONGEST_LEAD)
  return (from > passage.start ? BLANK : '') + maskedBetween(passage, from, at)
}

/** 为深入推进…，某局开展…: the subject that follows the purpose, at the beginning of a later clause. */
function purposeOf(context: RelateContext, passage: Passage, at: number): readonly Reference[] | undefined {
  const { text } = context.discourse
  if (!PURPOSE.test(leadOf(passage, at))) return undefined
  const subject = firstAfter(passage, clauseAt(passage, at).end, (reference) => {
    const start = startOf(passage, reference)
    return ACTORS.some((kind) => kind === reference.kind) && !reference.attributive && start - clauseAt(passage, start).start <= 10 && isSubject(text, passage, reference)
  })
  return subject && listed(passage, subject, (reference) => ACTORS.some((kind) => kind === reference.kind))
}

/** In a speech that goes on over sentences, the place or body that the sentence before told of, when it opens a clause there. */
function topicOf(context: RelateContext, passage: Passage): Agents | undefined {
  const { passages, text } = context.discourse
  if (OWN_SUBJECT.test(passage.text)) return undefined
  const paragraph = passage.sentence.paragraph
  for (let index = passage.sentence.index - 1; index >= Math.max(0, passage.sentence.index - TOPIC_LASTS); index--) {
    const earlier = passages[index]
    if (!earlier || earlier.sentence.paragraph !== paragraph) return undefined
    const speech = (context.speeches[index] ?? []).at(-1)
    const from = speech?.from ?? earlier.start
    const first = firstAfter(earlier, from, (reference) => ACTORS.some((kind) => kind === reference.kind) && !reference.attributive)
    if (first && first.kind !== 'PERSON' && first.outerStart - from <= 8 && isSubject(text, earlier, first)) return { references: [first], sentence: index, implied: true, end: first.end }
    if (first || speech?.carried !== true) return undefined
  }
  return undefined
}
