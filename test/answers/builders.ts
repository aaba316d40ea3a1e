import type { EntityKind } from '../../schema/ontology/index.js'
import type { LinkFact, Waypoint } from '../../src/answers/paths.js'
import type { Walk } from '../../src/answers/rank-paths.js'

/** Facts and entities for tests of pure functions; only what a case is about is spelled out. */

export const fact = (id: string, subjectId: string, objectId: string, over: Partial<LinkFact> = {}): LinkFact => ({
  id, subjectId, objectId, type: 'VISITED', title: '', modality: 'ASSERTED', strength: 'STATED', speakerId: '',
  firstSeen: '2025-01-01', lastSeen: '2025-01-01', articleCount: 1, evidenceCount: 1, open: true, closedWhy: '', articleIds: ['a1'], ...over,
})

export const waypoint = (id: string, degree: number, kind: EntityKind = 'PERSON'): Waypoint => ({ id, name: id, kind, degree })

/** A walk over two hops: start, the one between, end. */
export const twoHops = (first: Partial<LinkFact>, second: Partial<LinkFact>, between: Waypoint = waypoint('m', 2)): Walk => ({
  nodes: ['s', between.id, 'e'],
  facts: [fact('f1', 's', between.id, first), fact('f2', between.id, 'e', second)],
  between: [between],
})
