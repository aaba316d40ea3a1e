import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { SCREEN_VIEWS } from './screens.js'
import { serveSamples, type Served } from './served-samples.js'
import { describeInBrowser, storyteller } from './stories.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Serious and critical faults that axe finds on the page as it stands, one line each. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ readonly violations: readonly Violation[] }>("axe.run(document, { resultTypes: ['violations'] })")
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 240)}`))
}

describeInBrowser('every screen passes axe', () => {
  let served: Served
  let temp: TempStore
  beforeAll(async () => {
    temp = await openTempStore()
    served = await serveSamples(temp.store)
  })
  afterAll(async () => {
    await served.close()
    await temp.remove()
  })
  const story = storyteller(() => served.url)

  describe.each([['zh-CN', 'light'], ['zh-CN', 'dark'], ['en-GB', 'light'], ['en-GB', 'dark']] as const)('in %s and %s', (language, scheme) => {
    it.each(SCREEN_VIEWS.map(({ name, open }) => [name, open] as const))('%s', (_, open) => story(async ({ page }) => {
      await open(page)
      expect(await faultsOf(page)).toEqual([])
    }, { language, scheme })())
  })

  it('with nothing beyond the side of a phone', story(async ({ page }) => {
    for (const { open } of SCREEN_VIEWS) {
      await open(page)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
  }, { width: 360, height: 740 }))
})
