/**
 * Makes language/bigrams.tsv: how often one character follows another in Chinese news.
 * Usage: node dist/ingest/2-clean/language/build-bigrams.js OUT ARTICLES.jsonl[.gz] [LINES]
 * Only counts are kept; no sentence can be read back from them.
 */
import { createReadStream, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { isModelled, levelOf } from './bigrams.js'

const MIN_UNIGRAM = 3
const MIN_BIGRAM = 3

async function count(file: string, limit: number): Promise<{ unigrams: Map<string, number>; bigrams: Map<string, number> }> {
  const unigrams = new Map<string, number>()
  const bigrams = new Map<string, number>()
  const raw = createReadStream(file)
  const lines = createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw, crlfDelay: Infinity })
  let seen = 0
  for await (const line of lines) {
    if (seen >= limit) break
    seen += 1
    const { text } = JSON.parse(line) as { text: string }
    let before = ''
    for (const char of text) {
      if (!isModelled(char)) {
        before = ''
        continue
      }
      unigrams.set(char, (unigrams.get(char) ?? 0) + 1)
      if (before !== '') bigrams.set(before + char, (bigrams.get(before + char) ?? 0) + 1)
      before = char
    }
  }
  return { unigrams, bigrams }
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function render(unigrams: Map<string, number>, bigrams: Map<string, number>): string {
  const rows = new Map<string, Map<string, string[]>>()
  for (const [pair, n] of bigrams) {
    if (n < MIN_BIGRAM) continue
    const first = pair.slice(0, 1)
    const levels = rows.get(first) ?? new Map<string, string[]>()
    const level = levelOf(n)
    levels.set(level, [...(levels.get(level) ?? []), pair.slice(1)])
    rows.set(first, levels)
  }
  const lines = ['# character TAB level of its count TAB followers, grouped: level then the characters; level A is 1, then B … Z, a … z, each letter a factor of √2 more']
  for (const [char, n] of [...unigrams].filter(([, n]) => n >= MIN_UNIGRAM).sort(([a], [b]) => byCode(a, b))) {
    const groups = [...(rows.get(char) ?? new Map<string, string[]>())].sort(([a], [b]) => byCode(a, b))
    lines.push(`${char}\t${levelOf(n)}\t${groups.map(([level, chars]) => level + chars.sort(byCode).join('')).join('')}`)
  }
  return `${lines.join('\n')}\n`
}

const [out, file, limit] = process.argv.slice(2)
if (out === undefined || file === undefined) throw new Error('build-bigrams OUT ARTICLES.jsonl[.gz] [LINES]')
const { unigrams, bigrams } = await count(file, limit === undefined ? Infinity : Number(limit))
writeFileSync(out, render(unigrams, bigrams))
