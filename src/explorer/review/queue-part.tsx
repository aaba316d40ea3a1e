import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { address, amend } from '../app/navigation.js'
import { words } from '../app/ontology.js'
import { inLanguage, t } from '../app/settings.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { usePages, type Page } from '../common/paged.js'
import { ask } from '../data/client.js'
import { QUEUE } from '../data/review-queries.js'
import type { QueueItem, QueueView } from '../data/review-types.js'
import { useAnswer } from '../data/use-answer.js'
import { FactPanel } from '../evidence/fact-panel.js'
import { called, ReviewBar } from '../evidence/review-bar.js'
import type { Decision } from '../evidence/use-review.js'
import { graphAddress } from '../graph/graph-address.js'
import { QUEUE_STATES, readStates, stepFrom, writeStates, type QueueState } from './queue-states.js'
import { KeysSwitch, useKeys } from './use-keys.js'

type Queue = QueueView['reviewQueue']

const pageOf = ({ edges, pageInfo }: Queue): Page<QueueItem> => ({ nodes: edges, pageInfo })

const KEYS: Readonly<Record<string, Decision>> = { c: 'CONFIRMED', r: 'REJECTED', s: 'NEEDS_SOURCE', d: 'OPENED' }

function States({ states }: { readonly states: readonly QueueState[] }) {
  const toggle = (state: QueueState): void => {
    const next = states.includes(state) ? states.filter((other) => other !== state) : [...states, state]
    amend({ wait: writeStates(next), fact: '' })
  }
  return (
    <fieldset class="choices">
      <legend>{t('queue.states')}</legend>
      {QUEUE_STATES.map((state) => <label key={state}><input type="checkbox" checked={states.includes(state)} disabled={states.length === 1 && states.includes(state)} onChange={() => { toggle(state) }} />{t(`queue.${state}`)}</label>)}
    </fieldset>
  )
}

const Why = ({ item: { weakness, reach, score, reasons } }: { readonly item: QueueItem }) => (
  <details>
    <summary>{t('queue.why')}</summary>
    <p>{t('queue.score', { weakness, reach: reach.toFixed(1), score: score.toFixed(1) })}</p>
    <ul>{reasons.map((reason) => <li key={reason.code}>{inLanguage(reason)}</li>)}</ul>
  </details>
)

function Desk({ queue, states }: { readonly queue: Queue; readonly states: readonly QueueState[] }) {
  const first = useMemo(() => pageOf(queue), [queue])
  const { nodes: items, more } = usePages(first, async (after) => pageOf(((await ask(QUEUE, { states, after })) as QueueView).reviewQueue))
  const [done, setDone] = useState<ReadonlyMap<string, Decision>>(new Map())
  const [wish, setWish] = useState<{ readonly decision: Decision } | undefined>(undefined)
  const [said, setSaid] = useState('')
  const [end, setEnd] = useState(false)
  const top = useRef<HTMLElement>(null)
  const ids = items.map(({ node }) => node.id)
  const chosen = address.value.more['fact'] ?? ids[0] ?? ''
  const at = ids.indexOf(chosen)
  const item = items[at]

  const open = (id: string): void => {
    setWish(undefined)
    if (id === chosen) return
    amend({ fact: id })
    // Not the reason of the fact before: the reader starts at the sentence.
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'nearest' })
  }
  const step = (by: 1 | -1, decided: ReadonlySet<string> = new Set()): void => {
    const next = stepFrom(ids, chosen, by, decided)
    if (next === chosen && by === 1) setEnd(true)
    open(next)
  }
  const decided = (decision: Decision): void => {
    const all = new Map(done).set(chosen, decision)
    setDone(all)
    setWish(undefined)
    setSaid(t('queue.done', { decision: called(decision) }))
    step(1, new Set(all.keys()))
    top.current?.focus({ preventScroll: true })
  }
  const keys = useKeys((key) => {
    const decision = KEYS[key]
    if (decision !== undefined) setWish({ decision })
    else if (key === 'j') step(1)
    else if (key === 'k') step(-1)
    else if (key === 'o') top.current?.querySelector<HTMLAnchorElement>('blockquote a')?.click()
    else return false
    return true
  })
  // The one before and the one after stay in sight of the list.
  useEffect(() => { document.getElementById(`queue-${chosen}`)?.scrollIntoView({ block: 'nearest' }) }, [chosen])

  if (chosen === '') return <Notice>{t('queue.empty')}</Notice>
  return (
    <div class="columns">
      <section class="panel" aria-label={t('review.title')} tabIndex={-1} ref={top}>
        <p class="toolbar">
          <button type="button" class="plain" disabled={at <= 0} onClick={() => { step(-1) }}>{t('queue.previous')}</button>
          <button type="button" class="plain" disabled={at < 0 || at === ids.length - 1} onClick={() => { step(1) }}>{t('queue.next')}</button>
          {at < 0 ? null : <span class="quiet">{t('queue.at', { at: at + 1, of: ids.length })}</span>}
          {item === undefined ? null : <a href={graphAddress(item.node.subject.id)}>{t('graph.see')}</a>}
        </p>
        <p role="status" class="quiet">{said} {end && at === ids.length - 1 ? t('queue.end') : ''}</p>
        {item === undefined ? null : <Why item={item} />}
        <FactPanel key={chosen} id={chosen}>
          <ReviewBar factId={chosen} wish={wish} onDecided={decided} onLeft={() => { setWish(undefined); top.current?.focus() }} />
        </FactPanel>
        <KeysSwitch keys={keys}>{t('queue.keys')}</KeysSwitch>
      </section>
      <section class="side" aria-label={t('queue.list')} tabIndex={0}>
        <ol class="list queue">
          {items.map(({ node, score }) => {
            const decision = done.get(node.id)
            return (
              <li key={node.id} id={`queue-${node.id}`}>
                <button type="button" class="fact" aria-current={node.id === chosen ? 'true' : undefined} onClick={() => { open(node.id) }}>
                  {node.subject.name} {words.value.relation(node.type)} {node.object.name}{node.title === '' ? '' : `（${node.title}）`}
                </button>{' '}
                {decision === undefined ? <span class="quiet">{score.toFixed(1)}</span> : <strong>{called(decision)}</strong>}
              </li>
            )
          })}
        </ol>
        {more}
      </section>
    </div>
  )
}

/** Facts by weakness × reach, one after the other, by keyboard. */
export function QueuePart() {
  const states = readStates(address.value.more['wait'] ?? '')
  const answer = useAnswer<QueueView>(QUEUE, { states, after: null })
  return (
    <section aria-labelledby="queue-title">
      <h1 id="queue-title">{t('queue.title')}</h1>
      <States states={states} />
      {answer.state === 'asking' ? <Loading /> : answer.state === 'failed' ? <Failure error={answer.error} /> : (
        <>
          <p class="quiet">{t('queue.count', { count: answer.data.reviewQueue.totalCount })}{answer.data.reviewQueue.truncated ? t('queue.truncated') : ''}{t('queue.note')}</p>
          <Desk key={states.join(',')} queue={answer.data.reviewQueue} states={states} />
        </>
      )}
    </section>
  )
}
