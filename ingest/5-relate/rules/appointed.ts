import { titleEndAfter } from '../../3-extract/titles.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import type { Passage, Reference } from '../passage.js'
import { agentsAt } from '../agents.js'

const VERB = /(?:任命|选举|决定)?(不再担任|不再兼任|转任|调任|改任|兼任|担任|出任|当选为?|履新|曾任|历任|拟任|现任|原任|续任|任|为)/g

/** 李某任某市委书记, 曾任A局党委书记、局长；B公司总经理: verbs of appointment with the posts that follow. */
export const appointed: Rule = {
  id: 'appointed/1',
  doc: 'A person, a verb of appointment and the bodies and titles after it; earlier posts are marked 原, ended ones DENIED.',
  emits: ['HOLDS_POSITION'],
  match(context) {
    return context.discourse.passages.flatMap((passage) => [...passage.text.matchAll(VERB)].flatMap((match) => postsAfter(context, passage, match[1] ?? '', passage.start + match.index, passage.start + match.index + match[0].length)))
  },
}

function postsAfter(context: RelateContext, passage: Passage, verb: string, at: number, from: number): FactDraft[] {
  const { text } = context.discourse
  const agents = verb === '为' && !/任命[^，。]{2,8}$/.test(text.slice(passage.start, at)) ? undefined : agentsAt(context, passage, at, ['PERSON'], { reach: 40 })
  const person = agents?.references.at(-1)
  if (!agents || !person) return []
  const drafts: FactDraft[] = []
  let body: Reference | undefined
  let cursor = from
  // Walk over 「body title、title；body title」 until something else stands there.
  for (let guard = 0; guard < 16; guard++) {
    const next = passage.references.find((reference) => reference.start === cursor && reference.kind !== 'PERSON')
    if (next) {
      body = next
      cursor = next.end
      continue
    }
    const end = titleEndAfter(text, cursor)
    if (end < 0) break
    if (body) drafts.push(draftOf(verb, passage, agents.sentence, agents.implied, person.entity, body.entity, text.slice(cursor, end)))
    cursor = end
    const joint = /^(?:[、；，]|和|兼|及)(?:\d{4}年(?:\d{1,2}月)?(?:任|担任)?)?/.exec(text.slice(cursor, cursor + 14))
    if (!joint) break
    cursor += joint[0].length
  }
  return drafts
}

function draftOf(verb: string, passage: Passage, personSentence: number, implied: boolean, subject: number, object: number, title: string): FactDraft {
  const former = /曾任|历任|原任/.test(verb) || /^(此前|曾)/.test(passage.text)
  const sentence = passage.sentence.index
  const adjoining = personSentence === sentence - 1 ? personSentence : sentence
  return {
    type: 'HOLDS_POSITION', subject, object, title: former ? `原${title.replace(/^原/, '')}` : title, fromSentence: adjoining, toSentence: sentence, cue: verb,
    modality: /不再/.test(verb) ? 'DENIED' : verb === '拟任' ? 'PLANNED' : 'ASSERTED', strength: implied || personSentence !== sentence ? 'IMPLIED' : 'STATED',
  }
}
