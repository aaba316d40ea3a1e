import { useState } from 'preact/hooks'
import { t } from '../app/settings.js'
import { Notice } from '../common/failure.js'
import { needsToken, TokenBox } from '../common/token-box.js'
import { ask, type AskError } from '../data/client.js'
import { REVIEW, REVIEW_STATE } from '../data/queries.js'
import { asAskError, useAnswer } from '../data/use-answer.js'
import { zh, type TextKey } from '../i18n/zh.js'

/** What reviewers made of a fact, and the reader's own verdict on it. */

interface ReviewState {
  readonly version: number
  readonly disputed: boolean
  readonly verdict: { readonly state: string; readonly by: string; readonly at: string; readonly reason: string; readonly secondReader: string | null } | null
  readonly history: readonly { readonly id: string; readonly at: string; readonly actor: string; readonly decision: string; readonly reason: string }[]
}

const DECISIONS = ['CONFIRMED', 'REJECTED', 'NEEDS_SOURCE', 'WITHDRAWN'] as const
type Decision = (typeof DECISIONS)[number]

/** What a state or decision is called; the code for one that the page does not know. */
function called(code: string): string {
  const key = `review.${code}`
  return key in zh ? t(key as TextKey) : code
}

function State({ state: { verdict, disputed, history } }: { readonly state: ReviewState }) {
  return (
    <>
      <p>
        {verdict === null ? <span class="quiet">{t('review.none')}</span> : <><strong>{called(verdict.state)}</strong> <span class="quiet">{t('review.by', { name: verdict.by, day: verdict.at.slice(0, 10) })}{verdict.secondReader === null ? '' : t('review.second', { name: verdict.secondReader })}</span> {verdict.reason}</>}
        {disputed ? <> <strong>{t('review.disputed')}</strong></> : null}
      </p>
      {history.length < 2 ? null : <details><summary>{t('review.history', { count: history.length })}</summary><ol>{history.map(({ id, at, actor, decision, reason }) => <li key={id}>{at.slice(0, 16).replace('T', ' ')} {actor} {called(decision)} {reason}</li>)}</ol></details>}
    </>
  )
}

export function ReviewBar({ factId }: { readonly factId: string }) {
  const [changed, setChanged] = useState<ReviewState | undefined>(undefined)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AskError | undefined>(undefined)
  const answer = useAnswer<{ readonly fact: ReviewState | null }>(REVIEW_STATE, { id: factId })
  const state = changed ?? (answer.state === 'answered' ? answer.data.fact : null)
  if (state === null) return null
  const decide = (verdict: Decision): void => {
    setError(undefined)
    ask(REVIEW, { fact: factId, verdict, reason: reason.trim(), version: state.version }).then((data) => {
      setChanged((data as { readonly review: ReviewState }).review)
      setReason('')
    }, (failure: unknown) => { setError(asAskError(failure)) })
  }
  return (
    <section class="review" aria-label={t('review.title')}>
      <State state={state} />
      <label>{t('review.reason')}<input maxLength={2000} value={reason} onInput={(event) => { setReason(event.currentTarget.value) }} /></label>
      <p class="actions">
        {DECISIONS.filter((decision) => decision !== 'WITHDRAWN' || state.verdict !== null).map((decision) => <button type="button" key={decision} class="plain" disabled={reason.trim() === ''} onClick={() => { decide(decision) }}>{t(`review.do.${decision}`)}</button>)}
      </p>
      {error === undefined ? null : <div role="alert"><Notice>{error.code === 'STALE_VERSION' ? t('review.stale') : error.message}</Notice>{needsToken(error.code) ? <TokenBox /> : null}</div>}
    </section>
  )
}
