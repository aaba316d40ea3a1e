import { modalityAt } from '../modality.js'
import { clauseAt, listEndingAt, listStartingAt, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const PARTNERS = new Set(['COMPANY', 'ORGANIZATION', 'REGION'])
const isPartner = (reference: Reference): boolean => !reference.inPost && PARTNERS.has(reference.kind)
/** After "A与B": what makes it a link between the two. */
const JOINT = /签署|签订|签约|达成[^，。]{0,8}合作|战略合作|深化[^，。]{0,8}合作|开展[^，。]{0,10}合作|合作|共建|携手|联合|协作|通力|对接|结对/
const TOGETHER = /(?:共同|联合|携手)(?:举办|主办|发起|打造|建设|推进|开展|成立|发布|承办|签署|组建|创办|设立|投资|研发)|签署[^，。]{0,12}协议|签订[^，。]{0,12}协议|签约/
const MOST_IN_LIST = 4

/** A与B签约, A会同B、C, A、B共同…; never two firms that merely share a list with 合作 somewhere. */
export const collaborates: Rule = {
  id: 'collaborates/1',
  doc: 'Two parties joined by 与, 和, 会同 or a list, with a verb of signing, co-building or cooperating right after them.',
  emits: ['COLLABORATES_WITH'],
  match(context) {
    return context.discourse.passages.flatMap((passage) => [...withPartner(context, passage), ...listed(context, passage)])
  },
}

function draft(context: RelateContext, passage: Passage, a: Reference, b: Reference, cue: string, at: number, implied: boolean): FactDraft {
  const sentence = passage.sentence.index
  return {
    type: 'COLLABORATES_WITH', subject: a.entity, object: b.entity, fromSentence: sentence, toSentence: sentence, cue,
    modality: modalityAt(context.discourse.text, passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: implied || a.anaphoric || b.anaphoric ? 'IMPLIED' : 'STATED',
  }
}

function withPartner(context: RelateContext, passage: Passage): FactDraft[] {
  const { text, article } = context.discourse
  const drafts: FactDraft[] = []
  for (const match of passage.text.matchAll(/与|会同|和|同|联合|携手/g)) {
    const at = passage.start + match.index
    const end = at + match[0].length
    const right = passage.references.find((reference) => isPartner(reference) && reference.start >= end && reference.start - end <= 2)
    if (!right) continue
    const partners = listStartingAt(passage, text, right, isPartner)
    const tail = text.slice(partners.at(-1)?.end ?? end, clauseAt(passage, text, partners.at(-1)?.end ?? end).end)
    const joint = JOINT.exec(tail.slice(0, 26))
    if (!joint && match[0] !== '会同') continue
    const left = [...passage.references].reverse().find((reference) => isPartner(reference) && reference.end <= at && at - reference.end <= (match[0] === '与' ? 14 : 1))
    const clauseStart = clauseAt(passage, text, at).start
    if (left && left.start >= clauseStart) {
      if (listEndingAt(passage, text, left, isPartner).length > 1 && partners.length > 1) continue
      for (const a of listEndingAt(passage, text, left, isPartner)) for (const b of partners) drafts.push(draft(context, passage, a, b, joint?.[0] ?? match[0], at, false))
    } else if (match[0] === '与' && joint) {
      const place = [...passage.references].reverse().find((reference) => reference.end <= at && (reference.kind === right.kind))
      const home = article.home === undefined ? undefined : article.locals[article.home]
      const self: Reference | undefined = place ?? (home && article.home !== undefined ? { ...right, entity: article.home, kind: home.kind, subkind: home.subkind, anaphoric: true } : undefined)
      if (self) for (const b of partners) drafts.push(draft(context, passage, self, b, joint[0], at, true))
    }
  }
  return drafts
}

function listed(context: RelateContext, passage: Passage): FactDraft[] {
  const { text } = context.discourse
  const drafts: FactDraft[] = []
  for (const match of passage.text.matchAll(new RegExp(TOGETHER, 'g'))) {
    const at = passage.start + match.index
    const last = [...passage.references].reverse().find((reference) => isPartner(reference) && reference.end <= at && at - reference.end <= 3)
    if (!last) continue
    const members = listEndingAt(passage, text, last, isPartner)
    if (members.length < 2 || members.length > MOST_IN_LIST) continue
    members.forEach((a, i) => members.slice(i + 1).forEach((b) => drafts.push(draft(context, passage, a, b, match[0], at, false))))
  }
  return drafts
}
