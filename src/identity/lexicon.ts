/** The word lists of name comparison, read once from `lexicon/*.tsv`. */
import { readFileSync } from 'node:fs'
import { projectPath } from '../core/paths.js'

/** Rows of a list: cells by tab, `#` comments and empty lines left out. */
export function readTable(file: string): string[][] {
  return readFileSync(projectPath('src/identity', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

/** The value of `load`, computed at the first call. */
export function once<T>(load: () => T): () => T {
  let value: { readonly is: T } | undefined
  return () => (value ??= { is: load() }).is
}

/** Pairs of a two-column list, longest first column first, so that a long form is not cut by a short one. */
export const loadPairs = (file: string): readonly (readonly [string, string])[] =>
  readTable(file)
    .map(([from = '', to = '']): [string, string] => [from, to])
    .sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))

export type LineClass = 'light' | 'plain' | 'strong'

/** Words that name a line of business, by how much they tell firms of one trade name apart. */
export const businessLines = once((): ReadonlyMap<string, LineClass> =>
  new Map(readTable('lexicon/business-lines.tsv').flatMap(([kind, words = '']) =>
    kind === 'light' || kind === 'plain' || kind === 'strong' ? words.split(' ').map((word): [string, LineClass] => [word, kind]) : [],
  )))

/** Legal forms by ending, longest first; the second column is the class of the form. */
export const legalForms = once(() => loadPairs('lexicon/legal-forms.tsv'))
/** Fixed short names of well-known firms and their full names. */
export const companyShortNames = once(() => new Map(loadPairs('lexicon/company-short-names.tsv')))
/** Short forms of organs and the full ones. */
export const organForms = once(() => loadPairs('lexicon/organ-forms.tsv'))
/** Short names of single well-known bodies. */
export const organShortNames = once(() => new Map(loadPairs('lexicon/organ-short-names.tsv')))
/** Short forms within names of initiatives and the full ones. */
export const initiativeForms = once(() => loadPairs('lexicon/initiative-forms.tsv'))
/** Trade names that many unrelated firms carry. */
export const commonTradeNames = once((): ReadonlySet<string> => new Set(readTable('lexicon/common-trade-names.tsv').flatMap(([words = '']) => words.split(' '))))
/** Share of bearers of a given name among all, by given name. */
export const givenNames = once((): ReadonlyMap<string, number> =>
  new Map(readTable('lexicon/given-names.tsv').flatMap(([share = '', names = '']) => names.split(' ').map((name): [string, number] => [name, Number(share)]))))
/** Share of bearers of a surname among all, by surname. */
export const surnameShares = once((): ReadonlyMap<string, number> => {
  const rows = readFileSync(projectPath('ingest/3-extract/lexicon/surnames.tsv'), 'utf8').split('\n').slice(1).map((line) => line.split('\t'))
  const total = rows.reduce((sum, [, weight = '0']) => sum + Number(weight), 0)
  return new Map(rows.map(([name = '', weight = '0']): [string, number] => [name, Number(weight) / total]))
})
