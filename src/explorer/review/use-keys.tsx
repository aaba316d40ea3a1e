import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../app/settings.js'

/** Single keys that act while a screen is open; the reader can switch them off, since speech input and stray keys would press them too. */

const NAME = 'policygraph.keys'

function kept(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

export interface Keys {
  readonly on: boolean
  readonly set: (on: boolean) => void
}

/** `press` says whether it knew the key, which comes in lower case. Keys with Ctrl, Alt or Meta, and those typed into a field, are left alone. */
export function useKeys(press: (key: string) => boolean): Keys {
  const [on, setOn] = useState(kept)
  const heard = useRef(press)
  heard.current = press
  useEffect(() => {
    if (!on) return undefined
    const listen = (event: KeyboardEvent): void => {
      const field = event.target instanceof HTMLElement && event.target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null
      if (field || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (heard.current(event.key.toLowerCase())) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => { document.removeEventListener('keydown', listen) }
  }, [on])
  const set = (next: boolean): void => {
    setOn(next)
    try {
      localStorage.setItem(NAME, next ? 'on' : 'off')
    } catch {
      // A browser that keeps nothing has them on again at the next visit.
    }
  }
  return { on, set }
}

/** Says which keys there are, and switches them off. */
export const KeysSwitch = ({ keys, children }: { readonly keys: Keys; readonly children: preact.ComponentChildren }) => (
  <p class="quiet keys"><label><input type="checkbox" checked={keys.on} onChange={(event) => { keys.set(event.currentTarget.checked) }} />{t('keys.on')}</label> {children}</p>
)
