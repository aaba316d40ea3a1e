import type { Bundle } from '../graph/bundles.js'
import type { Picture } from '../graph/picture.js'
import type { Point } from '../graph/view-state.js'

/** What stands on the screen, with the words and colours it is shown in; all that a picture of it needs. */
export interface Shown {
  readonly picture: Picture
  readonly bundles: readonly Bundle[]
  readonly places: Readonly<Record<string, Point>>
  readonly kind: (kind: string) => string
  readonly relation: (type: string) => string
  readonly strength: (strength: string) => string
  readonly modality: (modality: string) => string
  /** `#rrggbb` of a kind. */
  readonly colour: (kind: string) => string
  /** Codes of kinds, strengths and modalities in the order of a legend. */
  readonly order: readonly string[]
  /** Where it comes from, in one line. */
  readonly source: string
}
