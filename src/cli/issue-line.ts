import type { Issue } from '../core/issue.js'

/** One issue on one line, with its place as far as it is known. */
export function issueLine({ code, severity, message, file, line, articleId }: Issue): string {
  const place = [file, line === undefined ? undefined : `${line}`].filter((part) => part !== undefined).join(':')
  const where = [place, articleId ?? ''].filter((part) => part !== '').join(' ')
  return `${severity === 'error' ? '错误' : '注意'} ${code}${where === '' ? '' : ` (${where})`}: ${message}`
}
