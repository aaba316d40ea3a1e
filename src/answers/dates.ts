import { PolicyGraphError } from '../core/errors.js'

const FORM = /^\d{4}-\d{2}-\d{2}$/

/** True for a day that exists, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!FORM.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The date, or '' when none is given. Throws BAD_INPUT for anything else. */
export function checkDate(text: string | null | undefined, argument: string): string {
  if (text === null || text === undefined || text === '') return ''
  if (!isIsoDate(text)) {
    throw new PolicyGraphError('BAD_INPUT', `${argument} 应写作 YYYY-MM-DD · ${argument} must be a date written YYYY-MM-DD`, { details: { argument } })
  }
  return text
}
