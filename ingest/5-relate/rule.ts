import type { Modality, RelationType, Strength } from '../../schema/ontology/index.js'
import type { Discourse, Passage } from './passage.js'
import type { Speech } from './speech.js'

/** What a rule proposes. Offsets are clean; ends are local indexes. */
export interface FactDraft {
  readonly type: RelationType
  readonly subject: number
  readonly object: number
  readonly title?: string
  /** First and last sentence that the quote takes in: the same, or two that adjoin. */
  readonly fromSentence: number
  readonly toSentence: number
  readonly cue: string
  readonly modality: Modality
  readonly strength: Extract<Strength, 'STATED' | 'IMPLIED' | 'INFERRED'>
  /** Local index of who says it. */
  readonly speaker?: number
}

export interface EventAt {
  readonly entity: number
  /** Where it is named. */
  readonly sentence: number
}

/** What every rule may ask. */
export interface RelateContext {
  readonly discourse: Discourse
  /** Speeches of each sentence. */
  readonly speeches: readonly (readonly Speech[])[]
  /** The event that a bare noun (仪式, 活动), or an elided object (''), means at an offset, told by the events named before. */
  eventAt(passage: Passage, offset: number, noun: string): EventAt | undefined
  /** The event that the article is about, when its lead reports one. */
  readonly mainEvent: EventAt | undefined
  /** The firms and bodies whose names a name holds (A与B签约仪式). */
  parties(name: string): readonly number[]
}

/** One way in which text states facts. A rule emits only the types that it declares. */
export interface Rule {
  /** With version: `visited/1`. A change of behaviour raises it. */
  readonly id: string
  readonly doc: string
  readonly emits: readonly RelationType[]
  match(context: RelateContext): readonly FactDraft[]
}
