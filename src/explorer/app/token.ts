import { signal } from '@preact/signals'

/** The reader's token, kept until the window is closed; sent with every question when there is one. */

const NAME = 'policygraph.token'

function kept(): string {
  try {
    return sessionStorage.getItem(NAME) ?? ''
  } catch {
    return ''
  }
}

export const token = signal(kept())

/** Takes a token, or '' for none. */
export function setToken(next: string): void {
  token.value = next.trim()
  try {
    if (token.value === '') sessionStorage.removeItem(NAME)
    else sessionStorage.setItem(NAME, token.value)
  } catch {
    // A browser that keeps nothing asks again in the next window.
  }
}
