import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createServer } from '../../src/api/server.js'
import { TokenBook } from '../../src/auth/token-book.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { settled } from './chromium.js'
import { serveSamples, type Served } from './served-samples.js'
import { describeInBrowser, storiesOnSamples, storyteller } from './stories.js'

const PERSON = '张彤'
const ARTICLE = '张彤走访崇川区科技企业'

const panel = (page: Page) => page.getByRole('region', { name: '审定', exact: true }).first()
const list = (page: Page) => page.getByRole('region', { name: '待审清单' })
/** Ids of what stands in the list, in its order. */
async function listed(page: Page): Promise<readonly string[]> {
  const items = await list(page).locator('li').all()
  return Promise.all(items.map(async (item) => (await item.getAttribute('id')) ?? ''))
}

/** Id of the fact that is open. */
const openFact = async (page: Page): Promise<string> => ((await panel(page).locator('a[href^="/fact/"]').getAttribute('href')) ?? '').split('/').at(-1) ?? ''

const reason = (page: Page) => page.getByRole('textbox', { name: /^理由/u }).first()

async function openQueue(page: Page, more = ''): Promise<void> {
  await page.goto(`/?screen=review${more}`)
  await panel(page).locator('blockquote').first().waitFor()
  await settled(page)
}

/** Opens the damaged article by its title, from the search box. */
async function openArticle(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('combobox').first().fill(ARTICLE)
  await page.getByRole('group', { name: '文章' }).getByRole('option').first().click()
  await page.locator('.reader .text .said').first().waitFor()
  await settled(page)
}

/** Selects words of the text as a mouse does. */
const selectWords = (page: Page, words: string): Promise<string> => page.evaluate(`(() => {
  const text = document.querySelector('.reader .text')
  const at = text.textContent.indexOf(${JSON.stringify(words)})
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let before = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = before + node.length
    if (at >= before && at < end) range.setStart(node, at - before)
    if (at + ${words.length} > before && at + ${words.length} <= end) range.setEnd(node, at + ${words.length} - before)
    before = end
  }
  getSelection().removeAllRanges()
  getSelection().addRange(range)
  return getSelection().toString()
})()`)

describeInBrowser('a reviewer in the browser', () => {
  const { story, url } = storiesOnSamples()

  it('goes through the queue by keyboard: confirms, rejects, asks for a source', story(async ({ page }) => {
    await openQueue(page)
    const ids = await listed(page)
    expect(ids).toHaveLength(20)
    const scores = (await list(page).locator('li .quiet').allInnerTexts()).map(Number)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))

    for (const [key, decision, at] of [['c', '已证实', 0], ['r', '已否定', 1], ['s', '需补出处', 2]] as const) {
      await page.keyboard.press(key)
      await page.locator('.review input:focus').waitFor()
      await page.keyboard.type(`看过原文 ${key}`)
      await page.keyboard.press('Enter')
      await list(page).locator(`#${ids[at] ?? ''} strong`).waitFor()
      expect(await list(page).locator(`#${ids[at] ?? ''}`).innerText()).toContain(decision)
      // The next one is open, and single keys work at once.
      await page.locator(`#${ids[at + 1] ?? ''} [aria-current="true"]`).waitFor()
      await panel(page).locator('blockquote').first().waitFor()
      await settled(page)
    }
    // The reason that was given before is offered again, and Escape leaves it.
    await page.keyboard.press('c')
    await page.locator('.review input:focus').waitFor()
    expect(await reason(page).inputValue()).toBe('看过原文 c')
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await page.locator(`#${ids[2] ?? ''} [aria-current="true"]`).waitFor()
    await page.keyboard.press('j')
    await page.locator(`#${ids[3] ?? ''} [aria-current="true"]`).waitFor()

    // Confirmed and rejected ones wait for a second reader and are not in the queue otherwise.
    await openQueue(page)
    const left = await listed(page)
    expect(left).not.toContain(ids[0])
    expect(left).not.toContain(ids[1])
    expect(left).toContain(ids[2])
    await page.goto('/?screen=review&wait=ONE_READER')
    await panel(page).locator('blockquote').first().waitFor()
    expect(await list(page).locator('li').count()).toBe(2)
  }))

  it('switches the keys off', story(async ({ page }) => {
    await openQueue(page)
    const first = await page.locator('[aria-current="true"]').last().innerText()
    await page.getByRole('checkbox', { name: '启用快捷键' }).uncheck()
    await page.keyboard.press('j')
    await page.waitForTimeout(300)
    expect(await page.locator('[aria-current="true"]').last().innerText()).toBe(first)
  }))

  it('disputes a fact, sees it at the front of the disputed ones, and settles it', story(async ({ page }) => {
    await openQueue(page)
    await page.keyboard.press('d')
    await page.locator('.review input:focus').waitFor()
    await page.keyboard.type('当事企业已更正')
    await page.keyboard.press('Enter')
    await page.getByText('刚才已决定：提出异议').waitFor()
    await page.goto('/?screen=review&wait=DISPUTED')
    await panel(page).getByText('有人提出异议。').waitFor()
    expect(await list(page).locator('li').count()).toBe(1)
    await panel(page).getByText(/^经过（\d+）$/u).click()
    expect(await panel(page).locator('.review ol').innerText()).toMatch(/local 提出异议：当事企业已更正/u)
    await reason(page).fill('已核对更正启事')
    await panel(page).getByRole('button', { name: '了结异议' }).click()
    await page.getByText('刚才已决定：异议了结').waitFor()
  }))

  it('is told in words when somebody was faster, and nothing is lost', story(async ({ page }) => {
    await openQueue(page)
    const id = await openFact(page)
    await reason(page).fill('我看原文有此句')
    // A colleague decides meanwhile.
    const faster = await page.request.post('/graphql', { data: { query: 'mutation($id: ID!) { review(fact: $id, verdict: NEEDS_SOURCE, reason: "出处太单薄") { version } }', variables: { id } }, headers: { origin: url() } })
    expect(faster.ok()).toBe(true)
    await panel(page).getByRole('button', { name: '证实', exact: true }).click()
    const told = panel(page).getByRole('alert')
    await told.waitFor()
    expect(await told.innerText()).toMatch(/他人已先行处理.*需补出处：出处太单薄.*请看过再决定/su)
    expect(await reason(page).inputValue()).toBe('我看原文有此句')
    await panel(page).getByRole('button', { name: '证实', exact: true }).click()
    await page.getByText('刚才已决定：已证实').waitFor()
  }))

  it('reads how a sentence was repaired, who says it, and what is a copy of what', story(async ({ page }) => {
    await openArticle(page)
    const facts = page.locator('section[aria-labelledby="proves"] button.fact')
    await facts.filter({ hasText: '参与' }).first().click()
    const chosen = page.getByRole('region', { name: '所选的事实' })
    await chosen.locator('.proof').first().waitFor()
    expect(page.url()).toContain('fact=')
    expect(await chosen.locator('.proof mark').count()).toBeGreaterThan(0)
    expect(await chosen.locator('.proof').first().innerText()).toMatch(/谁说的\s*张彤.*规则\s*\S+\/\d+，凭“推进”/su)
    await chosen.getByText(/^修复过 \d+ 处/u).first().click()
    const [scraped = '', read = ''] = await chosen.locator('.proof details dd').allInnerTexts()
    expect(read).toContain('该公司')
    expect(scraped).not.toBe(read)
    expect(await chosen.locator('.proof details li').first().innerText()).toMatch(/→/u)
    await chosen.getByText(/^哪些是同一份稿件/u).click()
    await chosen.getByText(/^独立原稿 1 篇/u).waitFor()
    expect(await chosen.getByRole('list', { name: '转载' }).innerText()).toContain('转载：')
    await chosen.getByRole('button', { name: '复制引文' }).click()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/参与.*“.*”（《.*》.*http:\/\/127\.0\.0\.1:\d+\/fact\/f_[0-9a-f]+）/su)
  }))

  it('chooses a name in the text, and the graph beside it follows', story(async ({ page }) => {
    await openArticle(page)
    await page.locator('.reader .text').getByRole('button', { name: PERSON }).first().click()
    await page.locator('.side h2', { hasText: PERSON }).waitFor()
    const drawn = await page.evaluate<number>("document.querySelector('.reader .canvas').canvas.drawn().nodes.length")
    expect(drawn).toBeGreaterThan(5)
    const facts = page.locator('section[aria-labelledby="proves"] li')
    for (const fact of await facts.allInnerTexts()) expect(fact).toContain(PERSON)
  }))

  it('selects words that name a missed entity; the proposal waits in review and is accepted', story(async ({ page }) => {
    await openArticle(page)
    expect(await selectWords(page, '创新平台')).toBe('创新平台')
    await page.getByRole('link', { name: '提议补入“创新平台”' }).click()
    const form = page.locator('section[aria-labelledby="missed"] form')
    expect(await form.getByRole('textbox', { name: '原文中的词句' }).inputValue()).toBe('创新平台')
    await form.getByRole('combobox', { name: '类别' }).selectOption({ label: '机构' })
    await form.getByRole('textbox', { name: '理由' }).fill('座谈的对象')
    await form.getByRole('button', { name: '提交' }).click()
    await page.getByText('已提交，待审读者决定。').waitFor()

    await page.getByRole('link', { name: '读者的提议' }).click()
    const item = page.locator('main li.card', { hasText: '创新平台' })
    await item.waitFor()
    // The words are quoted as they were scraped, in Traditional characters.
    expect(await item.locator('blockquote p').innerText()).toMatch(/^“創\(chuàng\)新平臺”$/u)
    await item.getByRole('textbox', { name: '理由' }).fill('确有其事')
    await item.getByRole('button', { name: '采纳', exact: true }).click()
    await item.getByText('已采纳').waitFor()
    await page.getByRole('button', { name: '已采纳' }).click()
    await page.locator('main li.card', { hasText: '创新平台' }).waitFor()
  }))

  it('proposes a missed fact by keyboard alone', story(async ({ page }) => {
    await openArticle(page)
    await page.locator('summary', { hasText: '提议补入' }).focus()
    await page.keyboard.press('Enter')
    const form = page.locator('section[aria-labelledby="missed"] form')
    await form.getByRole('textbox', { name: '原文中的词句' }).focus()
    await page.keyboard.type('张彤还与创新平台的科研人员座谈')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    // The name in the words is taken for the subject.
    const subject = form.getByRole('combobox', { name: '主体' })
    expect(await subject.inputValue()).toBe(PERSON)
    await form.getByRole('combobox', { name: '关系' }).focus()
    // Down to 走访, the second of the relations.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const object = form.getByRole('combobox', { name: '客体' })
    await object.focus()
    // A name in the words that the article knows by now has been taken for the object.
    await page.keyboard.press('Control+A')
    await page.keyboard.type('有感')
    await form.locator('.option:visible').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await object.inputValue()).toBe('江苏有感科技有限责任公司')
    await form.getByRole('textbox', { name: '理由' }).focus()
    await page.keyboard.type('原文如此')
    await page.keyboard.press('Enter')
    await page.getByText('已提交，待审读者决定。').waitFor()
    await page.goto('/?screen=review&part=proposals')
    const item = page.locator('main li.card', { hasText: '原文如此' })
    await item.locator('.says a').nth(1).waitFor()
    expect(await item.locator('.says').innerText()).toMatch(/张彤 走访 江苏有感科技有限责任公司/u)
    await item.getByRole('textbox', { name: '理由' }).fill('座谈不是走访')
    await item.getByRole('button', { name: '不采纳' }).click()
    await item.getByText('不采纳').first().waitFor()
  }))
})

describeInBrowser('a reviewer where tokens are in use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-review-'))
  const tokens = new TokenBook(join(folder, 'tokens.json'))
  let url = ''
  let temp: TempStore
  let first: Served
  let close: () => Promise<void>
  beforeAll(async () => {
    temp = await openTempStore()
    first = await serveSamples(temp.store)
    const server = createServer({ store: temp.store, auth: { tokens } })
    url = (await server.listen(0)).url
    close = () => server.close()
  })
  afterAll(async () => {
    await close()
    await first.close()
    await temp.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const story = storyteller(() => url)

  it('is asked for a token, gives it once, and a second reader agrees', story(async ({ page, faults }) => {
    const { token } = tokens.create({ name: '沈校对', role: 'reviewer', expiresAt: '' })
    const other = tokens.create({ name: '何校对', role: 'reviewer', expiresAt: '' })
    await openQueue(page)
    const id = await openFact(page)
    await reason(page).fill('原文如此')
    await panel(page).getByRole('button', { name: '证实', exact: true }).click()
    await panel(page).getByLabel('访问令牌').fill(token)
    await panel(page).getByRole('button', { name: '使用', exact: true }).click()
    // What was written is still there.
    expect(await reason(page).inputValue()).toBe('原文如此')
    await panel(page).getByRole('button', { name: '证实', exact: true }).click()
    await page.getByText('刚才已决定：已证实').waitFor()

    await page.evaluate(`sessionStorage.setItem('policygraph.token', ${JSON.stringify(other.token)})`)
    await openQueue(page, `&wait=ONE_READER&fact=${id}`)
    await reason(page).fill('我也看过')
    await panel(page).getByRole('button', { name: '证实', exact: true }).click()
    await page.getByText('刚才已决定：已证实').waitFor()
    await openQueue(page, `&fact=${id}`)
    expect(await panel(page).locator('.review').innerText()).toMatch(/已证实 沈校对，\d{4}-\d\d-\d\d；第二读者 何校对：原文如此/u)
    // The only thing that went wrong is the question without a token.
    expect(faults.every((fault) => fault.startsWith('401') || fault.startsWith('console: Failed to load resource'))).toBe(true)
    ;(faults as string[]).length = 0
  }))
})
