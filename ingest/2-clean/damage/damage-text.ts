import { createRequire } from 'node:module'
import { readingsOf } from '../language/readings.js'
import { isSurname } from '../language/surnames.js'
import { loseByte, misread, strikeAcross } from './byte-damage.js'
import { randomFrom, replaceSome, type Random } from './random.js'

interface Damage {
  readonly doc: string
  apply(text: string, rate: number, random: Random): string
}

interface OpenCC {
  readonly Converter: (options: { from: 'cn'; to: 't' }) => (text: string) => string
}

let convert: ((text: string) => string) | undefined
// loaded at the first use: its dictionary is ten times that of the way back
const toTraditional = (text: string): string => (convert ??= (createRequire(import.meta.url)('opencc-js/cn2t') as OpenCC).Converter({ from: 'cn', to: 't' }))(text)

const FULL_STEP = 0xfee0
const PUNCTUATION: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '？': '?', '！': '!', '（': '(', '）': ')' }
const ENTITIES: Readonly<Record<string, string>> = { '“': '&ldquo;', '”': '&rdquo;', '‘': '&lsquo;', '’': '&rsquo;', '·': '&middot;', '—': '&mdash;', '…': '&hellip;', '《': '&#12298;', '》': '&#x300B;' }
const CORNERS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' }
const INVISIBLE = ['\u200b', '\u200d', '\ufeff', '\u00ad']

const byTable = (table: Readonly<Record<string, string>>) => (text: string, rate: number, random: Random): string =>
  replaceSome(text, new RegExp(`[${Object.keys(table).join('')}]`, 'g'), rate, random, (char) => table[char] ?? char)

/** The kinds of damage, in the order in which pages suffer them: first what writers and filters do, last what decoders do. */
const DAMAGES = {
  'censor-mark': {
    doc: 'A word filter stars a character out: 市*府.',
    apply: (text, rate, random) => replaceSome(text, /政(?=府|策)/g, rate, random, () => '*'),
  },
  'letter-spacing': {
    doc: 'Two-character names in lists and after posts are padded: 张　彤.',
    apply: (text, rate, random) =>
      replaceSome(text, /(?<=[、，：（ \n]|[市区局]长|书记|记者|主任)[\u4e00-\u9fff]{2}(?=[、，）：])/g, rate, random, (name) => (isSurname(name.charAt(0)) ? `${name.charAt(0)}\u3000${name.charAt(1)}` : name)),
  },
  'full-width': {
    doc: 'Letters and digits are typed full-width.',
    apply: (text, rate, random) => replaceSome(text, /[0-9A-Za-z]/g, rate, random, (char) => String.fromCharCode(char.charCodeAt(0) + FULL_STEP)),
  },
  'ascii-punctuation': { doc: 'Chinese punctuation becomes ASCII.', apply: byTable(PUNCTUATION) },
  'corner-quote': { doc: 'Quotes become corner quotes; all of them, since half a pair is no quote.', apply: (text, _rate, random) => byTable(CORNERS)(text, 1, random) },
  traditional: { doc: 'The whole text is turned into Traditional glyphs.', apply: (text) => toTraditional(text) },
  'pinyin-gloss': {
    doc: 'A pinyin reading is put in brackets after characters.',
    apply: (text, rate, random) => replaceSome(text, /[\u4e00-\u9fff]/g, rate, random, (char) => `${char}(${readingsOf(char)[0] ?? ''})`),
  },
  'lost-before-gloss': { doc: 'A gloss is written across two characters and takes the GBK bytes after it out of step.', apply: strikeAcross },
  'gbk-shift': { doc: 'A byte of GBK text is lost, and what follows is out of step.', apply: loseByte },
  invisible: {
    doc: 'Zero-width marks and soft hyphens stand between characters.',
    apply: (text, rate, random) => replaceSome(text, /[\u4e00-\u9fff]/g, rate, random, (char) => char + (INVISIBLE[Math.floor(random() * INVISIBLE.length)] ?? '')),
  },
  'html-entity': { doc: 'Quotes and other marks are written as HTML entities.', apply: byTable(ENTITIES) },
  'utf8-as-gbk': { doc: 'Lines of UTF-8 are read as GBK.', apply: (text, rate, random) => misread(text, 'gbk', rate, random) },
  'utf8-as-latin': { doc: 'Lines of UTF-8 are read as Latin-1.', apply: (text, rate, random) => misread(text, 'latin1', rate, random) },
} as const satisfies Record<string, Damage>

export type DamageKind = keyof typeof DAMAGES

/** All kinds, in the order in which `damageText` applies them. */
export const DAMAGE_KINDS = Object.keys(DAMAGES) as readonly DamageKind[]

export interface DamageOptions {
  /** Applied in the order of DAMAGE_KINDS, whatever the order given. */
  readonly kinds: readonly DamageKind[]
  /** The same seed, text and options give the same damage. */
  readonly seed: number
  /** Chance of damage at each place where a kind can strike (a character, a mark, a stretch between marks, a line); 0–1. */
  readonly rate: number
}

/** Damages a text in known ways, for tests and for samples. */
export function damageText(text: string, { kinds, seed, rate }: DamageOptions): string {
  const random = randomFrom(seed)
  return DAMAGE_KINDS.filter((kind) => kinds.includes(kind)).reduce((damaged, kind) => DAMAGES[kind].apply(damaged, rate, random), text)
}
