import { modalityAt } from '../modality.js'
import { clauseAt, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const LIES = /位于|坐落于|坐落在|地处|落户于?|落地|总部(?:位于|设在)|设在|入驻|扎根|选址/g
const HELD = /举行|举办|召开|开幕|启动|开工|奠基|揭牌|投产|落成|上演|开赛/

const isPlace = (reference: Reference): boolean => !reference.inPost && (reference.kind === 'REGION' || reference.subkind === 'ZONE')
const isThing = (reference: Reference): boolean => !reference.inPost && (reference.kind === 'COMPANY' || reference.kind === 'ORGANIZATION' || reference.kind === 'INITIATIVE')

/** 位于, 落户, 在…举行, and 某地的某公司. */
export const located: Rule = {
  id: 'located/1',
  doc: 'A firm, body or initiative that the text puts in a place: by a verb, by 在…举行, or by 某地的 before its name.',
  emits: ['LOCATED_IN'],
  match(context) {
    return context.discourse.passages.flatMap((passage) => [...byVerb(context, passage), ...held(context, passage), ...apposed(context, passage)])
  },
}

function draft(context: RelateContext, passage: Passage, thing: Reference, place: Reference, cue: string, at: number): FactDraft {
  const sentence = passage.sentence.index
  return {
    type: 'LOCATED_IN', subject: thing.entity, object: place.entity, fromSentence: sentence, toSentence: sentence, cue,
    modality: modalityAt(context.discourse.text, passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: thing.anaphoric || place.anaphoric ? 'IMPLIED' : 'STATED',
  }
}

/** The innermost of adjoining places that begin at `first`. */
function innermost(passage: Passage, first: Reference): Reference {
  let place = first
  for (;;) {
    const next = passage.references.find((reference) => isPlace(reference) && reference.start === place.end)
    if (!next) return place
    place = next
  }
}

function byVerb(context: RelateContext, passage: Passage): FactDraft[] {
  return [...passage.text.matchAll(LIES)].flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const end = at + match[0].length
    const clause = clauseAt(passage, context.discourse.text, at)
    const first = passage.references.find((reference) => isPlace(reference) && reference.start >= end && reference.start - end <= 8 && reference.start < clause.end)
    const thing = [...passage.references].reverse().find((reference) => isThing(reference) && reference.end <= at && at - reference.end <= 20)
    const after = thing ?? (/^的/.test(context.discourse.text.slice(first?.end ?? end)) ? passage.references.find((reference) => isThing(reference) && reference.start >= (first?.end ?? end)) : undefined)
    return first && after ? [draft(context, passage, after, innermost(passage, first), match[0], at)] : []
  })
}

function held(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return passage.references.filter((reference) => reference.subkind === 'EVENT' && !reference.anaphoric).flatMap((event): FactDraft[] => {
    const clause = clauseAt(passage, text, event.end)
    const tail = text.slice(event.end, clause.end)
    const inAt = tail.indexOf('在')
    const verb = HELD.exec(tail)
    if (inAt < 0 || inAt > 14 || !verb || verb.index < inAt) return []
    const first = passage.references.find((reference) => isPlace(reference) && reference.start > event.end + inAt && reference.end <= event.end + verb.index)
    return first ? [draft(context, passage, event, innermost(passage, first), verb[0], event.end + verb.index)] : []
  })
}

function apposed(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  return passage.references.filter(isPlace).flatMap((place): FactDraft[] => {
    const thing = passage.references.find((reference) => isThing(reference) && reference.subkind !== 'ZONE' && reference.start === place.end + 1)
    if (!thing || text.charAt(place.end) !== '的' || thing.kind === 'INITIATIVE' && thing.subkind !== 'PROJECT') return []
    return [{ ...draft(context, passage, thing, place, '的', thing.start), modality: 'ASSERTED' }]
  })
}
