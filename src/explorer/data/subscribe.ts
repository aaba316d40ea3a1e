import { token } from '../app/token.js'
import { AskError } from './client.js'

/** GraphQL subscriptions over server-sent events, read by fetch, since EventSource can send neither a token nor JSON. */

interface Payload {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
}

/** Events of a stream, in order, as they become whole; what stands before the blank line that ends an event is kept for later. Pure. */
export function eventsIn(text: string): { readonly events: readonly { readonly event: string; readonly data: string }[]; readonly rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.flatMap((block) => {
    const lines = block.split('\n')
    const valuesOf = (name: string): readonly string[] => lines.flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /u, '')] : []))
    const [event] = valuesOf('event')
    return event === undefined ? [] : [{ event, data: valuesOf('data').join('\n') }]
  })
  return { events, rest }
}

function told(data: string): unknown {
  const { data: answer, errors } = JSON.parse(data) as Payload
  const [error] = errors ?? []
  if (error === undefined) return answer
  const code = error.extensions?.['code']
  throw new AskError(typeof code === 'string' ? code : 'UNKNOWN', error.message, error.extensions ?? {})
}

/** Calls back with each answer until the stream ends or `signal` gives it up. Rejects with AskError: the server's code, or OFFLINE. */
export async function subscribe(query: string, onAnswer: (data: unknown) => void, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...(token.peek() === '' ? {} : { authorization: `Bearer ${token.peek()}` }) },
      body: JSON.stringify({ query }),
      signal,
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    if (reader === undefined) return
    let text = ''
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const { events, rest } = eventsIn(text + piece.value)
      text = rest
      for (const { event, data } of events) if (event === 'next') onAnswer(told(data))
    }
  } catch (error) {
    if (signal.aborted) return
    throw error instanceof AskError ? error : new AskError('OFFLINE', '服务器没有回应，请稍后再试 · the server did not answer; please try again')
  }
}
