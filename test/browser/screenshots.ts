/**
 * `npm run screenshots`: pictures of every screen on the samples, light and dark, Chinese and English, at a desktop's and a phone's width.
 *
 * usage: npm run screenshots -- [--out FOLDER] [--only TEXT]
 * FOLDER is `screenshots` in the data folder unless given. Exit 1 when a page had an error, with what it was.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../../src/config.js'
import { openTempStore } from '../fixtures/temp-store.js'
import { chromiumPath, launchChromium, visit, type VisitOptions } from './chromium.js'
import { SCREEN_VIEWS } from './screens.js'
import { serveSamples } from './served-samples.js'

const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string', default: '' } } })
const program = chromiumPath()
if (program === undefined) {
  process.stderr.write('没有找到 Chromium · Chromium is not here; install it, or name the program by CHROMIUM\n')
  process.exit(1)
}

const DESKTOP = { width: 1280, height: 900 } as const
const PHONE = { width: 390, height: 844 } as const
/** Both languages in light, one in each of the others: what differs is language, colours and width, each once. */
const LOOKS: readonly (readonly [string, VisitOptions])[] = [
  ['zh-light', { ...DESKTOP, language: 'zh-CN', scheme: 'light' }], ['en-dark', { ...DESKTOP, language: 'en-GB', scheme: 'dark' }],
  ['zh-phone-dark', { ...PHONE, language: 'zh-CN', scheme: 'dark' }], ['en-phone-light', { ...PHONE, language: 'en-GB', scheme: 'light' }],
]

const out = resolve(values.out ?? join(readConfig(process.env).dataFolder, 'screenshots'))
mkdirSync(out, { recursive: true })
const temp = await openTempStore()
const served = await serveSamples(temp.store)
const browser = await launchChromium(program)
const faults: string[] = []
try {
  for (const [look, options] of LOOKS) {
    for (const { name, open } of SCREEN_VIEWS.filter((view) => `${view.name} ${look}`.includes(values.only))) {
      const visited = await visit(browser, served.url, options)
      const file = join(out, `${name}-${look}.png`)
      await open(visited.page)
      await visited.page.evaluate('scrollTo(0, 0)')
      // Until the canvas has drawn the last change.
      await visited.page.waitForTimeout(400)
      await visited.page.screenshot({ path: file, fullPage: true })
      faults.push(...visited.faults.map((fault) => `${name} ${look}: ${fault}`))
      process.stdout.write(`${file}\n`)
      await visited.close()
    }
  }
} finally {
  await browser.close()
  await served.close()
  await temp.remove()
}
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
