import { execFileSync } from 'node:child_process'
import { chromium, type Browser, type Page } from 'playwright-core'

/** A real Chromium, and visits in it that remember everything that went wrong. */

/** The program of CHROMIUM, else `chromium` on the path; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const given = process.env['CHROMIUM']
  if (given !== undefined && given !== '') return given
  try {
    return execFileSync('which', ['chromium'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/** WebGL by software, so that graphs are drawn where there is no graphics card; nothing that calls home. */
const FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: FLAGS })
}

export interface VisitOptions {
  readonly language?: 'zh-CN' | 'en-GB'
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** One reader with a browser of their own: nothing kept from others. */
export interface Visit {
  readonly page: Page
  /** Console errors, errors of the page, failed requests and requests to another origin, in words. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

export async function visit(browser: Browser, origin: string, { language = 'zh-CN', scheme = 'light', width = 1280, height = 900 }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: origin, locale: language, colorScheme: scheme, viewport: { width, height }, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`console: ${message.text()}`) })
  page.on('pageerror', (error) => { faults.push(`page: ${error.message}`) })
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  // A question that is no longer wanted is given up by the page itself.
  page.on('requestfailed', (request) => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`) })
  page.on('response', (response) => { if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`) })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:') faults.push(`asks elsewhere: ${request.url()}`)
  })
  return { page, faults, close: () => context.close() }
}

/** Resolves when nothing is on its way any more: every question answered and the graph settled. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#answer[aria-busy="false"]').waitFor()
  await page.locator('.workspace[data-settled="false"]').waitFor({ state: 'detached' })
}
