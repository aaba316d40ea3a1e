import type { GraphFact } from './graph-data.js'

/** All facts between two entities are one line, so that lines never lie on each other; a click lists the facts. Pure. */

export interface Bundle {
  readonly id: string
  readonly from: string
  readonly to: string
  /** At least one, the strongest first, then by id. */
  readonly facts: readonly GraphFact[]
  /** That of the strongest fact. */
  readonly strength: string
  /** That of the strongest fact. */
  readonly modality: string
  /** Every fact goes from `from` to `to`, and none is without direction. */
  readonly directed: boolean
}

/** `rank` orders strengths, strongest lowest; `symmetric` tells relations without direction. */
export function bundlesOf(facts: readonly GraphFact[], rank: (strength: string) => number, symmetric: (type: string) => boolean): readonly Bundle[] {
  const groups = new Map<string, GraphFact[]>()
  for (const fact of facts) {
    const key = [fact.subject.id, fact.object.id].sort().join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  return [...groups].map(([id, group]) => {
    const sorted = group.sort((a, b) => rank(a.strength) - rank(b.strength) || (a.id < b.id ? -1 : 1))
    const [best] = sorted
    if (best === undefined) throw new Error('a bundle holds a fact')
    const { subject: { id: from }, object: { id: to }, strength, modality } = best
    const directed = sorted.every(({ subject, type }) => subject.id === from && !symmetric(type))
    return { id, from, to, facts: sorted, strength, modality, directed }
  })
}

/** How a line is drawn: by strength, so that the eye tells what is said from what is only named together. */
export type Dash = 'solid' | 'dashed' | 'dotted'

export const dashOf = (strength: string): Dash => (strength === 'STATED' ? 'solid' : strength === 'IMPLIED' ? 'dashed' : 'dotted')
