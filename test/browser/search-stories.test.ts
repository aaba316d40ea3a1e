import { settled } from './chromium.js'
import { describeInBrowser, storiesOnSamples } from './stories.js'

describeInBrowser('a reader in the browser', () => {
  const { story } = storiesOnSamples()

  it('finds an entity by its first characters and chooses it by keyboard', story(async ({ page }) => {
    await page.goto('/')
    await settled(page)
    const box = page.getByRole('combobox')
    await box.focus()
    await page.keyboard.type('长江口')
    await page.getByRole('option').first().filter({ hasText: '长江口产业创新协同区' }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await box.getAttribute('aria-activedescendant')).not.toBeNull()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '长江口产业创新协同区' }).waitFor()
    // Escape closes what was offered, and the text stays.
    await box.fill('江苏')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('option').count()).toBe(0)
    expect(await box.inputValue()).toBe('江苏')
  }))

  it.each(['张彤', 'zhangtong', 'zt'])('finds a person by %s, with kind and number of articles, and Enter goes there', (typed) => story(async ({ page }) => {
    await page.goto('/')
    await page.getByRole('combobox').fill(typed)
    await page.getByRole('option').first().filter({ hasText: /张彤[\s\S]*人物[\s\S]*\d+ 篇/u }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '张彤' }).waitFor()
  })())

  it('sees which firms are linked to a zone, each step with its sentence', story(async ({ page }) => {
    await page.goto('/?q=长江口产业创新协同区')
    const firms = page.locator('section[aria-labelledby="firms"] > ul > li')
    await firms.first().waitFor()
    expect((await firms.locator('h3 a').allInnerTexts()).sort()).toEqual(['江苏京芯光电科技有限公司', '江苏奥易克斯汽车电子科技股份有限公司', '江苏有感科技有限责任公司'])
    for (const quote of await firms.locator('.path blockquote p[lang="zh-CN"]').allTextContents()) expect(quote).toMatch(/^“.+”$/su)
  }))

  it('is told the nearest names for one that nobody has', story(async ({ page }) => {
    await page.goto('/?q=长江囗产业协同')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('main').getByRole('link', { name: '长江口产业创新协同区' }).waitFor()
  }))

  it('keeps language and theme for the next visit, and the page says which language it is in', story(async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Check a claim' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: /^Theme/u }).click()
    await page.getByRole('button', { name: /^Theme/u }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.reload()
    await page.getByRole('button', { name: '中文' }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(20, 25, 31)')
  }))
})
