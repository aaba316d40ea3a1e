import type { Page } from 'playwright-core'
import { settled } from './chromium.js'
import { clickOn, drawn, drawnNodes, idOf, openGraphOf, placeOnPage, shown, status } from './graph-page.js'
import { describeInBrowser, storiesOnSamples } from './stories.js'

const ZONE = '长江口产业创新协同区'
const PERSON = '张彤'
/** Told of in several months. */
const FIRM = '青屿潮汐储能科技有限公司'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const rows = (page: Page) => page.getByRole('region', { name: '图上的事实' }).locator('tbody tr')
/** Chooses the entity with a name by a click on its node. */
async function chooseNode(page: Page, name: string): Promise<void> {
  await clickOn(page, await idOf(page, name))
  await page.locator('.side h2', { hasText: name }).waitFor()
}

describeInBrowser('a reader of the graph', () => {
  const { story } = storiesOnSamples()

  it('expands by relation with the count before the click, collapses, hides, undoes and redoes', story(async ({ page }) => {
    await openGraphOf(page, ZONE)
    const before = await shown(page)
    expect(before.facts).toBeGreaterThan(0)
    await chooseNode(page, PERSON)
    const visited = button(page, /^走访 \d+$/u)
    const promised = Number(/\d+/u.exec(await visited.innerText())?.[0])
    expect(promised).toBeGreaterThan(1)
    await visited.click()
    await settled(page)
    const expanded = await shown(page)
    expect(expanded.facts).toBe(before.facts + promised)
    expect(await visited.isDisabled()).toBe(true)

    await button(page, '收起').click()
    expect(await shown(page)).toEqual(before)
    await button(page, '撤销').click()
    expect(await shown(page)).toEqual(expanded)
    await button(page, '重做').click()
    expect(await shown(page)).toEqual(before)

    await button(page, '隐藏').click()
    const hidden = await shown(page)
    expect(hidden.facts).toBeLessThan(before.facts)
    await drawnNodes(page, hidden.nodes)
    await button(page, '撤销').click()
    expect(await shown(page)).toEqual(before)
  }))

  it('expands by a double click, moves a node and finds it there again from the address', story(async ({ page }) => {
    await openGraphOf(page, ZONE)
    const before = await shown(page)
    const id = await idOf(page, PERSON)
    const at = await placeOnPage(page, id)
    await page.mouse.dblclick(at.x, at.y)
    await page.waitForURL((url) => url.searchParams.get('open')?.includes(id) === true)
    await settled(page)
    expect((await shown(page)).facts).toBeGreaterThan(before.facts)

    const from = await placeOnPage(page, id)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y + 30, { steps: 5 })
    await page.mouse.up()
    await page.waitForURL(/pin=/u)
    expect(page.url()).toContain(encodeURIComponent(id))
    await settled(page)
    await button(page, '撤销').click()
    await page.waitForURL((url) => !url.searchParams.has('pin'))
  }))

  it.each(['实体', '关系', '强度', '是否发生'])('filters by %s in the legend and sees how many facts are gone', (group) => story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    const before = await shown(page)
    const boxes = page.getByRole('group', { name: group, exact: true }).getByRole('checkbox')
    // The last entry is never the person whose graph it is.
    await boxes.last().uncheck()
    const after = await shown(page)
    expect(after.facts).toBeLessThan(before.facts)
    expect(await status(page)).toContain(`另有 ${before.facts - after.facts} 条被筛去`)
    expect(await rows(page).count()).toBe(after.facts)
    await drawnNodes(page, after.nodes)
    await button(page, '取消筛选').click()
    expect(await shown(page)).toEqual(before)
  })())

  it('filters by time with the keyboard', story(async ({ page }) => {
    await openGraphOf(page, FIRM)
    const before = await shown(page)
    const from = page.getByRole('slider').first()
    await from.focus()
    await page.keyboard.press('End')
    await page.getByRole('checkbox', { name: '含日期不详者' }).uncheck()
    const after = await shown(page)
    expect(after.facts).toBeLessThan(before.facts)
    expect(await rows(page).count()).toBe(after.facts)
  }))

  it('changes the layout; the same graph stands the same way again', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    const places = async (): Promise<string> => {
      await settled(page)
      await page.waitForTimeout(300)
      return page.evaluate("(() => { const c = document.querySelector('.canvas').canvas; return JSON.stringify(c.drawn().nodes.map((id) => { const { x, y } = c.placeOf(id); return [Math.round(x), Math.round(y)] })) })()")
    }
    const force = await places()
    await button(page, '按地区分层').click()
    expect(await button(page, '按地区分层').getAttribute('aria-pressed')).toBe('true')
    const layers = await places()
    expect(layers).not.toBe(force)
    await page.reload()
    await page.locator('.workspace[data-settled="true"]').waitFor()
    expect(await places()).toBe(layers)
  }))

  it('clicks a line, reads the sentence, confirms it with a reason and sees the verdict', story(async ({ page }) => {
    await openGraphOf(page, ZONE)
    const [line = ''] = (await drawn(page)).lines
    await clickOn(page, line)
    const panel = page.locator('.side .panel').first()
    await panel.locator('blockquote').first().waitFor()
    expect(await panel.locator('blockquote p').first().innerText()).toContain('长江口')
    const review = panel.getByRole('region', { name: '审定' }).first()
    expect(await review.innerText()).toContain('尚无人审定')
    expect(await review.getByRole('button', { name: '证实' }).isDisabled()).toBe(true)
    await review.getByRole('textbox', { name: '理由' }).fill('原文如此')
    await review.getByRole('button', { name: '证实' }).click()
    await review.getByText('已证实').first().waitFor()
    expect(await review.innerText()).toContain('原文如此')

    await panel.getByRole('button', { name: '复制引文' }).first().click()
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('长江口')
    await panel.getByRole('link', { name: '引文页' }).first().click()
    await page.waitForURL(/\/fact\//u)
    expect(await page.locator('body').innerText()).toContain('长江口')
  }))

  it('shares the address, and another reader gets the same view', story(async ({ page }) => {
    await openGraphOf(page, ZONE)
    await chooseNode(page, PERSON)
    await button(page, /^走访 \d+$/u).click()
    await settled(page)
    await page.getByRole('group', { name: '实体', exact: true }).getByRole('checkbox', { name: /政策举措/u }).uncheck()
    const view = { shown: await shown(page), table: await rows(page).allInnerTexts() }
    const other = await page.context().browser()?.newPage({ locale: 'zh-CN' })
    if (other === undefined) throw new Error('no browser')
    await other.goto(page.url())
    await other.locator('.workspace[data-settled="true"]').waitFor()
    expect({ shown: await shown(other), table: await rows(other).allInnerTexts() }).toEqual(view)
    await other.context().close()
  }))

  it('sorts the table by keyboard and opens a sentence from it', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    const head = page.getByRole('columnheader', { name: '客体' })
    await head.getByRole('button').focus()
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    const up = await rows(page).locator('td:nth-child(3)').allInnerTexts()
    await page.keyboard.press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    const down = await rows(page).locator('td:nth-child(3)').allInnerTexts()
    expect([up[0], up.at(-1)]).toEqual([down.at(-1), down[0]])
    await rows(page).first().getByRole('button', { name: /^读原文/u }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.side blockquote').first().waitFor()
  }))

  it('puts a group on the graph with the lines among its members', story(async ({ page }) => {
    await page.goto(`/?screen=group&names=${encodeURIComponent(`${PERSON},${ZONE},江苏有感科技有限责任公司`)}`)
    await page.locator('main a[href*="screen=graph"]').first().click()
    await page.locator('.workspace[data-settled="true"]').waitFor()
    const { nodes, facts } = await shown(page)
    expect(nodes).toBe(3)
    expect(facts).toBeGreaterThanOrEqual(2)
    expect((await drawn(page)).lines).toHaveLength(2)
  }))
})
