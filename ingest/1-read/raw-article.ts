/** One article as it was found; `text` is never changed after this point. */
export interface RawArticle {
  /** Its own id, or one made from its text. */
  readonly id: string
  readonly title: string
  /** ISO date (YYYY-MM-DD), or '' when unknown. */
  readonly date: string
  readonly source: string
  readonly url: string
  readonly byline: readonly string[]
  readonly text: string
  readonly synthetic: boolean
  /** Set for a feed item that gives but the beginning or a summary of the page at `url`. */
  readonly summary?: true
  /** Where it stood: file (or `-` for stdin) and 0-based index within it. */
  readonly origin: { readonly file: string; readonly index: number }
}
