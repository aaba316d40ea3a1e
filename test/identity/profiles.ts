/** Short ways to write profiles in tests, in the notation of the labelled pairs. */
import type { EntityKind } from '../../schema/ontology/index.js'
import type { Judgement, JudgementVerdict } from '../../src/identity/judgement.js'
import type { Profile } from '../../src/identity/profile.js'
import { readProfile } from '../quality/identity/notation.js'

export const company = (id: string, written: string): Profile => readProfile(id, 'COMPANY', written)
export const person = (id: string, written: string): Profile => readProfile(id, 'PERSON', written)
export const profile = (id: string, kind: EntityKind, written: string): Profile => readProfile(id, kind, written)

/** A judgement; `minute` orders them. */
export const judge = (left: string, right: string, verdict: JudgementVerdict, minute = 0): Judgement => ({
  id: `j-${left}-${right}-${verdict}-${minute}`, seq: minute, left, right, verdict, by: 'reader', at: `2024-09-01T00:${String(minute).padStart(2, '0')}:00Z`, why: 'checked',
})

/** Clusters as sorted lists of sorted members, for comparison. */
export const groupsOf = (resolution: { readonly clusters: readonly { readonly members: readonly string[] }[] }): readonly (readonly string[])[] => resolution.clusters.map((cluster) => cluster.members)
