/** The question in the address, so that it can be linked and gone back to. Pure. */

/** Screens besides the one that the other parameters choose. */
export const SCREENS = ['graph', 'article', 'connection', 'claim', 'group', 'firms', 'ask', 'review', 'views', 'load'] as const
export type Screen = (typeof SCREENS)[number]

export interface Address {
  /** '' for the start, an entity or a connection, which `q`, `id` and `to` tell apart. */
  readonly screen: Screen | ''
  /** What stands in the search box. */
  readonly q: string
  /** Id of the entity that was chosen, when the name alone may not tell. */
  readonly id: string
  /** Other end of “how are these two connected”. */
  readonly to: string
  /** Everything else that a screen keeps in the address, in order of name. */
  readonly more: Readonly<Record<string, string>>
}

const OWN = ['screen', 'q', 'id', 'to', 'lang']

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search)
  const screen = params.get('screen')
  return {
    screen: SCREENS.find((name) => name === screen) ?? '',
    q: (params.get('q') ?? '').trim(),
    id: params.get('id') ?? '',
    to: (params.get('to') ?? '').trim(),
    more: Object.fromEntries([...params].filter(([name]) => !OWN.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Address of a question, relative to the page; `/` for none. Empty values are left out. */
export function addressOf({ screen = '', q = '', id = '', to = '', more = {} }: Partial<Address>): string {
  const params = new URLSearchParams()
  const given = [['screen', screen], ['q', q], ['id', id], ['to', to], ...Object.entries(more).sort(([a], [b]) => (a < b ? -1 : 1))] as const
  for (const [name, value] of given) if (value !== '') params.set(name, value)
  const text = params.toString()
  return text === '' ? '/' : `/?${text}`
}
