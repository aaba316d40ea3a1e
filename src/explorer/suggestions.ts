import type { EntityHit } from './answer-types.js'
import { ask } from './client.js'
import { h } from './dom.js'
import { SUGGEST } from './queries.js'
import type { Words } from './words.js'

/** Names that fit what is being typed: a combobox after the ARIA practices (arrows, Enter, Escape). */

/** Milliseconds of rest before the server is asked. */
const REST = 150

export interface SuggestionsOptions {
  readonly input: HTMLInputElement
  readonly list: HTMLUListElement
  readonly words: Words
  readonly choose: (entity: EntityHit) => void
}

export class Suggestions {
  readonly #options: SuggestionsOptions
  #hits: readonly EntityHit[] = []
  #active = -1
  #running: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #composing = false

  constructor(options: SuggestionsOptions) {
    this.#options = options
    const { input } = options
    input.addEventListener('compositionstart', () => { this.#composing = true })
    input.addEventListener('compositionend', () => {
      this.#composing = false
      this.#later()
    })
    input.addEventListener('input', () => { if (!this.#composing) this.#later() })
    input.addEventListener('keydown', (event) => { this.#key(event) })
    input.addEventListener('blur', () => { this.close() })
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#running?.abort()
    this.#hits = []
    this.#draw()
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => { void this.#ask() }, REST)
  }

  async #ask(): Promise<void> {
    this.#running?.abort()
    const text = this.#options.input.value.trim()
    if (text === '') {
      this.close()
      return
    }
    const running = new AbortController()
    this.#running = running
    try {
      const data = (await ask(SUGGEST, { text }, running.signal)) as { readonly search: { readonly nodes: readonly EntityHit[] } }
      if (running.signal.aborted) return
      this.#hits = data.search.nodes
    } catch {
      // Suggestions are a help only; what fails here is told when the question is asked.
      if (running.signal.aborted) return
      this.#hits = []
    }
    this.#active = -1
    this.#draw()
  }

  #key(event: KeyboardEvent): void {
    if (this.#hits.length === 0 || event.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      this.#active = (this.#active + step + this.#hits.length + (this.#active < 0 && step < 0 ? 1 : 0)) % this.#hits.length
      this.#draw()
      event.preventDefault()
    } else if (event.key === 'Enter') {
      const hit = this.#hits[this.#active]
      if (hit === undefined) return
      event.preventDefault()
      this.#choose(hit)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      this.close()
    }
  }

  #choose(hit: EntityHit): void {
    this.close()
    this.#options.choose(hit)
  }

  #draw(): void {
    const { input, list, words } = this.#options
    const open = this.#hits.length > 0
    if (!open) this.#active = -1
    list.replaceChildren(...this.#hits.map((hit, index) => {
      const item = h('li', { role: 'option', id: `suggestion-${index}`, 'aria-selected': index === this.#active ? 'true' : 'false' },
        hit.name, ' ', h('span', { class: 'badge kind' }, words.kind(hit.kind)), ' ', h('span', { class: 'quiet' }, `${hit.articleCount} 篇`))
      // Before blur, so that a click is not lost.
      item.addEventListener('pointerdown', (event) => {
        event.preventDefault()
        this.#choose(hit)
      })
      return item
    }))
    list.hidden = !open
    input.setAttribute('aria-expanded', open ? 'true' : 'false')
    if (this.#active >= 0) input.setAttribute('aria-activedescendant', `suggestion-${this.#active}`)
    else input.removeAttribute('aria-activedescendant')
  }
}
