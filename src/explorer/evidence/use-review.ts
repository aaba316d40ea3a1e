import { useEffect, useState } from 'preact/hooks'
import { ask, type AskError } from '../data/client.js'
import { DISPUTE, REVIEW, REVIEW_STATE, SETTLE } from '../data/review-queries.js'
import type { ActView, ReviewState } from '../data/review-types.js'
import { asAskError, useAnswer } from '../data/use-answer.js'

/** What can be done about a fact: the four verdicts, and a dispute. */
export const VERDICTS = ['CONFIRMED', 'REJECTED', 'NEEDS_SOURCE', 'WITHDRAWN'] as const
export const DECISIONS = [...VERDICTS, 'OPENED', 'SETTLED'] as const
export type Decision = (typeof DECISIONS)[number]

export interface Review {
  /** Undefined while it is on its way; null for a fact that is gone. */
  readonly state: ReviewState | null | undefined
  readonly error: AskError | undefined
  /** Acts of others that came between looking and deciding; the decision was not taken. */
  readonly overtaken: readonly ActView[]
  readonly busy: boolean
  /** Resolves to whether it was taken. */
  readonly decide: (decision: Decision, reason: string) => Promise<boolean>
}

interface StateAnswer {
  readonly fact: ReviewState | null
}

const mutationOf = (decision: Decision): string => (decision === 'OPENED' ? DISPUTE : decision === 'SETTLED' ? SETTLE : REVIEW)

/** What reviewers made of a fact, and the reader's own part in it. */
export function useReview(fact: string): Review {
  const answer = useAnswer<StateAnswer>(REVIEW_STATE, { id: fact })
  const [changed, setChanged] = useState<ReviewState | null | undefined>(undefined)
  const [error, setError] = useState<AskError | undefined>(undefined)
  const [overtaken, setOvertaken] = useState<readonly ActView[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => { setChanged(undefined) }, [answer])
  useEffect(() => { setError(undefined); setOvertaken([]) }, [fact])
  const state = changed ?? (answer.state === 'answered' ? answer.data.fact : undefined)

  const decide = async (decision: Decision, reason: string): Promise<boolean> => {
    if (state === undefined || state === null) return false
    setBusy(true)
    setError(undefined)
    setOvertaken([])
    try {
      setChanged(((await ask(mutationOf(decision), { fact, reason: reason.trim(), version: state.version, ...(decision === 'OPENED' || decision === 'SETTLED' ? {} : { verdict: decision }) })) as { readonly done: ReviewState }).done)
      return true
    } catch (failure) {
      const known = asAskError(failure)
      if (known.code !== 'STALE_VERSION') {
        setError(known)
        return false
      }
      // Somebody was faster: show what they did, so that the next try is made in its light.
      const { fact: now } = (await ask(REVIEW_STATE, { id: fact })) as StateAnswer
      setChanged(now)
      setOvertaken(now?.history.slice(state.version) ?? [])
      return false
    } finally {
      setBusy(false)
    }
  }
  return { state, error: error ?? (answer.state === 'failed' ? answer.error : undefined), overtaken, busy, decide }
}
