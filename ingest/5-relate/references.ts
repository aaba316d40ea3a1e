import type { Sentence } from '../3-extract/document.js'
import { loadGazetteer, type RegionLevel } from '../3-extract/gazetteer.js'
import { regionOfLevel, regionScores } from '../4-resolve/home-region.js'
import type { ResolvedArticle } from '../4-resolve/resolved-article.js'
import { ANAPHORS, SHORT_NAMES } from './lexicon.js'
import type { Reference } from './passage.js'
import { matchesOf } from '../3-extract/matches.js'

/** The references of each sentence, in text order: mentions, and words that stand for what was named before. */
export function referencesBySentence(article: ResolvedArticle): readonly (readonly Reference[])[] {
  const { view, mentions } = article.extracted
  const spans = postSpans(article)
  const named: Reference[][] = view.sentences.map(() => [])
  let span = 0
  mentions.forEach((mention, index) => {
    const entity = article.entityOf[index]
    if (entity === undefined || entity < 0) return
    while ((spans.merged[span]?.end ?? Infinity) <= mention.span.start) span++
    const around = spans.merged[span]
    const inPost = mention.kind !== 'PERSON' && around !== undefined && around.start <= mention.span.start && mention.span.end <= around.end
    const outerStart = mention.kind === 'PERSON' ? Math.min(spans.ofPerson.get(index) ?? mention.span.start, mention.span.start) : mention.span.start
    named[mention.sentence]?.push({ entity, kind: mention.kind, subkind: article.locals[entity]?.subkind ?? mention.subkind, start: mention.span.start, end: mention.span.end, anaphoric: false, inPost, attributive: false, outerStart })
  })
  const focus = new Map<string, number>()
  const regions = new Map<string, number>()
  article.locals.forEach((local, index) => {
    if (local.kind === 'REGION' && local.code !== '') regions.set(local.code, index)
  })
  const organs = organFinder(article, regions)
  return view.sentences.map((sentence) => withAnaphors(article, sentence, withPlaces(view.text, named[sentence.index] ?? []), focus, regions, organs))
}

/** Stretches taken up by posts, merged, and the start of each person's posts. */
function postSpans({ extracted: { posts } }: ResolvedArticle): { readonly merged: readonly { start: number; end: number }[]; readonly ofPerson: ReadonlyMap<number, number> } {
  const ofPerson = new Map<number, number>()
  const merged: { start: number; end: number }[] = []
  for (const { person, span } of [...posts].sort((a, b) => a.span.start - b.span.start)) {
    if (person !== undefined) ofPerson.set(person, Math.min(ofPerson.get(person) ?? span.start, span.start))
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ start: span.start, end: span.end })
  }
  return { merged, ofPerson }
}

const ALIAS_NOTE = /^[（(](?:以下|下)?(?:统)?(?:简称|称)?(?:为)?[：:]?[“"]?$/
const DATELINE = /^\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息)/
const isPlace = (reference: Reference): boolean => reference.kind === 'REGION' || reference.subkind === 'ZONE'

/** Marks the places that stand right before another name, and lets that name begin with them. */
function withPlaces(text: string, references: readonly Reference[]): Reference[] {
  const result: Reference[] = []
  let outer: number | undefined
  references.forEach((reference, index) => {
    const named = result.at(-1)
    // 某公司（简称“某某”）: the short name in brackets takes no part in the sentence.
    if (named && named.entity === reference.entity && ALIAS_NOTE.test(text.slice(named.end, reference.start))) {
      result.push({ ...reference, inPost: true })
      return
    }
    // 新华社南通8月1日电: where the report was sent from takes no part either.
    if (reference.kind === 'REGION' && DATELINE.test(text.slice(reference.end, reference.end + 12))) {
      result.push({ ...reference, inPost: true })
      return
    }
    const next = references[index + 1]
    const gap = next ? text.slice(reference.end, next.start) : '-'
    const attributive = isPlace(reference) && !reference.inPost && next !== undefined && next.kind !== 'PERSON' && /^[“‘《 ]?$/.test(gap)
    const start = outer ?? reference.outerStart
    result.push({ ...reference, attributive, outerStart: Math.min(start, reference.outerStart) })
    outer = attributive ? Math.min(start, reference.outerStart) : undefined
  })
  return result
}

interface Found {
  readonly start: number
  readonly end: number
  readonly kind: string
}

function withAnaphors(article: ResolvedArticle, sentence: Sentence, named: readonly Reference[], focus: Map<string, number>, regions: ReadonlyMap<string, number>, organs: Organs): Reference[] {
  const words = anaphorsIn(sentence)
  const result: Reference[] = []
  let next = 0
  const see = (reference: Reference): void => {
    result.push(reference)
    // 某局局长介绍，该局…: the body of a post answers for it too.
    if (reference.kind === 'ORGANIZATION' || reference.kind === 'COMPANY') focus.set(`该${article.locals[reference.entity]?.name.at(-1) ?? ''}`, reference.entity)
    if (reference.inPost || reference.attributive) return
    focus.set(reference.kind, reference.entity)
    focus.set(reference.subkind, reference.entity)
  }
  const bodyOf = (word: string): number | undefined => focus.get(`该${word.at(-1) ?? ''}`) ?? (/[局厅委院心会门位构]$/.test(word) ? focus.get('ORGANIZATION') : undefined)
  const home = article.home === undefined ? undefined : article.locals[article.home]
  /** 来通考察: one of the first two characters of the home place. */
  const homeShort = (char: string): number | undefined => (home && [home.name, ...home.aliases].some((form) => form.slice(0, 2).includes(char)) ? article.home : undefined)
  for (const word of words) {
    while ((named[next]?.start ?? Infinity) < word.end) {
      const reference = named[next++]
      if (reference) see(reference)
    }
    const last = result.at(-1)
    if (last && word.start < last.end) continue
    if (word.kind === 'ORGAN' && last && (last.end === word.start || (last.kind === 'ORGANIZATION' && word.start - last.end <= 1))) continue
    const entity = word.kind === 'ORGAN' ? organs.government(sentence.text.slice(word.start - sentence.span.start, word.end - sentence.span.start)) : word.kind === 'HOME' ? organs.home(sentence.text.charAt(word.end - 1 - sentence.span.start)) : word.kind === 'SHORT' ? regions.get(SHORT_NAMES[sentence.text.charAt(word.start - sentence.span.start)] ?? '') : word.kind === 'HOME_SHORT' ? homeShort(sentence.text.charAt(word.start - sentence.span.start)) : word.kind === 'BODY' ? bodyOf(sentence.text.slice(word.start - sentence.span.start, word.end - sentence.span.start)) : focus.get(word.kind)
    const local = entity === undefined ? undefined : article.locals[entity]
    if (entity !== undefined && local) result.push({ entity, kind: local.kind, subkind: local.subkind, start: word.start, end: word.end, anaphoric: true, inPost: false, attributive: false, outerStart: word.start })
  }
  for (const reference of named.slice(next)) see(reference)
  // 甲会见乙。他说…: the next sentence goes on with the subject of this one.
  const subject = result.find((reference) => reference.kind === 'PERSON' && !reference.inPost)
  if (subject) focus.set('PERSON', subject.entity)
  return result
}

function anaphorsIn(sentence: Sentence): Found[] {
  const found: Found[] = []
  for (const { within, pattern, kind } of ANAPHORS) {
    if (!within.some((word) => sentence.text.includes(word))) continue
    for (const match of matchesOf(sentence.text, pattern)) {
      const start = sentence.span.start + match.index
      found.push({ start, end: start + match[0].length, kind })
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end).filter((word, index, all) => word.start >= (all[index - 1]?.end ?? 0))
}

interface Organs {
  /** 省政府, 市委、市政府: the body of that level with its place in front when the article names it, else the place itself. */
  government(word: string): number | undefined
  /** 我县, 全市, by the last character: the home place, or that of the level of which the article speaks most. */
  home(level: string): number | undefined
}

const LEVELS: Readonly<Record<string, RegionLevel>> = { 省: 'province', 市: 'city', 州: 'city', 县: 'county', 区: 'county', 镇: 'town' }

function organFinder(article: ResolvedArticle, regions: ReadonlyMap<string, number>): Organs {
  const gazetteer = loadGazetteer()
  const home = article.home === undefined ? '' : (article.locals[article.home]?.code ?? '')
  const governments = new Map<string, number>()
  article.locals.forEach((local, index) => {
    if (local.kind === 'ORGANIZATION') for (const form of [local.name, ...local.aliases]) governments.set(form.replace('人民政府', '政府'), index)
  })
  const homes = new Map<string, number | undefined>()
  const homeOf = (mark: string): number | undefined => {
    const level = LEVELS[mark]
    const own = gazetteer.byCode(home)
    if (!own || level === undefined || own.name.endsWith(mark) || own.level === level) return article.home
    for (let region = gazetteer.byCode(own.parent); region !== undefined; region = gazetteer.byCode(region.parent)) {
      const local = region.level === level || region.name.endsWith(mark) ? regions.get(region.code) : undefined
      if (local !== undefined) return local
    }
    const most = regionOfLevel(regionScores(article.extracted.view.text, article.extracted.mentions), level)
    return (most && regions.get(most.code)) ?? article.home
  }
  return {
    home(level) {
      if (!homes.has(level)) homes.set(level, homeOf(level))
      return homes.get(level)
    },
    government(word) {
      const level = /(省|自治区|市|州|县|区)(?:人民)?政府$/.exec(word)?.[1]
      if (level === undefined) return undefined
      for (let region = gazetteer.byCode(home); region !== undefined; region = gazetteer.byCode(region.parent)) {
        if (!region.name.endsWith(level)) continue
        const named = governments.get(`${region.name}政府`) ?? governments.get(`${region.short}政府`)
        return named ?? regions.get(region.code)
      }
      return undefined
    },
  }
}
