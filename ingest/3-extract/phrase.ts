/** The walk from a telling noun to the left, over a phrase that may hold hosts, quotes, years and verbs. */
import type { EntityKind } from '../../schema/ontology/index.js'
import type { Sentence, TextView } from './document.js'
import type { KnownNames } from './known-names.js'
import { tokenBefore } from './text-view.js'

export interface PhraseStyle {
  readonly maxStem: number
  /** Words that end the phrase on its left. */
  readonly stops: ReadonlySet<string>
  /** Verbs end it as well, unless they are among these. */
  readonly verbs: 'all' | ReadonlySet<string>
  /** Several hosts may open it (A、B与C签约仪式); without, the first host found does. */
  readonly hosts: boolean
  /** 和 may join two short parts right before the last word (采选和球形项目). */
  readonly joins: boolean
  /** True of a stretch that says nothing by itself. */
  readonly isBare: (text: string) => boolean
}

const HOSTS: ReadonlySet<EntityKind> = new Set(['REGION', 'ORGANIZATION', 'COMPANY', 'INITIATIVE'])
const BODIES: ReadonlySet<EntityKind> = new Set(['REGION', 'ORGANIZATION', 'COMPANY'])
const PERSON_ONLY: ReadonlySet<EntityKind> = new Set(['PERSON'])
const OPEN_OF: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '》': '《', '）': '（', ')': '(', '」': '「' }
const CLOSING_QUOTE = /[”’》]/
const HARD = /^[，。；：！？,;:!?\n“‘《（(「【|~…<>=*#@、]$/
/** Kept within a phrase though they are no words. */
const GLUE = /^[—·\-+/.%℃\w]+$/

/**
 * Where the quotes open that close right behind a name: a name whose last word stands before ” is all that the quotes hold.
 * -1 when they do not, or hold quotes of their own.
 */
export function quotedStart(text: string, nameEnd: number, floor: number): number {
  const open = text.charAt(nameEnd) === '”' ? '“' : text.charAt(nameEnd) === '’' ? '‘' : ''
  if (open === '') return -1
  const at = text.lastIndexOf(open, nameEnd - 1)
  return at >= floor && !/[”’。；！？]/.test(text.slice(at + 1, nameEnd)) ? at + 1 : -1
}

/** Start of the phrase that ends at `end`; equals `end` when nothing belongs to it. Never leaves the sentence. */
export function phraseStart(view: TextView, sentence: Sentence, known: KnownNames, end: number, style: PhraseStyle): number {
  const { text } = view
  const floor = Math.max(sentence.span.start, end - style.maxStem)
  const first = view.firstToken[sentence.index] ?? 0
  let at = end
  let placed = false
  let index = tokenBefore(view, sentence, end)
  const split = view.tokens[index + 1]
  if (split !== undefined && split.span.start < end) at = Math.max(split.span.start, floor)
  while (at > floor) {
    if (known.endingAt(at, PERSON_ONLY, floor)) break
    const host = known.endingAt(at, HOSTS, floor)
    if (host) {
      // Another event right before is part of this one only when what follows it says nothing by itself (X大会|新闻发布会).
      if (style.hosts && host.subkind === 'EVENT' && !style.isBare(text.slice(at, end)) && !/^[暨及]/.test(text.slice(at))) break
      at = host.span.start
      placed = true
      if (!style.hosts && host.kind !== 'REGION' && host.kind !== 'INITIATIVE') break
      continue
    }
    if (placed && !style.hosts && !/[—\-·“”（）()]/.test(text.charAt(at - 1))) break
    const char = text.charAt(at - 1)
    const open = OPEN_OF[char]
    if (open !== undefined) {
      const from = text.lastIndexOf(open, at - 1)
      if (from < floor || /记者|通讯员|实习生/.test(text.slice(from, at))) break
      at = from
      // “甲”“乙”计划: the quotes before are a name of their own.
      if (CLOSING_QUOTE.test(text.charAt(at - 1))) break
      continue
    }
    if (char === '、' || char === ' ') {
      // Hosts in a row (or numbers: 47-49、53-55号); anything else before the mark is another item of a list.
      if (/\d/.test(text.charAt(at - 2)) && /\d/.test(text.charAt(at))) {
        at -= 1
        index--
        continue
      }
      if (!style.hosts || !known.endingAt(at - 1, BODIES, floor)) break
      at -= 1
      continue
    }
    if (!style.hosts && (char === '和' || char === '与' || char === '及') && (!style.joins || placed || end === at || end - at > 2)) break
    while (index >= first && (view.tokens[index]?.span.end ?? 0) > at) index--
    const token = view.tokens[index]
    if (token === undefined || index < first || token.span.end !== at || token.span.start < floor) break
    if (stopsPhrase(view, index, style)) break
    at = token.span.start
  }
  return afterOpening(view, sentence, at, end, style)
}

/** Skips what joins or does: a name starts with neither 和 nor, but for events, with a verb or an adverb. */
function afterOpening(view: TextView, sentence: Sentence, start: number, end: number, style: PhraseStyle): number {
  let at = start
  for (let index = tokenBefore(view, sentence, start) + 1; at < end; index++) {
    const token = view.tokens[index]
    if (token === undefined || token.span.start !== at || token.span.end >= end) break
    const { text, tag } = token
    const skip = /^(?:[和与及暨、 —·\-+/的]|以及|还有|包括)$/.test(text) || (style.verbs !== 'all' && (LEADING_VERBS.has(text) || /^(?:v|d|ad|p|c|zg|a)$/.test(tag) && !NAME_OPENERS.test(text)))
    if (!skip) break
    at = token.span.end
  }
  return at
}

const COUNTER = /^[场个项次家份]$/
const LEADING_VERBS: ReadonlySet<string> = new Set(['组织', '运用', '依托', '建设', '承接', '促进', '保障', '优化', '推进', '支持', '服务', '投资', '投资建设', '发展', '管理', '申报', '引进', '保护', '培育', '制定', '合作', '改造', '运营', '更新', '创建', '规划', '研发', '生产', '加工', '协调', '参与', '治理', '助推', '助力', '连续', '积极', '切实', '高水平', '高质量', '高标准', '统筹', '紧紧', '抓住'])
/** Tagged as verbs or adverbs and yet at home at the start of a name. */
const NAME_OPENERS = /^(?:智慧|智能|绿色|数字|新型|现代|综合|联合|高新|对口|国际|跨境|临空|临港|空港|大|小|新|老|东|西|南|北|中|全|双|多|红|蓝|金|银|长|高)/

function stopsPhrase(view: TextView, index: number, { stops, verbs }: PhraseStyle): boolean {
  const token = view.tokens[index]
  if (token === undefined) return true
  const { text, tag } = token
  if (HARD.test(text) || stops.has(text)) return true
  if (/^[\d一二三四五六七八九十两几]+$/.test(text)) return COUNTER.test(view.tokens[index + 1]?.text ?? '')
  if (COUNTER.test(text) && /^[\d一二三四五六七八九十两几]+$/.test(view.tokens[index - 1]?.text ?? '')) return true
  if (/^[\d一二三四五六七八九十两几]+[场个项次家份]$/.test(text)) return true
  if (GLUE.test(text)) return false
  if (text === '年') return !/^\d{4}$/.test(view.tokens[index - 1]?.text ?? '')
  if (/^\d{4}年$/.test(text)) return false
  if (tag === 't' || text === '月' || text === '日') return !/^(现代|当代|节|[一二三四首][期批]|春节|冬季|夏季|春季|秋季|春|夏|秋|冬|暑|寒假|年中|年终|上半年|下半年|中秋|端午|元宵|重阳)/.test(text)
  if (tag === 'r' || tag.startsWith('u') || tag === 'y') return true
  if (verbs !== 'all' && (tag === 'p' || tag === 'd' && text.length < 3) && !verbs.has(text)) return true
  return tag === 'v' && verbs !== 'all' && !verbs.has(text)
}
