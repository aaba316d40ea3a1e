/**
 * What people decide about the graph. Every decision is an act in one log that is only ever added to; who is who, verdicts,
 * retractions and disputes are folded from it, so taking a decision back is one more act.
 */

/** Weakest first; each may do all that the ones before it may. */
export const ROLES = ['reader', 'reviewer', 'editor'] as const
export type Role = (typeof ROLES)[number]

/** Every kind of act with what it may decide. */
export const ACT_DECISIONS = {
  /** [entity a, entity b] of one kind: are they one? WITHDRAWN takes the standing judgement of the pair back. */
  JUDGE: ['SAME', 'DIFFERENT', 'UNSURE', 'WITHDRAWN'],
  /** [entity]; `detail` is {"scheme": "uscc" | "wikidata", "value": …}, of which WITHDRAWN needs the scheme only. */
  EXTERNAL_ID: ['SET', 'WITHDRAWN'],
  /** [fact]; WITHDRAWN takes the actor's own verdict back. */
  VERDICT: ['CONFIRMED', 'REJECTED', 'NEEDS_SOURCE', 'WITHDRAWN'],
  /** [fact]: somebody concerned says that it is wrong. */
  DISPUTE: ['OPENED', 'SETTLED'],
  /** [article]: its publisher or an editor took it back. */
  ARTICLE: ['RETRACTED', 'RESTORED'],
  /** [article]: an entity or fact that extraction missed, with its span in `detail`; ACCEPTED adds it to what the article says, WITHDRAWN takes that back. */
  PROPOSAL: ['OPENED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'],
  /** [article, …]: articles came in through the API. */
  INGEST: ['DONE'],
} as const

export type ActKind = keyof typeof ACT_DECISIONS
export type ActDecision<Kind extends ActKind = ActKind> = (typeof ACT_DECISIONS)[Kind][number]

export const ACT_KINDS: readonly ActKind[] = ['JUDGE', 'EXTERNAL_ID', 'VERDICT', 'DISPUTE', 'ARTICLE', 'PROPOSAL', 'INGEST']

/** An act before it is recorded. */
export interface NewAct {
  /** ISO date-time. */
  readonly at: string
  /** Who decides: the name of a token, the subject of a JWT, the user of a shell. 1–200 characters. */
  readonly actor: string
  readonly role: Role
  readonly kind: ActKind
  /** Ids that the act is about; for JUDGE two, for INGEST any number, else one. */
  readonly targets: readonly string[]
  readonly decision: ActDecision
  /** JSON text, or ''. At most 20,000 characters. */
  readonly detail?: string
  /** At most 2,000 characters; JUDGE and a retraction must have one. */
  readonly reason?: string
  /**
   * Number of acts that named all of the targets when the actor looked (`version` of an entity, fact or article; for a
   * pair, the judgements of the pair). When it differs by now, nothing is recorded: STALE_VERSION.
   */
  readonly expectedVersion?: number
}

/** One recorded decision. Never changed, never removed. */
export interface Act {
  readonly id: string
  /** Place in the log, from 1, without gaps. */
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly role: Role
  readonly kind: ActKind
  readonly targets: readonly string[]
  readonly decision: ActDecision
  readonly detail: string
  readonly reason: string
}

/** What reviewers together make of a fact; '' when nobody has said anything that stands. */
export const FACT_VERDICTS = ['', 'CONFIRMED', 'REJECTED', 'NEEDS_SOURCE', 'CONTESTED'] as const
export type FactVerdict = (typeof FACT_VERDICTS)[number]
