import { useEffect, useRef, useState } from 'preact/hooks'
import { address, go } from '../app/navigation.js'
import { inLanguage, t } from '../app/settings.js'
import { KindBadge } from '../common/entity-link.js'
import type { TextKey } from '../i18n/zh.js'
import { askAddress, looksLikeQuestion, stepTo, suggestionsOf, type Suggestion, type SuggestionGroup } from './suggestions.js'
import { useExamples, useSuggestions } from './use-suggestions.js'

const GROUPS: Readonly<Record<SuggestionGroup, TextKey>> = { entities: 'search.entities', articles: 'search.articles.group', questions: 'search.questions' }

const Option = ({ item, at, active, onChoose }: { readonly item: Suggestion; readonly at: number; readonly active: boolean; readonly onChoose: (item: Suggestion) => void }) => (
  // On pointer down, before blur, so that a click is not lost.
  <div id={`suggestion-${at}`} class="option" role="option" aria-selected={active} onPointerDown={(event) => { event.preventDefault(); onChoose(item) }}>
    {item.label}{item.kind === '' ? null : <> <KindBadge kind={item.kind} /></>}
    {item.place === '' ? null : <span class="quiet"> {item.place}</span>}
    {item.articleCount < 0 ? null : <span class="quiet"> {t('search.articles', { count: item.articleCount })}</span>}
  </div>
)

/** The one search box: a combobox after the ARIA practices (arrows, Enter, Escape), its choices in groups. */
export function SearchBox() {
  const { screen, q: name, more } = address.value
  const q = screen === 'ask' ? more['question'] ?? '' : name
  const [text, setText] = useState(q)
  const [open, setOpen] = useState(false)
  // By address and not by place, so that answers that come late do not take the choice away.
  const [chosen, setChosen] = useState('')
  const composing = useRef(false)
  const found = useSuggestions(text, open)
  const examples = useExamples(open)
  const { groups, best } = suggestionsOf(text, found?.view, examples, inLanguage)
  const items = groups.flatMap((group) => group.items)
  const active = chosen === '' ? -1 : items.findIndex(({ address: leads }) => leads === chosen)
  useEffect(() => { setText(q) }, [q])
  useEffect(() => { document.getElementById(`suggestion-${active}`)?.scrollIntoView({ block: 'nearest' }) }, [active])

  const type = (next: string): void => {
    setText(next)
    setChosen('')
  }
  const close = (): void => { setOpen(false) }
  const choose = (item: Suggestion): void => {
    close()
    go(item.address)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setChosen(items[stepTo(active, event.key === 'ArrowDown' ? 1 : -1, items.length)]?.address ?? '')
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter') {
      const item = open ? items[active] : undefined
      if (item === undefined) return
      event.preventDefault()
      choose(item)
    }
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    close()
    const typed = text.trim()
    // A question is one whether or not anything was found for it yet.
    if (looksLikeQuestion(typed)) go(askAddress(typed))
    else go(best === '' || found?.text !== typed ? { q: typed } : best)
  }
  const shown = open && items.length > 0
  return (
    <form id="ask" role="search" action="/" method="get" autocomplete="off" onSubmit={submit}>
      <label for="q">{t('search.label')}</label>
      <div class="field">
        <input id="q" name="q" type="search" maxLength={200} placeholder={t('search.placeholder')} role="combobox" list={undefined} enterkeyhint="search"
          aria-expanded={shown} aria-controls="suggestions" aria-autocomplete="list" aria-activedescendant={shown && active >= 0 ? `suggestion-${active}` : undefined}
          value={text}
          onCompositionStart={() => { composing.current = true }}
          onCompositionEnd={(event) => { composing.current = false; type(event.currentTarget.value); setOpen(true) }}
          onInput={(event) => { type(event.currentTarget.value); if (!composing.current) setOpen(true) }}
          onKeyDown={key} onBlur={close} />
        <button type="submit">{t('search.submit')}</button>
      </div>
      <div id="suggestions" role="listbox" aria-label={t('search.suggestions')} hidden={!shown}>
        {groups.map(({ group, items: own }) => (
          <div key={group} role="group" aria-labelledby={`suggestions-${group}`}>
            <p id={`suggestions-${group}`} class="quiet" role="presentation">{t(GROUPS[group])}</p>
            {own.map((item) => {
              const at = items.indexOf(item)
              return <Option key={at} item={item} at={at} active={at === active} onChoose={choose} />
            })}
          </div>
        ))}
      </div>
    </form>
  )
}
