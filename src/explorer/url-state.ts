/** The question in the address, so that it can be linked and gone back to. */
export interface Question {
  /** What stands in the search box. */
  readonly q: string
  /** Id of the entity that was chosen, when the name alone may not tell. */
  readonly id: string
  /** Other end of “how are these two connected”. */
  readonly to: string
}

export const NO_QUESTION: Question = { q: '', id: '', to: '' }

export function readQuestion(search: string): Question {
  const params = new URLSearchParams(search)
  return { q: (params.get('q') ?? '').trim(), id: params.get('id') ?? '', to: (params.get('to') ?? '').trim() }
}

/** Address of a question, relative to the page; `/` for none. */
export function addressOf(question: Partial<Question>): string {
  const params = new URLSearchParams()
  for (const name of ['q', 'id', 'to'] as const) {
    const value = question[name]
    if (value !== undefined && value !== '') params.set(name, value)
  }
  const text = params.toString()
  return text === '' ? '/' : `/?${text}`
}
