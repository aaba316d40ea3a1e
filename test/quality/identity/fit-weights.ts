/**
 * Fits the weights and thresholds of src/identity/weights.tsv on the dev half of pairs.tsv. Deterministic.
 *
 * Method: logistic regression per kind over the pairs that no proof, guard or cap decides, by gradient descent, drawn to the
 * hand-set prior of the table (ridge), because a few dozen pairs cannot carry ten weights alone; no feature weight below 0.
 * A merge needs `FLOOR`, or more where a dev pair that is different scores higher: then the middle between it and 1.
 */
import type { EntityKind } from '../../../schema/ontology/index.js'
import { explainPair, RULES } from '../../../src/identity/compare-pair.js'
import { readTable } from '../../../src/identity/lexicon.js'
import { prepareProfile } from '../../../src/identity/prepared.js'
import type { LabelledPair } from './labelled-pairs.js'

const RIDGE = 0.3
const RATE = 0.02
const STEPS = 4000
const FLOOR = 0.9
const MAYBE = 0.3

interface Example {
  readonly values: ReadonlyMap<string, number>
  readonly same: boolean
}

function examplesOf(pairs: readonly LabelledPair[]): Example[] {
  return pairs.flatMap((pair) => {
    const { reasons, decidedBy } = explainPair(prepareProfile(pair.left), prepareProfile(pair.right))
    if (decidedBy !== 'score' || isCapped(pair)) return []
    return [{ values: new Map([['bias', 1], ...reasons.filter(({ effect }) => effect === 'feature').map(({ id, value }): [string, number] => [id, value])]), same: pair.same }]
  })
}

/** A cap holds whatever the score, so it must be asked for by itself. */
function isCapped(pair: LabelledPair): boolean {
  const [left, right] = [prepareProfile(pair.left), prepareProfile(pair.right)]
  const caps: readonly { find(a: typeof left, b: typeof left): unknown }[] = RULES[pair.kind].caps
  return caps.some((cap) => cap.find(left, right) !== undefined)
}

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum))
const scoreOf = (weights: ReadonlyMap<string, number>, { values }: Example): number => sigmoid([...values].reduce((sum, [id, value]) => sum + (weights.get(id) ?? 0) * value, 0))

function fitKind(prior: ReadonlyMap<string, number>, examples: readonly Example[]): Map<string, number> {
  const weights = new Map(prior)
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Map([...weights].map(([id, weight]): [string, number] => [id, 2 * RIDGE * (weight - (prior.get(id) ?? 0))]))
    for (const example of examples) {
      const error = scoreOf(weights, example) - (example.same ? 1 : 0)
      for (const [id, value] of example.values) gradient.set(id, (gradient.get(id) ?? 0) + error * value)
    }
    for (const [id, slope] of gradient) {
      const next = (weights.get(id) ?? 0) - RATE * slope
      weights.set(id, id === 'bias' ? next : Math.max(0, next))
    }
  }
  return weights
}

/** The whole text of weights.tsv for the given pairs; only those of the dev half are looked at. */
export function fitWeights(pairs: readonly LabelledPair[]): string {
  const rows = readTable('weights.tsv')
  const dev = pairs.filter((pair) => pair.half === 'dev')
  const lines = (Object.keys(RULES) as EntityKind[]).flatMap((kind) => {
    const prior = new Map(rows.filter(([of, id]) => of === kind && id !== 'same-from' && id !== 'maybe-from').map(([, id = '', , start = '0']): [string, number] => [id, Number(start)]))
    const examples = examplesOf(dev.filter((pair) => pair.kind === kind))
    const weights = new Map([...fitKind(prior, examples)].map(([id, weight]): [string, number] => [id, Number(weight.toFixed(2))]))
    const highest = Math.max(0, ...examples.filter((example) => !example.same).map((example) => scoreOf(weights, example)))
    const same = highest < FLOOR ? FLOOR : (1 + highest) / 2
    return [...weights].map(([id, weight]) => `${kind}\t${id}\t${weight.toFixed(2)}\t${String(prior.get(id))}`).concat(`${kind}\tsame-from\t${same.toFixed(3)}\t${FLOOR}`, `${kind}\tmaybe-from\t${MAYBE.toFixed(3)}\t${MAYBE}`)
  })
  return `${HEADER}\n${lines.join('\n')}\n`
}

const HEADER = `# Weights of comparison: kind, what, number in use, hand-set prior. \`bias\` and features are log-odds at value 1.
# Written by test/quality/identity/write-weights.ts from the dev half of pairs.tsv; fit-weights.ts says how. Change a prior or a
# pair and write again; a test asserts that the table is fresh.
# same-from: score from which a pair is merged without asking. maybe-from: score from which it is shown as possibly the same.`
