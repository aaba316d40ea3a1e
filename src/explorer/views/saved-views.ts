/** Views that a reader has named, as they are kept: a name and an address of the page. Pure. */

export interface SavedView {
  readonly name: string
  /** Begins with `/?`; the same as a link to the view. */
  readonly address: string
  /** ISO date and time. */
  readonly at: string
}

export const VIEWS_KEY = 'policygraph.views'

/** Views kept at most; the oldest go first. */
export const MOST_VIEWS = 200
/** Characters of a name, at most. */
export const MAX_VIEW_NAME = 80

function isView(value: unknown): value is SavedView {
  const { name, address, at } = (value ?? {}) as Readonly<Record<string, unknown>>
  return typeof name === 'string' && name !== '' && typeof address === 'string' && /^\/\?[^\\]*$/u.test(address) && typeof at === 'string'
}

/** What a kept text holds; what is no view in it is left out. */
export function readViews(text: string | null): readonly SavedView[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isView).slice(0, MOST_VIEWS) : []
  } catch {
    return []
  }
}

/** With the view first; one of the same name is replaced. The same list when the name is empty. */
export function withView(views: readonly SavedView[], { name, ...rest }: SavedView): readonly SavedView[] {
  const named = name.trim().slice(0, MAX_VIEW_NAME)
  return named === '' ? views : [{ name: named, ...rest }, ...views.filter((view) => view.name !== named)].slice(0, MOST_VIEWS)
}

export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] => views.filter((view) => view.name !== name)

/** With another name at the same place; undefined when the name is empty or another view has it. */
export function renamedView(views: readonly SavedView[], from: string, to: string): readonly SavedView[] | undefined {
  const name = to.trim().slice(0, MAX_VIEW_NAME)
  if (name === '' || (name !== from && views.some((view) => view.name === name))) return undefined
  return views.map((view) => (view.name === from ? { ...view, name } : view))
}
