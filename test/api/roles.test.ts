import { getNamedType, isAbstractType, isCompositeType, isNonNullType, type GraphQLNamedType } from 'graphql'
import { makeSchema } from '../../src/api/schema.js'
import type { PolicyServer } from '../../src/api/server.js'
import { WHO_MAY } from '../../src/api/who-may.js'
import type { AuthOptions } from '../../src/auth/authenticate.js'
import { ROLES, reaches, type Role } from '../../src/auth/roles.js'
import { TokenBook } from '../../src/auth/token-book.js'
import { ANSWER_GRAPH } from '../answers/answer-graph.js'
import { join } from 'node:path'
import { testFolder } from '../fixtures/test-folder.js'
import { at } from './ask.js'
import { allOf } from './desk.js'
import { fieldsOf, fitting, literal } from './fitting.js'
import { serversOver } from './servers.js'

/** Every field of the roots, and what hangs on them, asked by everybody. New fields are met by walking the schema. */

const schema = makeSchema()
const ROOTS = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }
const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN']

/** All fields of a type that need no argument, and theirs, so many levels deep. */
function selection(type: GraphQLNamedType, levels: number): string {
  if (!isCompositeType(type)) return ''
  if (isAbstractType(type) && !('getFields' in type)) return ' { __typename }'
  const inner = fieldsOf(type).filter(({ args }) => !args.some(({ type: given }) => isNonNullType(given))).flatMap(({ name, type: of }) => {
    const named = getNamedType(of)
    return isCompositeType(named) && levels <= 1 ? [] : [`${name}${selection(named, levels - 1)}`]
  })
  return ` { __typename ${inner.join(' ')} }`
}

interface Field {
  readonly place: string
  readonly operation: keyof typeof ROOTS
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const FIELDS = Object.entries(ROOTS).flatMap(([operation, root]) => (root == null ? [] : fieldsOf(root).map((field): Field => {
  const args = field.args.filter(({ type }) => isNonNullType(type))
  const declared = args.length === 0 ? '' : `(${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')})`
  return {
    place: `${root.name}.${field.name}`, operation: operation as keyof typeof ROOTS,
    query: `${operation} ${declared} { ${field.name}${literal(args, '')}${selection(getNamedType(field.type), operation === 'query' ? 3 : 1)} }`,
    variables: Object.fromEntries(args.map(({ name, type }) => [name, fitting(name, type)])),
  }
})))

const servers = serversOver(ANSWER_GRAPH)
/** Where tokens are in use; where nobody has made any; where reading is not open. */
let desk: PolicyServer
let own: PolicyServer
let closed: PolicyServer
beforeAll(() => {
  desk = start({ tokens: book })
  own = start({})
  closed = start({ local: false, tokens: book })
})

const start = (auth: AuthOptions): PolicyServer => servers.start({ auth, limits: { cost: 1e9, depth: 30, tokens: 100_000 } })

/** Codes of all errors; of a subscription, those that keep it from beginning. */
async function codesFor(server: PolicyServer, { operation, query, variables }: Field, headers: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const left = new AbortController()
  const response = await server.fetch(new Request('http://localhost/graphql', {
    method: 'POST', signal: left.signal, body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', accept: operation === 'subscription' ? 'text/event-stream' : 'application/json', ...headers },
  }))
  const streams = (response.headers.get('content-type') ?? '').includes('event-stream')
  if (!streams) {
    const errors = at(await response.json(), 'errors')
    return Array.isArray(errors) ? errors.map((error) => at(error, 'extensions', 'code')) : []
  }
  const reader = response.body?.getReader()
  // A refusal comes as the first event; one who is let in hears nothing yet.
  const quiet = new Promise<undefined>((resolve) => { setTimeout(() => { resolve(undefined) }, 150) })
  let text = ''
  for (let part = await Promise.race([reader?.read(), quiet]); part?.value !== undefined; part = await Promise.race([reader?.read(), quiet])) text += Buffer.from(part.value).toString('utf8')
  await reader?.cancel()
  return [...text.matchAll(/"code":"(\w+)"/gu)].map((match) => match[1])
}

const refused = (codes: readonly unknown[]): boolean => codes.some((code) => REFUSALS.includes(String(code)))

const book = new TokenBook(join(testFolder('policygraph-roles-'), 'tokens.json'))
const bearer = Object.fromEntries(ROLES.map((role) => [role, { authorization: `Bearer ${book.create({ name: `某${role}`, role, expiresAt: '' }).token}` }])) as Readonly<Record<Role, { readonly authorization: string }>>

describe('the table of who may', () => {
  it('has a line for each mutation, and each line a field', () => {
    const places = FIELDS.map(({ place }) => place)
    expect(places.filter((place) => place.startsWith('Mutation.')).every((place) => WHO_MAY[place] !== undefined)).toBe(true)
    expect(Object.keys(WHO_MAY).filter((place) => !places.includes(place))).toEqual([])
    expect(places.length).toBeGreaterThan(30)
  })

  it.each(FIELDS.map((field): [string, Field] => [field.place, field]))('%s', async (place, field) => {
    const needed = WHO_MAY[place]
    const before = await allOf(servers.store)
    // Nobody in particular; a page of another site; a token that is wrong.
    expect(refused(await codesFor(desk, field, {}))).toBe(needed !== undefined)
    expect(refused(await codesFor(desk, field, { authorization: 'Bearer pgt_000000000000_wrong' }))).toBe(true)
    for (const role of ROLES) {
      const may = needed === undefined || reaches(role, needed)
      if (may && field.operation === 'mutation') continue // what they do is told elsewhere
      expect([place, role, refused(await codesFor(desk, field, bearer[role]))]).toEqual([place, role, !may])
    }
    expect(await allOf(servers.store)).toBe(before)
  })

  it.each(FIELDS.filter(({ place }) => WHO_MAY[place] !== undefined).map((field): [string, Field] => [field.place, field]))('%s is refused to a page of another site', async (_, field) => {
    expect(refused(await codesFor(own, field, { origin: 'http://elsewhere.test' }))).toBe(true)
  })

  it.each(FIELDS.filter(({ operation }) => operation === 'mutation').map((field): [string, Field] => [field.place, field]))('%s lets in who may, and answers for other reasons', async (place, field) => {
    const role = WHO_MAY[place] ?? 'editor'
    // With nothing to act on, so that the graph stays.
    const codes = await codesFor(desk, { ...field, variables: { ...field.variables, a: 'e_none', b: 'e_none', entity: 'e_none', id: 'a_none', fact: 'f_none', article: 'a_none' } }, bearer[role])
    expect(refused(codes)).toBe(false)
    expect(codes.length).toBeGreaterThan(0)
  })

  it.each(FIELDS.map((field): [string, Field] => [field.place, field]))('%s is closed to who has no token, where reading is not open', async (_, field) => {
    expect(await codesFor(closed, field, {})).toEqual(['UNAUTHENTICATED'])
  })
})

it.each(['/export/graph', '/export/entity/x', '/dossier/x', '/fact/f_x', '/feeds/entity/x.atom', '/feeds/ask.atom?question=x'])('%s is closed to who has no token, where reading is not open', async (path) => {
  expect((await closed.fetch(new Request(`http://localhost${path}`))).status).toBe(401)
  expect((await closed.fetch(new Request(`http://localhost${path}`, { headers: bearer.reader }))).status).not.toBe(401)
})
