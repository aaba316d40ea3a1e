import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector } from '../document.js'
import type { KnownNames } from '../known-names.js'
import { AIM, GRANTED, GRANTED_HINT, HONOURS, OUTPUT_PROJECT, PLAIN_POLICY, PLAIN_POLICY_HINT, STATUS } from '../lexicon/initiative-endings.js'
import { DESIGNATION_CORES, DESIGNATION_LEVEL, KNOWN_EVENTS, KNOWN_PROGRAMS, KNOWN_STRATEGIES } from '../lexicon/initiatives.js'
import { FormTrie } from '../form-trie.js'
import { spanOf } from '../text-view.js'
import { matchesOf } from '../matches.js'

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map(escape).join('|')

const STRATEGY = new RegExp(`(?:${anyOf(KNOWN_STRATEGIES)})(?:重大国家战略|国家战略|战略)?`, 'g')
const PROGRAM = new RegExp(anyOf(KNOWN_PROGRAMS), 'g')
const EVENT = new RegExp(`(?:第[一二三四五六七八九十\\d]+届|20\\d\\d年?)?(?:${anyOf(KNOWN_EVENTS)})`, 'g')
const DESIGNATION = new RegExp(`${DESIGNATION_LEVEL}(?:${anyOf(DESIGNATION_CORES)})(?:中小企业|企业|称号)?`, 'g')
/** Each fixed word with the patterns that it stands in, as bits: most texts hold a word of one or two of the patterns. */
const STANDS_IN = { strategy: 1, program: 2, event: 4, designation: 8 } as const
const fixed = new FormTrie<number>(13)
for (const [words, bit] of [[KNOWN_STRATEGIES, STANDS_IN.strategy], [KNOWN_PROGRAMS, STANDS_IN.program], [KNOWN_EVENTS, STANDS_IN.event], [DESIGNATION_CORES, STANDS_IN.designation]] as const) {
  for (const word of words) fixed.set(word, (fixed.get(word) ?? 0) | bit)
}
/** The patterns that may match in a text, as bits. */
function patternsIn(text: string): number {
  let bits = 0
  fixed.eachIn(text, (_start, _end, of) => { bits |= of })
  return bits
}

/** Statuses so general that without a level before them they name nothing. */
const NEEDS_LEVEL = /^(龙头企业|孵化器|创新平台|示范(县|村|镇|社|城市|单位|企业)|美丽乡村|文明(单位|村)|老字号|企业技术中心|地理标志|众创空间|绿色工厂|智能工厂)(中小企业|企业|称号)?$/

const HOSTS: ReadonlySet<EntityKind> = new Set(['REGION', 'COMPANY', 'INITIATIVE'])
/** The places and the firm right before the output belong to the name. */
function hostStart(known: KnownNames, at: number): number {
  let start = at
  for (let host = known.endingAt(start, HOSTS); host; host = known.endingAt(start, HOSTS)) start = host.span.start
  return start
}

export const knownInitiatives: Detector = {
  id: 'known-initiatives',
  doc: 'Strategies and programmes with fixed names, and statuses that are given.',
  detect(view, known) {
    const found: Candidate[] = []
    const add = (pattern: RegExp, subkind: string, by: string, keep: (text: string) => boolean, hint?: RegExp): void => {
      for (const match of matchesOf(view.text, pattern, hint)) {
        const text = match[0]
        if (keep(text)) found.push({ span: spanOf(match.index, match.index + text.length), text, kind: 'INITIATIVE', subkind, by, weight: 0.5 })
      }
    }
    const patterns = patternsIn(view.text)
    if (patterns & STANDS_IN.strategy) add(STRATEGY, 'STRATEGY', 'known/strategy', () => true)
    if (patterns & STANDS_IN.program) add(PROGRAM, 'PROGRAM', 'known/program', () => true)
    if (patterns & STANDS_IN.event) add(EVENT, 'EVENT', 'known/event', () => true)
    if (patterns & STANDS_IN.designation) add(DESIGNATION, 'DESIGNATION', 'known/designation', (text) => !NEEDS_LEVEL.test(text))
    add(STATUS, 'DESIGNATION', 'known/status', () => true)
    add(HONOURS, 'DESIGNATION', 'known/honour', () => true)
    add(GRANTED, 'DESIGNATION', 'known/granted', () => true, GRANTED_HINT)
    add(AIM, 'STRATEGY', 'known/aim', () => true)
    for (const match of matchesOf(view.text, OUTPUT_PROJECT)) {
      const end = match.index + match[0].length
      const start = hostStart(known, match.index)
      found.push({ span: spanOf(start, end), text: view.text.slice(start, end), kind: 'INITIATIVE', subkind: 'PROJECT', by: 'known/output', weight: 0.5 })
    }
    add(PLAIN_POLICY, 'POLICY', 'known/policy', () => true, PLAIN_POLICY_HINT)
    return found
  },
}
