/**
 * Writes ingest/3-extract/lexicon/surnames.tsv (name, weight) and positions.tsv (title, count).
 * usage: node dist/models/train/lexicon/make-names.js CORPORA
 * The raw lists are cleaned: surnames past the common ones are kept only when listed by hand below; titles that are
 * no post (会员, 学生), or that hold a name or a number, are dropped; official titles are added.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const [corpora = '../shared/corpora'] = process.argv.slice(2)
const out = 'ingest/3-extract/lexicon'
const hand = 'models/train/lexicon'

const table = (file: string): (readonly [string, number])[] =>
  gunzipSync(readFileSync(join(corpora, 'gazetteers', file)))
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [name = '', weight = '0'] = line.split('\t')
      return name === '' ? [] : [[name, Number(weight)] as const]
    })
const words = (file: string): Set<string> => new Set(readFileSync(join(hand, file), 'utf8').split(/\s+/).filter((word) => word !== ''))

/** Entries lighter than this are common words that somebody once bore as a name (把, 部, 同): kept only when vouched for. */
const SURE_WEIGHT = 12
const rare = words('rare-surnames.txt')
const surnames = new Map<string, number>()
for (const [name, weight] of table('surnames.tsv.gz')) if (weight >= SURE_WEIGHT || rare.has(name)) surnames.set(name, weight)
for (const name of rare) if (!surnames.has(name)) surnames.set(name, 1)

const TITLE = /^[\u4e00-\u9fff]{2,12}$/
const NOT_A_POST = words('not-posts.txt')
const positions = new Map<string, number>()
for (const [title, count] of table('positions_from_train_splits.tsv.gz')) {
  if (!TITLE.test(title) || NOT_A_POST.has(title) || (count < 2 && title.length > 8) || /届|第[一二三四五六七八九十]/.test(title)) continue
  positions.set(title, count)
}
for (const title of words('official-titles.txt')) if (!positions.has(title)) positions.set(title, 1)

const write = (file: string, head: string, rows: ReadonlyMap<string, number>): void => {
  const lines = [...rows].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name, value]) => `${name}\t${value}`)
  writeFileSync(join(out, file), [head, ...lines, ''].join('\n'))
  process.stdout.write(`${file}: ${lines.length}\n`)
}
write('surnames.tsv', 'surname\tweight', surnames)
write('positions.tsv', 'title\tcount', positions)
