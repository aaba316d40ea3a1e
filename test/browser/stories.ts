import type { Browser } from 'playwright-core'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { chromiumPath, launchChromium, visit, type Visit, type VisitOptions } from './chromium.js'
import { serveSamples, type Served } from './served-samples.js'

/** Stories in a browser, for jest: each is one visit, and fails when anything went wrong beneath what it looked at. */

const program = chromiumPath()
if (program === undefined) {
  if (process.env['POLICYGRAPH_REQUIRE_BROWSER'] === '1') throw new Error('Chromium is required (POLICYGRAPH_REQUIRE_BROWSER=1) but is not here: install it, or name the program by CHROMIUM')
  process.stderr.write('The browser part of the tests does not run: Chromium is not here (install it, or name the program by CHROMIUM)\n')
}

/** `describe` where there is a Chromium; skipped where there is none. */
export const describeInBrowser = program === undefined ? describe.skip : describe

/** A browser for the tests of the enclosing `describe`, and what makes a story of a function. */
export function storyteller(url: () => string): (story: (visited: Visit) => Promise<void>, options?: VisitOptions) => () => Promise<void> {
  let browser: Browser | undefined
  beforeAll(async () => { browser = await launchChromium(program ?? '') })
  afterAll(async () => { await browser?.close() })
  return (story, options) => async () => {
    if (browser === undefined) throw new Error('no browser')
    const visited = await visit(browser, url(), options)
    visited.page.setDefaultTimeout(60_000)
    try {
      await story(visited)
      expect(visited.faults).toEqual([])
    } finally {
      await visited.close()
    }
  }
}

/** The samples served from a store of their own for the tests of the enclosing `describe`, and what makes a story on them. */
export function storiesOnSamples(): { readonly story: ReturnType<typeof storyteller>; readonly url: () => string } {
  let served: Served | undefined
  let temp: TempStore | undefined
  beforeAll(async () => {
    temp = await openTempStore()
    served = await serveSamples(temp.store)
  })
  afterAll(async () => {
    await served?.close()
    await temp?.remove()
  })
  const url = (): string => served?.url ?? ''
  return { story: storyteller(url), url }
}
