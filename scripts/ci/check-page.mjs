// Opens the page of a running server in Chromium, asks about 长江口 as a visitor would, and checks what is shown.
// usage: check-page.mjs URL [SCREENSHOT.png]     CHROMIUM names the program, `chromium` on the path otherwise
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [url, screenshot] = process.argv.slice(2)
const executablePath = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
const SHOWN = ['江苏京芯光电科技有限公司', '江苏奥易克斯汽车电子科技股份有限公司', '江苏有感科技有限责任公司', '张彤', '长江口产业创新协同区', '要求']
/** Stands with the linked firms only; the firms' names also stand among what articles name together. */
const CHAIN = '链式关联'
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const profile = mkdtempSync(join(tmpdir(), 'policygraph-chromium-'))
const browser = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: QUIET, viewport: { width: 1000, height: 900 }, locale: 'zh-CN' })
const wrong = []
try {
  const page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => wrong.push(`page: ${error.message}`))
  // A suggestion that is no longer wanted is given up by the page itself.
  page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && wrong.push(`request: ${request.url()} ${request.failure()?.errorText}`))
  page.on('request', (request) => new URL(request.url()).origin !== new URL(url).origin && !request.url().startsWith('data:') && wrong.push(`asks elsewhere: ${request.url()}`))

  await page.goto(url)
  await page.locator('#answer[aria-busy="false"]').waitFor()
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('长江口')
  await page.keyboard.press('Enter')
  await page.locator('#answer', { hasText: CHAIN }).waitFor()
  const text = await page.locator('#answer').innerText()
  for (const part of SHOWN) if (!text.includes(part)) wrong.push(`not shown: ${part}`)
  if (screenshot) await page.evaluate(() => scrollTo(0, 0))
  if (screenshot) await page.screenshot({ path: screenshot })

  // The address holds the question, so that an answer can be passed on.
  const address = page.url()
  await page.goto(address)
  await page.locator('#answer', { hasText: CHAIN }).waitFor()
} catch (error) {
  wrong.push(error.message)
} finally {
  await browser.close()
  rmSync(profile, { recursive: true, force: true })
}
for (const text of wrong) console.error(`wrong: ${text}`)
console.log(wrong.length === 0 ? 'the page shows the three firms, the chain and its quotes' : `${wrong.length} things are wrong on the page`)
process.exit(wrong.length === 0 ? 0 : 1)
