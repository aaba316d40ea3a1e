import { computed, signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { token } from '../app/token.js'
import { ask, AskError } from './client.js'

export type Answer<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly data: T }
  | { readonly state: 'failed'; readonly error: AskError }

const running = signal(0)
/** Some answer is still on its way. */
export const busy = computed(() => running.value > 0)

/** Any failure as an AskError. */
export const asAskError = (error: unknown): AskError => (error instanceof AskError ? error : new AskError('BROKEN', String(error)))

/** A signal and the call that gives a question up. */
function withdrawable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => { controller.abort() } }
}

/**
 * The answer to a question, asked again when the question, its variables or the reader's token change; an answer that comes too late is dropped.
 * `T` is what queries.ts asks for; the server's schema is tested against those texts.
 */
export function useAnswer<T>(query: string, variables: Readonly<Record<string, unknown>>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'asking' })
  const asked = JSON.stringify(variables)
  const given = token.value
  const shown = useRef('')
  useEffect(() => {
    const { signal: wanted, abort } = withdrawable()
    // Another token asks the same again: what stands there stays, so that nothing half written is lost.
    if (shown.current !== query + asked) setAnswer({ state: 'asking' })
    shown.current = query + asked
    running.value++
    ask(query, JSON.parse(asked) as Readonly<Record<string, unknown>>, wanted).then(
      (data) => { if (!wanted.aborted) setAnswer({ state: 'answered', data: data as T }) },
      (error: unknown) => { if (!wanted.aborted) setAnswer({ state: 'failed', error: asAskError(error) }) },
    ).finally(() => { running.value-- })
    return abort
  }, [query, asked, given])
  return answer
}
