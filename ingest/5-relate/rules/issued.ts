import { firstAfter, lastBefore, listed, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'

/** Between an organ and its document. */
const OF = /^(?:的|关于|印发的?|发布的?|出台的?|公布的?|制定的?|下发的?|联合印发的?|联合发布的?)?(?:了)?[“]?$/
const isDocument = (reference: Reference): boolean => reference.subkind === 'POLICY' && !reference.anaphoric

/** 省总工会《关于…的通知》: the organ whose document it is. */
export const issued: Rule = {
  id: 'issued/1',
  doc: 'An organ right before the title of a document, or before 印发, 发布 and the like.',
  emits: ['PROMOTES'],
  match(context) {
    return context.discourse.linking.flatMap((passage) => passage.free.filter(isDocument).flatMap((document) => issuing(context, passage, document)))
  },
}

function issuing(context: RelateContext, passage: Passage, document: Reference): FactDraft[] {
  const { text } = context.discourse
  if (text.charAt(document.start) !== '《' && text.charAt(document.start - 1) !== '《') return []
  const organ = lastBefore(passage, document.start, (reference) => reference.kind === 'ORGANIZATION')
  const first = firstAfter(passage, organ?.end ?? document.start, isDocument)
  if (!organ || !first || !OF.test(text.slice(organ.end, first.start).replace(/《$/, ''))) return []
  const sentence = passage.sentence.index
  return listed(passage, organ, (reference) => reference.kind === 'ORGANIZATION').map((subject) => ({
    type: 'PROMOTES', subject: subject.entity, object: document.entity, fromSentence: sentence, toSentence: sentence, cue: text.slice(organ.end, first.start) || '《', modality: 'ASSERTED', strength: 'STATED',
  }))
}
