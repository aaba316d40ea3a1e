import type { FieldValues } from './field-values.js'

const FRONT = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/** Splits `key: value` lines between two `---` lines from the text after them; without them all is text. */
export function splitFrontMatter(text: string): { readonly fields: FieldValues; readonly body: string } {
  const match = FRONT.exec(text)
  if (!match) return { fields: {}, body: text }
  const fields: Record<string, string> = {}
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const pair = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line)
    if (pair) fields[pair[1] ?? ''] = (pair[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')
  }
  return { fields, body: text.slice(match[0].length) }
}
