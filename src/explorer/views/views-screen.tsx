import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../app/settings.js'
import { Notice } from '../common/failure.js'
import { deleteView, renameView, savedViews } from './kept-views.js'
import { MAX_VIEW_NAME, type SavedView } from './saved-views.js'

function RenameForm({ name, onDone, onSaid }: { readonly name: string; readonly onDone: () => void; readonly onSaid: (text: string) => void }) {
  const [draft, setDraft] = useState(name)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => { input.current?.select() }, [])
  const rename = (event: Event): void => {
    event.preventDefault()
    if (!renameView(name, draft)) {
      onSaid(t('views.taken', { name: draft.trim() }))
      return
    }
    onSaid(t('views.renamed', { name: draft.trim() }))
    onDone()
  }
  return (
    <form class="field" onSubmit={rename} onKeyDown={({ key }) => { if (key === 'Escape') onDone() }}>
      <input ref={input} aria-label={t('views.name')} maxLength={MAX_VIEW_NAME} value={draft} onInput={(event) => { setDraft(event.currentTarget.value) }} />
      <button type="submit" disabled={draft.trim() === ''}>{t('views.rename')}</button>
      <button type="button" class="plain" onClick={onDone}>{t('views.cancel')}</button>
    </form>
  )
}

function ViewItem({ view: { name, address, at }, onSaid }: { readonly view: SavedView; readonly onSaid: (text: string) => void }) {
  const [renaming, setRenaming] = useState(false)
  const remove = (): void => {
    deleteView(name)
    onSaid(t('views.deleted', { name }))
  }
  return (
    <li class="card">
      <p class="says"><a href={address}>{name}</a> <span class="quiet">{at.slice(0, 10)}</span></p>
      {renaming ? <RenameForm name={name} onDone={() => { setRenaming(false) }} onSaid={onSaid} /> : (
        <p class="actions">
          <button type="button" class="plain" aria-label={t('views.rename.named', { name })} onClick={() => { setRenaming(true) }}>{t('views.rename')}</button>
          <button type="button" class="plain" aria-label={t('views.delete.named', { name })} onClick={remove}>{t('views.delete')}</button>
        </p>
      )}
    </li>
  )
}

/** The views that the reader has kept, each a link like any other. */
export function ViewsScreen() {
  const [said, setSaid] = useState('')
  return (
    <section>
      <h1>{t('views.title')}</h1>
      <p class="quiet">{t('views.note')}</p>
      <p role="status">{said}</p>
      {savedViews.value.length === 0 ? <Notice>{t('views.none')}</Notice> : <ul class="list">{savedViews.value.map((view) => <ViewItem key={view.name} view={view} onSaid={setSaid} />)}</ul>}
    </section>
  )
}
