import { useId, useState } from 'preact/hooks'
import { t } from '../app/settings.js'
import type { EntityRef } from '../data/answer-types.js'
import { stepTo } from '../search/suggestions.js'
import { useSuggestions } from '../search/use-suggestions.js'
import { KindBadge } from './entity-link.js'

/** What stands in a field for an entity: a name as typed, and its id once one was chosen from the list. */
export interface Named {
  readonly name: string
  readonly id: string
}

export const NOBODY: Named = { name: '', id: '' }

/** Entities offered at most. */
const MOST = 8

/** A field for one entity: a combobox over those at hand (`near`), then over the whole graph. Any name may stand in it. */
export function EntityField({ label, value, onValue, near = [], kinds = [] }: {
  readonly label: string
  readonly value: Named
  readonly onValue: (next: Named) => void
  readonly near?: readonly EntityRef[]
  /** Only these are offered; all when empty. */
  readonly kinds?: readonly string[]
}) {
  const own = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const typed = value.name.trim()
  const found = useSuggestions(value.name, open && value.id === '')
  const at = near.filter(({ name }) => typed === '' || value.id !== '' || name.includes(typed))
  const elsewhere = found?.text === typed ? found.view.search.edges.map(({ node }) => node) : []
  const items = [...new Map([...at, ...elsewhere].map((entity) => [entity.id, entity])).values()].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).slice(0, MOST)
  const shown = open && items.length > 0

  const choose = ({ id, name }: EntityRef): void => {
    onValue({ id, name })
    setOpen(false)
    setActive(-1)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const item = shown ? items[active] : undefined
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true)
      setActive(stepTo(active, event.key === 'ArrowDown' ? 1 : -1, items.length))
    } else if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'Enter' && item !== undefined) choose(item)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="entity-field">
      <label for={`${own}-input`}>{label}</label>
      <input id={`${own}-input`} maxLength={200} autocomplete="off" role="combobox" aria-autocomplete="list" aria-expanded={shown} aria-controls={`${own}-list`}
        aria-activedescendant={shown && active >= 0 ? `${own}-${active}` : undefined} value={value.name}
        onInput={(event) => { onValue({ name: event.currentTarget.value, id: '' }); setOpen(true); setActive(-1) }}
        onClick={() => { setOpen(true) }} onKeyDown={key} onBlur={() => { setOpen(false) }} />
      <div id={`${own}-list`} class="offers" role="listbox" aria-label={t('search.suggestions')} hidden={!shown}>
        {items.map((entity, at) => (
          <div key={entity.id} id={`${own}-${at}`} class="option" role="option" aria-selected={at === active} onPointerDown={(event) => { event.preventDefault(); choose(entity) }}>{entity.name} <KindBadge kind={entity.kind} /></div>
        ))}
      </div>
    </div>
  )
}
