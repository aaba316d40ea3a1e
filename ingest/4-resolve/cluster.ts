import { introducedName } from '../3-extract/introduced-names.js'
import type { EntityMention } from '../3-extract/document.js'
import { loadGazetteer } from '../3-extract/gazetteer.js'
import { plainForm } from './name-parts.js'
import { placeKeys } from './place-keys.js'
import type { LocalEntity } from './resolved-article.js'
import { blockingKeys, meansTheSame, type Named } from './same-name.js'

interface Group extends Named {
  readonly code: string
  /** How often each subkind was proposed. */
  readonly subkinds: Map<string, number>
  readonly forms: Map<string, number>
  readonly mentions: number[]
}

/** A short form is compared with so many longer ones that share a key with it, the nearest in the text first. */
const MOST_COMPARED = 48

/** Pairs of [short form, full form] that the text itself introduces: X（以下简称“Y”）. */
export function introducedAliases(text: string, mentions: readonly EntityMention[]): Map<string, string> {
  const aliases = new Map<string, string>()
  for (const mention of mentions) {
    const short = introducedName(text, mention.span.end)
    if (short !== undefined) aliases.set(plainForm(short), mention.text)
  }
  return aliases
}

/**
 * Groups an article's mentions by what they mean. Equal forms go together; a short form joins a longer one when one group fits,
 * or the one named last before it when several do; an alias that the text introduces joins what it was introduced for.
 * Persons join by equal name only, regions by their place in the gazetteer.
 */
export function clusterMentions(text: string, mentions: readonly EntityMention[]): LocalEntity[] {
  const aliases = introducedAliases(text, mentions)
  const places = placeKeys(mentions)
  const groups = new Map<string, Group>()
  mentions.forEach((mention, index) => {
    const place = places.get(index)
    const key = place === undefined ? `${mention.kind} ${plainForm(mention.text)}` : `REGION ${place.key}`
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { kind: mention.kind, subkind: mention.subkind, text: mention.text, code: place?.code ?? '', subkinds: new Map(), forms: new Map(), mentions: [] }))
    group.subkinds.set(mention.subkind, (group.subkinds.get(mention.subkind) ?? 0) + 1)
    group.forms.set(mention.text, (group.forms.get(mention.text) ?? 0) + 1)
    group.mentions.push(index)
  })
  const gazetteer = loadGazetteer()
  return joinShortForms([...groups.values()], aliases)
    .map((group): LocalEntity => {
      const forms = [...group.forms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      const [name = '', ...rest] = forms
      const subkind = group.code === '' ? mostProposed(group) : (gazetteer.byCode(group.code)?.level ?? mostProposed(group))
      return { kind: group.kind, subkind, name, aliases: rest, code: group.code, mentions: [...group.mentions].sort((a, b) => a - b) }
    })
    .sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0))
}

/** Longest names first, so that a short form meets the full one before it meets another short one. */
function joinShortForms(groups: readonly Group[], aliases: ReadonlyMap<string, string>): Group[] {
  const kept: Group[] = []
  const filed = new Map<string, Group[]>()
  const byForm = new Map<string, Group>()
  for (const group of [...groups].sort((a, b) => b.text.length - a.text.length || first(a) - first(b))) {
    const introduced = byForm.get(aliases.get(plainForm(group.text)) ?? '')
    const keys = new Set(blockingKeys(group))
    const home = introduced ?? nearest(group, keys, filed)
    if (home) {
      for (const [subkind, count] of group.subkinds) home.subkinds.set(subkind, (home.subkinds.get(subkind) ?? 0) + count)
      for (const [form, count] of group.forms) home.forms.set(form, (home.forms.get(form) ?? 0) + count)
      home.mentions.push(...group.mentions)
    } else kept.push(group)
    const owner = home ?? group
    for (const form of group.forms.keys()) byForm.set(form, owner)
    for (const key of keys) {
      const file = filed.get(group.kind + key)
      if (!file) filed.set(group.kind + key, [owner])
      else if (!file.includes(owner)) file.push(owner)
    }
  }
  return kept
}

/** The subkind proposed most often; 'other' and none only where there is nothing better. */
function mostProposed({ kind, subkinds, subkind }: Group): string {
  if (kind === 'COMPANY') return ''
  const [best] = [...subkinds].filter(([name]) => name !== '' && name !== 'other').sort((a, b) => b[1] - a[1])
  return best?.[0] ?? (subkinds.has('other') ? 'other' : subkind)
}

const first = (group: Group): number => group.mentions[0] ?? 0

/** A short form means a longer one; two forms of a firm or an effort may be of one length (云岭公司, 云岭集团). */
const mayMean = (short: string, long: string, kind: Group['kind']): boolean => long.length > short.length || (long.length === short.length && (kind === 'COMPANY' || kind === 'INITIATIVE'))

/** The group that the short form means: the only one that fits, else the one named last before it, else none. */
function nearest(group: Group, keys: ReadonlySet<string>, filed: ReadonlyMap<string, readonly Group[]>): Group | undefined {
  const seen = new Set<Group>()
  for (const key of keys) for (const other of (filed.get(group.kind + key) ?? []).slice(-MOST_COMPARED)) seen.add(other)
  const fitting = [...seen].filter((other) => [...other.forms.keys()].some((form) => mayMean(group.text, form, group.kind) && meansTheSame(group, { ...other, text: form })))
  if (fitting.length < 2) return fitting[0]
  const start = first(group)
  const before = (other: Group): number => other.mentions.reduce((last, index) => (index < start && index > last ? index : last), -1)
  const [best] = fitting.sort((a, b) => before(b) - before(a))
  return best && before(best) >= 0 ? best : undefined
}
