import type { ArticleGraph } from '../../src/core/records.js'
import { buildArticle, type EntityDraft } from '../fixtures/builders.js'

/** Names that formats, spreadsheets, browsers and shells stumble over, each an entity with a fact of its own. */

export const HOSTILE_NAMES: readonly string[] = [
  '=cmd|\'/c calc\'!A1', '+1+2', '-2', '@SUM(A1)', '＝1+1', '\'撇号开头', '引"号"与,逗号;分号', ']]><script>alert(1)</script>&amp;<!--', '一\n二\r\n三\r四\t五',
  '\u202E倒写\u202C与\u2066隔离\u2069', '反斜\\u0027) DETACH DELETE n //\\', '𠮷野家😀有限公司', '控制\u0007符', '[链接](javascript:alert(1)) `码` *星*', '；分；号\\；', '长'.repeat(10_000),
]

const visitor: EntityDraft = { kind: 'PERSON', name: '"><img src=x onerror=alert(1)>', aliases: ['=别名()'], subkind: 'official' }

const firm = (name: string): EntityDraft => ({ kind: 'COMPANY', name, aliases: [`${name.slice(0, 40)}；简称`] })

const sentence = (name: string): string => `😀${visitor.name}走访${name}`

const draft = (id: string, names: readonly string[]): ArticleGraph => buildArticle({
  id, title: `</title><script>alert("${id}")</script>`, date: '2031-02-03', source: '=HYPERLINK("http://x")', byline: ['"作者"', '；'],
  text: names.map(sentence).join('。'),
  entities: [visitor, ...names.map(firm)],
  facts: names.map((name) => ({ type: 'VISITED', subject: visitor.name, object: name, quote: `${visitor.name}走访${name}`, rule: 'fix/"<>\\1' })),
})

/** Two articles: one with an id that is no path and no IRI, one with an address that must never become a link. */
export function hostileGraph(): readonly ArticleGraph[] {
  const [first, second] = [draft('a/../"b" <c>#?', HOSTILE_NAMES.slice(0, 8)), draft('h2', HOSTILE_NAMES.slice(8))]
  return [first, { ...second, article: { ...second.article, url: 'javascript:alert(1)' } }]
}
