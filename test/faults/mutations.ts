import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { projectPath } from '../../src/core/paths.js'
import { docxOf, pdfOf } from '../ingest/1-read/readers/documents.js'
import { sampleTexts } from './corpus.js'
import { below } from './settings.js'

/** Articles as files, and ways to spoil them. */

type Random = () => number

export interface Original {
  /** Suffix of the file name. */
  readonly kind: string
  readonly bytes: Buffer
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const feedOf = (texts: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>云湖日报</title>${texts.map((text, index) =>
    `<item><title>第${index}条</title><link>https://news.example/${index}</link><pubDate>Wed, 09 Aug 2023 08:00:00 +0800</pubDate><description>${escaped(text)}</description></item>`).join('')}</channel></rss>`

/** The bundled samples, and their texts as each kind of file that can be read. */
export function originals(): readonly Original[] {
  const folder = projectPath('samples')
  const bundled = readdirSync(folder).filter((name) => /\.(?:md|txt|html|jsonl)$/u.test(name)).sort().map((name) => ({ kind: name.slice(name.lastIndexOf('.')), bytes: readFileSync(join(folder, name)) }))
  const texts = sampleTexts()
  const made = texts.flatMap((text, index): Original[] => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const pair = [text, texts[(index + 1) % texts.length] ?? '']
    return [
      { kind: '.html', bytes: Buffer.from(`<!doctype html><html><head><meta charset="utf-8"><title>${escaped(lines[0] ?? '')}</title></head><body><nav>首页</nav><div class="content">${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div></body></html>`) },
      { kind: '.jsonl', bytes: Buffer.from(pair.map((one, at) => JSON.stringify({ id: `j${index}-${at}`, title: '题', date: '2025-01-01', text: one })).join('\n')) },
      { kind: '.json', bytes: Buffer.from(JSON.stringify(pair.map((one) => ({ text: one })))) },
      { kind: '.csv', bytes: Buffer.from(`编号,标题,正文\n${pair.map((one, at) => `c${index}-${at},题,"${one.replaceAll('"', '""')}"`).join('\n')}\n`) },
      { kind: '.rss', bytes: Buffer.from(feedOf(pair)) },
      { kind: '.docx', bytes: Buffer.from(docxOf(lines.map(escaped))) },
      { kind: '.pdf', bytes: Buffer.from(pdfOf([lines.map((line) => line.slice(0, 60))], '题')) },
      { kind: '.txt', bytes: iconv.encode(text, 'gb18030') },
      { kind: '.txt', bytes: iconv.encode(text, 'utf-16le', { addBOM: true }) },
      { kind: '.txt', bytes: iconv.encode(text, 'big5') },
    ]
  })
  return [...bundled, ...made]
}

const noise = (random: Random, length: number): Buffer => Buffer.from(Array.from({ length }, () => below(random, 256)))
const within = (random: Random, bytes: Buffer): readonly [number, number] => {
  const start = below(random, bytes.length + 1)
  return [start, Math.min(bytes.length, start + below(random, 200))]
}
/** What has broken readers before: ends of markup, quotes, escapes, marks, halves of characters, nothing at all. */
const TROUBLE: readonly Buffer[] = [
  ...['\0', '\ufeff', '\u202e', '\u2028', '\u0085', '\ufffd', '\u{10ffff}', '"', '""', '\\', '\\u', '\\ud800', '"\\ud83d"', '{', '}', '[', ']', '[[[[[[[[', ',', '\r', '\n\n\n', '<', '>', '</', '<![CDATA[', ']]>', '<!--', '-->', '&', '&#xD800;', '&#0;', '&amp;amp;', '&lt;script&gt;',
    '---\n', '<div>'.repeat(500), '<b><i><a>'.repeat(200), '（'.repeat(300), '《'.repeat(300), '“'.repeat(300), '、'.repeat(500), '公司'.repeat(400), '张'.repeat(400), '1'.repeat(2_000), ' '.repeat(5_000), '\n'.repeat(3_000), '该公司', '*', '某某', '省市县区乡镇村'.repeat(40), '%', '__proto__', '{"__proto__":{"text":1}}',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', 'stream\n', 'endstream', 'endobj', 'startxref\n-1\n', '/Count 999999999', '/Length 999999999'].map((text) => Buffer.from(text)),
  Buffer.from([0xff, 0xfe]), Buffer.from([0xef, 0xbb]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0xc0, 0x80]), Buffer.from([0x81]), Buffer.from([0xfe, 0xff, 0xd8]),
]
const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[below(random, list.length)]
const spliced = (bytes: Buffer, start: number, end: number, middle: Buffer): Buffer => Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(end)])

type Mutation = (bytes: Buffer, random: Random, others: readonly Original[]) => Buffer

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let times = 1 + below(random, 40); times > 0; times -= 1) copy[below(random, copy.length)] = below(random, 256)
    return copy
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  (bytes, random) => spliced(bytes, ...within(random, bytes), Buffer.alloc(0)),
  (bytes, random) => { const [start] = within(random, bytes); return spliced(bytes, start, start, noise(random, 1 + below(random, 60))) },
  (bytes, random) => { const [start, end] = within(random, bytes); return spliced(bytes, start, start, Buffer.concat(Array.from({ length: 1 + below(random, 20) }, () => bytes.subarray(start, end)))) },
  (bytes, random) => { const [start, end] = within(random, bytes); return spliced(bytes, start, end, Buffer.alloc(end - start)) },
  (bytes, random) => { const [start, end] = within(random, bytes); return spliced(bytes, start, below(random, 2) === 0 ? start : end, pick(random, TROUBLE) ?? bytes) },
  (bytes, random, others) => { const other = pick(random, others)?.bytes ?? bytes; return Buffer.concat([bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length))]) },
  (bytes, random) => iconv.encode(bytes.toString('utf8'), pick(random, ['gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252']) ?? 'utf8', { addBOM: below(random, 2) === 0 }),
  (bytes, random) => Buffer.from(iconv.decode(bytes, pick(random, ['gb18030', 'big5', 'latin1', 'utf-16le']) ?? 'latin1'), 'utf8'),
  (bytes) => Buffer.from(bytes).swap16.call(bytes.length % 2 === 0 ? Buffer.from(bytes) : Buffer.concat([bytes, Buffer.alloc(1)])),
  () => Buffer.alloc(0),
  (bytes, random) => noise(random, below(random, bytes.length)),
]

/** A file like one of the originals, spoilt once to four times. */
export function mutated(all: readonly Original[], random: Random): Original {
  const { kind, bytes } = pick(random, all) ?? { kind: '.txt', bytes: Buffer.alloc(0) }
  let spoilt = bytes
  for (let times = 1 + below(random, 4); times > 0 && spoilt.length > 0; times -= 1) spoilt = pick(random, MUTATIONS)?.(spoilt, random, all) ?? spoilt
  return { kind, bytes: spoilt }
}
