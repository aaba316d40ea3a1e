import type { Page } from 'playwright-core'
import { settled } from './chromium.js'
import { describeInBrowser, storiesOnSamples } from './stories.js'

const PERSON = '张彤'
const ZONE = '长江口产业创新协同区'

/** Types into the search box, as a reader does, and waits for what is offered. */
async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox').fill('')
  await page.getByRole('combobox').focus()
  await page.keyboard.type(text)
  await page.getByRole('option').first().waitFor()
}

async function ask(page: Page, question: string): Promise<void> {
  await page.goto('/')
  await settled(page)
  await type(page, question)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: question, exact: true }).waitFor()
  await settled(page)
}

describeInBrowser('a reader who asks in plain words', () => {
  const { story } = storiesOnSamples()

  it('sees how a question was understood, who answers it by what sentence, and the GraphQL that was run', story(async ({ page }) => {
    await ask(page, `哪些企业与${ZONE}有关？`)
    await page.getByText(`哪些企业与${ZONE}有关`, { exact: true }).waitFor()
    const firms = page.locator('main li.card')
    expect((await firms.locator('h3').allInnerTexts()).sort()).toEqual(['江苏京芯光电科技有限公司', '江苏奥易克斯汽车电子科技股份有限公司', '江苏有感科技有限责任公司'])
    const chain = firms.first().locator('.path').first().locator('.hops > li')
    expect(await chain.count()).toBe(2)
    for (const quote of await chain.locator('blockquote p[lang="zh-CN"]').allInnerTexts()) expect(quote).toMatch(/^“.+”$/su)
    await page.getByText('所运行的 GraphQL').click()
    await page.getByText('query FirmsLinkedTo').waitFor()
    // The box holds the question, and the address is the whole of it.
    expect(await page.getByRole('combobox').inputValue()).toBe(`哪些企业与${ZONE}有关？`)
    await page.reload()
    await firms.first().waitFor()
    await page.getByRole('link', { name: '看关系图' }).click()
    await page.locator('.workspace[data-settled="true"]').waitFor()
  }))

  it('is told when an article denies it', story(async ({ page }) => {
    await ask(page, '禾野农业参与云青产业协作区了吗')
    await page.getByRole('heading', { name: '文章否认这一说法。' }).waitFor()
    await page.getByText('禾野农业未参与云青产业协作区建设').first().waitFor()
  }))

  it('chooses among namesakes, told apart by where they belong', story(async ({ page }) => {
    await ask(page, '周敏是谁')
    const candidates = page.locator('section[aria-labelledby="candidates"] li')
    await candidates.first().waitFor()
    expect(await candidates.count()).toBeGreaterThan(1)
    expect(new Set(await candidates.locator('.quiet').allInnerTexts()).size).toBe(await candidates.count())
    await candidates.first().getByRole('link', { name: '指这个，再问' }).click()
    await page.getByText('理解为：').waitFor()
    expect(await page.locator('main blockquote').count()).toBeGreaterThan(0)
  }))

  it('is offered the nearest questions when it was not understood, and each of them is', story(async ({ page }) => {
    await ask(page, '今天天气如何')
    const near = page.locator('section[aria-labelledby="nearest"] a')
    await near.first().waitFor()
    expect(await page.locator('main').innerText()).toContain('天气')
    await near.first().click()
    await page.getByText('理解为：').waitFor()
  }))

  it.each([['zhangtong'], ['zt']])('finds a person by %s and goes there with Enter', (typed) => story(async ({ page }) => {
    await page.goto('/')
    await settled(page)
    await type(page, typed)
    const option = page.getByRole('option', { name: PERSON }).first()
    // Kind, place and number of articles.
    expect((await option.innerText()).replace(/\s+/gu, ' ')).toMatch(new RegExp(`^${PERSON} 人物 \\S+ 2 篇$`, 'u'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: PERSON }).waitFor()
  })())
})
