/** Days that a question names, and the text without them. */

/** A stretch of time; ISO days, inclusive, '' where open. */
export interface Stretch {
  readonly from: string
  readonly to: string
  /** The words that said so. */
  readonly said: string
}

export interface Dated {
  /** The question with its days blanked out. */
  readonly text: string
  readonly stretch: Stretch | undefined
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day))
const lastOf = (year: number, month: number): string => iso(utc(year, month + 1, 0))

type Bounds = readonly [from: string, to: string]

const ofYear = (year: number): Bounds => [`${year}-01-01`, `${year}-12-31`]
const ofMonth = (year: number, month: number): Bounds => {
  const first = utc(year, month, 1)
  return [iso(first), lastOf(first.getUTCFullYear(), first.getUTCMonth() + 1)]
}
const ofDay = (year: number, month: number, day: number): Bounds => [iso(utc(year, month, day)), iso(utc(year, month, day))]

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const monthOf = (text: string): number => MONTHS.findIndex((name) => name.startsWith(text.slice(0, 3))) + 1

/** Words for a time counted from today. `day` is today. */
const RELATIVE: readonly (readonly [RegExp, (day: Date) => Bounds])[] = [
  [/今年|本年|this year/u, (day) => ofYear(day.getUTCFullYear())],
  [/去年|上一年|last year|the past year/u, (day) => ofYear(day.getUTCFullYear() - 1)],
  [/前年|the year before last/u, (day) => ofYear(day.getUTCFullYear() - 2)],
  [/本月|这个月|this month/u, (day) => ofMonth(day.getUTCFullYear(), day.getUTCMonth() + 1)],
  [/上个月|上月|last month/u, (day) => ofMonth(day.getUTCFullYear(), day.getUTCMonth())],
  [/今天|today/u, (day) => [iso(day), iso(day)]],
  [/昨天|昨日|yesterday/u, (day) => [iso(new Date(day.getTime() - 86_400_000)), iso(new Date(day.getTime() - 86_400_000))]],
]

const YEAR = '(1[89]\\d{2}|20\\d{2})'
const MONTH_NAME = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** Written days, months and years; the first that fits at a place counts, so the finest come first. */
const WRITTEN: readonly (readonly [RegExp, (parts: readonly string[]) => Bounds])[] = [
  [new RegExp(`${YEAR}\\s*[年\\-/.]\\s*(\\d{1,2})\\s*[月\\-/.]\\s*(\\d{1,2})\\s*[日号]?`, 'u'), ([y, m, d]) => ofDay(Number(y), Number(m), Number(d))],
  [new RegExp(`${MONTH_NAME}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}`, 'u'), ([m = '', d, y]) => ofDay(Number(y), monthOf(m), Number(d))],
  [new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH_NAME},?\\s+${YEAR}`, 'u'), ([d, m = '', y]) => ofDay(Number(y), monthOf(m), Number(d))],
  [new RegExp(`${YEAR}\\s*[年\\-/.]\\s*(1[0-2]|0?[1-9])(?!\\d)\\s*月?份?`, 'u'), ([y, m]) => ofMonth(Number(y), Number(m))],
  [new RegExp(`${MONTH_NAME},?\\s+(?:of\\s+)?${YEAR}`, 'u'), ([m = '', y]) => ofMonth(Number(y), monthOf(m))],
  [new RegExp(`${YEAR}\\s*年?(?:度|底|末)?`, 'u'), ([y]) => ofYear(Number(y))],
]

interface FoundDay {
  readonly start: number
  readonly end: number
  readonly bounds: Bounds
}

function firstDay(text: string, from: number, today: Date): FoundDay | undefined {
  const rest = text.slice(from)
  const found: FoundDay[] = []
  const add = (match: RegExpExecArray | null, bounds: (parts: readonly string[]) => Bounds): void => {
    if (match !== null) found.push({ start: from + match.index, end: from + match.index + match[0].length, bounds: bounds(match.slice(1)) })
  }
  for (const [pattern, bounds] of RELATIVE) add(pattern.exec(rest), () => bounds(today))
  for (const [pattern, bounds] of WRITTEN) {
    const match = pattern.exec(rest)
    // A year within a longer number, a code or a name of an event (2024年会) is no day.
    if (match === null || /\d$/u.test(rest.slice(0, match.index)) || /^(?:\d|会)/u.test(rest.slice(match.index + match[0].length))) continue
    add(match, bounds)
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)[0]
}

const SINCE_BEFORE = /(?:自从|自|从|since|after|from)\s*$/u
const SINCE_AFTER = /^\s*(?:以来|以后|之后|起|后(?!来)|onwards?|and later)/u
const UNTIL_BEFORE = /(?:截至|截止到?|到|直到|until|till|up to|by the end of|as of|before|by|through)\s*$/u
const UNTIL_AFTER = /^\s*(?:以前|之前|前|为止|止|and earlier)/u
const RANGE = /^\s*(?:到|至|-|–|—|~|to|and|until|through)\s*$/u
const BEFORE_WORDS = /(?:\s|^)(?:in|on|during|between|as at|at|for|在|于|是|的|of|the)\s*$/u
const IS_STRICT = /(?:before|after)\s*$/u
const STRICT_AFTER = /^\s*(?:以前|之前|以后|之后|前|后)/u

const step = (day: string, days: number): string => iso(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000))

/** Days that exist only: a wrong day (2月30日) moves on to the next, as calendars count. */
export function readSpan(text: string, today: Date): Dated {
  const day = firstDay(text, 0, today)
  if (day === undefined) return { text, stretch: undefined }
  let { start, end } = day
  let [from, to] = day.bounds
  const next = firstDay(text, end, today)
  const before = text.slice(0, start)
  if (next !== undefined && RANGE.test(text.slice(end, next.start))) {
    end = next.end
    to = next.bounds[1]
    start -= (/(?:从|自|between|from)\s*$/u.exec(before)?.[0] ?? '').length
    end += (/^\s*(?:之间|期间|间)/u.exec(text.slice(end))?.[0] ?? '').length
  } else {
    const after = text.slice(end)
    const [since, sinceAfter, until, untilAfter] = [SINCE_BEFORE.exec(before), SINCE_AFTER.exec(after), UNTIL_BEFORE.exec(before), UNTIL_AFTER.exec(after)]
    if (since !== null || sinceAfter !== null) {
      if (IS_STRICT.test(before) || STRICT_AFTER.test(after)) from = step(to, 1)
      to = ''
      start -= since?.[0].length ?? 0
      end += sinceAfter?.[0].length ?? 0
    } else if (until !== null || untilAfter !== null) {
      if (IS_STRICT.test(before) || STRICT_AFTER.test(after)) to = step(from, -1)
      from = ''
      start -= until?.[0].length ?? 0
      end += untilAfter?.[0].length ?? 0
    } else start -= (BEFORE_WORDS.exec(before)?.[0] ?? '').length
  }
  return { text: `${text.slice(0, start)} ${text.slice(end)}`, stretch: { from, to, said: text.slice(start, end).trim() } }
}
