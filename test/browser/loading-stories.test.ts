import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { createServer } from '../../src/api/server.js'
import { TokenBook } from '../../src/auth/token-book.js'
import { openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { serve, type Served } from './served-samples.js'
import { describeInBrowser, storyteller } from './stories.js'

const VISIT = `---
title: 岚州市市长走访制造企业
date: 2031-03-04
source: 岚州日报
---
岚州日报讯 3月3日，岚州市市长闻柏走访岚州启明泵业有限公司，并在车间与技术人员座谈。
`
const PLAN = '汀江晚报讯 4月1日，汀江市委书记霍青山到汀江云帆纺织有限公司调研。霍青山强调，要推进汀江绿谷协作区建设。'

const file = (name: string, content: string | Buffer) => ({ name, mimeType: 'text/plain', buffer: typeof content === 'string' ? Buffer.from(content) : content })
const choose = (page: Page, ...files: readonly ReturnType<typeof file>[]): Promise<void> => page.locator('input[type="file"]').setInputFiles([...files])
const pieces = (page: Page): Promise<readonly string[]> => page.locator('.pieces li').allInnerTexts()

/** Drops a file in the middle of the page, as from a folder of the desktop. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(`(() => { const transfer = new DataTransfer(); transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)})); return transfer })()`)
  await page.dispatchEvent('main', 'dragover', { dataTransfer: files })
  await page.dispatchEvent('main', 'drop', { dataTransfer: files })
}

describeInBrowser('a reader with articles of their own', () => {
  let served: Served
  let temp: TempStore
  beforeEach(async () => {
    temp = await openTempStore()
    served = await serve(temp.store)
  })
  afterEach(async () => {
    await served.close()
    await temp.remove()
  })
  const story = storyteller(() => served.url)

  it('is told by an empty graph how to fill it, chooses files, sees what is wrong with each, and follows the rest into the graph', story(async ({ page }) => {
    await page.goto('/')
    await page.getByText('图中还没有文章').waitFor()
    await page.getByText('文件很多，或是 PDF').click()
    await page.getByText('npm run policygraph -- ingest').waitFor()
    await choose(page,
      file('visit.md', VISIT), file('plan.txt', iconv.encode(PLAN, 'gb18030')), file('broken.json', '{"text": '), file('report.pdf', '%PDF-1.4'), file('empty.txt', '  \n'),
      file('lines.jsonl', `${JSON.stringify({ title: '云泽湾动态', date: '2031-05-06', text: '云泽湾讯 5月5日，云泽市副市长简宁走访云泽瓷器股份有限公司。' })}\n{"title": "无正文"}\n`))
    await page.getByRole('heading', { name: '可读入 3 篇，读不了 4 处' }).waitFor()
    expect((await pieces(page)).map((text) => text.replace(/\s+/gu, ' '))).toEqual([
      'broken.json 不是合法的 JSON', expect.stringMatching(/^report\.pdf 页面不读这种文件/u), 'empty.txt 没有正文', 'lines.jsonl 第 2 处 缺少文字字段 text',
      expect.stringMatching(/^岚州市市长走访制造企业 2031-03-04 \d+ 字 visit\.md$/u), expect.stringMatching(/^汀江晚报讯 4月1日，.+ 日期不详 \d+ 字 plan\.txt$/u), expect.stringMatching(/^云泽湾动态 2031-05-06 \d+ 字 lines\.jsonl 第 1 处$/u),
    ])
    await page.getByRole('button', { name: '读入这 3 篇' }).click()
    await page.getByRole('progressbar').waitFor()
    await page.getByText('新增 3 篇，更新 0 篇，未变 0 篇，失败 0 篇').waitFor()
    await page.getByRole('link', { name: '看图中有什么' }).click()
    await page.getByText(/图中有 3 篇文章/u).waitFor()
    await page.getByRole('combobox').fill('启明泵业')
    await page.getByRole('option', { name: '岚州启明泵业有限公司' }).waitFor()
  }))

  it('follows how many articles are done while they come in', story(async ({ page }) => {
    await page.goto('/?screen=load')
    const articles = Array.from({ length: 6 }, (_, at) => file(`visit-${at}.txt`, VISIT.replace('启明泵业', `第${'一二三四五六'.charAt(at)}泵业`).replace('市长走访制造企业', `市长走访企业之${at}`)))
    await choose(page, ...articles)
    await page.evaluate("window.told = new Set(); new MutationObserver(() => { const text = document.querySelector('.loader progress')?.value; if (text !== undefined) window.told.add(text) }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })")
    await page.getByRole('button', { name: '读入这 6 篇' }).click()
    await page.getByText('新增 6 篇').waitFor()
    const told = await page.evaluate<readonly number[]>('[...window.told].sort((a, b) => a - b)')
    expect(told[0]).toBe(0)
    // Some step between nothing and all was seen: the subscription tells of each article.
    expect(told.filter((value) => value > 0 && value < 6).length).toBeGreaterThan(0)
  }))

  it('drops a file onto any page; the same text comes in once', story(async ({ page }) => {
    await page.goto('/?screen=claim')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await drop(page, 'visit.md', VISIT)
    await page.getByRole('heading', { name: '读入文章' }).waitFor()
    await page.getByRole('button', { name: '读入这 1 篇' }).click()
    await page.getByText('新增 1 篇').waitFor()
    await page.getByRole('button', { name: '再读一些' }).click()
    await drop(page, 'copy.md', VISIT)
    await page.getByRole('button', { name: '读入这 1 篇' }).click()
    await page.getByText('新增 0 篇，更新 0 篇，未变 1 篇').waitFor()
  }))

  it('is served in English, on a phone', story(async ({ page }) => {
    await page.goto('/')
    await page.getByText('The graph holds no articles yet').waitFor()
    await choose(page, file('visit.md', VISIT), file('picture.png', 'x'))
    await page.getByRole('heading', { name: 'Articles to load: 1; cannot be read: 1' }).waitFor()
    await page.getByRole('button', { name: 'Load these 1' }).click()
    await page.getByText('1 added, 0 changed').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  }, { language: 'en-GB', width: 390, height: 844 }))
})

describeInBrowser('a reader without the right to load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-load-'))
  const tokens = new TokenBook(join(folder, 'tokens.json'))
  let url = ''
  let temp: TempStore
  let close: () => Promise<void>
  beforeAll(async () => {
    temp = await openTempStore()
    tokens.create({ name: '旁人', role: 'reader', expiresAt: '' })
    const server = createServer({ store: temp.store, auth: { tokens } })
    url = (await server.listen(0)).url
    close = () => server.close()
  })
  afterAll(async () => {
    await close()
    await temp.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const story = storyteller(() => url)

  it('is told what is needed before sending anything, gives a token, and loads', story(async ({ page, faults }) => {
    const { token } = tokens.create({ name: '编者', role: 'editor', expiresAt: '' })
    await page.goto('/')
    await page.getByText('读入文章需要 editor 的令牌').waitFor()
    await choose(page, file('visit.md', VISIT))
    const start = page.getByRole('button', { name: '读入这 1 篇' })
    await start.waitFor()
    expect(await start.isDisabled()).toBe(true)
    await page.getByLabel('访问令牌').fill(token)
    await page.getByRole('button', { name: '使用', exact: true }).click()
    await page.getByText('读入文章需要 editor 的令牌').waitFor({ state: 'detached' })
    await start.click()
    await page.getByText('新增 1 篇').waitFor()
    // Kept for this window only.
    expect(await page.evaluate(`JSON.stringify({ ...localStorage }).includes(${JSON.stringify(token)})`)).toBe(false)
    // The only thing that went wrong is the question without a token.
    expect(faults.filter((fault) => !fault.startsWith('401') && !fault.startsWith('console: Failed to load resource'))).toEqual([])
    ;(faults as string[]).length = 0
  }))
})
