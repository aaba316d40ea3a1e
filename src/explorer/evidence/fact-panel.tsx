import { t } from '../app/settings.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { PANEL_FACT } from '../data/review-queries.js'
import type { PanelFact } from '../data/review-types.js'
import { useAnswer } from '../data/use-answer.js'
import { ModalityBadge, StrengthBadge, strengthSays } from './badges.js'
import { CitationLinks } from './citation-links.js'
import { Proof, Says } from './proof.js'
import { SameRelease } from './same-release.js'

/** Two quotes of one article prove a co-mention; they stand together. */
const proofsOf = ({ derived, evidence }: PanelFact) => {
  const [first] = evidence
  const shown = derived ? evidence.filter(({ article }) => article.id === first?.article.id) : evidence.slice(0, 1)
  return { shown, rest: evidence.filter((proof) => !shown.includes(proof)) }
}

function Panel({ fact, children }: { readonly fact: PanelFact; readonly children: preact.ComponentChildren }) {
  const { shown, rest } = proofsOf(fact)
  const more = fact.evidenceCount - fact.evidence.length
  return (
    <>
      <p class="says"><Says fact={fact} /></p>
      <p><StrengthBadge strength={fact.strength} /> {fact.derived ? null : <ModalityBadge modality={fact.modality} />} <span class="quiet">{strengthSays(fact.strength)}</span></p>
      <p class="quiet">
        {t('proof.count', { articles: fact.articleCount, evidence: fact.evidenceCount })}
        {fact.firstSeen === null ? '' : fact.lastSeen === null || fact.lastSeen === fact.firstSeen ? t('proof.day', { day: fact.firstSeen }) : t('claim.dates', { first: fact.firstSeen, last: fact.lastSeen })}
      </p>
      {fact.open ? null : <Notice>{t('review.closed')} {fact.closedWhy}</Notice>}
      {shown.map((proof, at) => <Proof key={at} proof={proof} fact={fact} />)}
      {rest.length === 0 ? null : (
        <details>
          <summary>{t('proof.more', { count: fact.evidenceCount - shown.length })}</summary>
          {rest.map((proof, at) => <Proof key={at} proof={proof} fact={fact} />)}
          {more > 0 ? <p class="quiet">{t('fact.hidden', { count: more })}</p> : null}
        </details>
      )}
      {fact.derived || fact.articleCount < 2 ? null : <SameRelease fact={fact} />}
      <CitationLinks fact={fact} />
      {fact.derived ? null : children}
    </>
  )
}

/** All that stands behind one fact; `children` come last, for facts that people can judge. */
export function FactPanel({ id, children }: { readonly id: string; readonly children?: preact.ComponentChildren }) {
  const answer = useAnswer<{ readonly fact: PanelFact | null }>(PANEL_FACT, { id })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  return answer.data.fact === null ? <Notice>{t('fact.gone')}</Notice> : <Panel fact={answer.data.fact}>{children}</Panel>
}
