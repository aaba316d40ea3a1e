import type { Discourse } from './passage.js'

const FULL = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/
const DAY = /(?<![\d月])(\d{1,2})日(?=上午|下午|晚|中午|凌晨|，|在|电|讯)/
const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * The day of what the sentences tell, ISO, or ''. A full date stands by itself; month and day, or a day alone, take the year (and
 * month) from the article's date: the latest such day that is not after it. 昨天 and 今天 count from the article's date.
 */
export function eventDate(discourse: Discourse, from: number, to: number, articleDate: string): string {
  const text = discourse.text.slice(discourse.passages[from]?.start ?? 0, discourse.passages[to]?.end ?? 0)
  const published = /^(\d{4})-(\d{2})-(\d{2})/.exec(articleDate)
  const full = FULL.exec(text)
  if (full) {
    const month = Number(full[2])
    const day = Number(full[3])
    if (full[1] !== undefined) return iso(Number(full[1]), month, day)
    if (!published) return ''
    const year = Number(published[1])
    return iso(year, month, day) > articleDate.slice(0, 10) && month > Number(published[2]) + 1 ? iso(year - 1, month, day) : iso(year, month, day)
  }
  if (!published) return ''
  const [year, month, date] = [Number(published[1]), Number(published[2]), Number(published[3])]
  const day = DAY.exec(text)
  if (day) {
    const value = Number(day[1])
    return value <= date ? iso(year, month, value) : month > 1 ? iso(year, month - 1, value) : iso(year - 1, 12, value)
  }
  if (/昨天|昨日/.test(text)) return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10)
  if (/今天|今日/.test(text)) return articleDate.slice(0, 10)
  return ''
}

function iso(year: number, month: number, day: number): string {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${year}-${pad(month)}-${pad(day)}` : ''
}
