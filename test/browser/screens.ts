import type { Page } from 'playwright-core'
import { settled } from './chromium.js'
import { clickOn, drawn, openGraphOf } from './graph-page.js'

/** Every screen of the explorer on the samples, each in a state that shows what it is for; for audits and pictures. */

export interface ScreenView {
  /** Name of its picture. */
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

const ZONE = '长江口产业创新协同区'
const PERSON = '张彤'
const FIRM = '青屿潮汐储能科技有限公司'

const at = (path: string, seen: string): ((page: Page) => Promise<void>) => async (page) => {
  await page.goto(path)
  await page.locator(seen).first().waitFor()
  await settled(page)
}

export const SCREEN_VIEWS: readonly ScreenView[] = [
  { name: '01-start', open: at('/', '.examples li') },
  {
    name: '02-search',
    open: async (page) => {
      await at('/', 'main h1')(page)
      await page.getByRole('combobox').fill('公司')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  { name: '03-entity', open: at(`/?q=${FIRM}`, 'main h1 .badge') },
  { name: '04-linked-firms', open: at(`/?q=${ZONE}`, 'section[aria-labelledby="firms"] li') },
  { name: '05-connection', open: at(`/?q=江苏有感科技有限责任公司&to=${ZONE}`, '.path') },
  { name: '06-graph', open: (page) => openGraphOf(page, FIRM) },
  {
    name: '07-sentence',
    open: async (page) => {
      await openGraphOf(page, PERSON)
      await clickOn(page, (await drawn(page)).lines[0] ?? '')
      await page.locator('.side .review').first().waitFor()
    },
  },
  {
    name: '08-article',
    open: async (page) => {
      await at(`/?q=${ZONE}`, 'section[aria-labelledby="facts"] blockquote a')(page)
      await page.locator('section[aria-labelledby="facts"] blockquote a').first().click()
      await page.locator('.reader .text mark').first().waitFor()
      await page.locator('.reader .text [role="button"]').first().click()
    },
  },
  { name: '09-claim', open: at(`/?screen=claim&sentence=${PERSON}走访了江苏有感`, 'article.verdict') },
  { name: '10-group', open: at(`/?screen=group&names=${PERSON},${ZONE},江苏有感科技有限责任公司,${FIRM},云澜聆风电子股份有限公司`, '.matrix') },
  { name: '11-unknown-name', open: at('/?q=长江囗产业协同', 'main h1') },
  { name: '12-empty-graph', open: at('/?screen=graph', 'main .notice') },
  {
    name: '14-take-away',
    open: async (page) => {
      await openGraphOf(page, FIRM)
      await page.locator('.menu > summary').click()
      await page.locator('.menu .panel').waitFor()
    },
  },
  {
    name: '15-saved-views',
    open: async (page) => {
      await at('/', 'main h1')(page)
      await page.evaluate("localStorage.setItem('policygraph.views', JSON.stringify([{ name: '青屿潮汐的合作', address: '/?screen=group&names=a,b', at: '2031-05-06T07:08:09Z' }]))")
      await at('/?screen=views', 'main li')(page)
    },
  },
  { name: '16-review', open: at('/?screen=review', '.desk .panel blockquote') },
  { name: '17-load', open: at('/?screen=load', 'main h1') },
  { name: '18-ask', open: at(`/?screen=ask&question=${encodeURIComponent('哪些企业与云青产业协作区有关？')}`, 'main h1') },
  {
    name: '19-propose',
    open: async (page) => {
      await at(`/?q=${FIRM}`, 'section[aria-labelledby="facts"] blockquote a')(page)
      await page.locator('section[aria-labelledby="facts"] blockquote a').first().click()
      await page.locator('.reader .text').waitFor()
      await settled(page)
      await page.evaluate("(([text]) => getSelection().setBaseAndExtent(text.firstChild, 0, text.firstChild, 2))(document.querySelectorAll('.reader .text > span:not(:has(*))'))")
      await page.locator('.reader form').first().waitFor()
    },
  },
  { name: '20-firms', open: at(`/?screen=firms&name=${encodeURIComponent(ZONE)}&least=CHAIN`, 'section[aria-labelledby="firms"] li') },
  { name: '21-proposals', open: at('/?screen=review&part=proposals', 'main h1') },
  { name: '13-connection-form', open: at('/?screen=connection', 'main form') },
]
