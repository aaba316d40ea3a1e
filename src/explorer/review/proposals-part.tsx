import { useState } from 'preact/hooks'
import { addressOf } from '../app/address.js'
import { address, amend } from '../app/navigation.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { usePages } from '../common/paged.js'
import { needsToken, TokenBox } from '../common/token-box.js'
import { ask, type AskError } from '../data/client.js'
import { DECIDE_PROPOSAL, END_NAME, PROPOSALS } from '../data/review-queries.js'
import type { ProposalsView, ProposalView } from '../data/review-types.js'
import { asAskError, useAnswer } from '../data/use-answer.js'
import { ModalityBadge } from '../evidence/badges.js'
import { citationOf } from '../evidence/fact-item.js'
import type { TextKey } from '../i18n/zh.js'

const STATES = ['OPENED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const
type State = (typeof STATES)[number]
type Decision = 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN'
/** What may follow a state; an acceptance can be taken back. */
const DECISIONS: Readonly<Record<string, readonly Decision[]>> = { OPENED: ['ACCEPTED', 'DECLINED'], ACCEPTED: ['WITHDRAWN'] }

export const proposalState = (state: string): string => (STATES.some((known) => known === state) ? t(`proposals.${state}` as TextKey) : state)

const IS_ID = /^[a-z]+_[0-9a-f]{16}$/u

function ById({ id }: { readonly id: string }) {
  const answer = useAnswer<{ readonly entity: { readonly id: string; readonly name: string } | null }>(END_NAME, { id })
  return answer.state === 'answered' && answer.data.entity !== null ? <EntityLink entity={answer.data.entity} /> : <>{id}</>
}

/** An end of a proposed fact: a name as the reader wrote it, or the entity that they chose. */
const End = ({ end }: { readonly end: string }) => (IS_ID.test(end) ? <ById id={end} /> : <>{end}</>)

/** What is proposed, in one line. */
export const Proposed = ({ proposal: { entity, fact } }: { readonly proposal: Pick<ProposalView, 'entity' | 'fact'> }) => (
  entity !== null ? <>{t('proposals.entity', { name: entity.name })} <KindBadge kind={entity.kind} /></>
    : fact === null ? null
      : <><End end={fact.subject} /> {words.value.relation(fact.type)} <End end={fact.object} />{fact.title === '' ? '' : t('fact.post', { title: fact.title })} <ModalityBadge modality={fact.modality} /></>
)

function Decide({ proposal, onDecided }: { readonly proposal: ProposalView; readonly onDecided: (next: ProposalView) => void }) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<AskError | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const decide = (decision: Decision): void => {
    setBusy(true)
    setError(undefined)
    ask(DECIDE_PROPOSAL, { id: proposal.id, decision, reason: reason.trim() })
      .then((data) => { onDecided((data as { readonly decideProposal: ProposalView }).decideProposal) }, (failure: unknown) => { setError(asAskError(failure)) })
      .finally(() => { setBusy(false) })
  }
  return (
    <div class="review">
      <label>{t('review.reason')}<input maxLength={2000} autocomplete="off" value={reason} onInput={(event) => { setReason(event.currentTarget.value) }} /></label>
      <p class="actions">{(DECISIONS[proposal.state] ?? []).map((decision) => <button type="button" key={decision} class="plain" disabled={busy || reason.trim() === ''} onClick={() => { decide(decision) }}>{t(`proposals.do.${decision}`)}</button>)}</p>
      {error === undefined ? null : <div role="alert"><Notice>{error.message}</Notice>{needsToken(error.code) ? <TokenBox /> : null}</div>}
    </div>
  )
}

function Item({ first }: { readonly first: ProposalView }) {
  const [decided, setDecided] = useState<ProposalView | undefined>(undefined)
  const proposal = decided ?? first
  const { article, decidedBy } = proposal
  return (
    <li class="card">
      <p class="says"><Proposed proposal={proposal} /> <strong>{proposalState(proposal.state)}</strong></p>
      <blockquote><p lang="zh">“{proposal.quote}”</p><cite>{citationOf(article)}</cite> <a class="quiet" href={addressOf({ screen: 'article', id: article.id })}>{t('article.open')}</a></blockquote>
      <p><span class="quiet">{t('proposals.by', { name: proposal.by, day: proposal.at.slice(0, 10) })}</span>{t('review.because', { reason: proposal.reason })}</p>
      {decidedBy === null ? null : <p role="status"><span class="quiet">{t('proposals.decided', { name: decidedBy.actor, day: decidedBy.at.slice(0, 10) })}</span>{t('review.because', { reason: decidedBy.reason })}</p>}
      {DECISIONS[proposal.state] === undefined ? null : <Decide key={proposal.state} proposal={proposal} onDecided={setDecided} />}
    </li>
  )
}

function List({ page, states }: { readonly page: ProposalsView['proposals']; readonly states: readonly State[] }) {
  const { nodes, more } = usePages(page, async (after) => ((await ask(PROPOSALS, { states, after })) as ProposalsView).proposals)
  return (
    <>
      {page.totalCount === 0 ? <Notice>{t('proposals.empty')}</Notice> : <p>{t('proposals.count', { count: page.totalCount })}</p>}
      <ul class="list">{nodes.map((proposal) => <Item key={proposal.id} first={proposal} />)}</ul>
      {more}
    </>
  )
}

/** What readers found missing, to accept or decline. */
export function ProposalsPart() {
  const wanted = address.value.more['state']
  const states = STATES.filter((state) => state === wanted)
  const shown: readonly State[] = states.length === 0 ? ['OPENED'] : states
  const answer = useAnswer<ProposalsView>(PROPOSALS, { states: shown, after: null })
  return (
    <section aria-labelledby="proposals-title">
      <h1 id="proposals-title">{t('proposals.title')}</h1>
      <p class="quiet">{t('proposals.note')}</p>
      <p class="toolbar" role="group" aria-label={t('queue.states')}>
        {STATES.map((state) => <button type="button" key={state} class="plain" aria-pressed={shown.includes(state)} onClick={() => { amend({ state: state === 'OPENED' ? '' : state }) }}>{t(`proposals.${state}`)}</button>)}
      </p>
      {answer.state === 'asking' ? <Loading /> : answer.state === 'failed' ? <Failure error={answer.error} /> : <List key={shown.join(',')} page={answer.data.proposals} states={shown} />}
    </section>
  )
}
