import type { Answered } from './answers.js'

/** docs/questions.md from the worked examples and their answers. */

const WIDE = 150

/** JSON with what fits on a line on one line. */
export function compact(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value)
  if (typeof value !== 'object' || value === null || flat.length + indent.length <= WIDE) return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + compact(item, inner)).join(',\n')}\n${indent}]`
  return `{\n${Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${compact(item, inner)}`).join(',\n')}\n${indent}}`
}

/** Items of a list and characters of a text that the document shows; the whole answer is in test/questions/answers.json. */
const SHOWN_ITEMS = 4
const SHOWN_CHARACTERS = 160

/** The answer with long lists and texts cut, each cut told. */
export function shorten(value: unknown): unknown {
  if (typeof value === 'string') return value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value
  if (Array.isArray(value)) return value.length > SHOWN_ITEMS ? [...value.slice(0, SHOWN_ITEMS).map(shorten), `… ${value.length - SHOWN_ITEMS} more`] : value.map(shorten)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorten(item)]))
  return value
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``

const section = ({ name, zh, en, query, answer }: Answered): string => [
  `## ${zh}`, `${en} · [${name}.graphql](../queries/${name}.graphql)`,
  block('graphql', query.split('\n').filter((line) => !line.startsWith('#')).join('\n')),
  `<details><summary>答案 · answer</summary>\n\n${block('json', compact(shorten(answer)))}\n\n</details>`,
].join('\n\n')

const PREFACE = `# 问答示例 · Worked examples

分析者、研究者与记者的 {n} 个问题，及其在内置示例文章上的真实答案。每个问题都在 GraphiQL（\`/graphql\`）里有一个标签页，变量都有默认值，改了即可问自己的图。
本文由 \`npm run questions\` 生成，测试保证其不过时；问之前，已有几项人的决定（test/questions/decisions.ts）。长列表与长文有删节，删了多少都有注明。

{n} questions of analysts, researchers and reporters with their real answers on the bundled samples. Each is a tab in GraphiQL (\`/graphql\`); its variables have defaults to put your own names in. Written by \`npm run questions\` and checked by a test for being up to date; a few decisions of people (test/questions/decisions.ts) come first. Long lists and texts are cut, and say so.
`

export const documentOf = (answered: readonly Answered[]): string => `${PREFACE.replaceAll('{n}', String(answered.length))}\n${answered.map(section).join('\n\n')}\n`
