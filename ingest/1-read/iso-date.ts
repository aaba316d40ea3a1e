const DATE = /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/
/** 20230809, alone or before a time. */
const DIGITS = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?![\d.])/

/** ISO date of 2023-08-09 12:05:54, 2023年8月9日, 2023/8/9, 20230809; '' for anything else or an impossible day. */
export function isoDate(value: string): string {
  const match = DATE.exec(value) ?? DIGITS.exec(value)
  if (!match) return ''
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return ''
  return date.toISOString().slice(0, 10)
}
