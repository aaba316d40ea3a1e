import type { Page } from 'playwright-core'
import { hostileGraph } from '../fixtures/hostile-graph.js'
import { buildArticle, type EntityDraft } from '../fixtures/builders.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { serve, type Served } from './served-samples.js'
import { describeInBrowser, storyteller } from './stories.js'

/** 100 kB in UTF-8. */
const LONG = `无尽${'长'.repeat(34_000)}公司`
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>有限公司'
const BIDI = '\u202E倒写\u202C与\u2066隔离\u2069公司'
const VISITOR = '<svg/onload=alert(3)>李客'

const person: EntityDraft = { kind: 'PERSON', name: VISITOR, subkind: 'official' }
const firm = (name: string): EntityDraft => ({ kind: 'COMPANY', name })
const names = [SCRIPT, BIDI, LONG]
const article = buildArticle({
  id: 'hostile-page', title: '</title><script>alert(4)</script>', date: '2031-02-03', source: '"><b>源</b>', byline: ['<i>作者</i>'],
  text: names.map((name) => `${VISITOR}走访${name}`).join('。'), entities: [person, ...names.map(firm)],
  facts: names.map((name) => ({ type: 'VISITED', subject: VISITOR, object: name, quote: `${VISITOR}走访${name}` })),
})

describeInBrowser('hostile text of articles is shown as text', () => {
  let served: Served
  let temp: TempStore
  beforeAll(async () => {
    temp = await openTempStore()
    await temp.store.write([article, ...hostileGraph()])
    served = await serve(temp.store)
  })
  afterAll(async () => {
    await served.close()
    await temp.remove()
  })
  const story = storyteller(() => served.url)
  /** No element came of the text, and nothing is wider than the page. */
  async function harmless(page: Page): Promise<void> {
    expect(await page.locator('main script, main img, main svg[onload], main b, main i').count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  }
  const idOf = async (page: Page, kind: string): Promise<string> => {
    const reply = await page.request.post('/graphql', { data: { query: `{ search(text: "李客", kinds: [${kind}], first: 1) { nodes { id } } }` } })
    const { data } = (await reply.json()) as { readonly data: { readonly search: { readonly nodes: readonly { readonly id: string }[] } } }
    return data.search.nodes[0]?.id ?? ''
  }

  it('on the page of an entity and among suggestions', story(async ({ page }) => {
    await page.goto(`/?q=x&id=${await idOf(page, 'PERSON')}`)
    await page.getByRole('heading', { level: 1, name: VISITOR }).waitFor()
    await page.locator('section[aria-labelledby="facts"] li').first().waitFor()
    expect(await page.locator('main').innerText()).toContain(SCRIPT)
    await harmless(page)
    await page.getByRole('combobox').fill('有限公司')
    await page.getByRole('option').first().waitFor()
    await harmless(page)
  }))

  it('on the graph, in its table and in the panel of a line', story(async ({ page }) => {
    await page.goto(`/?q=x&id=${await idOf(page, 'PERSON')}`)
    await page.locator('main a[href*="screen=graph"]').first().click()
    await page.locator('.workspace[data-settled="true"]').waitFor()
    expect(await page.getByRole('region', { name: '图上的事实' }).innerText()).toContain(SCRIPT)
    await page.getByRole('region', { name: '图上的事实' }).locator('tbody tr', { hasText: '倒写' }).getByRole('button').click()
    await page.locator('.side blockquote').first().waitFor()
    await harmless(page)
    await page.getByRole('button', { name: '按地区分层' }).click()
    await harmless(page)
  }))

  it('in the reader of the article', story(async ({ page }) => {
    await page.goto('/?screen=article&id=hostile-page')
    await page.locator('.reader .text').waitFor()
    expect(await page.locator('.reader h1').innerText()).toBe('</title><script>alert(4)</script>')
    expect(await page.locator('.reader .text').innerText()).toContain(`${VISITOR}走访${SCRIPT}`)
    await harmless(page)
  }))

  it.each([
    ['a connection', `/?q=${encodeURIComponent(VISITOR)}&to=${encodeURIComponent(SCRIPT)}`, '.path'],
    ['a claim', `/?screen=claim&subject=${encodeURIComponent(VISITOR)}&object=${encodeURIComponent(SCRIPT)}`, 'article.verdict'],
    ['a group', `/?screen=group&names=${encodeURIComponent(`${VISITOR},${SCRIPT},${BIDI}`)}`, '.matrix'],
    ['a plain question', `/?screen=ask&question=${encodeURIComponent(`${VISITOR}走访了哪些企业？`)}`, 'main h1'],
    ['the review', '/?screen=review', '.desk .panel blockquote'],
    ['an unknown name', `/?q=${encodeURIComponent(`${SCRIPT}${BIDI}`)}`, 'main h1'],
  ])('in the answer about %s', (_, path, seen) => story(async ({ page }) => {
    await page.goto(path)
    await page.locator(seen).first().waitFor()
    await harmless(page)
  })())
})
