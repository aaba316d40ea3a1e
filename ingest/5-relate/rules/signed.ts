import { plainForm } from '../../4-resolve/same-name.js'
import { jointAgentsAt } from '../agents.js'
import { modalityAt } from '../modality.js'
import { clauseAt, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { speechAt } from '../speech.js'

/** After the name of a plan or document: the rite or paper that is signed. */
const RITE = /^[”’》]?(?:项目)?(?:集中)?(?:签约|签署|签订|共建签约|合作签约)仪式/
const RITE_NAME = /^(.{2,60}?[”’》]?)(?:项目)?(?:集中|共建|合作)?(?:签约|签署|签订)仪式$/
const PAPER = /^[”’》]?[^，。；□]{0,10}(?:协议|合同|备忘录|意向书|责任书|承诺书)/
const HOLDS = /(?:共同|联合)?(?:举行|举办|召开)(?:了)?$/
const SIGNS = /(?:签署|签订|签定|签下|签约)(?:了)?[^，。；□]{0,8}[“《]?$/
const SIGNED = new Set(['POLICY', 'PROGRAM', 'PROJECT', 'STRATEGY'])
const BODIES = ['COMPANY', 'ORGANIZATION'] as const
/** How far before the verb those who sign may end, in UTF-16 code units. */
const REACH = 40

/** A会同B共同举行《X》签约仪式, A、B签订X合作协议: who signs up to it; people sign for the bodies of their posts. */
export const signed: Rule = {
  id: 'signed/1',
  doc: 'Firms and bodies, or those for whom people sign, before the signing of a plan, a document or an agreement about it.',
  emits: ['PARTICIPATES_IN'],
  match(context) {
    const plans = planForms(context)
    return context.discourse.naming.flatMap((passage) =>
      passage.free.filter((reference) => !reference.attributive && !reference.anaphoric).flatMap((reference) => {
        if (SIGNED.has(reference.subkind)) return signing(context, passage, reference)
        const plan = reference.subkind === 'EVENT' ? planOf(context, plans, reference) : undefined
        return plan === undefined ? [] : signing(context, passage, { ...reference, entity: plan })
      }),
    )
  },
}

/** Plans and documents of the article by the form of their names. */
function planForms({ discourse }: RelateContext): ReadonlyMap<string, number> {
  const forms = new Map<string, number>()
  discourse.article.locals.forEach((local, index) => {
    if (SIGNED.has(local.subkind)) for (const form of [local.name, ...local.aliases]) forms.set(plainForm(form), index)
  })
  return forms
}

/** 《X》签约仪式 as the name of an event: the plan that it is named for. */
function planOf({ discourse }: RelateContext, plans: ReadonlyMap<string, number>, event: Reference): number | undefined {
  const name = RITE_NAME.exec(discourse.text.slice(event.start, event.end))
  return name ? plans.get(plainForm(name[1] ?? '')) : undefined
}

function signing(context: RelateContext, passage: Passage, plan: Reference): FactDraft[] {
  const rest = maskedBetween(passage, plan.end, Math.min(passage.end, plan.end + 24))
  const clause = clauseAt(passage, plan.start)
  const before = maskedBetween(passage, clause.start, plan.outerStart).replace(/[“《]$/, '')
  const verb = RITE.test(rest) || plan.subkind === 'EVENT' ? HOLDS.exec(before) : PAPER.test(rest) ? SIGNS.exec(before) : null
  if (!verb) return []
  const at = clause.start + verb.index
  const sentence = passage.sentence.index
  return signers(context, passage, at).map((subject): FactDraft => ({
    type: 'PARTICIPATES_IN', subject, object: plan.entity, fromSentence: sentence, toSentence: sentence, cue: verb[0],
    modality: modalityAt(passage, at, speechAt(context.speeches[sentence] ?? [], at)), strength: 'STATED',
  }))
}

/** Bodies right before the verb, else the bodies of the people there. */
function signers(context: RelateContext, passage: Passage, at: number): readonly number[] {
  const person = lastBefore(passage, at, (reference) => reference.kind === 'PERSON')
  const bodies = jointAgentsAt(context, passage, at, BODIES, REACH)
  if (bodies.length > 0 && (!person || (bodies.at(-1)?.end ?? 0) > person.end)) return [...new Set(bodies.map((body) => body.entity))]
  if (!person || at - person.end > REACH) return []
  const people = listed(passage, person, (reference) => reference.kind === 'PERSON')
  const signed = people.map((each) => context.discourse.postBeside(passage.sentence.index, each.entity)?.body)
  return [...new Set(signed.flatMap((body) => (body !== undefined && context.discourse.article.locals[body]?.kind !== 'REGION' ? [body] : [])))]
}
