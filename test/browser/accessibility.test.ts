import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { SCREEN_VIEWS } from './screens.js'
import { describeInBrowser, storiesOnSamples } from './stories.js'

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
  const { story } = storiesOnSamples()

  // Colours are the same in either language, and words by either light.
  describe.each([['zh-CN', 'light'], ['en-GB', 'dark']] as const)('in %s, %s', (language, colorScheme) => {
    it.each(SCREEN_VIEWS.map(({ name, open }) => [name, open] as const))('%s', (_, open) => story(async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await open(page)
      expect(await faultsOf(page)).toEqual([])
    }, { language })())
  })

  it('shows where the focus is on everything that the keyboard reaches', story(async ({ page }) => {
    for (const name of ['03-entity', '06-graph', '08-article', '09-claim']) {
      await SCREEN_VIEWS.find((view) => view.name === name)?.open(page)
      await page.evaluate('document.activeElement?.blur()')
      const unseen = new Set<string>()
      for (let step = 0; step < 25; step++) {
        await page.keyboard.press('Tab')
        const bare = await page.evaluate<string>("(() => { const at = document.activeElement; if (at === null || at === document.body) return ''; const { outlineStyle, outlineWidth } = getComputedStyle(at); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? '' : at.outerHTML.slice(0, 120) })()")
        if (bare !== '') unseen.add(bare)
      }
      expect([name, ...unseen]).toEqual([name])
    }
  }))

  it('moves nothing for a reader who wants no motion', story(async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const { open } of SCREEN_VIEWS.filter(({ name }) => /entity|graph|sentence|review/u.test(name))) {
      await open(page)
      expect(await page.evaluate('document.getAnimations().length')).toBe(0)
    }
    await SCREEN_VIEWS.find(({ name }) => name === '06-graph')?.open(page)
    const place = 'JSON.stringify((({ canvas }) => canvas.placeOf(canvas.drawn().nodes[0]))(document.querySelector(".canvas")))'
    const before = await page.evaluate<string>(place)
    await page.getByRole('button', { name: '放大' }).click()
    await page.getByRole('button', { name: '全图' }).click()
    // Back in the next frame, without a way there.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
    expect(await page.evaluate<string>(place)).toBe(before)
  }))

  it('with nothing beyond the side of a phone', story(async ({ page }) => {
    for (const { open } of SCREEN_VIEWS) {
      await open(page)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
  }, { width: 360, height: 740 }))
})
