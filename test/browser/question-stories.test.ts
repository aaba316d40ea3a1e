import { drawnNodes, openGraphOf, shown } from './graph-page.js'
import { describeInBrowser, storiesOnSamples } from './stories.js'

const ZONE = '长江口产业创新协同区'
const PERSON = '张彤'
const FIRM = '江苏有感科技有限责任公司'

describeInBrowser('a reader with keyboard and questions', () => {
  const { story } = storiesOnSamples()

  it('asks which firms are linked to an initiative, chosen by keyboard, and sees the links on the graph', story(async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: '关联企业' }).click()
    // The reader is set down at the new screen first.
    await page.locator('main:focus').waitFor()
    await page.getByRole('combobox', { name: '政策举措', exact: true }).focus()
    await page.keyboard.type('长江口')
    await page.locator('.entity-field .option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('combobox', { name: '政策举措', exact: true }).inputValue()).toBe(ZONE)
    await page.getByRole('combobox', { name: '关联至少为' }).selectOption({ label: '链式关联' })
    await page.locator('form.question button').click()
    const firms = page.locator('section[aria-labelledby="firms"] li.card h3')
    await firms.first().waitFor()
    expect(await firms.count()).toBe(3)
    expect(page.url()).toContain('least=CHAIN')
    await page.locator('section[aria-labelledby="firms"]').getByRole('link', { name: '看关系图' }).click()
    await page.locator('.workspace[data-settled="true"]').waitFor()
    expect(await shown(page)).toEqual({ nodes: 5, facts: 4 })
  }))

  it('asks what was known by a day, which the address holds', story(async ({ page }) => {
    const firms = page.locator('section[aria-labelledby="firms"] li.card h3')
    await page.goto('/?screen=firms&name=云青产业协作区')
    await firms.first().waitFor()
    // Before the day of any article that names it.
    await page.getByLabel('截至').fill('1990-01-01')
    await page.locator('form.question button').click()
    await page.waitForURL(/asof=1990-01-01/u)
    await page.locator('section[aria-labelledby="firms"] .notice').first().waitFor()
    expect(await firms.count()).toBe(0)
  }))

  it('puts the chain between two on the graph', story(async ({ page }) => {
    await page.goto(`/?q=${FIRM}&to=${ZONE}`)
    await page.getByRole('link', { name: '在关系图上看这些路径' }).click()
    await page.locator('.workspace[data-settled="true"]').waitFor()
    await drawnNodes(page, (await shown(page)).nodes)
    expect((await shown(page)).nodes).toBeGreaterThanOrEqual(3)
  }))

  it('reaches an entity of the graph from the table, hides it and takes it back', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    const before = await shown(page)
    await page.locator('details.entities summary').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `选中 ${ZONE}` }).focus()
    await page.keyboard.press('Enter')
    await page.locator('#chosen:focus', { hasText: ZONE }).waitFor()
    expect(page.url()).toContain('pick=')
    await page.locator('.side').getByRole('button', { name: '固定' }).click()
    await page.locator('.side').getByRole('button', { name: '取消固定' }).waitFor()
    await page.locator('.side').getByRole('button', { name: '隐藏' }).click()
    expect((await shown(page)).nodes).toBe(before.nodes - 1)
    await page.getByText('已隐藏 1 个').click()
    await page.getByRole('button', { name: `恢复显示 ${ZONE}` }).click()
    expect(await shown(page)).toEqual(before)
  }))

  it('filters the graph by what reviewers made of its facts', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    const before = await shown(page)
    await page.getByRole('button', { name: /^读原文/u }).first().click()
    const panel = page.locator('.side .panel').first()
    await panel.getByRole('textbox', { name: '理由' }).first().fill('原文如此')
    await panel.getByRole('button', { name: '证实' }).first().click()
    await panel.getByText('已证实').first().waitFor()
    await page.reload()
    await page.locator('.workspace[data-settled="true"]').waitFor()
    await page.getByRole('group', { name: '审定', exact: true }).getByRole('checkbox', { name: /^无人审过/u }).uncheck()
    expect((await shown(page)).facts).toBe(1)
    await page.getByRole('button', { name: '取消筛选' }).click()
    expect(await shown(page)).toEqual(before)
  }))

  it('reads an entity month by month', story(async ({ page }) => {
    await page.goto('/?q=云澜市')
    await page.getByText('各月多少').click()
    const rows = page.getByRole('region', { name: '各月多少' }).locator('tbody tr')
    await rows.first().waitFor()
    for (const period of await rows.locator('th').allInnerTexts()) expect(period).toMatch(/^\d{4}-\d\d$|^日期不详$/u)
  }))
})
