import { useEffect, useState } from 'preact/hooks'
import { t } from '../app/settings.js'
import type { PageInfo } from '../data/answer-types.js'

export interface Page<T> {
  readonly nodes: readonly T[]
  readonly pageInfo: PageInfo
}

/** The pages fetched so far as one list, and a button for the next one; starts over when `first` is another answer. */
export function usePages<T>(first: Page<T>, load: (after: string) => Promise<Page<T>>): { readonly nodes: readonly T[]; readonly more: preact.ComponentChild } {
  const [later, setLater] = useState<readonly Page<T>[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => { setLater([]) }, [first])
  const { pageInfo: { hasNextPage, endCursor } } = later.at(-1) ?? first
  const next = (): void => {
    if (endCursor === null) return
    setBusy(true)
    load(endCursor).then((page) => { setLater([...later, page]) }, () => undefined).finally(() => { setBusy(false) })
  }
  const more = hasNextPage ? <button type="button" class="plain" disabled={busy} onClick={next}>{t('app.more')}</button> : null
  return { nodes: [first, ...later].flatMap(({ nodes }) => nodes), more }
}
