import { settled } from './chromium.js'
import { describeInBrowser, storiesOnSamples } from './stories.js'

const ZONE = '长江口产业创新协同区'
const PERSON = '张彤'
const FIRM = '江苏有感科技有限责任公司'

describeInBrowser('a reader with a question', () => {
  const { story } = storiesOnSamples()

  it('reads the article behind a sentence, chooses a name, and sees the text as scraped', story(async ({ page }) => {
    await page.goto(`/?q=${ZONE}`)
    await page.locator('section[aria-labelledby="facts"] blockquote a').first().click()
    await page.locator('.reader').waitFor()
    const text = page.locator('.reader .text')
    expect(await text.locator('mark').allInnerTexts()).not.toEqual([])
    const facts = page.locator('section[aria-labelledby="proves"] li')
    const all = await facts.count()
    await text.getByRole('button', { name: ZONE }).first().click()
    await page.locator('.side h2', { hasText: ZONE }).waitFor()
    expect(await facts.count()).toBeLessThan(all)
    for (const line of await facts.allInnerTexts()) expect(line).toContain(ZONE)

    const asRead = await text.innerText()
    await page.getByRole('button', { name: '抓取时的原文' }).click()
    expect(await text.innerText()).not.toBe(asRead)
    expect(page.url()).toContain('as=scraped')
    await page.getByRole('link', { name: '看关系图' }).click()
    await page.locator('.workspace').waitFor()
    await settled(page)
  }))

  it('asks how two are connected and gets a chain with a sentence per step', story(async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: '如何相连' }).click()
    const from = page.getByRole('combobox', { name: '自' })
    await from.fill(FIRM.slice(2, 6))
    await page.getByRole('option', { name: FIRM }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await from.inputValue()).toBe(FIRM)
    await page.getByRole('combobox', { name: '至' }).fill(ZONE)
    await page.keyboard.press('Enter')
    const path = page.locator('.path').first()
    await path.waitFor()
    expect(await path.locator('.hops > li').count()).toBe(2)
    expect(await path.locator('.hops > li blockquote').count()).toBeGreaterThanOrEqual(2)
    await settled(page)
    const address = page.url()
    const said = await page.locator('main').innerText()
    await page.goto('/')
    await page.goto(address)
    await path.waitFor()
    await settled(page)
    expect(await page.locator('main').innerText()).toBe(said)
  }))

  it.each([
    [`${PERSON}走访了江苏有感`, 'SUPPORTED', '有文章这样说。'],
    [`${FIRM}投资了${ZONE}`, 'INDIRECT', '没有文章这样说'],
  ])('checks the claim %s', (sentence, verdict, says) => story(async ({ page }) => {
    await page.goto('/?screen=claim')
    await page.getByRole('textbox', { name: '要核查的一句话' }).fill(sentence)
    await page.getByRole('button', { name: '核查', exact: true }).first().click()
    const answer = page.locator(`article.verdict.${verdict}`)
    await answer.waitFor()
    expect(await answer.innerText()).toContain(says)
    expect(await answer.locator('blockquote').count()).toBeGreaterThan(0)
  })())

  it('compares a group and follows a cell of the matrix to its path', story(async ({ page }) => {
    await page.goto('/?screen=group')
    await page.getByRole('textbox', { name: /^名称/u }).fill([PERSON, FIRM, ZONE, '无此一人'].join('\n'))
    await page.getByRole('button', { name: '比对' }).click()
    const matrix = page.getByRole('region', { name: '两两之间的最强关联' })
    await matrix.waitFor()
    expect(await matrix.locator('tbody tr').count()).toBe(3)
    expect(await page.locator('main').innerText()).toContain('图中没有“无此一人”')
    await matrix.locator('td a').first().click()
    await page.locator('.path').first().waitFor()
    await page.goBack()
    await matrix.waitFor()
  }))
})
