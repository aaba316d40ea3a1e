import type { EntityKind } from '../../schema/ontology/index.js'
import type { Mention } from '../../src/core/records.js'
import type { CleanSpan } from '../../src/core/span.js'
import type { EntityMention } from '../3-extract/document.js'
import type { LocalEntity } from './resolved-article.js'

/** How an article brings a form: as a short name, or as one that is no longer used. */

const OPEN = '[“"‘「《]?'
const INTRODUCED = new RegExp(`(?:简称|下称)(?:为)?[：:]?${OPEN}$`)
const FORMER = new RegExp(`(?:原名|曾用名|原称|旧称|曾名|前身(?:为|是)?|更名前(?:为)?)(?:为|是|叫)?[：:]?${OPEN}$|[（(]原${OPEN}$`)
const RENAMED = /^[”"’」》]?(?:已|正式|现已|现|将|后|后来|近日|日前)*(?:更名|改名|改称)(?:为|成|作)/

/** Between two names, the current one first: X（原名Y. */
const CURRENT_THEN_FORMER = new RegExp(`^[”"’」》]?[（(，,]?(?:以下简称[^（）()]{1,12}[，,；;])?(?:原名|曾用名|原称|旧称|前身(?:为|是)?|更名前(?:为)?|原)(?:为|是|叫)?[：:]?${OPEN}$`)
/** Between two names, the former one first: Y更名为X. */
const FORMER_THEN_CURRENT = new RegExp(`^[”"’」》]?(?:已|正式|现已|现|将|后|后来|近日|日前)*(?:更名|改名|改称)(?:为|成|作)${OPEN}$`)

/** Longest text before or behind a name that is looked at, in UTF-16 code units. */
const REACH = 16

const RENAMABLE: readonly EntityKind[] = ['COMPANY', 'ORGANIZATION', 'INITIATIVE', 'REGION']

/** The role of the form at `span`, or undefined for one that is simply used. */
export function roleAt(text: string, span: CleanSpan, kind: EntityKind): Mention['role'] {
  if (!RENAMABLE.includes(kind)) return undefined
  const before = text.slice(Math.max(0, span.start - REACH), span.start)
  if (INTRODUCED.test(before)) return 'introduced'
  return FORMER.test(before) || RENAMED.test(text.slice(span.end, span.end + REACH)) ? 'former' : undefined
}

/**
 * Joins a firm or body with the name it used to have, where the article says so in one breath; the current name stays the name.
 * A region or an effort keeps its own entity: old places and earlier plans are not the new ones.
 */
export function joinFormerNames(text: string, mentions: readonly EntityMention[], locals: readonly LocalEntity[]): LocalEntity[] {
  const localOf = new Map(locals.flatMap((local, index) => local.mentions.map((mention) => [mention, index] as const)))
  const joined = new Map<number, number>()
  const end = (index: number): number => {
    const next = joined.get(index)
    return next === undefined ? index : end(next)
  }
  mentions.forEach((mention, index) => {
    const next = mentions[index + 1]
    const [here, there] = [localOf.get(index), localOf.get(index + 1)]
    if (next === undefined || here === undefined || there === undefined || mention.kind !== next.kind || (mention.kind !== 'COMPANY' && mention.kind !== 'ORGANIZATION')) return
    const between = text.slice(mention.span.end, next.span.start)
    if (between.length > REACH + 16) return
    const [former, current] = CURRENT_THEN_FORMER.test(between) ? [there, here] : FORMER_THEN_CURRENT.test(between) ? [here, there] : [here, here]
    if (end(former) !== end(current)) joined.set(end(former), end(current))
  })
  if (joined.size === 0) return [...locals]
  const gone = [...joined.keys()]
  return locals.flatMap((local, index): LocalEntity[] => {
    if (joined.has(index)) return []
    const former = gone.filter((each) => end(each) === index).flatMap((each) => locals[each] ?? [])
    if (former.length === 0) return [local]
    const aliases = [...new Set([...local.aliases, ...former.flatMap((each) => [each.name, ...each.aliases])])].filter((form) => form !== local.name)
    return [{ ...local, aliases, mentions: [local, ...former].flatMap((each) => each.mentions).sort((a, b) => a - b) }]
  })
}
