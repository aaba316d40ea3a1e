import { ENTITY_KIND_NAMES } from '../../schema/ontology/index.js'
import type { ArticleGraph } from '../../src/core/records.js'
import type { GoldArticle } from './measure.js'

const plain = (form: string): string => form.replace(/[“”‘’「」"'《》\s]/g, '')

/** Rows: annotated kind; columns: kind that the program gave a like form, or `-` when it gave none. The last row holds forms nobody annotated. */
export function confusionTable(gold: readonly GoldArticle[], graphs: ReadonlyMap<string, ArticleGraph>): string {
  const columns = [...ENTITY_KIND_NAMES, '-']
  const counts = new Map<string, number>()
  const add = (row: string, column: string): void => void counts.set(`${row} ${column}`, (counts.get(`${row} ${column}`) ?? 0) + 1)
  for (const article of gold) {
    const found = new Map<string, string>()
    for (const { kind, name, aliases, mentions } of graphs.get(article.id)?.entities ?? []) for (const form of [name, ...aliases, ...mentions.map(({ text }) => text)]) found.set(plain(form), kind)
    const annotated = new Set([...(article.ignore ?? []), ...(article.byline ?? [])].map(plain))
    for (const entity of article.entities) {
      const forms = [entity.name, ...entity.mentions].map(plain)
      for (const form of forms) annotated.add(form)
      const kinds = forms.flatMap((form) => found.get(form) ?? [])
      add(entity.kind, kinds.includes(entity.kind) ? entity.kind : (kinds[0] ?? '-'))
    }
    for (const { kind, name, aliases } of graphs.get(article.id)?.entities ?? []) if (![name, ...aliases].some((form) => annotated.has(plain(form)))) add('-', kind)
  }
  const cell = (text: string): string => text.padStart(13)
  return [cell('') + columns.map(cell).join(''), ...columns.map((row) => cell(row) + columns.map((column) => cell(String(counts.get(`${row} ${column}`) ?? ''))).join(''))].join('\n')
}
