import { isSubject, jointAgentsAt } from '../agents.js'
import { isBody, isFirm, ownersTold } from '../facts-told.js'
import { clauseAt, firstAfter, lastBefore, lastNamed, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { matchesOf } from '../../3-extract/matches.js'

/** Setting up a firm. */
const FOUNDS = /(?:(?:共同|联合|合资|合作|发起|独资|出资|斥资|投资|注册|携手|新|正式)+(?:成立|设立|组建|创立|创办)|(?:成立|设立|组建|创办)(?=了?(?:合资|控股|全资|子)|了?[“]?□)|合资设立|新设)(?:了)?/g
/** Between the verb and the firm that is set up; what else is named there makes it another's. */
const NEW_FIRM = /^[^，。；：□在与和对向]{0,14}[——“]*$/
/** Between those who act and the verb. */
const ACTS = /^[”]?(?:（[^（）]*）|\([^()]*\))?[^，。；□]{0,16}$/
/** Holding shares of the firm right after. */
const HOLDS = /(?<!曾|曾经)(?:(?:直接|间接|合计|共)?持有|持股|参股|入股|认购|受让|(?<!被)控股(?!股东|子公司|有限|集团|的|权|公司)|占)(?:了)?/g
const SHARES = /^[”]?(?:（[^（）]*）|\([^()]*\))?(?:公司)?(?:的|约|合计)?[^，。；□]{0,8}(?:\d|%|股|百分之)/
/** A是B的股东, B的控股股东A. */
const SHAREHOLDER = /(?:(?:第?[一二三四五]|最)?大|控股|唯一|主要|原始|创始|新|间接|直接|并列|单一)*(?:股东|战略投资者|战略投资人|出资人|财务投资者|战投方)/g
const IS_OF = /^(?:[^，。；□]{0,10}(?:成为|是|系|为|作为)[^，。；□]{0,4})$/
const NAMED_NEXT = /^(?:之一)?[——：为是“]{0,2}$/
/** 引入战略投资者A. */
const BRINGS = /(?:引进|引入|迎来|获得?)(?:了)?[^，。；□]{0,6}$/
/** 引进A、B两家投资人. */
const DRAWS = /(?:引进|引入|获得?|迎来)(?:了)?(?=□)/g
const AS_INVESTOR = /^[^，。；□]{0,8}(?:投资人|投资者|战投|股东|(?:战略|独家|亿[美欧日]?元|万[美欧日]?元)(?:的)?(?:融资|投资|增资|入股|注资))/


/** 共同出资成立B, 持有B的30%股权, B的控股股东A, 引进A、B为战略投资者: who owns part of a firm. */
export const stakes: Rule = {
  id: 'stakes/1',
  doc: 'Those who set up a firm, hold or take shares of it, are called its shareholders, or are brought in as investors.',
  emits: ['INVESTS_IN'],
  match(context) {
    return context.discourse.linking.flatMap((passage) => [...founding(context, passage), ...holding(context, passage), ...shareholders(context, passage), ...drawn(context, passage)])
  },
}

/** Who acts right before the verb, in its clause. */
function actors(context: RelateContext, passage: Passage, at: number, accept: (reference: Reference) => boolean): readonly Reference[] {
  const nearest = lastBefore(passage, at, (reference) => !reference.attributive)
  if (!nearest || !accept(nearest) || !ACTS.test(maskedBetween(passage, nearest.end, at))) return []
  return jointAgentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], 40).filter((owner) => accept(owner) && owner.end <= at)
}

function founding(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, FOUNDS).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const end = at + match[0].length
    const firm = firstAfter(passage, end, () => true)
    if (!firm || !isFirm(firm) || !NEW_FIRM.test(maskedBetween(passage, end, firm.outerStart))) return []
    return ownersTold(context, passage, actors(context, passage, at, isFirm), firm, match[0], at)
  })
}

function holding(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, HOLDS).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const end = at + match[0].length
    const next = firstAfter(passage, end, () => true)
    if (!next || !isFirm(next) || next.outerStart - end > 6) return []
    // 受让A持有的B 30%股权: the shares are of the last one.
    const last = /受让|认购|持有/.test(match[0]) ? firstAfter(passage, next.end, isFirm) : undefined
    const firm = last && /^所?持有?的?$/.test(maskedBetween(passage, next.end, last.outerStart)) ? last : next
    const clause = clauseAt(passage, at)
    if (/持有|持股|认购|受让|占/.test(match[0]) && !SHARES.test(maskedBetween(passage, firm.end, clause.end))) return []
    return ownersTold(context, passage, actors(context, passage, at, isBody), firm, match[0], at)
  })
}

function shareholders(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, SHAREHOLDER).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const end = at + match[0].length
    // 成为B第一大股东 reads like a post in B.
    const firm = lastNamed(passage, at, isFirm)
    const next = firstAfter(passage, end, () => true)
    // B引入战略投资者A.
    if (firm && next && isBody(next) && next.outerStart - end <= 1 && BRINGS.test(maskedBetween(passage, firm.end, at)) && isSubject(context.discourse.text, passage, firm)) return ownersTold(context, passage, listed(passage, next, isBody), firm, match[0], at)
    if (!firm || !/^的?$/.test(maskedBetween(passage, firm.end, at))) return []
    if (next && isBody(next) && NAMED_NEXT.test(maskedBetween(passage, end, next.outerStart))) return ownersTold(context, passage, listed(passage, next, isBody), firm, match[0], at)
    const owner = lastBefore(passage, firm.outerStart, () => true)
    return owner && isBody(owner) && IS_OF.test(maskedBetween(passage, owner.end, firm.outerStart)) ? ownersTold(context, passage, listed(passage, owner, isBody).filter((each) => each.end <= owner.end), firm, match[0], at) : []
  })
}

function drawn(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, DRAWS).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const first = firstAfter(passage, at, () => true)
    if (!first || !isFirm(first)) return []
    const owners = listed(passage, first, isFirm).filter((owner) => owner.start >= first.start)
    const end = owners.at(-1)?.end ?? first.end
    const firm = AS_INVESTOR.test(maskedBetween(passage, end, clauseAt(passage, end).end)) ? actors(context, passage, at, isFirm).at(-1) : undefined
    return firm ? ownersTold(context, passage, owners, firm, match[0], at) : []
  })
}
