import { storesUnderTest } from '../stores.js'
import { chromiumPath } from './chromium.js'
import { clickOn, drawn, openGraphOf, shown } from './graph-page.js'
import { serveSamples, type Served } from './served-samples.js'
import { describeInBrowser, storyteller } from './stories.js'

const stores = chromiumPath() === undefined ? [] : (await storesUnderTest()).filter(({ name }) => name === 'neo4j')

describe('the explorer on Neo4j', () => {
  it('has a store to run on, or is left out', () => { expect(stores.length).toBeLessThanOrEqual(1) })

  for (const { fresh } of stores) {
    describeInBrowser('a reader', () => {
      let served: Served
      beforeAll(async () => { served = await serveSamples(await (await fresh()).open()) })
      afterAll(async () => { await served.close() })
      const story = storyteller(() => served.url)

      it('searches, sees the graph, clicks a line, reads the sentence and judges it', story(async ({ page }) => {
        await page.goto('/')
        await page.getByRole('combobox').fill('长江口')
        await page.getByRole('option').first().filter({ hasText: '长江口产业创新协同区' }).waitFor()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { level: 1, name: '长江口产业创新协同区' }).waitFor()
        await openGraphOf(page, '长江口产业创新协同区')
        expect((await shown(page)).facts).toBeGreaterThan(0)
        await clickOn(page, (await drawn(page)).lines[0] ?? '')
        const panel = page.locator('.side .panel').first()
        await panel.locator('blockquote').first().waitFor()
        await panel.getByRole('textbox', { name: '理由' }).first().fill('原文如此')
        await panel.getByRole('button', { name: '证实' }).first().click()
        await panel.getByText('已证实').first().waitFor()
      }))
    })
  }
})
