import { token } from '../app/token.js'

/** One GraphQL call over HTTP. */

/** What went wrong, with the server's code and what it says beside (candidates, nearest). */
export class AskError extends Error {
  override readonly name = 'AskError'
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

interface Reply {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

/** The data of an answer. Throws AskError with the server's code, or OFFLINE when no answer came. */
export async function ask(query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown> {
  let reply: Reply
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(token.peek() === '' ? {} : { authorization: `Bearer ${token.peek()}` }) },
      body: JSON.stringify({ query, variables }),
      ...(signal === undefined ? {} : { signal }),
    })
    reply = (await response.json()) as Reply
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new AskError('OFFLINE', '服务器没有回应，请稍后再试 · the server did not answer; please try again')
  }
  const [error] = reply.errors ?? []
  if (error !== undefined) {
    const code = error.extensions?.['code']
    throw new AskError(typeof code === 'string' ? code : 'UNKNOWN', error.message, error.extensions ?? {})
  }
  return reply.data
}
