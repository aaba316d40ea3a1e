import { t } from '../app/settings.js'
import { FactPanel } from '../evidence/fact-panel.js'
import { ReviewBar } from '../evidence/review-bar.js'
import type { Bundle } from './bundles.js'

/** Facts whose sentences one click brings; the rest are a click away. */
const SHOWN = 5

const OneFact = ({ id }: { readonly id: string }) => <li><FactPanel id={id}><ReviewBar factId={id} /></FactPanel></li>

/** The sentences behind one line. */
export function LinePanel({ bundle }: { readonly bundle: Bundle }) {
  const [first, rest] = [bundle.facts.slice(0, SHOWN), bundle.facts.slice(SHOWN)]
  return (
    <section class="panel" aria-labelledby="chosen">
      <h2 id="chosen" tabIndex={-1}>{t('graph.line', { count: bundle.facts.length })}</h2>
      <ul class="hops">{first.map(({ id }) => <OneFact key={id} id={id} />)}</ul>
      {rest.length === 0 ? null : <details><summary>{t('graph.line.rest', { count: rest.length })}</summary><ul class="hops">{rest.map(({ id }) => <OneFact key={id} id={id} />)}</ul></details>}
    </section>
  )
}
