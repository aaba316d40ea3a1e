import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from '../../src/api/server.js'
import type { Role } from '../../src/auth/roles.js'
import { TokenBook } from '../../src/auth/token-book.js'
import { graphJsonl } from '../../src/export/graph-jsonl.js'
import type { GraphStore } from '../../src/store/port.js'
import { collect } from '../fixtures/temp-store.js'
import type { Answer } from './ask.js'

/** A started server where tokens are in use, asked over real HTTP. */
export interface Desk {
  /** Asks in the name of a person, who gets a token at the first question; of nobody when absent. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, person?: Person): Promise<Answer>
  readonly url: string
  close(): Promise<void>
}

export interface Person {
  readonly name: string
  readonly role: Role
}

export async function openDesk(store: GraphStore): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-desk-'))
  const tokens = new TokenBook(join(folder, 'tokens.json'))
  const server = createServer({ store, auth: { tokens } })
  const { url } = await server.listen(0)
  // From here on nobody is taken for the local user.
  tokens.create({ name: '第一人', role: 'reader', expiresAt: '' })
  const known = new Map<string, string>()
  const tokenOf = (person: Person): string => {
    const token = known.get(person.name) ?? tokens.create({ ...person, expiresAt: '' }).token
    known.set(person.name, token)
    return token
  }
  return {
    url,
    async ask(query, variables = {}, person) {
      const headers = { 'content-type': 'application/json', ...(person === undefined ? {} : { authorization: `Bearer ${tokenOf(person)}` }) }
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
      const body = (await response.json()) as { readonly data?: unknown; readonly errors?: Answer['errors'] }
      return { status: response.status, headers: response.headers, data: body.data ?? undefined, errors: body.errors ?? [] }
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The whole graph as text, for comparing it before and after. */
export const exported = async (store: GraphStore): Promise<string> => (await collect(graphJsonl(store))).join('')

/** What is compared when nothing may have changed: the graph and the log. */
export const allOf = async (store: GraphStore): Promise<string> => (await exported(store)) + JSON.stringify(await store.read('all-acts'))
