import { createServer, type PolicyServer } from '../../src/api/server.js'
import { factId } from '../../src/core/ids.js'
import { withReads } from '../../src/store/around.js'
import type { GraphStore } from '../../src/store/port.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { storesUnderTest } from '../stores.js'
import { ask } from './ask.js'

const { chips, zone } = SMALL
const JOINS = factId('PARTICIPATES_IN', chips, zone, '')
const ARTICLE = 'article { id title date source }'
const EVERYTHING = `id type modality title firstSeen open speaker { name } subject { __typename id name aliases articleCount } object { id kind subkind name }
  evidence(first: 2) { id quote cleanQuote raw { start end } clean { start end } modality strength rule cue eventDate repairs speaker { name } ${ARTICLE} }`

/** Question, and calls of the store where they travel. */
const QUESTIONS: readonly (readonly [says: string, query: string, variables: Readonly<Record<string, unknown>>, calls: number])[] = [
  ['an entity with a page of facts', `query($id: ID!) { entity(id: $id) { id name aliases facts(first: 2) { nodes { ${EVERYTHING} } pageInfo { hasNextPage endCursor } } } }`, { id: zone }, 1],
  ['by edges, on one side, and who is no end says it', `query($id: ID!) { entity(id: $id) { kind facts(types: [PARTICIPATES_IN], side: OBJECT) { edges { cursor node { ${EVERYTHING} } } } } }`, { id: zone }, 2],
  ['through fragments', `query($id: ID!) { entity(id: $id) { ...E } } fragment E on Entity { name facts { nodes { ...F } } } fragment F on Fact { type evidence(first: 1) { quote ${ARTICLE} } }`, { id: chips }, 1],
  ['evidence in two places', `query($id: ID!) { entity(id: $id) { facts { nodes { one: evidence(first: 1) { quote } all: evidence(first: 100) { quote } } } } }`, { id: chips }, 1],
  ['as many as a variable says', `query($id: ID!, $n: Int) { entity(id: $id) { facts(first: $n) { nodes { id evidence(first: $n) { id } } } } }`, { id: zone, n: 1 }, 1],
  ['with all that must be counted', `query($id: ID!) { entity(id: $id) { facts(first: 1) { totalCount nodes { ${EVERYTHING} } } } }`, { id: zone }, 2],
  ['a page that a directive may leave out', `query($id: ID!, $on: Boolean!) { entity(id: $id) { name facts @include(if: $on) { nodes { id } } } }`, { id: zone, on: true }, 2],
  ['an entity that stands in no fact asked for', `query($id: ID!) { entity(id: $id) { name facts(types: [LOCATED_IN]) { nodes { ${EVERYTHING} } } } }`, { id: zone }, 2],
  ['an unknown entity', `query($id: ID!) { entity(id: $id) { facts { nodes { id } } } }`, { id: 'c_0000000000000000' }, 3],
  ['a page with a wrong size', `query($id: ID!) { entity(id: $id) { name facts(first: 0) { nodes { ${EVERYTHING} } } } }`, { id: zone }, 1],
  ['more evidence than there may be', `query($id: ID!) { entity(id: $id) { facts { nodes { evidence(first: 101) { quote } } } } }`, { id: zone }, 1],
  ['two entities', `query($a: ID!, $b: ID!) { a: entity(id: $a) { facts { nodes { id subject { name } } } } b: entity(id: $b) { facts { nodes { id subject { name } } } } }`, { a: zone, b: chips }, 3],
  ['a fact with all that proves it', `query($id: ID!) { fact(id: $id) { ${EVERYTHING} all: evidence(first: 100) { quote ${ARTICLE} } } }`, { id: JOINS }, 2],
  ['a fact with its ends and quotes', `query($id: ID!) { fact(id: $id) { subject { name } object { name } evidence(first: 100) { quote ${ARTICLE} } } }`, { id: JOINS }, 1],
  ['a fact alone', 'query($id: ID!) { fact(id: $id) { type articleCount } }', { id: JOINS }, 1],
  ['an unknown fact', 'query($id: ID!) { fact(id: $id) { type evidence { quote } } }', { id: 'f_0000000000000000' }, 2],
]

for (const { name, fresh } of await storesUnderTest()) {
  describe(`${name}: one call brings what is asked beneath`, () => {
    let store: GraphStore
    let ahead: PolicyServer
    let plain: PolicyServer
    let calls = 0
    beforeAll(async () => {
      store = await (await fresh()).open()
      await store.write(SMALL_GRAPH)
      const counted = withReads(store, (...asked) => {
        calls++
        return store.read(...asked)
      })
      const as = (remote: boolean): PolicyServer => createServer({ store: { ...counted, traits: { ...store.traits, remote } } })
      ;[ahead, plain] = [as(true), as(false)]
    })
    afterAll(async () => {
      await ahead.close()
      await plain.close()
      await store.close()
    })

    test.each(QUESTIONS)('%s: the same answer', async (_, query, variables, expected) => {
      const told = async (server: PolicyServer) => {
        calls = 0
        const { data, errors } = await ask(server, query, variables)
        return { data, errors }
      }
      const without = await told(plain)
      expect(await told(ahead)).toEqual(without)
      expect(calls).toBe(expected)
    })
  })
}
