import { MODALITY_NAMES, STRENGTH_NAMES, type Modality, type Strength } from '../../schema/ontology/index.js'

export type { Modality, Strength }

/** 0 is the strongest. */
export const strengthRank = (strength: Strength): number => STRENGTH_NAMES.indexOf(strength)

/** True when `strength` is `floor` or stronger. */
export const atLeast = (strength: Strength, floor: Strength): boolean => strengthRank(strength) <= strengthRank(floor)

export const strongest = (strengths: readonly Strength[]): Strength | undefined =>
  [...strengths].sort((a, b) => strengthRank(a) - strengthRank(b))[0]

/** The modality that wins when one fact is told in several (guideline ruling 10). */
export const leadingModality = (modalities: readonly Modality[]): Modality | undefined =>
  [...modalities].sort((a, b) => MODALITY_NAMES.indexOf(a) - MODALITY_NAMES.indexOf(b))[0]
