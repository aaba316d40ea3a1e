import { useState } from 'preact/hooks'
import { go } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { EntityField, NOBODY, type Named } from '../common/entity-field.js'
import { ConditionFields, type Conditions } from './conditions.js'

/** “A 与 B 如何相连” as a form; a name chosen from the list is asked for by its id, a typed one as it stands. */
export function ConnectionForm({ from = NOBODY, to = NOBODY, conditions }: { readonly from?: Named; readonly to?: Named; readonly conditions: Conditions }) {
  const [draft, setDraft] = useState({ from, to, conditions })
  const ask = (event: Event): void => {
    event.preventDefault()
    go({ q: draft.from.name.trim(), id: draft.from.id, to: draft.to.id === '' ? draft.to.name.trim() : draft.to.id, more: { ...draft.conditions } })
  }
  return (
    <form class="question row" onSubmit={ask}>
      <EntityField label={t('connection.from')} value={draft.from} onValue={(next) => { setDraft({ ...draft, from: next }) }} />
      <EntityField label={t('connection.to')} value={draft.to} onValue={(next) => { setDraft({ ...draft, to: next }) }} />
      <details>
        <summary>{t('ask.conditions')}</summary>
        <ConditionFields value={draft.conditions} onValue={(next) => { setDraft({ ...draft, conditions: next }) }} />
      </details>
      <button type="submit" disabled={draft.from.name.trim() === '' || draft.to.name.trim() === ''}>{t('connection.ask')}</button>
    </form>
  )
}
