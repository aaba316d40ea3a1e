import { jointAgentsAt } from '../agents.js'
import { isBody, isFirm, ownersTold } from '../facts-told.js'
import { clauseAt, firstAfter, lastBefore, listed, maskedBetween, type Passage, type Reference } from '../passage.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'
import { matchesOf } from '../../3-extract/matches.js'

/** B被A收购, B由A控股, B由A和C共同出资成立: the firm stands before, those who pay after. */
const BY = /(?:被|由|获|(?<![成作称认])为|经|获得|得到)(?=□)/g
const PAID = /^(?![^，。；□]{0,8}子公司)[^，。；□]{0,10}?(?:收购|并购|控股|持股|入股|参股|增资|注资|领投|跟投|投资|出资|合资|全资|独资|收入囊中)/
/** Verbs that leave the firm itself to come: 由A投资建设的X is another's. */
const NOT_OF_FIRM = /^[^，。；□]{0,10}?(?:投资|出资)(?:建设|兴建|新建|开发|打造|运营|举办|制作|拍摄|的)/
/** B是A与C的合资公司. */
const VENTURE = /(?:是|为|系)(?:由)?(?=□)/g
const VENTURE_OF = /^(?:共同|联合)?(?:出资)?(?:设立|成立|组建|投资)?的?(?:合资|合营|合作)(?:公司|企业|银行)/
/** A控股的B. */
const OWNED = /(?:全资|控股|参股|投资|入股|出资|收购)(?:设立|成立|组建)?的[“]?(?=□)/g
/** A将B收入囊中. */
const TAKEN = /^[^，。；□]{0,4}(?:收入囊中|收购|并购|收归|纳入麾下|收至麾下)/
/** 由A领投; 投资方包括A、C: the firm that raises money opens the sentence or the one before. */
const LEADS = /^[^，。；□]{0,6}(?:领投|跟投|参投|联合投资|独家投资)/
const BACKERS = /(?:投资方|投资人|投资者|投资机构|出资方|股东|战略投资者)(?:分别)?(?:包括|为|有|是|：)(?:了)?(?=□)/g
const RAISES = /融资|投资|增资|募资|引资|注资/


/** B被A收购, B由A控股, B是A与C的合资公司, A控股的B, 由A领投, 投资方包括A: the firm told of before those who pay for it. */
export const funded: Rule = {
  id: 'funded/1',
  doc: 'Who pays for or owns a firm, told after the firm by 被 or 由, as its backers, or right before it by 控股的 and the like.',
  emits: ['INVESTS_IN'],
  match(context) {
    return context.discourse.naming.flatMap((passage) => (passage.free.some(isFirm) ? [...passive(context, passage), ...venture(context, passage), ...owned(context, passage), ...taken(context, passage), ...backed(context, passage)] : []))
  },
}

/** The owners listed right after the offset, those joined to them by 与 or 和, and where the last ends. */
function ownersAfter(passage: Passage, from: number): { readonly owners: readonly Reference[]; readonly end: number } | undefined {
  const first = firstAfter(passage, from, () => true)
  if (!first || !isBody(first) || first.outerStart - from > 2) return undefined
  const owners = listed(passage, first, isBody).filter((owner) => owner.start >= first.start)
  const end = owners.at(-1)?.end ?? first.end
  const next = firstAfter(passage, end, () => true)
  if (next && isBody(next) && /^[”]?(?:与|和|同|会同|联合|以及)$/.test(maskedBetween(passage, end, next.outerStart))) {
    const more = listed(passage, next, isBody)
    return { owners: [...owners, ...more], end: more.at(-1)?.end ?? next.end }
  }
  return { owners, end }
}

function passive(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, BY).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const found = ownersAfter(passage, at + match[0].length)
    if (!found) return []
    const rest = maskedBetween(passage, found.end, clauseAt(passage, found.end).end)
    const verb = PAID.exec(rest)
    if (!verb || NOT_OF_FIRM.test(rest) || LEADS.test(rest)) return []
    const firm = lastBefore(passage, at, (reference) => !reference.attributive)
    const near = firm && isFirm(firm) && /^[”]?(?:（[^（）]*）)?[^。；□]{0,14}$/.test(maskedBetween(passage, firm.end, at)) ? firm : undefined
    return ownersTold(context, passage, found.owners, near, verb[0], found.end)
  })
}

function venture(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, VENTURE).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const found = ownersAfter(passage, at + match[0].length)
    const verb = found && VENTURE_OF.exec(maskedBetween(passage, found.end, passage.end))
    const firm = lastBefore(passage, at, (reference) => !reference.attributive)
    return found && verb && firm && isFirm(firm) && at - firm.end <= 6 ? ownersTold(context, passage, found.owners, firm, verb[0], found.end) : []
  })
}

function owned(context: RelateContext, passage: Passage): FactDraft[] {
  return matchesOf(passage.masked, OWNED).flatMap((match): FactDraft[] => {
    const at = passage.start + match.index
    const firm = firstAfter(passage, at, () => true)
    const owner = lastBefore(passage, at, (reference) => !reference.attributive)
    if (!firm || !isFirm(firm) || !owner || !isBody(owner) || at - owner.end > 4) return []
    return ownersTold(context, passage, jointAgentsAt(context, passage, at, ['COMPANY', 'ORGANIZATION'], 8), firm, match[0], at)
  })
}

function taken(context: RelateContext, passage: Passage): FactDraft[] {
  return passage.free.filter(isFirm).flatMap((firm): FactDraft[] => {
    const before = maskedBetween(passage, firm.outerStart - 1, firm.outerStart)
    const verb = before === '将' || before === '把' ? TAKEN.exec(maskedBetween(passage, firm.end, clauseAt(passage, firm.end).end)) : null
    return verb ? ownersTold(context, passage, jointAgentsAt(context, passage, firm.outerStart - 1, ['COMPANY'], 20), firm, verb[0], firm.outerStart - 1) : []
  })
}

function backed(context: RelateContext, passage: Passage): FactDraft[] {
  const led = passage.free.filter((owner) => isBody(owner) && LEADS.test(maskedBetween(passage, passage.lists.get(owner)?.end ?? owner.end, passage.end).replace(/^等[^，。；□]{0,8}/, ''))).map((owner) => ({ owners: [owner], at: owner.outerStart, cue: '领投' }))
  const listedAs = matchesOf(passage.masked, BACKERS).flatMap((match) => {
    const found = ownersAfter(passage, passage.start + match.index + match[0].length)
    return found ? [{ owners: found.owners, at: passage.start + match.index, cue: match[0] }] : []
  })
  return [...led, ...listedAs].flatMap(({ owners, at, cue }) => {
    const firm = raiser(context, passage, at, cue.startsWith('股东'))
    return ownersTold(context, passage, owners, firm, cue, at)
  })
}

/** The firm that opens the sentence, or the one before, and raises money there. */
function raiser(context: RelateContext, passage: Passage, at: number, holders: boolean): Reference | undefined {
  const here = passage.free.find((reference) => isFirm(reference) && reference.end <= at)
  if (here) return holders || RAISES.test(maskedBetween(passage, here.end, at)) ? here : undefined
  const earlier = context.discourse.passages[passage.sentence.index - 1]
  return earlier && RAISES.test(earlier.masked) ? earlier.free.find(isFirm) : undefined
}
