import type { Modality, RelationType } from '../../../schema/ontology/index.js'
import type { Act } from '../../core/acts.js'
import type { ArticleEntity, Mention } from '../../core/records.js'
import type { CleanSpan, RawSpan } from '../../core/span.js'

/** What people have added to an article by hand: the accepted proposals that nobody has withdrawn. */

/** An entity that the article names, with the place where it does. */
export interface AddedEntity extends Omit<ArticleEntity, 'mentions'> {
  readonly mention: Mention
}

/** A fact with its quote. */
export interface AddedFact {
  /** Between references, as extraction would name it. */
  readonly factId: string
  readonly type: RelationType
  readonly subjectId: string
  readonly objectId: string
  readonly title: string
  readonly modality: Modality
  readonly quote: string
  readonly cleanQuote: string
  readonly raw: RawSpan
  readonly span: CleanSpan
  readonly sentence: number
  /** Passes whose repairs lie within the quote. */
  readonly repairs: readonly string[]
}

/** What an acceptance adds, as it stands in the detail of the act. */
export interface Addition {
  /** SHA-256 of the text that the spans count in. It counts only while the article has this text. */
  readonly textHash: string
  readonly entities: readonly AddedEntity[]
  readonly fact: AddedFact | null
}

export interface StandingAddition extends Addition {
  /** Id of the act that accepted it. */
  readonly act: string
}

/** Rule of evidence that a person added: it names the act that says who, when and why. */
const RULE = /^reviewer\/(act_\d+)$/u
export const ruleOfAct = (act: string): string => `reviewer/${act}`
/** The act behind evidence that a person added; undefined for what a program read. */
export const actOfRule = (rule: string): string | undefined => RULE.exec(rule)?.[1]

interface Detail {
  readonly proposal?: string
  readonly addition?: Addition
}

// Written by the program when the proposal was decided.
const detailOf = ({ detail }: Pick<Act, 'detail'>): Detail => (detail === '' ? {} : JSON.parse(detail) as Detail)

/** The base fact that an act about a proposal adds or takes back, or undefined. */
export const factOfProposal = (act: Pick<Act, 'detail'>): string | undefined => detailOf(act).addition?.fact?.factId

/** Additions of an article's acts, in the order of their acceptance. Pure, and blind to the order of its input. */
export function standingAdditions(acts: readonly Act[]): readonly StandingAddition[] {
  const decided = acts.filter(({ kind }) => kind === 'PROPOSAL').sort((a, b) => a.seq - b.seq)
  const latest = new Map(decided.filter(({ decision }) => decision !== 'OPENED').map((act) => [detailOf(act).proposal, act]))
  return [...latest.values()].filter(({ decision }) => decision === 'ACCEPTED').flatMap((act) => {
    const { addition } = detailOf(act)
    return addition === undefined ? [] : [{ ...addition, act: act.id }]
  })
}
