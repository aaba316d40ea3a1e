import { createServer, type PolicyServer } from '../../src/api/server.js'
import { makeSchema } from '../../src/api/schema.js'
import { graphql } from 'graphql'
import { makeContext } from '../../src/api/context.js'
import { ask, type AskAnswer } from '../../src/ask/ask.js'
import { listEntities } from '../../src/answers/lists.js'
import type { GraphStore } from '../../src/store/port.js'
import { ask as post } from '../api/ask.js'
import { readSamples } from '../e2e/samples.js'
import { storesUnderTest } from '../stores.js'
import { PHRASINGS, TODAY, type Phrasing } from './questions.js'

const stores = await storesUnderTest()
const samples = await readSamples()

describe.each(stores)('plain questions on $name', ({ fresh }) => {
  let store: GraphStore
  let server: PolicyServer
  const schema = makeSchema()

  const asked = (question: string): Promise<AskAnswer> => ask(store, question, {
    today: TODAY,
    run: async (source, variableValues) => {
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue: makeContext(store, { actor: 'local', role: 'reader', how: 'local' }) })
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join())
      return data
    },
  })

  /** Ids for names that are given as `=name`. */
  async function expected(given: Phrasing['with'] = {}): Promise<Readonly<Record<string, unknown>>> {
    const entries = await Promise.all(Object.entries(given).map(async ([key, value]) => {
      if (typeof value !== 'string' || !value.startsWith('=')) return [key, value] as const
      const { edges } = await listEntities(store, { name: value.slice(1), first: 20 })
      return [key, edges.find(({ node }) => node.name === value.slice(1))?.node.id ?? `no ${value}`] as const
    }))
    return Object.fromEntries(entries)
  }

  beforeAll(async () => {
    store = await (await fresh()).open()
    await store.write(samples.graphs)
    server = createServer({ store })
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  it.each(PHRASINGS)('$ask', async ({ ask: question, is, with: variables }) => {
    const answer = await asked(question)
    expect({ outcome: answer.outcome, intent: answer.intent, understood: answer.understood.zh, ...(answer.variables ?? {}) })
      .toMatchObject({ ...(is === is.toUpperCase() ? { outcome: is } : { outcome: 'UNDERSTOOD', intent: is }), ...await expected(variables) })
    if (answer.outcome === 'UNDERSTOOD') {
      expect(answer.answer).toBeTruthy()
      // What it says it ran runs as it is at /graphql, and gives the same.
      const { data, errors } = await post(server, answer.graphql ?? '', answer.variables ?? {})
      expect(errors).toEqual([])
      expect(data).toEqual(JSON.parse(JSON.stringify(answer.answer)))
    } else {
      expect([answer.graphql, answer.variables, answer.answer]).toEqual([null, null, null])
      if (answer.outcome === 'AMBIGUOUS_NAME') expect(answer.candidates.length).toBeGreaterThan(1)
      else expect(answer.nearest.length).toBeGreaterThan(0)
    }
  })
})
