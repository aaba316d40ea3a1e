import { signal } from '@preact/signals'
import { addressOf, readAddress, type Address } from './address.js'

/** Where the page is. Screens read `address` and change it by `go` or `amend`; nothing else touches the history. */

const current = signal<Address>(readAddress(location.search))

/** The address that the page shows. */
export const address = { get value(): Address { return current.value }, peek: (): Address => current.peek() }

/** Opens an address, as following a link does. */
export function go(next: Partial<Address> | string): void {
  const path = typeof next === 'string' ? next : addressOf(next)
  history.pushState(null, '', path)
  current.value = readAddress(location.search)
  scrollTo(0, 0)
}

/** Changes parameters of the address in place, without a step to go back to; '' takes one out. */
export function amend(more: Readonly<Record<string, string>>): void {
  const now = current.peek()
  const path = addressOf({ ...now, more: { ...now.more, ...more } })
  history.replaceState(null, '', path)
  current.value = readAddress(location.search)
}

/** Plain clicks on links within the page, and the browser's back and forward; called once. */
export function followLinks(): void {
  addEventListener('popstate', () => { current.value = readAddress(location.search) })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const plain = event.button === 0 && !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (link === null || !plain || link.origin !== location.origin || link.pathname !== '/' || link.hash !== '' || link.target !== '' || link.hasAttribute('download')) return
    event.preventDefault()
    go(link.pathname + link.search)
  })
}
