import { useState } from 'preact/hooks'
import { setToken, token } from '../app/token.js'
import { t } from '../app/settings.js'

/** Errors that another token may mend. */
const MENDED_BY_TOKEN = ['UNAUTHENTICATED', 'FORBIDDEN', 'TOKEN_EXPIRED']

export const needsToken = (code: string): boolean => MENDED_BY_TOKEN.includes(code)

/** Asks for the reader's token; it is taken at once and whole, since half a token would be refused by every question. */
export function TokenBox() {
  const [draft, setDraft] = useState('')
  const use = (event: Event): void => {
    event.preventDefault()
    setToken(draft)
    setDraft('')
  }
  return (
    <form class="token" onSubmit={use}>
      <label>{t('token.label')}<input type="password" autocomplete="off" value={draft} onInput={(event) => { setDraft(event.currentTarget.value) }} /></label>
      <p class="actions">
        <button type="submit" disabled={draft.trim() === ''}>{t('token.use')}</button>
        {token.value === '' ? null : <button type="button" class="plain" onClick={() => { setToken('') }}>{t('token.forget')}</button>}
      </p>
      {token.value === '' ? null : <p class="quiet" role="status">{t('token.used')}</p>}
    </form>
  )
}
