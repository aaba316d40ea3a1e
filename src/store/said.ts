import type { StoreRow } from './port.js'
import { partsOf, type PlacedPart } from './rehome.js'

/** What articles say, as rows. */

type Rows = readonly StoreRow[]

/** What is stored of some articles, or shall be. */
export interface Said {
  readonly mentions: Rows
  readonly evidence: Rows
}

/** What articles say, under the references. */
export interface Unhomed {
  readonly parts: readonly PlacedPart[]
  readonly evidence: Rows
}

/** What is stored of one article, under the references. */
export const saidNow = (articleId: string, { mentions, evidence }: Said): Unhomed =>
  ({ parts: mentions.flatMap((row) => partsOf(row).map((part) => ({ articleId, part }))), evidence })

/** What a retracted article says, as it is kept aside in the article. */
export const withheldOf = (said: Unhomed): string => JSON.stringify(said)
export const fromWithheld = (withheld: string): Unhomed => JSON.parse(withheld) as Unhomed
