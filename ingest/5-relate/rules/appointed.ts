import type { ResolvedPost } from '../../4-resolve/resolved-article.js'
import { isSubject } from '../agents.js'
import { firstAfter, lastBefore, listed, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { matchesOf } from '../../3-extract/matches.js'

/** The sentence, or the part of it up to the verb, tells of earlier posts. */
const FORMER = /(?:曾|历任|先后任|原任|此前[^，。]{0,12})$|(?:曾任|历任|先后任|曾担任|曾先后|履历)[^。]*$/
const FORMER_SENTENCE = /^(?:此前|曾|历任|早年|\d{4}年[^，。]{0,24}(?:至|—|-)\s?\d{4}年)/
/** 2015年6月至今: the dates that stand for a verb in a life. */
const DATED = /^\d{4}[年.]/
const ENDED = /^不再|(?:不再|卸任|辞去|辞任|离任|免去|免|不再继续)$/
/** Sentences that go on telling a life: a date, a verb of appointment, a pronoun. */
const GOES_ON = /^(?:\d{4}年|\d{4}\.|此前|曾|历任|后|先后|其|现任|他|她|同年|今年|去年|此后|随后|任)/
const LONGEST_LIFE = 12
/** How far before a post its verb and what qualifies it are sought, in UTF-16 code units. */
const LOOK_BACK = 200
const PLANNED = /^拟|(?:拟|提名|拟提名|推荐|将)$/
const DENIED_AFTER = /^[^，。；]{0,12}职务[^，。]{0,6}(?:被免|免去)/
/** 免去张某的X职务, 接受张某辞去X职务的请求. */
const REMOVAL = /(?:免去|辞去|辞任|离任|卸任|免除|撤销|解除|解聘)(?:了)?/g

/** 李某任某市委书记, 曾任A局党委书记、局长；B公司总经理: posts after a verb, for the person whom the passage speaks of. */
export const appointed: Rule = {
  id: 'appointed/2',
  doc: 'A person, a verb of appointment and the bodies and titles after it; earlier posts are marked 原, ended ones DENIED.',
  emits: ['HOLDS_POSITION'],
  match(context) {
    const drafts: FactDraft[] = []
    const topic = new Topic(context)
    for (const post of context.discourse.article.posts) {
      const passage = post.person === undefined ? context.discourse.passages[post.sentence] : undefined
      const holders = passage ? topic.holders(passage, post) : undefined
      if (passage && holders) drafts.push(...holders.persons.map((person) => draftOf(context, passage, post, person, holders.sentence)))
    }
    return drafts
  },
}

interface Holders {
  readonly persons: readonly number[]
  readonly sentence: number
}

/** Whom posts without a name belong to: the person before the verb, else the one whom the last such sentence spoke of. */
class Topic {
  readonly #context: RelateContext
  #person: { readonly entity: number; readonly sentence: number } | undefined

  constructor(context: RelateContext) {
    this.#context = context
  }

  holders(passage: Passage, post: ResolvedPost): Holders | undefined {
    const { text, passages } = this.#context.discourse
    const accept = (reference: Reference): boolean => reference.kind === 'PERSON'
    // 卸任X市委书记的张某.
    const owner = text.charAt(post.end) === '的' ? firstAfter(passage, post.end, accept) : undefined
    if (owner && owner.start - post.end <= 6) return { persons: [owner.entity], sentence: post.sentence }
    let person = lastBefore(passage, post.start, accept)
    // 接替徐某，出任X厅长: the one replaced does not hold it.
    if (person && /(?:接替|接任|会见|配合|对|向)$/.test(text.slice(Math.max(passage.start, (passage.lists.get(person)?.start ?? person.start) - 4), passage.lists.get(person)?.start ?? person.start))) person = lastBefore(passage, person.outerStart, accept)
    if (person) {
      const adjoining = text.slice(person.end, post.start).length <= 12 && !text.slice(person.end, post.start).includes('，')
      const persons = (adjoining && isSubject(text, passage, person) ? listed(passage, person, accept).filter((member) => member.end <= post.start) : [person]).map((member) => member.entity)
      this.#person = { entity: person.entity, sentence: post.sentence }
      return { persons, sentence: post.sentence }
    }
    if (this.#person && post.sentence === this.#person.sentence) return { persons: [this.#person.entity], sentence: post.sentence }
    const far = GOES_ON.test(passage.text) ? LONGEST_LIFE : 2
    for (let index = post.sentence - 1; index >= Math.max(0, post.sentence - far); index--) {
      const named = passages[index]?.free.find(accept)
      if (!named) continue
      this.#person = { entity: named.entity, sentence: post.sentence }
      return { persons: [named.entity], sentence: index === post.sentence - 1 ? index : post.sentence }
    }
    return undefined
  }
}

function draftOf(context: RelateContext, passage: Passage, post: ResolvedPost, subject: number, personSentence: number): FactDraft {
  const { text } = context.discourse
  const before = text.slice(Math.max(passage.start, post.start - LOOK_BACK), post.start)
  const verbAt = before.lastIndexOf(post.verb)
  const lead = verbAt < 0 ? before : before.slice(0, verbAt)
  const removed = matchesOf(before, REMOVAL).at(-1)
  const denied = ENDED.test(post.verb) || ENDED.test(lead) || (removed !== undefined && !/[，；]|任命/.test(before.slice(removed.index))) || DENIED_AFTER.test(text.slice(post.end, post.end + 20))
  const former = !denied && (DATED.test(post.verb) ? !post.verb.includes('今') : /^(?:曾任|历任|原任|先后任)$/.test(post.verb) || FORMER.test(lead) || FORMER_SENTENCE.test(passage.text))
  const planned = !denied && !former && (PLANNED.test(post.verb) || PLANNED.test(lead.slice(-4)))
  const title = post.title.replace(/^(?:时任|前任|前)/, '原')
  return {
    type: 'HOLDS_POSITION', subject, object: post.body, title: former && !title.startsWith('原') ? `原${title}` : title, fromSentence: personSentence, toSentence: post.sentence, cue: post.verb,
    modality: denied ? 'DENIED' : planned ? 'PLANNED' : 'ASSERTED', strength: post.implied || personSentence !== post.sentence ? 'IMPLIED' : 'STATED',
  }
}
