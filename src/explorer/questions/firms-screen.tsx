import { useState } from 'preact/hooks'
import { address, go } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { EntityField } from '../common/entity-field.js'
import { Failure, Loading } from '../common/failure.js'
import type { EntityRef } from '../data/answer-types.js'
import { RESOLVE_NAMED } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { FirmsSection } from '../entity/firms-section.js'
import { ConditionFields, readConditions, type Conditions } from './conditions.js'

function Answer({ name, conditions }: { readonly name: string; readonly conditions: Conditions }) {
  const answer = useAnswer<{ readonly resolve: EntityRef }>(RESOLVE_NAMED, { name, kinds: ['INITIATIVE'] })
  if (answer.state === 'asking') return <Loading />
  return answer.state === 'failed' ? <Failure error={answer.error} /> : <FirmsSection initiative={answer.data.resolve} conditions={conditions} />
}

/** “哪些企业与……有关” as a form; the question is the address. */
export function FirmsScreen() {
  const { more } = address.value
  const { name = '', of = '' } = more
  const asked = readConditions(more)
  const [draft, setDraft] = useState({ entity: { name, id: of }, conditions: asked })
  const ask = (event: Event): void => {
    event.preventDefault()
    go({ screen: 'firms', more: { name: draft.entity.name.trim(), of: draft.entity.id, ...draft.conditions } })
  }
  return (
    <section>
      <h1>{t('firms.title')}</h1>
      <form class="question" onSubmit={ask}>
        <EntityField label={t('firms.initiative')} value={draft.entity} kinds={['INITIATIVE']} onValue={(entity) => { setDraft({ ...draft, entity }) }} />
        <ConditionFields value={draft.conditions} onValue={(conditions) => { setDraft({ ...draft, conditions }) }} />
        <button type="submit" disabled={draft.entity.name.trim() === ''}>{t('search.submit')}</button>
      </form>
      {name === '' ? null : <Answer name={of === '' ? name : of} conditions={asked} />}
    </section>
  )
}
