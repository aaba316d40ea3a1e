/** An answer as an indented outline: one line for each plain field, things with a name by that name. */

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlain = (value: unknown): value is string | number | boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** `{name}` alone, or with id and kind, is that name. */
const nameOf = (value: Readonly<Record<string, unknown>>): string | undefined =>
  (typeof value['name'] === 'string' && Object.keys(value).every((key) => ['id', 'kind', 'name'].includes(key)) ? value['name'] : undefined)

function short(value: unknown): string | undefined {
  if (isPlain(value)) return String(value)
  return isRecord(value) ? nameOf(value) : undefined
}

function lines(key: string, value: unknown, indent: string): readonly string[] {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return []
  const text = short(value)
  if (text !== undefined) return [`${indent}${key}: ${text.replaceAll('\n', ' ')}`]
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown): readonly string[] => {
      const one = short(item)
      if (one !== undefined) return [`${indent}${key}: ${one}`]
      const inner = fields(item, `${indent}  `)
      return inner.length === 0 ? [] : [`${indent}- ${(inner[0] ?? '').trimStart()}`, ...inner.slice(1)]
    })
  }
  const inner = fields(value, `${indent}  `)
  return inner.length === 0 ? [] : [`${indent}${key}`, ...inner]
}

/** What one line of a list says first. */
const LEADS = ['verdict', 'day', 'type', 'strength', 'node', 'name', 'title', 'person', 'entity', 'quote', 'period']
const rank = (key: string): number => (LEADS.includes(key) ? LEADS.indexOf(key) : LEADS.length)

const fields = (value: unknown, indent: string): readonly string[] =>
  (isRecord(value) ? Object.entries(value).filter(([key]) => key !== 'id').sort(([a], [b]) => rank(a) - rank(b)).flatMap(([key, inner]) => lines(key, inner, indent)) : [])

/** Values that are null or empty are left out, and so are ids. */
export const outline = (value: unknown): string => fields(value, '').join('\n')
