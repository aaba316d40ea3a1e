import type { CoMentionView, EntityAnswer, EntityRef, ExampleView, FactPage, FirmLinks, PathView, ReasonView, StartView } from './answer-types.js'
import { h } from './dom.js'
import { entityLink, entityList } from './entity-link.js'
import { factGroups, pathBlock, strengthBadge } from './fact-panel.js'
import { addressOf } from './url-state.js'
import type { Words } from './words.js'

/** What stands in the answer area, question by question. */

const NOBODY_SAYS = '没有文章这样说。'

const notesBlock = (notes: readonly ReasonView[]): HTMLElement | null =>
  notes.length === 0 ? null : h('p', { class: 'notice' }, `搜索有所舍弃：${notes.map(({ zh }) => zh).join('；')}。`)

/** Heading of an answer about one entity. */
export const entityHead = (entity: EntityAnswer, words: Words): HTMLElement =>
  h('div', {},
    h('h1', {}, entity.name, ' ', h('span', { class: 'badge kind' }, [words.kind(entity.kind), words.subkind(entity.kind, entity.subkind)].filter((part) => part !== '').join('·'))),
    h('p', { class: 'quiet' }, `见于 ${entity.articleCount} 篇文章`, entity.aliases.length === 0 ? null : `；又称：${entity.aliases.join('、')}`))

/** Firms as cards; more cards may be appended to the list. */
export const firmCards = (links: FirmLinks, words: Words): readonly HTMLElement[] =>
  links.edges.map(({ node, strength, paths }) =>
    h('li', { class: 'card' },
      h('h3', {}, entityLink(node), ' ', strengthBadge(strength, words)),
      ...paths.map((path) => pathBlock(path, words))))

/** “哪些企业与它有关”, with a list that `more` adds to. */
export function firmsSection(initiative: EntityRef, links: FirmLinks, words: Words): { readonly section: HTMLElement; readonly list: HTMLElement } {
  const list = h('ul', { class: 'list' }, ...firmCards(links, words))
  const section = h('section', { 'aria-labelledby': 'firms' },
    h('h2', { id: 'firms' }, `哪些企业与“${initiative.name}”有关？`),
    links.totalCount === 0 ? h('p', { class: 'notice' }, NOBODY_SAYS) : h('p', {}, `${links.totalCount} 家，关联强者在前。`),
    notesBlock(links.notes), list)
  return { section, list }
}

/** “文章说了什么”, with a block that `more` adds to. */
export function factsSection(facts: FactPage, words: Words): { readonly section: HTMLElement; readonly list: HTMLElement } {
  const list = h('div', {}, factGroups(facts.nodes, words))
  const section = h('section', { 'aria-labelledby': 'facts' },
    h('h2', { id: 'facts' }, '文章说了什么'),
    facts.totalCount === 0 ? h('p', { class: 'notice' }, NOBODY_SAYS) : h('p', {}, `${facts.totalCount} 条，每条附原文。`), list)
  return { section, list }
}

/** Nearest links: who is named together with it. */
export const coMentionSection = (items: readonly CoMentionView[], words: Words): HTMLElement | null =>
  items.length === 0 ? null : h('section', { 'aria-labelledby': 'near' },
    h('h2', { id: 'near' }, '同文提及最多的'),
    h('p', { class: 'quiet' }, '同在一篇文章里，不说明有何关系。'),
    h('ul', { class: 'list examples' }, ...items.map(({ entity, articleCount, strength }) =>
      h('li', {}, entityLink(entity), ' ', h('span', { class: 'badge kind' }, words.kind(entity.kind)), ' ', strengthBadge(strength, words), ' ', h('span', { class: 'quiet' }, `${articleCount} 篇`)))))

export interface ConnectionView {
  readonly from: EntityRef
  readonly to: EntityRef
  readonly notes: readonly ReasonView[]
  readonly paths: readonly PathView[]
  readonly nearest: readonly PathView[]
}

export const connectionSection = ({ from, to, notes, paths, nearest }: ConnectionView, words: Words): HTMLElement =>
  h('section', {},
    h('h1', {}, `${from.name} 与 ${to.name} 如何相连？`),
    notesBlock(notes),
    paths.length > 0 ? null : h('p', { class: 'notice' }, NOBODY_SAYS, nearest.length > 0 ? '最接近的关联如下：' : null),
    ...[...paths, ...nearest].map((path) => h('div', { class: 'card' }, pathBlock(path, words))))

/** Where an example leads. */
const exampleAddress = ({ field, names: [first = '', second = ''] }: ExampleView): string =>
  addressOf(field === 'connection' ? { q: first, to: second } : { q: first })

/** First view: what the graph holds; the examples come when they are there. */
export function startView({ stats }: StartView): { readonly section: HTMLElement; readonly examples: HTMLElement } {
  const span = stats.firstDate === null ? '' : `，日期自 ${stats.firstDate} 至 ${stats.lastDate ?? stats.firstDate}`
  const examples = h('div', {})
  const section = h('section', {},
    h('h1', {}, '谁与谁有关，凭哪句原文'),
    stats.articles === 0
      ? h('p', { class: 'notice' }, '图中还没有文章。用 npm run policygraph -- ingest 读入一些。')
      : h('p', {}, `图中有 ${stats.articles} 篇文章、${stats.entities} 个实体、${stats.facts} 条事实${span}。`),
    examples)
  return { section, examples }
}

export const examplesList = (examples: readonly ExampleView[]): HTMLElement =>
  h('section', { 'aria-labelledby': 'try' }, h('h2', { id: 'try' }, '试着问'),
    h('ul', { class: 'list examples' }, ...examples.map((example) => h('li', {}, h('a', { href: exampleAddress(example) }, example.zh)))))

/** Several entities fit, or none does and some look alike. */
export const choiceView = (title: string, explanation: string, entities: readonly EntityRef[], words: Words): HTMLElement =>
  h('section', {}, h('h1', {}, title), h('p', {}, explanation), entityList(entities, words))

export const failureView = (message: string): HTMLElement => h('section', { role: 'alert' }, h('h1', {}, '没有答上来'), h('p', { class: 'notice' }, message))
