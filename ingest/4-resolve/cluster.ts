import type { EntityMention } from '../3-extract/document.js'
import { meansTheSame, plainForm } from './same-name.js'
import type { LocalEntity } from './resolved-article.js'

interface Group {
  kind: EntityMention['kind']
  subkind: string
  code: string
  forms: Map<string, number>
  mentions: number[]
}

const ALIAS_NOTE = /^[（(](?:以下|下)?(?:统)?(?:简称|称)[为：:]?[“"‘]?([^”"’）)，。]{2,14})[”"’]?[）)]/

/** Pairs of [full form, short form] that the text itself introduces: X（以下简称“Y”）. */
export function introducedAliases(text: string, mentions: readonly EntityMention[]): Map<string, string> {
  const aliases = new Map<string, string>()
  for (const mention of mentions) {
    const match = ALIAS_NOTE.exec(text.slice(mention.span.end, mention.span.end + 32))
    if (match?.[1] !== undefined) aliases.set(match[1], mention.text)
  }
  return aliases
}

/**
 * Groups an article's mentions by what they mean. Equal forms go together; a short form joins a longer one when exactly one
 * group fits; an alias that the text introduces joins what it was introduced for. Persons join by equal name only.
 */
export function clusterMentions(text: string, mentions: readonly EntityMention[]): LocalEntity[] {
  const aliases = introducedAliases(text, mentions)
  const groups = new Map<string, Group>()
  mentions.forEach((mention, index) => {
    const key = mention.kind === 'REGION' && mention.code !== undefined ? `REGION ${mention.code}` : `${mention.kind} ${plainForm(mention.text)}`
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { kind: mention.kind, subkind: mention.subkind, code: mention.code ?? '', forms: new Map(), mentions: [] }))
    if (group.subkind === '') group.subkind = mention.subkind
    group.forms.set(mention.text, (group.forms.get(mention.text) ?? 0) + 1)
    group.mentions.push(index)
  })
  const merged = mergeShortForms([...groups.values()], aliases)
  return merged
    .map((group): LocalEntity => {
      const forms = [...group.forms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      const [name = '', ...rest] = forms
      return { kind: group.kind, subkind: group.subkind, name, aliases: rest, code: group.code, mentions: [...group.mentions].sort((a, b) => a - b) }
    })
    .sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0))
}

function mergeShortForms(groups: readonly Group[], aliases: ReadonlyMap<string, string>): Group[] {
  const longest = (group: Group): string => [...group.forms.keys()].sort((a, b) => b.length - a.length)[0] ?? ''
  // Longest names first, so that a short form meets the full one before it meets another short one.
  const order = [...groups].sort((a, b) => longest(b).length - longest(a).length)
  const kept: Group[] = []
  for (const group of order) {
    const form = longest(group)
    const introduced = aliases.get(form)
    const home =
      introduced === undefined
        ? kept.filter((other) => other.kind === group.kind && [...other.forms.keys()].some((long) => long.length > form.length && meansTheSame(group.kind, form, long, other.subkind === group.subkind)))
        : kept.filter((other) => other.forms.has(introduced))
    const [only] = home
    if (only && home.length === 1) {
      for (const [text, count] of group.forms) only.forms.set(text, (only.forms.get(text) ?? 0) + count)
      only.mentions.push(...group.mentions)
    } else kept.push(group)
  }
  return kept
}
