import type { EntityRef } from '../data/answer-types.js'
import type { GraphFact } from '../graph/graph-data.js'
import type { Picture } from '../graph/picture.js'

/** What is drawn of one article: the ends of its facts, in the order of their ids, and the facts between them. Pure. */
export function articlePicture(facts: readonly GraphFact[]): Picture {
  const degrees = new Map<string, number>()
  const ends = new Map<string, EntityRef>()
  for (const { subject, object } of facts) {
    for (const end of [subject, object]) {
      ends.set(end.id, end)
      degrees.set(end.id, (degrees.get(end.id) ?? 0) + 1)
    }
  }
  const nodes = [...ends.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, kind, name }) => ({ id, kind, name, subkind: '', articleCount: 0, degree: degrees.get(id) ?? 0, facts: -1, expanded: false, pinned: undefined }))
  return { nodes, facts, shown: facts.length, total: facts.length, filtered: 0, unsearched: 0 }
}
