import { plainForm } from '../4-resolve/same-name.js'
import type { ResolvedArticle } from '../4-resolve/resolved-article.js'

/** Shorter forms turn up within names by chance. */
const SHORTEST_FORM = 3

/** Tells which firms and bodies of the article a name holds (A与B战略合作签约仪式); longest forms first, left to right. */
export function partyFinder({ locals }: ResolvedArticle): (name: string) => readonly number[] {
  const bodies = new Map<string, number>()
  locals.forEach((local, index) => {
    if (local.kind !== 'COMPANY' && local.kind !== 'ORGANIZATION') return
    for (const form of [local.name, ...local.aliases]) if (plainForm(form).length >= SHORTEST_FORM) bodies.set(plainForm(form), index)
  })
  return (name) => {
    const found = new Set<number>()
    for (let start = 0; start < name.length; start++) {
      for (let end = name.length; end >= start + SHORTEST_FORM; end--) {
        const entity = bodies.get(plainForm(name.slice(start, end)))
        if (entity === undefined) continue
        found.add(entity)
        start = end - 1
        break
      }
    }
    return [...found]
  }
}
