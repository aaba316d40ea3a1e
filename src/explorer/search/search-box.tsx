import { useEffect, useRef, useState } from 'preact/hooks'
import { address, go } from '../app/navigation.js'
import { t } from '../app/settings.js'
import { KindBadge } from '../common/entity-link.js'
import type { EntityHit } from '../data/answer-types.js'
import { ask } from '../data/client.js'
import { SUGGEST } from '../data/queries.js'

/** Milliseconds of rest before the server is asked. */
const REST = 150

/** Names that fit what is being typed; suggestions are a help only, so what fails here is told when the question is asked. */
function useSuggestions(text: string, wanted: boolean): readonly EntityHit[] {
  const [hits, setHits] = useState<readonly EntityHit[]>([])
  useEffect(() => {
    if (!wanted || text.trim() === '') {
      setHits([])
      return
    }
    const running = new AbortController()
    const timer = setTimeout(() => {
      ask(SUGGEST, { text: text.trim() }, running.signal).then(
        (data) => { if (!running.signal.aborted) setHits((data as { readonly search: { readonly nodes: readonly EntityHit[] } }).search.nodes) },
        () => { if (!running.signal.aborted) setHits([]) },
      )
    }, REST)
    return () => {
      clearTimeout(timer)
      running.abort()
    }
  }, [text, wanted])
  return hits
}

/** The one search box: a combobox after the ARIA practices (arrows, Enter, Escape). */
export function SearchBox() {
  const { q } = address.value
  const [text, setText] = useState(q)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const composing = useRef(false)
  const hits = useSuggestions(text, open)
  useEffect(() => { setText(q) }, [q])
  useEffect(() => { setActive(-1) }, [hits])

  const close = (): void => { setOpen(false) }
  const choose = ({ id, name }: EntityHit): void => {
    close()
    go({ q: name, id })
  }
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setActive((active + step + hits.length + (active < 0 && step < 0 ? 1 : 0)) % hits.length)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter') {
      const hit = open ? hits[active] : undefined
      if (hit === undefined) return
      event.preventDefault()
      choose(hit)
    }
  }
  const submit = (event: Event): void => {
    event.preventDefault()
    close()
    go({ q: text.trim() })
  }
  const shown = open && hits.length > 0
  return (
    <form id="ask" role="search" action="/" method="get" autocomplete="off" onSubmit={submit}>
      <label for="q">{t('search.label')}</label>
      <div class="field">
        <input id="q" name="q" type="search" maxLength={200} placeholder={t('search.placeholder')} role="combobox" list={undefined} enterkeyhint="search"
          aria-expanded={shown} aria-controls="suggestions" aria-autocomplete="list" aria-activedescendant={shown && active >= 0 ? `suggestion-${active}` : undefined}
          value={text}
          onCompositionStart={() => { composing.current = true }}
          onCompositionEnd={(event) => { composing.current = false; setText(event.currentTarget.value); setOpen(true) }}
          onInput={(event) => { setText(event.currentTarget.value); if (!composing.current) setOpen(true) }}
          onKeyDown={key} onBlur={close} />
        <button type="submit">{t('search.submit')}</button>
      </div>
      <ul id="suggestions" role="listbox" aria-label={t('search.suggestions')} hidden={!shown}>
        {hits.map((hit, at) => (
          // On pointer down, before blur, so that a click is not lost.
          <li key={hit.id} id={`suggestion-${at}`} role="option" aria-selected={at === active} onPointerDown={(event) => { event.preventDefault(); choose(hit) }}>
            {hit.name} <KindBadge kind={hit.kind} /> <span class="quiet">{t('search.articles', { count: hit.articleCount })}</span>
          </li>
        ))}
      </ul>
    </form>
  )
}
