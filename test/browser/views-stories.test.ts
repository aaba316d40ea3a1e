import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import graphology from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import type { Page } from 'playwright-core'
import { settled } from './chromium.js'
import { drawn, openGraphOf, shown } from './graph-page.js'
import { describeInBrowser, storiesOnSamples } from './stories.js'

const PERSON = '张彤'
const NEIGHBOUR = '江苏有感科技有限责任公司'

type Row = Readonly<Record<string, string>>
const rowsOf = (csv: string): readonly Row[] => parseCsv(csv, { columns: true, bom: true })
const byId = (rows: readonly Row[]): readonly Row[] => [...rows].sort((a, b) => ((a['id'] ?? '') < (b['id'] ?? '') ? -1 : 1))

/** Opens the menu of the graph by keyboard. */
async function openMenu(page: Page): Promise<void> {
  await page.locator('.menu > summary').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'PNG' }).waitFor()
}

/** Takes a file away by keyboard; its name and bytes. */
async function taken(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.getByRole('button', { name: button }).focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  await page.getByText(`已导出 ${download.suggestedFilename()}`).waitFor()
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describeInBrowser('a reader who keeps what the graph shows', () => {
  const { story } = storiesOnSamples()

  it('takes the picture away with a legend and its source, as SVG and PNG', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    const { nodes, facts } = await shown(page)
    await openMenu(page)
    const svg = (await taken(page, '图片 SVG')).bytes.toString('utf8')
    const names = await page.evaluate<readonly string[]>(`[...new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml').querySelectorAll('text')].map((text) => text.textContent)`)
    expect(names).toEqual(expect.arrayContaining([PERSON, NEIGHBOUR, '人物', '企业', '原文明示', '已发生']))
    expect(names.filter((text) => text.startsWith('PolicyGraph，'))).toEqual([expect.stringContaining(`${nodes} 个实体、${facts} 条事实`)])
    expect(svg).toContain(`<desc>PolicyGraph，`)
    expect(svg).toContain(new URL(page.url()).host)
    const png = await taken(page, '图片 PNG')
    expect(png.name).toMatch(/^policygraph-\d{4}-\d\d-\d\d\.png$/u)
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.bytes.readUInt32BE(16)).toBe(3200)
    // Escape closes the menu and leaves the reader at it.
    await page.keyboard.press('Escape')
    expect(await page.evaluate("document.activeElement.matches('.menu:not([open]) > summary')")).toBe(true)
  }))

  it('takes what is shown away as CSV and GEXF with the fields of the server’s own files', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    const { nodes, facts } = await shown(page)
    await openMenu(page)
    const rows = rowsOf((await taken(page, 'CSV 表格')).bytes.toString('utf8'))
    const response = await page.request.get(`/export/question/factsOf?entity=${encodeURIComponent(PERSON)}&format=csv`)
    expect(byId(rows)).toEqual(byId(rowsOf(await response.text())))
    expect(rows).toHaveLength(facts)

    const graph = parseGexf(graphology.MultiDirectedGraph, (await taken(page, 'GEXF')).bytes.toString('utf8'), { addMissingNodes: false })
    expect([graph.order, graph.size]).toEqual([nodes, facts])
    const places = new Set(graph.mapNodes((_, { x, y }) => `${String(x)} ${String(y)}`))
    expect(places.size).toBe(nodes)

    // What is filtered away does not go along.
    await page.keyboard.press('Escape')
    await page.getByRole('checkbox', { name: '走访' }).uncheck()
    await settled(page)
    await openMenu(page)
    const fewer = rowsOf((await taken(page, 'CSV 表格')).bytes.toString('utf8'))
    expect(fewer.map((row) => row['type'])).not.toContain('VISITED')
    expect(fewer).toHaveLength((await shown(page)).facts)
  }))

  it('keeps a view under a name, opens it after a reload, renames and deletes it', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    await page.getByRole('checkbox', { name: '走访' }).uncheck()
    await settled(page)
    const kept = await drawn(page)
    await openMenu(page)
    await page.getByRole('textbox', { name: '视图的名称' }).fill('任职与推动')
    await page.keyboard.press('Enter')
    await page.getByText('已保存“任职与推动”').waitFor()

    await page.goto('/')
    await page.getByRole('link', { name: '保存的视图' }).click()
    await page.getByRole('link', { name: '任职与推动' }).click()
    await page.locator('.workspace[data-settled="true"]').waitFor()
    await page.waitForFunction(`document.querySelector('.canvas').canvas.drawn().nodes.length === ${kept.nodes.length}`)
    expect([...(await drawn(page)).nodes].sort()).toEqual([...kept.nodes].sort())

    await page.goto('/?screen=views')
    await page.getByRole('button', { name: '给“任职与推动”改名' }).click()
    await page.getByRole('textbox', { name: '视图的名称' }).fill('南通')
    await page.keyboard.press('Enter')
    await page.getByText('已改名为“南通”').waitFor()
    await page.reload()
    await page.getByRole('link', { name: '南通' }).waitFor()
    await page.getByRole('button', { name: '删除“南通”' }).click()
    await page.getByText('还没有保存的视图').waitFor()
    await page.reload()
    await page.getByText('还没有保存的视图').waitFor()
  }))

  it('does so in English', story(async ({ page }) => {
    await openGraphOf(page, PERSON)
    await page.locator('.menu > summary', { hasText: 'Save and export' }).click()
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Posts')
    await page.getByRole('button', { name: 'Save the view' }).click()
    await page.getByText('“Posts” is saved').waitFor()
    await page.locator('.menu').getByRole('link', { name: 'Saved views' }).click()
    await page.getByRole('link', { name: 'Posts' }).waitFor()
  }, { language: 'en-GB' }))
})
