import type { RelationType } from '../../schema/ontology/index.js'
import { modalityAt } from './modality.js'
import type { Passage, Reference } from './passage.js'
import type { FactDraft, RelateContext } from './rule.js'
import { speechAt } from './speech.js'

/** A firm or any other body that acts itself. */
export const isBody = (reference: Reference): boolean => (reference.kind === 'COMPANY' || reference.kind === 'ORGANIZATION') && !reference.attributive
export const isFirm = (reference: Reference): boolean => reference.kind === 'COMPANY' && !reference.attributive

/** Who is told to stand in a relation to what. */
export interface Told {
  readonly subjects: readonly Reference[]
  /** Local index of the entity. */
  readonly object: number
  readonly cue: string
  /** Clean offset that modality and speech are read at. */
  readonly at: number
  /** More than a subject that stands for a name has to be worked out. */
  readonly implied?: boolean
}

/** One fact for each subject but the object itself, all in the passage's sentence. */
export function factsTold(context: RelateContext, passage: Passage, type: RelationType, { subjects, object, cue, at, implied = false }: Told): FactDraft[] {
  const sentence = passage.sentence.index
  const modality = modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at))
  return subjects.filter((subject) => subject.entity !== object).map((subject): FactDraft => ({
    type, subject: subject.entity, object, fromSentence: sentence, toSentence: sentence, cue, modality, strength: implied || subject.anaphoric ? 'IMPLIED' : 'STATED',
  }))
}

/** Owners of one firm that are taken from one sentence at most. */
const MOST_OWNERS = 8

/** Those who own a part of a firm; none when no firm was found. */
export const ownersTold = (context: RelateContext, passage: Passage, owners: readonly Reference[], firm: Reference | undefined, cue: string, at: number): FactDraft[] =>
  firm ? factsTold(context, passage, 'INVESTS_IN', { subjects: owners.slice(0, MOST_OWNERS), object: firm.entity, cue, at, implied: firm.anaphoric }) : []
