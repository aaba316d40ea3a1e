import type { Reference } from './passage.js'

/** Names that stand side by side and share what is said of them. */
export interface ReferenceList {
  readonly members: readonly Reference[]
  /** Where the first member begins, its post or places included. */
  readonly start: number
  readonly end: number
}

/** What may stand between two bodies or initiatives of one list: a noun that ends the first, a separator, opening quotes. */
const TIGHT = /^[”’》]?(?:（[^（）]{0,40}）|\([^()]{0,40}\))?(?:等(?:地|单位|企业)?)?[ \u3000]?(?:[、]|和|与|及|以及|暨|还有|或|\/)[ \u3000]?[“‘《]?$/
const WITH_NOUN = /^[”’》]?[^，。；：、！？“”《》的在对向将]{0,10}、[“‘《]?$/
/** A member that nobody took for a name: A公司、老街旧居、B公司. */
const OVER_UNNAMED = /^[”’》]?[^，。；：、！？“”《》的在对向将]{0,8}、[^，。；：、！？“”《》的在对向将]{2,12}、[“‘《]?$/
const ADJOINING = /^[”’》][“‘《]$/
/** Words that end a list of people: what follows is said of somebody else, or does something. */
const BREAKS = /[。！？：:]|接替|表示|指出|强调|介绍|出席|参加|列席|致辞|致词|讲话|主持|宣布|分别|举行|召开|代表(?!团)|感谢|欢迎|会见|赴|率领|率队|带领|带队|陪同|任命|见证|开展|调研|考察|听取|走访|来到|前往|签署|签约|签订|通过|提出|要求|认为|担任|(?<![主责信])任(?!务)|当选|[在将把被向为对说是了着并就](?!书记|副)/
const LONGEST_GAP = 60

/**
 * Groups the free references of a sentence into lists, in one pass. People and other names make lists of their own; a name that
 * stands within an unread post (安徽某某公司总经理 where only 安徽 is known) does not part the people around it.
 */
export function readLists(masked: string, offset: number, free: readonly Reference[]): ReadonlyMap<Reference, ReferenceList> {
  const lists = new Map<Reference, ReferenceList>()
  const close = (members: readonly Reference[]): void => {
    const [first] = members
    const last = members.at(-1)
    if (!first || !last) return
    const list: ReferenceList = { members, start: first.outerStart, end: last.end }
    for (const member of members) lists.set(member, list)
  }
  let people: Reference[] = []
  let others: Reference[] = []
  for (const reference of free) {
    const isPerson = reference.kind === 'PERSON'
    if (isPerson) {
      close(others)
      others = []
    }
    const open = isPerson ? people : others
    const left = open.at(-1)
    if (left && joins(masked, offset, left, reference)) open.push(reference)
    else {
      close(open)
      if (isPerson) people = [reference]
      else others = [reference]
    }
  }
  close(people)
  close(others)
  return lists
}

function joins(masked: string, offset: number, left: Reference, right: Reference): boolean {
  const gap = masked.slice(left.end - offset, (left.attributive ? right.start : right.outerStart) - offset)
  if (gap.length > LONGEST_GAP) return false
  if (left.kind === 'PERSON') return !BREAKS.test(gap)
  // Places right before a name belong to it.
  if (left.attributive) return gap.length <= 1
  if (TIGHT.test(gap) || ADJOINING.test(gap)) return true
  if (gap === '' && left.kind === 'INITIATIVE' && right.kind === 'INITIATIVE') return true
  return WITH_NOUN.test(gap) || OVER_UNNAMED.test(gap)
}
