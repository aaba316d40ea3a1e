import { inLanguage, t } from '../app/settings.js'
import { Notice } from '../common/failure.js'
import type { PathView, ReasonView } from '../data/answer-types.js'
import { strengthSays, StrengthBadge } from './badges.js'
import { FactItem } from './fact-item.js'

/** One path: its strength in words, its hops with quotes, and why it stands where it stands. */
export const PathBlock = ({ path }: { readonly path: PathView }) => (
  <section class="path">
    <p><StrengthBadge strength={path.strength} /> <span class="quiet">{strengthSays(path.strength)}</span></p>
    <ol class="hops">{path.hops.map(({ fact }) => <FactItem key={fact.id} fact={fact} />)}</ol>
    <details>
      <summary>{t('path.reasons')}</summary>
      <ul>{path.reasons.map((reason) => <li key={reason.code}>{inLanguage(reason)}</li>)}</ul>
    </details>
  </section>
)

/** What an answer left out to bound its work. */
export const Clipped = ({ notes }: { readonly notes: readonly ReasonView[] }) =>
  notes.length === 0 ? null : <Notice>{t('answer.clipped', { notes: notes.map(inLanguage).join('；') })}</Notice>
