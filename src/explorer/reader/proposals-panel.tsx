import { useState } from 'preact/hooks'
import { addressOf } from '../app/address.js'
import { t } from '../app/settings.js'
import { ARTICLE_PROPOSALS } from '../data/review-queries.js'
import type { ProposalView } from '../data/review-types.js'
import { useAnswer } from '../data/use-answer.js'
import { Proposed, proposalState } from '../review/proposals-part.js'
import type { ArticleView } from './article-types.js'
import { ProposeForm } from './propose-form.js'

/** What was missed in an article: a form to point at it, and what readers pointed at so far. */
export function ProposalsPanel({ article, raw, chosen, onChosen }: {
  readonly article: ArticleView
  readonly raw: boolean
  readonly chosen: { readonly text: string; readonly start: number }
  readonly onChosen: (next: { readonly text: string; readonly start: number }) => void
}) {
  const answer = useAnswer<{ readonly article: { readonly proposals: readonly ProposalView[] } | null }>(ARTICLE_PROPOSALS, { id: article.id })
  const [fresh, setFresh] = useState<readonly ProposalView[]>([])
  const [open, setOpen] = useState(false)
  const known = answer.state === 'answered' ? answer.data.article?.proposals ?? [] : []
  const all = [...known, ...fresh.filter(({ id }) => known.every((proposal) => proposal.id !== id))]
  return (
    <section class="panel" aria-labelledby="missed">
      <h2 id="missed">{t('propose.title.section')}</h2>
      <p class="quiet">{t('propose.note')}</p>
      <details open={open || chosen.text !== ''} onToggle={(event) => { setOpen(event.currentTarget.open) }}>
        <summary>{t('propose.open')}</summary>
        <ProposeForm article={article} raw={raw} chosen={chosen} onChosen={onChosen} onProposed={(proposal) => {
          setFresh([...fresh, proposal])
          onChosen({ text: '', start: -1 })
        }} />
      </details>
      <p role="status">{fresh.length === 0 ? '' : <>{t('propose.sent')} <a href={addressOf({ screen: 'review', more: { part: 'proposals' } })}>{t('proposals.title')}</a></>}</p>
      {all.length === 0 ? null : <ul class="list">{all.map((proposal) => <li key={proposal.id}><Proposed proposal={proposal} /> <span class="quiet">“{proposal.quote}” {proposalState(proposal.state)}</span></li>)}</ul>}
    </section>
  )
}
