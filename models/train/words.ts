/** The words of the tagger's trie, from the lexicon and the suffix classes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { codeOf } from '../../ingest/3-extract/recogniser/alphabet.js'
import { SUFFIX_SHIFT, WORD, WordTrie } from '../../ingest/3-extract/recogniser/word-trie.js'
import { projectPath } from '../../src/core/paths.js'

const rows = (path: string): string[][] =>
  readFileSync(projectPath(path), 'utf8').split('\n').slice(1).filter((line) => line !== '').map((line) => line.split('\t'))

/** Everyday names that are also everyday words; taken in full only. */
const TOO_COMMON = new Set(['和平', '通道', '新城', '城区', '市中', '城中', '城关', '铁东', '铁西', '向阳', '前进', '友好', '东风', '红旗', '光明', '文明', '建设', '解放', '胜利', '合作', '互助', '民和', '大方', '平安', '中方', '公安', '开平', '太平', '自由', '幸福', '繁荣', '团结', '东方', '江北', '江南'])

/** Every list in one trie. `corpora` is the folder that holds gazetteers/. */
export const buildWords = (corpora: string): WordTrie => {
  const words: { codes: number[]; value: number }[] = []
  const add = (word: string, value: number): void => {
    words.push({ codes: Array.from({ length: word.length }, (_, index) => codeOf(word.charCodeAt(index))), value })
  }
  for (const [, name = '', short = '', level = ''] of rows('ingest/3-extract/lexicon/regions.tsv')) {
    const far = level === 'country' || level === 'area'
    add(name, far ? WORD.PLACE : WORD.REGION)
    if (short !== name && !TOO_COMMON.has(short)) add(short, far ? WORD.PLACE : WORD.REGION_SHORT)
  }
  for (const [, list = ''] of rows('ingest/3-extract/lexicon/regions-towns.tsv')) for (const town of list.split(' ')) add(town.slice(3), WORD.TOWN)
  for (const [title = ''] of rows('ingest/3-extract/lexicon/positions.tsv')) add(title, WORD.TITLE)
  for (const [surname = ''] of rows('ingest/3-extract/lexicon/surnames.tsv')) add(surname, WORD.SURNAME)
  for (const line of gunzipSync(readFileSync(join(corpora, 'gazetteers/listed_company.json.gz'))).toString('utf8').split('\n')) {
    if (line === '') continue
    const { name } = JSON.parse(line) as { name: string }
    add(name.replace(/^(ST|\*ST|XD|N)/, '').replace(/[A-Z]$/, ''), WORD.LISTED)
  }
  for (const line of readFileSync(projectPath('models/train/lexicon/suffix-classes.tsv'), 'utf8').split('\n')) {
    const [id = '0', list = ''] = line.split('\t')
    for (const word of list.split(' ')) if (word !== '') add(word, Number(id) << SUFFIX_SHIFT)
  }
  return WordTrie.build(words)
}
