import type { EntityMention } from '../3-extract/document.js'
import { loadGazetteer, type Gazetteer } from '../3-extract/gazetteer.js'
import { SIGNS } from '../3-extract/lexicon/region-words.js'

/** What a region mention is filed under. */
export interface PlaceKey {
  readonly key: string
  /** Gazetteer code, or '' for places that no gazetteer lists. */
  readonly code: string
}

const SUFFIX = /(?:省|市|州|盟|县|区|旗|镇|乡|街道|村|社区|地区|国|岛)$/

/** By index of mention: regions with a code by their code; others by name, a bare name (陶朱) with the suffixed one that stands in the article. */
export function placeKeys(mentions: readonly EntityMention[]): ReadonlyMap<number, PlaceKey> {
  const gazetteer = loadGazetteer()
  const named = new Set<string>()
  for (const { kind, code } of mentions) if (kind === 'REGION' && code !== undefined) named.add(code)
  const keys = new Map<number, PlaceKey>()
  const bare = new Map<string, string>()
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'REGION') return
    const code = mention.code ?? codeOf(mention.text, named, gazetteer)
    if (code === '' && SUFFIX.test(mention.text)) bare.set(mention.text.replace(SUFFIX, ''), mention.text)
    keys.set(index, { key: code === '' ? mention.text : code, code })
  })
  for (const [index, { key, code }] of keys) {
    const full = code === '' ? bare.get(key) : undefined
    if (full !== undefined) keys.set(index, { key: full, code })
  }
  return keys
}

/** Code of a form that came without one: a one-character sign, else the region of that form which the article names or whose container it names. */
function codeOf(form: string, named: ReadonlySet<string>, gazetteer: Gazetteer): string {
  const choices = gazetteer.byForm(SIGNS[form] ?? form)
  const near = choices.find(({ code }) => named.has(code)) ?? choices.find((region) => [...named].some((code) => code === region.parent))
  return (near ?? (choices.length === 1 ? choices[0] : undefined))?.code ?? ''
}
