import type { Act } from '../../core/acts.js'

/** Pairs judged and not taken back: the latest act on each unordered pair. Pure, and blind to the order of its input. */
export function standingJudgeActs(acts: readonly Act[]): readonly Act[] {
  const latest = new Map<string, Act>()
  for (const act of acts.filter(({ kind }) => kind === 'JUDGE').sort((a, b) => a.seq - b.seq)) latest.set([...act.targets].sort().join(' '), act)
  return [...latest.values()].filter(({ decision }) => decision !== 'WITHDRAWN').sort((a, b) => a.seq - b.seq)
}

/**
 * The two ids, judged different, that would be one if a and b were; or, for a pair about to be judged different, an end that is joined
 * with the other by what was judged the same. Undefined when nothing stands against it. `acts`: all judgements of all that is joined with
 * either end; the pair's own standing judgement does not count, since the new one takes its place.
 */
export function contradiction(decision: string, a: string, b: string, acts: readonly Act[]): readonly [string, string] | undefined {
  const own = [a, b].sort().join(' ')
  const others = standingJudgeActs(acts).filter(({ targets }) => [...targets].sort().join(' ') !== own)
  const joined = (from: string): ReadonlySet<string> => {
    const reached = new Set([from])
    for (let grown = true; grown;) {
      grown = false
      for (const { decision: said, targets: [left = '', right = ''] } of others) {
        if (said !== 'SAME' || reached.has(left) === reached.has(right)) continue
        reached.add(left).add(right)
        grown = true
      }
    }
    return reached
  }
  const [here, there] = [joined(a), joined(b)]
  if (decision === 'DIFFERENT') return here.has(b) ? [a, b] : undefined
  if (decision !== 'SAME') return undefined
  const wall = others.find(({ decision: said, targets: [left = '', right = ''] }) =>
    said === 'DIFFERENT' && ((here.has(left) && there.has(right)) || (here.has(right) && there.has(left))))
  return wall && [wall.targets[0] ?? '', wall.targets[1] ?? '']
}
