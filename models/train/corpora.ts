/** Readers of the labelled corpora under the corpora folder; see its README for what each is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { projectPath } from '../../src/core/paths.js'
import { kindsOfOrganisation, regionOfPlace } from './kinds-of-names.js'
import { ANY_TAG, allowWithin, blankMasks, paint } from './labels.js'
import type { GoldSpan, LabelledText } from './labels.js'

/** Text of a file, unpacked when it ends in .gz. */
export const readText = (path: string): string => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

const regionNames = new Set<string>()
for (const line of readFileSync(projectPath('ingest/3-extract/lexicon/regions.tsv'), 'utf8').split('\n').slice(1)) {
  const [, name = '', short = ''] = line.split('\t')
  if (name !== '') regionNames.add(name).add(short)
}
const isRegion = (name: string): boolean => regionNames.has(name)

interface RawSpan {
  readonly start: number
  readonly end: number
  readonly label: string
}

/** Reads one character and tag a line, sentences apart by blank lines; BIO or BMES. */
function* taggedSentences(path: string): Generator<{ text: string; spans: RawSpan[] }> {
  let text = ''
  let spans: RawSpan[] = []
  let start = -1
  let label = ''
  const close = (): void => {
    if (start >= 0) spans.push({ start, end: text.length, label })
    start = -1
  }
  for (const line of [...readText(path).split('\n'), '']) {
    const cell = line.replace(/\r$/, '')
    if (cell === '') {
      close()
      if (text !== '') yield { text, spans }
      text = ''
      spans = []
      continue
    }
    const char = cell.slice(0, 1)
    const tag = cell.slice(2).trim()
    const [place = 'O', kind = ''] = tag.split('-')
    if (place === 'O' || place === 'B' || place === 'S' || kind !== label) close()
    if (place !== 'O' && start < 0) {
      start = text.length
      label = kind
    }
    text += char
    if (place === 'E' || place === 'S') close()
  }
}

const ORGANISATION = new Set(['ORG', 'company', 'government', 'organization'])
const PERSON = new Set(['PER', 'NAME', 'name'])
const PLACE = new Set(['LOC', 'address'])

const labelled = (text: string, raw: readonly RawSpan[], weight: number): LabelledText => {
  const masks = blankMasks(text.length)
  const spans: GoldSpan[] = []
  // These corpora know nothing of initiatives: where they say O, one may stand all the same.
  allowWithin(masks, 0, text.length, 'INITIATIVE')
  for (const { start, end, label } of raw) {
    const name = text.slice(start, end)
    if (PERSON.has(label)) {
      paint(masks, start, end, ['PERSON'])
      spans.push({ start, end, kind: 'PERSON' })
    } else if (ORGANISATION.has(label)) {
      const kinds = label === 'company' ? (['COMPANY'] as const) : label === 'government' ? (['ORGANIZATION'] as const) : kindsOfOrganisation(name)
      paint(masks, start, end, kinds)
      if (kinds.length === 1) spans.push({ start, end, kind: kinds[0] as GoldSpan['kind'] })
    } else if (PLACE.has(label)) {
      const verdict = regionOfPlace(name, isRegion)
      const parts = verdict === 'maybe' || !isRegion(name) ? splitRegions(name) : [name]
      if (parts.length > 1) {
        let at = start
        for (const part of parts) {
          paint(masks, at, at + part.length, ['REGION'])
          spans.push({ start: at, end: at + part.length, kind: 'REGION' })
          at += part.length
        }
      } else if (verdict === 'region') {
        paint(masks, start, end, ['REGION'])
        spans.push({ start, end, kind: 'REGION' })
      } else if (verdict === 'maybe') paint(masks, start, end, ['REGION'], true)
      else if (name.length > 4) for (let i = start; i < end; i++) masks[i] = ANY_TAG // 北京市长安街: a region may stand in front
    }
  }
  return { text, masks, weight, spans }
}

/** 江苏省南通市 → 江苏省, 南通市; [name] when it is no chain of known regions. */
const splitRegions = (name: string): readonly string[] => {
  for (let cut = name.length - 2; cut >= 2; cut--) {
    const head = name.slice(0, cut)
    const tail = name.slice(cut)
    if (isRegion(head) && isRegion(tail)) return [head, tail]
  }
  return [name]
}

export function* readTagged(corpora: string, file: string, weight: number): Generator<LabelledText> {
  for (const { text, spans } of taggedSentences(join(corpora, file))) yield labelled(text, spans, weight)
}

export function* readCluener(corpora: string, weight: number): Generator<LabelledText> {
  for (const line of readText(join(corpora, 'ner/cluener_train.jsonl.gz')).split('\n')) {
    if (line === '') continue
    const row = JSON.parse(line) as { text: string; label: Record<string, Record<string, [number, number][]>> }
    const spans = Object.entries(row.label).flatMap(([label, names]) =>
      Object.values(names).flatMap((places) => places.map(([start, last]) => ({ start, end: last + 1, label }))),
    )
    yield labelled(row.text, spans, weight)
  }
}

/** Firm names in business news; nothing is said of the rest of the sentence. */
export function* readFinre(corpora: string, weight: number): Generator<LabelledText> {
  const firms = new Map<string, Set<string>>()
  for (const line of readText(join(corpora, 'relations/finre_train.txt.gz')).split('\n')) {
    const [head = '', tail = '', , text = ''] = line.split('\t')
    if (text === '') continue
    const names = firms.get(text) ?? new Set<string>()
    firms.set(text, names.add(head).add(tail))
  }
  for (const [text, names] of firms) {
    const masks = blankMasks(text.length, ANY_TAG)
    for (const name of [...names].sort((a, b) => a.length - b.length)) {
      if (name.length < 2) continue
      const kinds = kindsOfOrganisation(name)
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) paint(masks, at, at + name.length, kinds.includes('COMPANY') ? ['COMPANY'] : kinds)
    }
    yield { text, masks, weight, spans: [] }
  }
}
