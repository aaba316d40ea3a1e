import { createServer, type PolicyServer, type ServerOptions } from '../../src/api/server.js'

/** Asking a server in process, as from this machine. */

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly data: unknown
  readonly errors: readonly { readonly message: string; readonly path?: readonly unknown[]; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

export const URL_OF = 'http://localhost'

export async function ask(server: PolicyServer, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const response = await server.fetch(new Request(`${URL_OF}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }),
  }))
  const body = (await response.json()) as { readonly data?: unknown; readonly errors?: Answer['errors'] }
  return { status: response.status, headers: response.headers, data: body.data ?? undefined, errors: body.errors ?? [] }
}

export const codesOf = (answer: Answer): readonly unknown[] => answer.errors.map(({ extensions }) => extensions?.['code'])

/** Value at a path of keys and indexes. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string | number, unknown>> | null | undefined)?.[key], value)
}

export const makeServer = (options: ServerOptions): PolicyServer => createServer(options)
