import { useState } from 'preact/hooks'
import { go } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { ConditionFields, type Conditions } from './conditions.js'

/** “A 与 B 如何相连” as a form. */
export function ConnectionForm({ from, to, conditions }: { readonly from: string; readonly to: string; readonly conditions: Conditions }) {
  const [draft, setDraft] = useState({ from, to, conditions })
  const ask = (event: Event): void => {
    event.preventDefault()
    go({ q: draft.from.trim(), to: draft.to.trim(), more: { ...draft.conditions } })
  }
  return (
    <form class="question row" onSubmit={ask}>
      <label>{t('connection.from')}<input maxLength={200} value={draft.from} onInput={(event) => { setDraft({ ...draft, from: event.currentTarget.value }) }} /></label>
      <label>{t('connection.to')}<input maxLength={200} value={draft.to} onInput={(event) => { setDraft({ ...draft, to: event.currentTarget.value }) }} /></label>
      <details>
        <summary>{t('ask.conditions')}</summary>
        <ConditionFields value={draft.conditions} onValue={(next) => { setDraft({ ...draft, conditions: next }) }} />
      </details>
      <button type="submit" disabled={draft.from.trim() === '' || draft.to.trim() === ''}>{t('connection.ask')}</button>
    </form>
  )
}
