import { useEffect, useState } from 'preact/hooks'
import type { ExampleView } from '../data/answer-types.js'
import { ask } from '../data/client.js'
import { SUGGEST } from '../data/find-queries.js'
import type { SuggestView } from '../data/find-types.js'
import { EXAMPLES } from '../data/queries.js'

/** Milliseconds of rest before the server is asked. */
const REST = 150

export interface Found {
  /** The text that it answers. */
  readonly text: string
  readonly view: SuggestView
}

/** What fits the text that is being typed; a help only, so what fails here is told when the question is asked. */
export function useSuggestions(text: string, wanted: boolean): Found | undefined {
  const [found, setFound] = useState<Found | undefined>(undefined)
  useEffect(() => {
    const typed = text.trim()
    if (!wanted || typed === '') {
      setFound(undefined)
      return
    }
    const running = new AbortController()
    const timer = setTimeout(() => {
      ask(SUGGEST, { text: typed }, running.signal).then(
        (data) => { if (!running.signal.aborted) setFound({ text: typed, view: data as SuggestView }) },
        () => { if (!running.signal.aborted) setFound(undefined) },
      )
    }, REST)
    return () => {
      clearTimeout(timer)
      running.abort()
    }
  }, [text, wanted])
  return found
}

let examples: Promise<readonly ExampleView[]> | undefined

/** The ready questions, asked for once a visit when the box is first used. */
export function useExamples(wanted: boolean): readonly ExampleView[] {
  const [known, setKnown] = useState<readonly ExampleView[]>([])
  useEffect(() => {
    if (!wanted) return
    examples ??= ask(EXAMPLES, {}).then((data) => (data as { readonly stats: { readonly examples: readonly ExampleView[] } }).stats.examples, () => [])
    void examples.then(setKnown)
  }, [wanted])
  return known
}
