import { strengthRank } from '../core/strength.js'
import { compareKeys } from './paging.js'
import { modalityRank, type LinkFact } from './paths.js'

/** Which facts to show along a walk when neighbours are joined by several. Pure. */

const byWorth = (a: LinkFact, b: LinkFact): number =>
  compareKeys(
    [strengthRank(a.strength), modalityRank(a.modality), -a.articleIds.length, a.id],
    [strengthRank(b.strength), modalityRank(b.modality), -b.articleIds.length, b.id],
  )

const best = (facts: readonly LinkFact[]): LinkFact | undefined => [...facts].sort(byWorth)[0]

const inArticle = (facts: readonly LinkFact[], id: string): readonly LinkFact[] => facts.filter((fact) => fact.articleIds.includes(id))

const compareChoices = (a: readonly LinkFact[], b: readonly LinkFact[]): number => {
  const key = (facts: readonly LinkFact[]): readonly (string | number)[] => [
    facts.filter((fact) => fact.strength !== 'STATED').length,
    Math.max(...facts.map((fact) => modalityRank(fact.modality))),
    facts.reduce((sum, fact) => sum + modalityRank(fact.modality), 0),
    ...facts.map((fact) => fact.id),
  ]
  return compareKeys(key(a), key(b))
}

/**
 * One fact per step out of `steps` (none of them empty): facts that one article proves together where there are any, else
 * each step's best, preferring one that shares an article with the step before. Answers [] when a step is empty.
 */
export function chooseFacts(steps: readonly (readonly LinkFact[])[]): readonly LinkFact[] {
  const [head, ...rest] = steps
  if (head === undefined || steps.some((facts) => facts.length === 0)) return []
  if (steps.every((facts) => facts.length === 1)) return steps.flat()
  const articles = new Set(head.flatMap((fact) => fact.articleIds))
  const common = [...articles].filter((id) => rest.every((facts) => inArticle(facts, id).length > 0))
  const together = common
    .map((id) => steps.map((facts) => best(inArticle(facts, id))).filter((fact) => fact !== undefined))
    .sort(compareChoices)[0]
  if (together !== undefined) return together
  const chosen: LinkFact[] = []
  for (const facts of steps) {
    const before = chosen.at(-1)
    const sharing = before === undefined ? [] : facts.filter((fact) => fact.articleIds.some((id) => before.articleIds.includes(id)))
    const fact = best(sharing.length > 0 ? sharing : facts)
    if (fact !== undefined) chosen.push(fact)
  }
  return chosen
}
