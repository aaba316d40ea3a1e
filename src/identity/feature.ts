/** The parts a comparison is made of: proofs and guards decide, features weigh, caps hold back. */

/** A text for readers in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** What one feature sees in two profiles. */
export interface Comparison {
  /** From -1 (speaks against) to 1 (speaks for). */
  readonly value: number
  readonly detail: Text
  /** The two values compared, as readers know them. */
  readonly left: string
  readonly right: string
}

/** One thing that is weighed. `compare` is symmetric in value; undefined when one side does not know. */
export interface Feature<P> {
  readonly id: string
  /** One sentence: what it looks at and why it tells. */
  readonly doc: string
  /** Log-odds that a value of 1 adds; from weights.tsv. */
  readonly weight: number
  compare(a: P, b: P): Comparison | undefined
}

/** A finding without degrees: a proof that two are the same, a guard that they are not, or a cap on what the score may say. */
export interface Finding {
  readonly detail: Text
  readonly left: string
  readonly right: string
}

export interface Check<P> {
  readonly id: string
  readonly doc: string
  find(a: P, b: P): Finding | undefined
}

/** All that decides about one kind. In a decision the first proof wins over guards, a guard over the score, a cap turns same into maybe. */
export interface KindRules<P> {
  readonly proofs: readonly Check<P>[]
  readonly guards: readonly Check<P>[]
  readonly features: readonly Feature<P>[]
  readonly caps: readonly Check<P>[]
}

export const text = (zh: string, en: string): Text => ({ zh, en })

export const compared = (value: number, detail: Text, left: string, right: string): Comparison => ({ value, detail, left, right })

export const found = (detail: Text, left: string, right: string): Finding => ({ detail, left, right })
