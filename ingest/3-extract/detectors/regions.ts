import type { Candidate, Detector, Sentence, TextView } from '../document.js'
import { loadGazetteer, type Gazetteer, type Region } from '../gazetteer.js'
import { INSIDE_LONGER, INSIDE_ON_LEFT, PROVINCE_SIGN, WORDLIKE, WORDLIKE_FULL } from '../lexicon/region-words.js'
import { spanOf, tokenBefore } from '../text-view.js'

interface Hit {
  readonly start: number
  readonly end: number
  readonly form: string
  readonly choices: readonly Region[]
  readonly sentence: Sentence
}

/**
 * Regions of the gazetteer. Full names and everyday names of provinces and cities count by themselves; everyday names of
 * counties only in a text that names their city or province too, or the county in full.
 */
export const regions: Detector = {
  id: 'regions',
  doc: 'Administrative divisions, countries and named areas of the gazetteer.',
  detect(view, known) {
    const gazetteer = loadGazetteer()
    const hits = view.sentences.flatMap((sentence) => hitsIn(view, sentence, gazetteer))
    const context = contextOf(view, hits)
    const listed = listedSisters(view, hits, context)
    const found: Candidate[] = []
    for (const hit of hits) {
      const sister = listed.get(hit.start)
      const region = sister ?? choose(hit.choices, context, gazetteer)
      const weight = sister ? 0.8 : trust(view, hit, region, context, gazetteer)
      if (weight <= 0) continue
      const candidate: Candidate = { span: spanOf(hit.start, hit.end), text: hit.form, kind: 'REGION', subkind: region.level, by: byOf(hit, region), weight, code: region.code }
      found.push(candidate)
      known.add(candidate)
    }
    return found
  },
}

/** Half of 欧亚大陆, 山地内地 and the like. */
const LAND: ReadonlySet<string> = new Set(['大陆', '内地'])

const byOf = (hit: Hit, region: Region): string => `regions/${isFull(hit.form, region) ? 'full' : 'short'}-${region.level}`

function hitsIn(view: TextView, sentence: Sentence, gazetteer: Gazetteer): Hit[] {
  const hits: Hit[] = []
  const { start: first, end: last } = sentence.span
  for (let i = gazetteer.nextAt(view.text, first, last); i < last; i = gazetteer.nextAt(view.text, i + 1, last)) {
    const longest = gazetteer.longestAt(view.text, i)
    if (longest < 0) continue
    let end = longest
    let choices = gazetteer.byForm(view.text.slice(i, end))
    // 南京市长: the 市 belongs to the title.
    if (/^[省市区县镇乡州旗]长(?!沙|春|治|江)/.test(view.text.slice(end - 1, end + 2))) {
      const shorter = gazetteer.byForm(view.text.slice(i, end - 1))
      if (shorter.length > 0) {
        end -= 1
        choices = shorter
      }
    }
    // 华东地区, 台湾地区: the whole is the name.
    const whole = choices.length > 0 && view.text.startsWith('地区', end) && (choices[0]?.level === 'area' || choices[0]?.name === '台湾省') && !view.text.startsWith('地区', end - 2) ? end + 2 : end
    hits.push({ start: i, end: whole, form: view.text.slice(i, whole), choices, sentence })
    i = whole - 1
  }
  return hits
}

const isFull = (form: string, region: Region): boolean => form === region.name && (region.name !== region.short || region.level === 'town')
const isHigh = ({ level }: Region): boolean => level === 'province' || level === 'city' || level === 'area' || level === 'country'

/** Codes that the text names beyond doubt: by a full name that only one region has, or by a province's or city's everyday name. */
function contextOf(view: TextView, hits: readonly Hit[]): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const { form, choices, start, sentence } of hits) {
    const [only] = choices
    if (choices.length === 1 && only && (form.length > 2 || startsToken(view, sentence, start)) && !WORDLIKE.has(form) && !WORDLIKE_FULL.has(form) && (form === only.name ? only.level !== 'town' : isHigh(only))) codes.add(only.code)
  }
  return codes
}

/** Between the members of a list of places: 、 or a level (永安1市、三元、沙县2区，明溪). */
const LIST_JOINT = /^(?:(?:\d|[一二两三四五六七八九十]{1,2})?个?[市区县旗]?[、，]|和)$/

/** Places in a list whose container the text names: their everyday names need no more proof, words though they may be. */
function listedSisters(view: TextView, hits: readonly Hit[], context: ReadonlySet<string>): ReadonlyMap<number, Region> {
  const found = new Map<number, Region>()
  for (let i = 0; i < hits.length; ) {
    let end = i + 1
    while (end < hits.length && LIST_JOINT.test(view.text.slice(hits[end - 1]?.end ?? 0, hits[end]?.start ?? 0))) end++
    const run = hits.slice(i, end)
    i = end
    if (run.length < 3) continue
    const parents = new Map<string, number>()
    for (const { choices } of run) for (const parent of new Set(choices.map((region) => region.parent))) if (context.has(parent)) parents.set(parent, (parents.get(parent) ?? 0) + 1)
    const [parent, count] = [...parents].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
    if (count < 3 || count * 2 < run.length) continue
    for (const { start, choices } of run) {
      const member = choices.find((region) => region.parent === parent)
      if (member) found.set(start, member)
    }
  }
  return found
}

/** True when the region or one that contains it is named. */
function isNear(region: Region, context: ReadonlySet<string>, gazetteer: Gazetteer): boolean {
  for (let at: Region | undefined = region; at !== undefined; at = gazetteer.byCode(at.parent)) if (context.has(at.code)) return true
  return false
}

/** Among regions with one form: the one that the text names or whose container it names, else the highest. */
function choose(choices: readonly Region[], context: ReadonlySet<string>, gazetteer: Gazetteer): Region {
  const [first] = choices
  if (first === undefined) throw new RangeError('a form of the gazetteer without a region')
  if (choices.length < 2) return first
  return choices.find(({ code }) => context.has(code)) ?? choices.find((region) => isNear(region, context, gazetteer)) ?? first
}

function trust(view: TextView, hit: Hit, region: Region, context: ReadonlySet<string>, gazetteer: Gazetteer): number {
  const { text } = view
  const atToken = startsToken(view, hit.sentence, hit.start)
  const near = isNear(region, context, gazetteer)
  if (isFull(hit.form, region)) {
    if (WORDLIKE_FULL.has(hit.form)) return near && atToken && region.parent !== '' && endsPlace(view, hit, gazetteer) ? 0.7 : 0
    if (hit.form.endsWith('乡') && text.charAt(hit.end) === '村') return 0
    if (hit.form.endsWith('区') && text.charAt(hit.end) === '域') return 0
    if (region.level === 'town') return near ? 0.75 : atToken && hit.form.length > 2 ? 0.5 : 0.2
    if (hit.form.length < 3) return near && atToken ? 0.6 : atToken ? 0.45 : 0
    return atToken || near ? 0.8 : 0.45
  }
  if (INSIDE_LONGER.test(text.slice(hit.end, hit.end + 8))) return 0
  const before = text.charAt(hit.start - 1)
  if (INSIDE_ON_LEFT.test(before) && !atToken) return 0
  if (region.level === 'area' && PROVINCE_SIGN.test(before) && hit.form.length === 2) return 0
  if (LAND.has(hit.form) && /[欧亚美非极洲古山]$/.test(before)) return 0
  if (region.level === 'country' && before === '新' && hit.form === '中国') return 0
  if (WORDLIKE.has(hit.form)) return context.has(region.code) && atToken ? 0.5 : 0
  if (!atToken) return near && context.has(region.code) ? 0.45 : 0
  if (isHigh(region)) return 0.7
  if (context.has(region.code)) return 0.7
  return near ? 0.5 : 0
}

/** 武汉市|新市区: the place that contains it stands right before. */
function endsPlace(view: TextView, hit: Hit, gazetteer: Gazetteer): boolean {
  for (let size = 2; size <= 6; size++) {
    if (gazetteer.byForm(view.text.slice(hit.start - size, hit.start)).length > 0) return true
  }
  return false
}

function startsToken(view: TextView, sentence: Sentence, offset: number): boolean {
  const next = view.tokens[tokenBefore(view, sentence, offset) + 1]
  return next === undefined || next.span.start === offset
}
