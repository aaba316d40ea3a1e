/**
 * `npm run bench:browser`: what the explorer costs in a real Chromium with WebGL by software.
 *
 * usage: npm run bench:browser -- [--nodes N] [--edges N] [--neighbours N]
 * The page is the built one; its questions about the graph are answered within the browser by a generated graph, so that neither store nor
 * network is in the figures. Exit 1 when a bar is missed; frames a second have none, since they hang on the machine.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { projectPath } from '../../src/core/paths.js'
import { openTempStore } from '../fixtures/temp-store.js'
import { CANVAS, drawnNodes, until } from './graph-page.js'
import { chromiumPath, launchChromium, visit } from './chromium.js'
import { generatedGraph, answerOf, type GeneratedGraph } from './generated-graph.js'
import { serve } from './served-samples.js'

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '10000' }, edges: { type: 'string', default: '50000' }, neighbours: { type: 'string', default: '1000' } } })
const program = chromiumPath()
if (program === undefined) {
  process.stderr.write('没有找到 Chromium · Chromium is not here; install it, or name the program by CHROMIUM\n')
  process.exit(1)
}

/** Seconds or kB that each figure must stay under. */
const BARS = { bundle: 600, paint: 1.5, shown: 5, expand: 2 } as const
let missed = 0
function row(label: string, value: number, unit: string, bar?: number): void {
  if (bar !== undefined && value > bar) missed++
  process.stdout.write(`  ${label.padEnd(52)} ${value.toFixed(unit === 's' ? 2 : 1).padStart(8)} ${unit.padEnd(9)} ${bar === undefined ? '' : `bar ${bar}${value > bar ? '  MISSED' : ''}`}\n`)
}

/** Milliseconds from navigation to the first paint of text. */
const FIRST_PAINT = "new Promise((resolve) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime))).observe({ type: 'paint', buffered: true }))"

const assets = projectPath('dist', 'explorer')
const bundle = readdirSync(assets, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|css|html)$/u.test(name)).reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)

/** Answers the page's questions about the graph from the generated one; all else goes to the server. */
async function answered(page: Page, graph: GeneratedGraph): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const answer = answerOf(graph, route.request().postData() ?? '')
    if (answer === undefined) await route.fallback()
    else await route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data: answer }) })
  })
}

/** Frames a second while the camera is moved by the pointer for two seconds. */
async function frames(page: Page, move: (step: number) => Promise<void>): Promise<number> {
  await page.evaluate('globalThis.counted = 0; globalThis.counting = true; requestAnimationFrame(function next() { globalThis.counted++; if (globalThis.counting) requestAnimationFrame(next) })')
  const began = performance.now()
  for (let step = 0; performance.now() - began < 2_000; step++) await move(step)
  const count = await page.evaluate<number>('globalThis.counting = false, globalThis.counted')
  return count / ((performance.now() - began) / 1000)
}

async function movement(page: Page, label: string): Promise<void> {
  const box = await page.locator('.canvas').boundingBox()
  if (box === null) throw new Error('no canvas')
  // From a corner, which the margin keeps free of nodes, so that the picture is moved and not a node.
  const [x, y] = [box.x + 12, box.y + 12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  row(`${label}: pan`, await frames(page, (step) => page.mouse.move(x + 120 * Math.sin(step / 9) ** 2, y + 60 * Math.sin(step / 7) ** 2)), 'frames/s')
  await page.mouse.up()
  await page.mouse.move(box.x + box.width / 2, box.y + 200)
  row(`${label}: zoom`, await frames(page, async (step) => {
    // As a wheel turns: the next notch does not wait for the page.
    void page.mouse.wheel(0, step % 40 < 20 ? -60 : 60)
    await setTimeout(40)
  }), 'frames/s')
}

/** Seconds from `since` until `count` nodes are drawn; `since` is asked afterwards. */
async function untilDrawn(page: Page, count: number, since: () => number): Promise<number> {
  await until(page, `(document.querySelector('.canvas')?.canvas?.drawn().nodes.length ?? 0) >= ${count}`)
  // The frame after that has reached the screen.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
  return (performance.now() - since()) / 1000
}

const temp = await openTempStore()
const served = await serve(temp.store)
const browser = await launchChromium(program)
try {
  process.stdout.write(`Chromium ${browser.version()}, WebGL by software\n`)
  row('bundle, gzipped', bundle / 1024, 'KiB', BARS.bundle)

  const first = await visit(browser, served.url)
  await first.page.goto('/')
  await first.page.locator('main h1').waitFor()
  row('first contentful paint', await first.page.evaluate<number>(FIRST_PAINT) / 1000, 's', BARS.paint)
  await first.close()

  const graph = generatedGraph(Number(values.nodes), Number(values.edges))
  const big = await visit(browser, served.url)
  await answered(big.page, graph)
  let came = 0
  // The answer with the lines; what is asked of each entity afterwards changes no line.
  big.page.on('requestfinished', (request) => { if ((request.postData() ?? '').includes('GraphExpansion')) came = performance.now() })
  await big.page.goto(`/?screen=graph&seeds=${graph.hub}&open=${graph.hub}:*`)
  const label = `${graph.nodes.length} nodes, ${graph.facts.length} edges`
  row(`${label}: shown after the data came`, await untilDrawn(big.page, graph.nodes.length, () => came), 's', BARS.shown)
  const settling = performance.now()
  await big.page.locator('.workspace[data-settled="true"]').waitFor({ timeout: 300_000 })
  row(`${label}: settled after it was shown`, (performance.now() - settling) / 1000, 's')
  await movement(big.page, label)
  await big.close()

  const star = generatedGraph(Number(values.neighbours) + 1, Number(values.neighbours))
  const small = await visit(browser, served.url)
  await answered(small.page, star)
  await small.page.goto(`/?screen=graph&seeds=${star.hub}`)
  await small.page.locator('.workspace[data-settled="true"]').waitFor()
  await drawnNodes(small.page, 1)
  const box = await small.page.locator('.canvas').boundingBox()
  const place = await small.page.evaluate<{ readonly x: number; readonly y: number }>(`${CANVAS}.placeOf('${star.hub}')`)
  await small.page.mouse.dblclick((box?.x ?? 0) + place.x, (box?.y ?? 0) + place.y)
  const clicked = performance.now()
  row(`expand ${values.neighbours} neighbours`, await untilDrawn(small.page, star.nodes.length, () => clicked), 's', BARS.expand)
  await small.page.locator('.workspace[data-settled="true"]').waitFor({ timeout: 60_000 })
  await movement(small.page, `${star.nodes.length} nodes`)
  await small.close()
} finally {
  await browser.close()
  await served.close()
  await temp.remove()
}
process.exitCode = missed === 0 ? 0 : 1
