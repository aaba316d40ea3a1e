/** The walk from a telling ending to the left, to where a name starts. */
import type { EntityKind } from '../../schema/ontology/index.js'
import type { Sentence, TextView } from './document.js'
import type { KnownNames } from './known-names.js'
import { JOINS, NAME_VERBS, NEVER_INSIDE } from './lexicon/stop-words.js'
import { tokenBefore } from './text-view.js'

export interface WalkStyle {
  /** Longest stretch before the ending, in UTF-16 code units. */
  readonly maxStem: number
  /** Kinds of known names that may open the name; the walk ends with them. */
  readonly openers: ReadonlySet<EntityKind>
  /** 和 and 与 may stand inside when a place or a level opens the name. */
  readonly joins: boolean
  /** Verbs may stand inside freely. */
  readonly verbs: boolean
}

export interface Walk {
  readonly start: number
  /** Opened by a place, a level (省, 国家) or a known name: its left end is certain. */
  readonly anchored: boolean
  /** Kind of the known name that opens it, or ''. */
  readonly opener: EntityKind | ''
}

const REGION_ONLY: ReadonlySet<EntityKind> = new Set(['REGION'])
const PERSON_ONLY: ReadonlySet<EntityKind> = new Set(['PERSON'])
const PUNCTUATION = /[，。；：！？,;:!?\n\r、“”‘’《》〈〉【】[\]{}|~—…\s/\\<>=*#@]/
/** 河北省委和X局 are two bodies: a join right behind one body's ending does not stand inside another's name. */
const ENDS_A_BODY = /[办局委厅处部院会司团学区市县镇省州组社队府校所馆站）”]/
const CLOSERS: Readonly<Record<string, string>> = { '）': '（', ')': '(' }
/** What may open the name of a body by its level alone. */
export const LEVEL_HEAD = /^(?:国家级?|全国|中国|中央|中共|国务院|最高人民|中华|省|自治区|市|州|盟|县|区|旗|镇|乡|街道|新区)/

/** What people do to a body; no name of a body holds it, however the segmenter cuts the words around. */
const DONE_TO_IT = /^.*(?:走访|走进|来到|考察|调研|参观|视察|慰问|前往|莅临|抵达|入驻|落户|牵手|携手|签约)(?=.{2})/

/** Walks left from `end` (where the ending starts). Never leaves the sentence. */
export function walkLeft(view: TextView, sentence: Sentence, known: KnownNames, end: number, style: WalkStyle): Walk {
  const walk = walkTokens(view, sentence, known, end, style)
  const cut = style.verbs ? undefined : DONE_TO_IT.exec(view.text.slice(walk.start, end))
  if (!cut) return walk
  const start = walk.start + cut[0].length
  return { start, anchored: LEVEL_HEAD.test(view.text.slice(start, end)), opener: '' }
}

function walkTokens(view: TextView, sentence: Sentence, known: KnownNames, end: number, style: WalkStyle): Walk {
  const floor = Math.max(sentence.span.start, end - style.maxStem)
  const first = view.firstToken[sentence.index] ?? 0
  let at = end
  let start = end
  let joined = false
  let index = tokenBefore(view, sentence, end)
  // The ending may start inside a token: the rest of that token belongs to the stem.
  const split = view.tokens[index + 1]
  if (split !== undefined && split.span.start < end) {
    at = split.span.start
    start = at
  }
  while (at > floor) {
    const opened = openedBy(known, at, floor, style.openers)
    if (opened) return { start: opened.start, anchored: true, opener: opened.kind }
    if (known.endingAt(at, PERSON_ONLY, floor)) break
    while (index >= first && (view.tokens[index]?.span.end ?? 0) > at) index--
    const token = view.tokens[index]
    if (token === undefined || index < first || token.span.end !== at || token.span.start < floor) break
    const { text, tag } = token
    const bracket = CLOSERS[text]
    if (bracket !== undefined) {
      const open = view.text.lastIndexOf(bracket, at - 1)
      if (open < floor || at - open > 12) break
      at = open
      start = at
      continue
    }
    if (JOINS.has(text) && text !== '、' && style.joins) {
      if (joined || ENDS_A_BODY.test(view.text.charAt(token.span.start - 1))) break
      joined = true
      at = token.span.start
      continue
    }
    if (PUNCTUATION.test(text) || NEVER_INSIDE.has(text) && !NAME_VERBS.has(text) || stops(text, tag, style)) break
    at = token.span.start
    if (!joined) start = at
    else if (LEVEL_HEAD.test(text)) return { start: at, anchored: true, opener: '' }
  }
  return { start, anchored: LEVEL_HEAD.test(view.text.slice(start, end)), opener: '' }
}

/** The known name that ends at the offset, with the places before it when it is a place. */
export function openedBy(known: KnownNames, at: number, floor: number, openers: ReadonlySet<EntityKind>): { readonly start: number; readonly kind: EntityKind } | undefined {
  const name = known.endingAt(at, openers, floor)
  if (!name) return undefined
  let { start } = name.span
  if (name.kind === 'REGION') {
    for (let outer = known.endingAt(start, REGION_ONLY, floor); outer; outer = known.endingAt(start, REGION_ONLY, floor)) start = outer.span.start
  }
  return { start, kind: name.kind }
}

/** Function words and, unless they are at home in names, verbs and numbers. */
function stops(text: string, tag: string, style: WalkStyle): boolean {
  switch (tag.charAt(0)) {
    case 'p': case 'c': case 'r': case 'u': case 'y': case 'e': return text.length < 3
    case 'd': return text.length < 2
    case 't': return !/^(现代|当代|近代|古代|冬季|夏季|春季|秋季|春节)$/.test(text)
    case 'm': return !/^第|^[一二三四五六七八九十]$/.test(text)
    case 'v': return tag === 'v' && !style.verbs && !NAME_VERBS.has(text)
    default: return false
  }
}
