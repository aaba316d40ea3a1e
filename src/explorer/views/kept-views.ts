import { signal } from '@preact/signals'
import { readViews, renamedView, VIEWS_KEY, withoutView, withView, type SavedView } from './saved-views.js'

/** The reader's views, kept in this browser only. */

function kept(): string | null {
  try {
    return localStorage.getItem(VIEWS_KEY)
  } catch {
    return null
  }
}

const views = signal<readonly SavedView[]>(readViews(kept()))

export const savedViews = { get value(): readonly SavedView[] { return views.value } }

/** What is kept now, or what this visit holds where nothing can be kept. */
const current = (): readonly SavedView[] => { const text = kept(); return text === null ? views.value : readViews(text) }

function keep(next: readonly SavedView[]): boolean {
  views.value = next
  try {
    localStorage.setItem(VIEWS_KEY, JSON.stringify(next))
    return true
  } catch {
    return false
  }
}

/** Keeps the page as it stands under a name; false when this browser keeps nothing beyond this visit. */
export const saveView = (name: string): boolean => {
  const params = new URLSearchParams(location.search)
  params.delete('lang')
  // What others saved in another window meanwhile stays.
  return keep(withView(current(), { name, address: `/?${params.toString()}`, at: new Date().toISOString() }))
}

export const deleteView = (name: string): boolean => keep(withoutView(current(), name))

/** False when the name is empty or taken. */
export function renameView(from: string, to: string): boolean {
  const next = renamedView(current(), from, to)
  if (next !== undefined) keep(next)
  return next !== undefined
}

// Another window of this browser has changed them.
addEventListener('storage', ({ key }) => { if (key === VIEWS_KEY) views.value = readViews(kept()) })
