import { agentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, listStartingAt, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

const CUE = /先后来到|来到|走进|走访调研|走访慰问|走访|实地走访|赴|前往|调研了?|考察了?|视察|参观考察|参观了?|慰问|督查|督导|检查|深入到?|抵达|到访|访问|实地察看|实地查看|察看|探访|莅临/g
const INSPECT = /(?:详细|仔细|认真|深入|现场)(?:地)?(?:了解|询问|察看|查看|听取)|听取[^，。]{0,8}(?:汇报|介绍)/g
const PLACE_KINDS = new Set(['COMPANY', 'ORGANIZATION', 'REGION'])

const isPlace = (reference: Reference): boolean => !reference.inPost && (PLACE_KINDS.has(reference.kind) || reference.subkind === 'ZONE' || reference.subkind === 'PROJECT')

/** 赴, 来到, 走访: who went where. A stop without a subject is told of the one whose trip it is. */
export const visited: Rule = {
  id: 'visited/1',
  doc: 'A person before a verb of going or looking, and the places listed right after it; later stops take the traveller of the passage.',
  emits: ['VISITED'],
  match(context) {
    const drafts: FactDraft[] = []
    const travellers = new Set<number>()
    for (const passage of context.discourse.passages) {
      for (const match of passage.text.matchAll(CUE)) drafts.push(...trips(context, passage, match[0], passage.start + match.index, travellers))
      for (const match of passage.text.matchAll(INSPECT)) drafts.push(...inspections(context, passage, match[0], passage.start + match.index, travellers))
    }
    return drafts
  },
}

function trips(context: RelateContext, passage: Passage, cue: string, at: number, travellers: Set<number>): FactDraft[] {
  const { discourse } = context
  const { text } = discourse
  const end = at + cue.length
  const clause = clauseAt(passage, text, at)
  const first = passage.references.find((reference) => isPlace(reference) && reference.start >= end && reference.start - end <= 12 && reference.start < clause.end)
  if (!first || /调研员|考察团|访问学者/.test(text.slice(at, at + 4))) return []
  const places = deepest(passage, text, listStartingAt(passage, text, first, isPlace))
  const before = agentsAt(context, passage, at, ['PERSON'], { carry: false, reach: 50 })
  const after = before ? undefined : passage.references.find((reference) => reference.kind === 'PERSON' && !reference.inPost && reference.start >= (places.at(-1)?.end ?? end) && /^[^，。]{0,12}，$/.test(text.slice(places.at(-1)?.end ?? end, reference.outerStart)))
  const carried = before || after ? undefined : agentsAt(context, passage, at, ['PERSON'])
  const agents = before?.references ?? (after ? [after] : carried?.references.filter((agent) => travellers.has(agent.entity)))
  if (!agents || agents.length === 0) return []
  const sentence = passage.sentence.index
  const speech = speechAt(context.speeches[sentence] ?? [], at)
  if (speech && speech.from <= at && !before) return []
  const modality = modalityAt(text, passage, at, speech)
  const fromSentence = carried && carried.sentence === sentence - 1 ? carried.sentence : sentence
  return agents.flatMap((agent) => {
    travellers.add(agent.entity)
    return places.map((place): FactDraft => ({
      type: 'VISITED', subject: agent.entity, object: place.entity, fromSentence, toSentence: sentence, cue, modality,
      strength: carried || agent.anaphoric || place.anaphoric ? 'IMPLIED' : 'STATED',
    }))
  })
}

/** 江苏省南通市崇川区 names one place: the last of adjoining regions. */
function deepest(passage: Passage, text: string, places: readonly Reference[]): Reference[] {
  return places.filter((place, index) => {
    const next = places[index + 1] ?? passage.references.find((reference) => reference.start === place.end && isPlace(reference))
    return !(place.kind === 'REGION' && next !== undefined && next.start === place.end && text.slice(place.end, next.start) === '')
  })
}

/** 张某详细了解企业生产经营: looking into 企业 right after a firm was named is a visit to that firm. */
function inspections(context: RelateContext, passage: Passage, cue: string, at: number, travellers: ReadonlySet<number>): FactDraft[] {
  const { discourse } = context
  const clause = clauseAt(passage, discourse.text, at)
  if (!/企业|公司|厂区|车间|园区|项目/.test(discourse.text.slice(at, clause.end))) return []
  const person = [...passage.references].reverse().find((reference) => reference.kind === 'PERSON' && !reference.inPost && reference.end <= at && reference.start >= clause.start)
  const firm = [...passage.references].reverse().find((reference) => reference.kind === 'COMPANY' && !reference.inPost && reference.end <= clause.start)
  if (!person || !firm || !travellers.has(person.entity)) return []
  const sentence = passage.sentence.index
  return [{ type: 'VISITED', subject: person.entity, object: firm.entity, fromSentence: sentence, toSentence: sentence, cue, modality: 'ASSERTED', strength: 'IMPLIED' }]
}
