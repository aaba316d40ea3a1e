import type { Page } from 'playwright-core'
import { settled } from './chromium.js'

/** The graph screen as a test takes hold of it. */

interface Point {
  readonly x: number
  readonly y: number
}

/** The drawn graph, which the page leaves at its element. */
export const CANVAS = "document.querySelector('.canvas').canvas"

/** Opens the graph of one entity from its own page, and waits until it stands still. */
export async function openGraphOf(page: Page, name: string): Promise<void> {
  await page.goto(`/?q=${encodeURIComponent(name)}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('main a[href*="screen=graph"]').first().click()
  await page.locator('.workspace[data-settled="true"]').waitFor()
  await settled(page)
}

/** What stands on the graph, in one sentence of the page. */
export const status = async (page: Page): Promise<string> => (await page.locator('.workspace > p[role="status"]').innerText()).trim()

/** How many entities and facts the page says are shown. */
export async function shown(page: Page): Promise<{ readonly nodes: number; readonly facts: number }> {
  const [nodes = -1, facts = -1] = (await status(page)).match(/\d+/gu)?.map(Number) ?? []
  return { nodes, facts }
}

/** Ids of what is drawn on the canvas. */
export const drawn = (page: Page): Promise<{ readonly nodes: readonly string[]; readonly lines: readonly string[] }> => page.evaluate(`${CANVAS}.drawn()`)

/** Where a node stands, or the middle of a line, in pixels of the window. */
export async function placeOnPage(page: Page, id: string): Promise<Point> {
  const canvas = page.locator('.canvas')
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  const place = await page.evaluate<Point | undefined>(`${CANVAS}.placeOf(${JSON.stringify(id)})`)
  if (box === null || place === undefined) throw new Error(`${id} is not on the canvas`)
  return { x: box.x + place.x, y: box.y + place.y }
}

/** Clicks a node, or a line in its middle, as a reader does with the mouse. */
export async function clickOn(page: Page, id: string): Promise<void> {
  const { x, y } = await placeOnPage(page, id)
  await page.mouse.move(x, y, { steps: 4 })
  await page.mouse.click(x, y)
}

/** The id of the entity that a name stands for. */
export async function idOf(page: Page, name: string): Promise<string> {
  const reply = await page.request.post('/graphql', { data: { query: 'query ($name: String!) { resolve(name: $name) { id } }', variables: { name } } })
  const { data } = (await reply.json()) as { readonly data: { readonly resolve: { readonly id: string } } }
  return data.resolve.id
}

/** Resolves in the frame in which an expression of the page is true. The page's policy allows no eval, which waitForFunction needs for a text. */
export const until = async (page: Page, expression: string): Promise<void> => {
  await page.evaluate(`new Promise((resolve) => { const look = () => { if (${expression}) resolve(); else requestAnimationFrame(look) }; look() })`)
}

/** Waits until so many nodes are drawn; the canvas is a frame behind the page. */
export const drawnNodes = (page: Page, count: number): Promise<void> => until(page, `${CANVAS}.drawn().nodes.length === ${count}`)
