import type { Bilingual } from './question.js'
import type { Stretch } from './spans.js'

/** Putting names and days into sentences and variables. */

export const fill = ({ zh, en }: Bilingual, names: readonly string[]): Bilingual => {
  const put = (text: string): string => text.replace(/\{(\d)\}/gu, (_, index: string) => names[Number(index) - 1] ?? '…')
  return { zh: put(zh), en: put(en) }
}

/** Days as variables, those that are given. */
export const datesOf = (stretch: Stretch | undefined): Readonly<Record<string, string>> =>
  ({ ...(stretch === undefined || stretch.from === '' ? {} : { from: stretch.from }), ...(stretch === undefined || stretch.to === '' ? {} : { to: stretch.to }) })

/** The last day asked about: what was known by then. */
export const asOfOf = (stretch: Stretch | undefined): Readonly<Record<string, string>> => (stretch === undefined || stretch.to === '' ? {} : { asOf: stretch.to })

/** The sentence with its days as they are applied; `known` where only the last day counts. */
export function withDates({ zh, en }: Bilingual, stretch: Stretch | undefined, known = false): Bilingual {
  if (stretch === undefined) return { zh, en }
  const { from, to } = stretch
  if (known) return to === '' ? { zh, en } : { zh: `${zh}（截至 ${to} 所知）`, en: `${en} (as known by ${to})` }
  if (from === '') return { zh: `${zh}（${to} 及以前）`, en: `${en} (until ${to})` }
  if (to === '') return { zh: `${zh}（${from} 及以后）`, en: `${en} (since ${from})` }
  return { zh: `${zh}（${from} 至 ${to}）`, en: `${en} (${from} to ${to})` }
}
