import { useState } from 'preact/hooks'
import { addressOf } from '../app/address.js'
import { t } from '../app/settings.js'
import { Failure, Loading } from '../common/failure.js'
import type { ArticleRef } from '../data/answer-types.js'
import { COPIES } from '../data/review-queries.js'
import type { CopiesView, PanelFact } from '../data/review-types.js'
import { useAnswer } from '../data/use-answer.js'
import { citationOf } from './fact-item.js'

const Article = ({ article }: { readonly article: ArticleRef }) => <a href={addressOf({ screen: 'article', id: article.id })}>{citationOf(article)}</a>

function Sources({ fact: { subject, type, object, title } }: { readonly fact: PanelFact }) {
  const answer = useAnswer<CopiesView>(COPIES, { subject: subject.id, relation: type, object: object.id, title: title === '' ? null : title })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  const { independentSources, sources } = answer.data.checkClaim
  return (
    <>
      <p>{t('claim.sources', { count: independentSources })}</p>
      <ul>{sources.map(({ original, reprints }) => (
        <li key={original.id}><Article article={original} />{reprints.length === 0 ? null : <ul aria-label={t('proof.reprints')}>{reprints.map((article) => <li key={article.id}>{t('proof.reprint')} <Article article={article} /></li>)}</ul>}</li>
      ))}</ul>
    </>
  )
}

/** Which articles are copies of one release; worked out when it is opened. */
export function SameRelease({ fact }: { readonly fact: PanelFact }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => { setOpen(event.currentTarget.open) }}>
      <summary>{t('proof.copies', { count: fact.articleCount })}</summary>
      {open ? <Sources fact={fact} /> : null}
    </details>
  )
}
