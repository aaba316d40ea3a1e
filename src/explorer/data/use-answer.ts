import { useEffect, useState } from 'preact/hooks'
import { ask, AskError } from './client.js'

export type Answer<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly data: T }
  | { readonly state: 'failed'; readonly error: AskError }

/** Any failure as an AskError. */
export const asAskError = (error: unknown): AskError => (error instanceof AskError ? error : new AskError('BROKEN', String(error)))

/**
 * The answer to a question, asked again when the question or its variables change; an answer that comes too late is dropped.
 * `T` is what queries.ts asks for; the server's schema is tested against those texts.
 */
export function useAnswer<T>(query: string, variables: Readonly<Record<string, unknown>>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'asking' })
  const asked = JSON.stringify(variables)
  useEffect(() => {
    const running = new AbortController()
    setAnswer({ state: 'asking' })
    ask(query, JSON.parse(asked) as Readonly<Record<string, unknown>>, running.signal).then(
      (data) => { if (!running.signal.aborted) setAnswer({ state: 'answered', data: data as T }) },
      (error: unknown) => { if (!running.signal.aborted) setAnswer({ state: 'failed', error: asAskError(error) }) },
    )
    return () => { running.abort() }
  }, [query, asked])
  return answer
}
