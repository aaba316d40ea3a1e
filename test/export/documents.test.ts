import { citeEnglish, citeGbt7714, type Cited } from '../../src/export/dossier/citation.js'
import { dossierPage } from '../../src/export/dossier/dossier-page.js'
import { dossierOf } from '../../src/export/dossier/dossier.js'
import { cardPage, factCard } from '../../src/export/dossier/fact-card.js'
import { toHtml } from '../../src/export/dossier/to-html.js'
import { escapeMarkdown, toMarkdown } from '../../src/export/dossier/to-markdown.js'
import { factId, entityId } from '../../src/core/ids.js'
import { errorOf } from '../answers/answer-graph.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { FACTS } from '../queries/cases.js'
import { HOSTILE_NAMES, hostileGraph } from '../fixtures/hostile-graph.js'

const BASE = 'https://graph.test/'
const OPTIONS = { base: BASE }

let temp: TempStore
beforeAll(async () => {
  temp = await openTempStore()
  await temp.store.write([...SMALL_GRAPH, ...hostileGraph()])
})
afterAll(() => temp.remove())

describe('the card of a fact', () => {
  test('holds the exact quote, its place, its source and a line to cite', async () => {
    const card = await factCard(temp.store, FACTS.promotes, OPTIONS)
    expect(card).toMatchObject({
      permalink: `${BASE}fact/${FACTS.promotes}`, type: 'PROMOTES', modality: 'URGED', strength: 'STATED', articleCount: 2, independentOriginals: 1,
      subject: { id: SMALL.official }, object: { id: SMALL.zone }, speaker: { id: SMALL.official },
    })
    expect(card.doubts.map(({ code }) => code)).toEqual(['URGED', 'SINGLE_SOURCE', 'SYNTHETIC'])
    for (const { quote, raw, article, textHash, before, after } of card.evidence) {
      const stored = SMALL_GRAPH.find((graph) => graph.article.id === article.id)?.article
      expect(stored?.rawText.slice(raw.start, raw.end)).toBe(quote)
      expect(stored?.rawText).toContain(`${before}${quote}${after}`)
      expect(textHash).toBe(stored?.textHash)
    }
    expect(card.evidence.map(({ citation }) => citation.gbt7714)).toContain('江渡. 陆沉远走访企业[N]. 岚州日报, 2031-06-04.（示例文章，内容虚构）')
  })

  test.each<[keyof typeof FACTS, readonly string[]]>([
    ['denied', ['DENIED', 'SINGLE_SOURCE', 'SYNTHETIC']],
    ['invests', ['PLANNED', 'SINGLE_SOURCE', 'SYNTHETIC']],
    ['list', ['WEAK', 'SINGLE_SOURCE', 'SYNTHETIC']],
    ['joins', ['PLANNED', 'WEAK', 'SYNTHETIC']],
  ])('names the doubts about %s', async (fact, doubts) => {
    expect((await factCard(temp.store, FACTS[fact], OPTIONS)).doubts.map(({ code }) => code)).toEqual(doubts)
  })

  test('is there for a co-mention too, which says so', async () => {
    const [a = '', b = ''] = [SMALL.pumps, SMALL.zone].sort()
    const card = await factCard(temp.store, `co_${a}_${b}`, OPTIONS)
    expect(card.doubts.map(({ code }) => code)).toContain('TOGETHER_ONLY')
    expect(card.evidence.length).toBeGreaterThan(0)
  })

  test.each(['f_0000000000000000', 'co_p_0000000000000000_r_0000000000000000', '', '../etc/passwd', '名'.repeat(10_000)])('%.40s is not found', async (id) => {
    expect((await errorOf(factCard(temp.store, id, OPTIONS))).code).toBe('NOT_FOUND')
  })
})

describe('the dossier of an entity', () => {
  const render = async (name: string): Promise<string> => toMarkdown(dossierPage(await dossierOf(temp.store, name), { accessed: '2031-12-01' }))

  test('shows the words that introduced each name, the earliest first', async () => {
    const { names } = await dossierOf(temp.store, SMALL.pumps)
    expect(names.map(({ form, introduced }) => [form, introduced?.article.id])).toEqual([['岚州磐石泵业有限公司', 'a3'], ['磐石泵业', 'a1']])
    for (const { form, introduced } of names) expect(introduced?.quote).toContain(form)
  })

  test('says posts, strength, modality, denials and sources in words', async () => {
    const text = await render('芯河科技')
    expect(text).toMatch(/^# 岚州芯河科技有限公司\n/u)
    for (const words of ['否认 · Denied', '原文否认此事 · the text denies it', '上下文可知 · Implied', '被走访于 · was visited by', '与其合作 · collaborates with', '汀江航运集团', '来源 · Sources', '2031-09-10'])
      expect(text).toContain(words)
    expect(await render('祁望舒')).toMatch(/## 任职于[^\n]*\n\n▪ 汀江县 县长/u)
  })

  test('gives a symmetric fact once', async () => {
    const { groups } = await dossierOf(temp.store, SMALL.ferries)
    expect(groups.map(({ type, facts }) => [type, facts.length])).toEqual([['COLLABORATES_WITH', 1], ['INVESTS_IN', 1]])
  })

  test('is the same however often it is made', async () => {
    expect(await render(SMALL.official)).toBe(await render(SMALL.official))
  })
})

describe('what articles say', () => {
  const ids = (name: string): readonly [string, string] => [entityId('COMPANY', name), factId('VISITED', entityId('PERSON', '"><img src=x onerror=alert(1)>'), entityId('COMPANY', name), '')]

  test.each(HOSTILE_NAMES.map((name, index) => [index, name] as const))('makes no markup, script or link in HTML (name %i)', async (_index, name) => {
    const [entity, fact] = ids(name)
    const pages = [toHtml(dossierPage(await dossierOf(temp.store, entity))), toHtml(cardPage(await factCard(temp.store, fact, OPTIONS)))]
    for (const page of pages) {
      const tags = [...page.matchAll(/<\/?([a-z0-9!]+)/giu)].map(([, tag]) => tag?.toLowerCase())
      expect(new Set(tags)).toEqual(new Set(tags.filter((tag) => ['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'h2', 'h3', 'p', 'ul', 'li', 'dl', 'dt', 'dd', 'blockquote', 'footer', 'mark', 'span', 'strong', 'a', 'bdi'].includes(tag ?? ''))))
      for (const [, href] of page.matchAll(/href="([^"]*)"/gu)) expect(href).toMatch(/^(?:https?:\/\/|\/(?!\/)|#)/u)
      expect(page).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0007]/u)
      expect(page).toContain("default-src &#39;none&#39;; style-src &#39;sha256-")
    }
  })

  test('spells out marks that turn the direction of writing', async () => {
    const name = HOSTILE_NAMES.find((candidate) => candidate.startsWith('\u202E')) ?? ''
    expect(toMarkdown(dossierPage(await dossierOf(temp.store, ids(name)[0])))).toContain('⟨U+202E⟩倒写')
  })

  test.each([
    ['[链接](javascript:alert(1)) `码` *星*', '\\[链接\\](javascript:alert(1)) \\`码\\` \\*星\\*'],
    ['<script>', '\\<script\\>'],
    ['1. 列表', '1\\. 列表'],
    ['- 列表', '\\- 列表'],
    ['# 标题\n---', '\\# 标题 ---'],
    ['见 https://a.test', '见 https\\://a.test'],
    ['2031-06-04', '2031-06-04'],
  ])('%j is %j in Markdown', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })
})

describe('a citation', () => {
  const article: Cited = { id: 'a', title: '某市开会', source: '某报', date: '2031-06-04', url: '', byline: ['甲'], synthetic: false }
  test.each<[Partial<Cited>, string, string]>([
    [{}, '甲. 某市开会[N]. 某报, 2031-06-04.', '甲, “某市开会”, 某报, 4 June 2031.'],
    [{ url: 'https://a.test/1' }, '甲. 某市开会[N/OL]. 某报, 2031-06-04[2031-12-01]. https://a.test/1.', '甲, “某市开会”, 某报, 4 June 2031, https://a.test/1 (accessed 1 December 2031).'],
    [{ url: 'javascript:alert(1)' }, '甲. 某市开会[N]. 某报, 2031-06-04.', '甲, “某市开会”, 某报, 4 June 2031.'],
    [{ byline: ['甲', '乙', '丙', '丁'] }, '甲, 乙, 丙, 等. 某市开会[N]. 某报, 2031-06-04.', '甲, 乙, 丙, et al., “某市开会”, 某报, 4 June 2031.'],
    [{ title: '', source: '', date: '', byline: [], url: 'https://a.test/' }, '[题名不详][EB/OL]. [来源不详], [日期不详][2031-12-01]. https://a.test/.', '“Untitled”, source unknown, n.d., https://a.test/ (accessed 1 December 2031).'],
    [{ date: '2031-06' }, '甲. 某市开会[N]. 某报, 2031-06.', '甲, “某市开会”, 某报, 2031-06.'],
  ])('of %j is ready to use', (change, chinese, english) => {
    expect(citeGbt7714({ ...article, ...change }, '2031-12-01')).toBe(chinese)
    expect(citeEnglish({ ...article, ...change }, '2031-12-01')).toBe(english)
  })
})
