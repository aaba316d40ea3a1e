import { readFileSync } from 'node:fs'
import { exampleQueries } from '../../src/api/example-queries.js'
import { createServer } from '../../src/api/server.js'
import type { GraphStore } from '../../src/store/port.js'
import { at, URL_OF } from '../api/ask.js'
import { storesUnderTest } from '../stores.js'
import { answerAll, DOCUMENT_FILE, fill, knownAnswers, type Answered } from './answers.js'
import { documentOf } from './document.js'

const stores = await storesUnderTest()

/** A place in each answer that must hold something, or the value that it must have. */
const FILLED: Readonly<Record<string, readonly (string | number)[]>> = {
  'alias-quotes': ['resolve', 'aliasNotes', 0, 'quote'],
  'article-with-repairs': ['articles', 'nodes', 0, 'mentions', 0],
  'as-of': ['then', 'edges', 0, 'paths', 0],
  ask: ['ask', 'answer', 'firmsLinkedTo', 'edges', 0],
  'ask-not-understood': ['ask', 'nearest', 0, 'zh'],
  'check-claim': ['checkClaim', 'evidence', 0, 'quote'],
  'check-claim-ambiguous': ['checkClaim', 'candidates', 2],
  'check-claim-denied': ['checkClaim', 'evidence', 0, 'quote'],
  'check-claim-not-found': ['checkClaim', 'reasons', 0],
  'check-claim-planned': ['checkClaim', 'evidence', 0, 'quote'],
  'check-sentence': ['checkSentence', 0, 'sources', 0, 'reprints', 0],
  'cite-a-fact': ['checkClaim', 'facts', 0, 'evidence', 0, 'textHash'],
  companies: ['companies', 'nodes', 0, 'coMentioned', 0],
  connection: ['connection', 'paths', 0, 'hops', 1, 'fact', 'evidence', 0, 'quote'],
  'evidence-with-repairs': ['checkClaim', 'damage', 'repairs', 0],
  'fact-history': ['checkClaim', 'facts', 0, 'history', 2],
  'facts-of-entity': ['search', 'nodes', 0, 'facts', 'nodes', 0, 'evidence', 0, 'quote'],
  'firms-linked-to': ['firmsLinkedTo', 'edges', 2, 'paths', 0, 'hops', 0, 'fact', 'evidence', 1, 'quote'],
  'group-relations': ['groupRelations', 'links', 0, 'path', 'hops', 0],
  namesakes: ['search', 'edges', 2, 'node', 'posts', 0],
  neighbours: ['neighbours', 'neighbours', 0, 'p'],
  'officials-who-visited-holders-of-a-status': ['search', 'nodes', 0, 'facts', 'nodes', 0, 'subject', 'facts', 'nodes', 0, 'evidence', 0, 'quote'],
  'plans-and-calls': ['resolve', 'facts', 'nodes', 0, 'evidence', 0, 'quote'],
  'possibly-same': ['identityQueue', 'nodes', 0, 'reasons', 0],
  'posts-in-body': ['resolve', 'posts', 0, 'person'],
  'posts-of-person': ['search', 'nodes', 0, 'posts', 0, 'facts', 0, 'evidence', 0, 'quote'],
  'read-article': ['articles', 'nodes', 0, 'facts', 0],
  'relation-counts': ['resolve', 'relationCounts', 0, 'count'],
  'review-queue': ['reviewQueue', 'edges', 0, 'reasons', 0],
  stats: ['stats', 'examples', 0, 'zh'],
  timeline: ['timeline', 'nodes', 0, 'day'],
  trends: ['trends', 'points', 0, 'facts'],
  'who-headed-it-then': ['headsOf', 'heads', 0, 'facts', 0, 'evidence', 0, 'quote'],
  'who-promotes': ['resolve', 'facts', 'nodes', 0, 'evidence', 0, 'quote'],
}

const VERDICTS: Readonly<Record<string, string>> = {
  'check-claim': 'SUPPORTED', 'check-claim-planned': 'SUPPORTED_AS_PLAN', 'check-claim-denied': 'DENIED', 'check-claim-not-found': 'NOT_FOUND', 'check-claim-ambiguous': 'AMBIGUOUS_NAME',
}

const STALE = 'else: npm run questions'

describe('the worked examples', () => {
  it('each have a case here', () => {
    expect(exampleQueries().map(({ name }) => name).sort()).toEqual(Object.keys(FILLED).sort())
  })

  it.each(exampleQueries())('$name says in both languages what it asks', ({ zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/u)
  })

  it(`stand in docs/questions.md with the known answers (${STALE})`, () => {
    const known = knownAnswers()
    expect(readFileSync(DOCUMENT_FILE, 'utf8')).toBe(documentOf(exampleQueries().map((example): Answered => ({ ...example, answer: known[example.name] }))))
  })
})

describe.each(stores)('the worked examples on $name', ({ fresh }) => {
  let store: GraphStore
  let answered: readonly Answered[]
  beforeAll(async () => {
    store = await (await fresh()).open()
    await fill(store)
    answered = await answerAll(store)
  }, 240_000)
  afterAll(async () => {
    await store.close()
  })

  it.each(exampleQueries())(`$name finds something, and the known answer (${STALE})`, ({ name }) => {
    const answer = answered.find((each) => each.name === name)?.answer
    expect(at(answer, ...FILLED[name] ?? [])).toBeTruthy()
    if (VERDICTS[name] !== undefined) expect(at(answer, 'checkClaim', 'verdict')).toBe(VERDICTS[name])
    expect(answer).toEqual(knownAnswers()[name])
  })

  it('are tabs in GraphiQL', async () => {
    const server = createServer({ store })
    const page = await (await server.fetch(new Request(`${URL_OF}/graphql`, { headers: { accept: 'text/html' } }))).text()
    for (const { query } of exampleQueries()) expect(page).toContain(JSON.stringify(query).slice(1, -1))
    await server.close()
  })
})
