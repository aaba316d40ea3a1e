/** Something that went wrong with one article or file; it is reported, and the run goes on. */
export interface Issue {
  /** Stable, upper snake case: UNREADABLE_FILE, EMPTY_TEXT, BAD_JSON_LINE … */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly file?: string
  /** 1-based. */
  readonly line?: number
  readonly articleId?: string
}
