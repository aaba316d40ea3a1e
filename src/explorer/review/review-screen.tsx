import { addressOf } from '../app/address.js'
import { address } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { ProposalsPart } from './proposals-part.js'
import { QueuePart } from './queue-part.js'

const PARTS = ['queue', 'proposals'] as const

/** What waits for a person: facts to judge, and proposals to decide. */
export function ReviewScreen() {
  const part = address.value.more['part'] === 'proposals' ? 'proposals' : 'queue'
  return (
    <div class="desk">
      <nav aria-label={t('nav.review')}>
        {PARTS.map((name) => <a key={name} href={addressOf({ screen: 'review', more: { part: name === 'queue' ? '' : name } })} aria-current={part === name ? 'page' : undefined}>{t(`${name}.title`)}</a>)}
      </nav>
      {part === 'queue' ? <QueuePart /> : <ProposalsPart />}
    </div>
  )
}
