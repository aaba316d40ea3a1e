/** A document as dossiers and citation cards make it; rendered as Markdown (to-markdown.ts) and HTML (to-html.ts). */

export type Inline =
  | string
  | { readonly strong: string }
  /** An address of the web, or a path of this server; anything else is shown as text. */
  | { readonly text: string; readonly href: string }

export type Inlines = readonly Inline[]

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly anchor?: string }
  | { readonly kind: 'paragraph'; readonly inlines: Inlines; readonly tone?: 'note' | 'doubt' }
  | { readonly kind: 'list'; readonly items: readonly Inlines[] }
  /** Names with their values. */
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [string, Inlines])[] }
  /** The words of an article, with a little of what stands around them, and where they stand. */
  | { readonly kind: 'quote'; readonly before: string; readonly quote: string; readonly after: string; readonly source: Inlines; readonly anchor?: string }

export interface Page {
  readonly title: string
  readonly blocks: readonly Block[]
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const paragraph = (...inlines: Inlines): Block => ({ kind: 'paragraph', inlines })
export const note = (...inlines: Inlines): Block => ({ kind: 'paragraph', inlines, tone: 'note' })

// Marks that turn the direction of writing or do not show at all: spelt out, so that a name cannot disguise itself.
const HIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu

/** Text with hidden marks spelt out as ⟨U+202E⟩. */
export const showHidden = (text: string): string => text.replace(HIDDEN, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
