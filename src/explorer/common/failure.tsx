import { t } from '../app/settings.js'
import type { AskError } from '../data/client.js'
import { EntityList } from './entity-link.js'
import { needsToken, TokenBox } from './token-box.js'
import { entitiesIn } from './words.js'

export const Notice = ({ children }: { readonly children: preact.ComponentChildren }) => <p class="notice">{children}</p>

export const Loading = () => <p class="quiet" role="status">{t('app.loading')}</p>

/** Why a question was not answered: the choice when a name fits several entities, the nearest names when it fits none. */
export function Failure({ error }: { readonly error: AskError }) {
  const given = error.details['name']
  const name = typeof given === 'string' ? given : ''
  if (error.code === 'AMBIGUOUS_NAME') {
    return <section><h1>{t('entity.choose', { name })}</h1><p>{t('entity.choose.note')}</p><EntityList entities={entitiesIn(error.details['candidates'])} /></section>
  }
  if (error.code === 'NOT_FOUND') {
    const nearest = entitiesIn(error.details['nearest'])
    return (
      <section>
        <h1>{t('entity.unknown', { name })}</h1>
        <p>{nearest.length === 0 ? t('entity.unknown.none') : t('entity.unknown.near')}</p>
        <EntityList entities={nearest} />
      </section>
    )
  }
  const message = error.code === 'BROKEN' ? t('app.broken') : error.message
  return <section role="alert"><h1>{t('app.failed')}</h1><Notice>{message}</Notice>{needsToken(error.code) ? <TokenBox /> : null}</section>
}
