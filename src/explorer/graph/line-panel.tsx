import { t } from '../app/settings.js'
import { Failure, Loading } from '../common/failure.js'
import type { FactView } from '../data/answer-types.js'
import { GRAPH_FACTS } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { CitationLinks } from '../evidence/citation-links.js'
import { FactItem } from '../evidence/fact-item.js'
import { ReviewBar } from '../evidence/review-bar.js'
import type { Bundle } from './bundles.js'

/** Facts whose sentences one click brings; the rest are a click away. */
const SHOWN = 5

function OneFact({ id }: { readonly id: string }) {
  const answer = useAnswer<{ readonly fact: FactView | null }>(GRAPH_FACTS, { id })
  if (answer.state === 'asking') return <li><Loading /></li>
  if (answer.state === 'failed') return <li><Failure error={answer.error} /></li>
  const { fact } = answer.data
  return fact === null ? null : <FactItem fact={fact}><CitationLinks fact={fact} />{fact.derived ? null : <ReviewBar factId={fact.id} />}</FactItem>
}

/** The sentences behind one line. */
export function LinePanel({ bundle }: { readonly bundle: Bundle }) {
  const [first, rest] = [bundle.facts.slice(0, SHOWN), bundle.facts.slice(SHOWN)]
  return (
    <section class="panel" aria-labelledby="chosen">
      <h2 id="chosen">{t('graph.line', { count: bundle.facts.length })}</h2>
      <ul class="hops">{first.map(({ id }) => <OneFact key={id} id={id} />)}</ul>
      {rest.length === 0 ? null : <details><summary>{t('fact.hidden', { count: rest.length })}</summary><ul class="hops">{rest.map(({ id }) => <OneFact key={id} id={id} />)}</ul></details>}
    </section>
  )
}
