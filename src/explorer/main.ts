import type { EntityAnswer, ExampleView, FactPage, FirmLinks, StartView } from './answer-types.js'
import { ask, AskError } from './client.js'
import { byId, h } from './dom.js'
import { factGroups } from './fact-panel.js'
import { CONNECTION, ENTITY, EXAMPLES, FIRMS, RESOLVE, START } from './queries.js'
import { Suggestions } from './suggestions.js'
import { addressOf, readQuestion, type Question } from './url-state.js'
import { choiceView, coMentionSection, connectionSection, entityHead, examplesList, factsSection, failureView, firmCards, firmsSection, startView, type ConnectionView } from './views.js'
import { entitiesIn, wordsOf, type Words } from './words.js'

/** The page: an address holds a question, the answer area shows its answer. */

const TITLE = document.title
const form = byId('ask', HTMLFormElement)
const input = byId('q', HTMLInputElement)
const answer = byId('answer', HTMLElement)

/** A button that fetches the next page until there is none. */
function moreButton(label: string, first: string | null, load: (after: string) => Promise<string | null>): HTMLElement | null {
  if (first === null) return null
  let after = first
  const button = h('button', { type: 'button', class: 'plain' }, label)
  button.addEventListener('click', () => {
    button.disabled = true
    load(after).then((next) => {
      button.disabled = false
      if (next === null) button.remove()
      else after = next
    }, () => {
      button.disabled = false
    })
  })
  return button
}

const nextOf = ({ pageInfo }: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } }): string | null =>
  pageInfo.hasNextPage ? pageInfo.endCursor : null

const readFirms = async (id: string, after: string | null): Promise<FirmLinks> =>
  ((await ask(FIRMS, { id, after })) as { readonly firmsLinkedTo: FirmLinks }).firmsLinkedTo

const readEntity = async (id: string, after: string | null): Promise<EntityAnswer | null> =>
  ((await ask(ENTITY, { id, after })) as { readonly entity: EntityAnswer | null }).entity

async function firmsOf(entity: EntityAnswer, words: Words): Promise<readonly Node[]> {
  const links = await readFirms(entity.id, null)
  const { section, list } = firmsSection(entity, links, words)
  const more = moreButton('更多企业', nextOf(links), async (after) => {
    const page = await readFirms(entity.id, after)
    list.append(...firmCards(page, words))
    return nextOf(page)
  })
  return more === null ? [section] : [section, more]
}

function factsOf(entity: EntityAnswer, words: Words): readonly Node[] {
  const { section, list } = factsSection(entity.facts, words)
  const more = moreButton('更多事实', nextOf(entity.facts), async (after) => {
    const page: FactPage | undefined = (await readEntity(entity.id, after))?.facts
    if (page === undefined) return null
    list.append(factGroups(page.nodes, words))
    return nextOf(page)
  })
  return more === null ? [section] : [section, more]
}

async function entityView(id: string, words: Words): Promise<readonly Node[]> {
  const entity = await readEntity(id, null)
  if (entity === null) return [failureView('图中已没有这个实体，请重新查找。')]
  const firms = entity.kind === 'INITIATIVE' ? await firmsOf(entity, words) : []
  const near = coMentionSection(entity.coMentioned, words)
  return [entityHead(entity, words), ...firms, ...factsOf(entity, words), ...(near === null ? [] : [near])]
}

function failed(error: unknown, words: Words): readonly Node[] {
  if (!(error instanceof AskError)) return [failureView('页面出错，请刷新重试。')]
  const given = error.details['name']
  const name = typeof given === 'string' ? given : ''
  if (error.code === 'AMBIGUOUS_NAME') return [choiceView(`“${name}”指的是哪一个？`, '图中有几个实体符合，请选一个。', entitiesIn(error.details['candidates']), words)]
  if (error.code === 'NOT_FOUND') {
    const nearest = entitiesIn(error.details['nearest'])
    return [choiceView(`图中没有“${name}”`, nearest.length === 0 ? '也没有相近的名称。' : '名称相近的有：', nearest, words)]
  }
  return [failureView(error.message)]
}

async function startNodes(start: StartView): Promise<readonly Node[]> {
  const { section, examples } = startView(start)
  if (start.stats.articles > 0) {
    const data = (await ask(EXAMPLES, {})) as { readonly stats: { readonly examples: readonly ExampleView[] } }
    if (data.stats.examples.length > 0) examples.append(examplesList(data.stats.examples))
  }
  return [section]
}

async function nodesFor({ q, id, to }: Question, words: Words, start: StartView): Promise<readonly Node[]> {
  if (q === '' && id === '') return startNodes(start)
  try {
    if (to !== '') {
      const data = (await ask(CONNECTION, { from: id === '' ? q : id, to })) as { readonly connection: ConnectionView }
      return [connectionSection(data.connection, words)]
    }
    const chosen = id === '' ? ((await ask(RESOLVE, { name: q })) as { readonly resolve: { readonly id: string } }).resolve.id : id
    return await entityView(chosen, words)
  } catch (error) {
    return failed(error, words)
  }
}

/** Questions asked so far; an answer that comes after a later question is dropped. */
let asked = 0

async function show(words: Words, start: StartView, focus: boolean): Promise<void> {
  const question = readQuestion(location.search)
  const turn = ++asked
  input.value = question.q
  document.title = question.q === '' ? TITLE : `${question.q} · ${TITLE}`
  answer.setAttribute('aria-busy', 'true')
  const nodes = await nodesFor(question, words, start).catch((error: unknown) => failed(error, words))
  if (turn !== asked) return
  answer.replaceChildren(...nodes)
  answer.setAttribute('aria-busy', 'false')
  if (focus) answer.focus()
}

async function run(): Promise<void> {
  const start = (await ask(START, {})) as StartView
  const words = wordsOf(start.ontology)
  const go = (address: string): void => {
    history.pushState(null, '', address)
    void show(words, start, true)
  }
  const suggestions = new Suggestions({
    input, words, list: byId('suggestions', HTMLUListElement),
    choose: ({ id, name }) => { go(addressOf({ q: name, id })) },
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    suggestions.close()
    go(addressOf({ q: input.value.trim() }))
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (link === null || !plain || link.origin !== location.origin || link.pathname !== '/' || link.hash !== '') return
    event.preventDefault()
    go(link.pathname + link.search)
  })
  addEventListener('popstate', () => { void show(words, start, false) })
  await show(words, start, false)
}

run().catch((error: unknown) => {
  answer.replaceChildren(failureView(error instanceof AskError ? error.message : '页面出错，请刷新重试。'))
})
