import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../app/settings.js'
import { Notice } from '../common/failure.js'
import { needsToken, TokenBox } from '../common/token-box.js'
import type { ActView, ReviewState } from '../data/review-types.js'
import { zh, type TextKey } from '../i18n/zh.js'
import { DECISIONS, useReview, type Decision } from './use-review.js'

/** What reviewers made of a fact, and the reader's own verdict on it. */

/** What a state or decision is called; the code for one that the page does not know. */
export function called(code: string): string {
  const key = `review.${code}`
  return key in zh ? t(key as TextKey) : code
}

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ')

const ActLine = ({ act: { at, actor, decision, reason } }: { readonly act: ActView }) => <>{minute(at)} {actor} <strong>{called(decision)}</strong>{reason === '' ? '' : t('review.because', { reason })}</>

function State({ state: { verdict, disputed, open, history } }: { readonly state: ReviewState }) {
  return (
    <>
      <p>
        {verdict === null ? <span class="quiet">{t('review.none')}</span> : <><strong>{called(verdict.state)}</strong> <span class="quiet">{t('review.by', { name: verdict.by, day: verdict.at.slice(0, 10) })}{verdict.secondReader === null ? '' : t('review.second', { name: verdict.secondReader })}</span>{verdict.reason === '' ? '' : t('review.because', { reason: verdict.reason })}</>}
        {disputed ? <> <strong>{t('review.disputed')}</strong></> : null}
        {open ? null : <> <strong>{t('review.closed')}</strong></>}
      </p>
      {history.length === 0 ? null : <details><summary>{t('review.history', { count: history.length })}</summary><ol>{history.map((act) => <li key={act.id}><ActLine act={act} /></li>)}</ol></details>}
    </>
  )
}

/** The last reason given for each decision, offered again to a reader who goes through many. */
const lastReasons = new Map<Decision, string>()

/** Decisions that make sense in a state. */
const offered = ({ verdict, disputed, open }: ReviewState): readonly Decision[] =>
  DECISIONS.filter((decision) => (decision === 'WITHDRAWN' ? verdict !== null : decision === 'SETTLED' ? disputed : decision === 'OPENED' ? !disputed && open : open))

export function ReviewBar({ factId, wish, onDecided, onLeft }: {
  readonly factId: string
  /** Decision that was chosen by keyboard: the reason is asked for at once, and Enter takes it; a new object asks again. */
  readonly wish?: { readonly decision: Decision } | undefined
  readonly onDecided?: (decision: Decision) => void
  /** Escape in the reason. */
  readonly onLeft?: () => void
}) {
  const { state, error, overtaken, busy, decide } = useReview(factId)
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => { setReason('') }, [factId])
  const wanted = wish !== undefined && state != null && offered(state).includes(wish.decision) ? wish.decision : undefined
  useEffect(() => {
    if (wanted === undefined) return
    setReason(lastReasons.get(wanted) ?? '')
    // After the reason stands there, so that typing replaces it.
    requestAnimationFrame(() => { field.current?.focus(); field.current?.select() })
  }, [wish, wanted])
  if (state === null) return null
  if (state === undefined) return error === undefined ? null : <div role="alert"><Notice>{error.message}</Notice></div>
  const take = (decision: Decision): void => {
    if (reason.trim() === '' || busy) return
    void decide(decision, reason).then((taken) => {
      if (!taken) return
      lastReasons.set(decision, reason)
      setReason('')
      onDecided?.(decision)
    })
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    if (wanted !== undefined) take(wanted)
  }
  return (
    <section class="review" aria-label={t('review.title')}>
      <State state={state} />
      <form onSubmit={submit}>
        <label>{wanted === undefined ? t('review.reason') : t('review.reason.for', { decision: t(`review.do.${wanted}`) })}
          <input ref={field} maxLength={2000} autocomplete="off" value={reason} onInput={(event) => { setReason(event.currentTarget.value) }} onKeyDown={(event) => { if (event.key === 'Escape') onLeft?.() }} />
        </label>
        <p class="actions">
          {offered(state).map((decision) => <button type="button" key={decision} class="plain" aria-pressed={wish === undefined ? undefined : decision === wanted} disabled={busy || reason.trim() === ''} onClick={() => { take(decision) }}>{t(`review.do.${decision}`)}</button>)}
        </p>
      </form>
      {overtaken.length === 0 ? null : <div role="alert"><Notice>{t('review.overtaken')} {overtaken.map((act) => <span key={act.id}><ActLine act={act} /> </span>)}{t('review.overtaken.next')}</Notice></div>}
      {error === undefined ? null : <div role="alert"><Notice>{error.message}</Notice>{needsToken(error.code) ? <TokenBox /> : null}</div>}
    </section>
  )
}
