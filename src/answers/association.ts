/**
 * How surely two things stand together more often than by chance. Pure.
 *
 * The articles fall into four cells: both named, only the one, only the other, neither. Named statistics over them:
 * NPMI, normalised pointwise mutual information (Bouma 2009), −1 … 1, how far above chance, 0 at chance; G², the log-likelihood ratio
 * (Dunning 1993), how much the counts speak against chance; p, Fisher's exact test, one-sided: the chance of so many articles with
 * both or more if the two had nothing to do with each other, exact for small counts too; q, p after Benjamini and Hochberg (1995):
 * the share of false finds to expect among all candidates that are at least so good.
 */

/** Counts of articles. */
export interface Counts {
  readonly both: number
  readonly first: number
  readonly second: number
  readonly all: number
}

export interface Association {
  /** Articles with both to be expected by chance. */
  readonly expected: number
  readonly npmi: number
  readonly g2: number
  readonly p: number
}

/** ln n! for 0 … n, grown as needed. */
const LOG_FACTORIALS: number[] = [0]
function logFactorial(n: number): number {
  for (let next = LOG_FACTORIALS.length; next <= n; next++) LOG_FACTORIALS.push((LOG_FACTORIALS[next - 1] ?? 0) + Math.log(next))
  return LOG_FACTORIALS[n] ?? 0
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** Chance of `both` or more articles with both, given how many name each. */
export function fisherAtLeast({ both, first, second, all }: Counts): number {
  const most = Math.min(first, second)
  const least = Math.max(both, first + second - all)
  const whole = logChoose(all, second)
  let chance = 0
  for (let k = least; k <= most; k++) {
    const term = Math.exp(logChoose(first, k) + logChoose(all - first, second - k) - whole)
    chance += term
    // Terms fall ever faster once they are below the rest.
    if (term < chance * 1e-12 && k > (first * second) / all) break
  }
  return Math.min(1, chance)
}

/** 2 Σ O ln(O/E) over the four cells. */
function logLikelihoodRatio({ both, first, second, all }: Counts): number {
  const cells: readonly (readonly [number, number])[] = [
    [both, (first * second) / all], [first - both, (first * (all - second)) / all], [second - both, ((all - first) * second) / all],
    [all - first - second + both, ((all - first) * (all - second)) / all],
  ]
  return Math.max(0, 2 * cells.reduce((sum, [observed, expected]) => sum + (observed > 0 && expected > 0 ? observed * Math.log(observed / expected) : 0), 0))
}

/** `both` is at least 1 and at most the lesser of `first` and `second`, which are at most `all`. */
export function association(counts: Counts): Association {
  const { both, first, second, all } = counts
  const expected = (first * second) / all
  // Both in every article: nothing else can be seen, so nothing is above chance.
  const npmi = both === all ? 0 : Math.log(both / expected) / -Math.log(both / all)
  return { expected, npmi, g2: logLikelihoodRatio(counts), p: fisherAtLeast(counts) }
}

/** Benjamini and Hochberg's q for each p, in the same order. `tested` counts all that were tested, also those not at hand. */
export function falseDiscoveryRates(ps: readonly number[], tested: number = ps.length): readonly number[] {
  const ranked = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p)
  const qs: number[] = ps.map(() => 1)
  let least = 1
  ranked.forEach(({ p, index }, fromWorst) => {
    least = Math.min(least, (p * tested) / (ps.length - fromWorst))
    qs[index] = least
  })
  return qs
}
