import type { GraphFact } from './graph-data.js'

/** What of the graph is shown: all but the kinds, relations, strengths, modalities and verdicts that the reader has switched off, within two days. Pure. */

export interface Filters {
  readonly kinds: readonly string[]
  readonly types: readonly string[]
  readonly strengths: readonly string[]
  readonly modalities: readonly string[]
  /** Of `VERDICTS`. */
  readonly verdicts: readonly string[]
  /** ISO dates, or ''. Facts without a date are shown unless `dated`. */
  readonly from: string
  readonly to: string
  readonly dated: boolean
}

export const NO_FILTERS: Filters = { kinds: [], types: [], strengths: [], modalities: [], verdicts: [], from: '', to: '', dated: false }

/** The lists that a filter switches off. */
export type FilterList = 'kinds' | 'types' | 'strengths' | 'modalities' | 'verdicts'

/** What readers made of a fact, as a filter tells it: rejected facts never come. */
export const VERDICTS = ['UNREVIEWED', 'CONFIRMED', 'NEEDS_SOURCE', 'CONTESTED', 'DISPUTED'] as const

/** One of `VERDICTS`; an open dispute counts before any verdict. */
export const verdictOf = ({ verdict, disputed = false }: Pick<GraphFact, 'verdict' | 'disputed'>): string => (disputed ? 'DISPUTED' : verdict?.state ?? 'UNREVIEWED')

/** Parameters of the address by which each list goes. */
const PARAMETERS: Readonly<Record<FilterList, string>> = { kinds: 'no', types: 'norel', strengths: 'nostr', modalities: 'nomod', verdicts: 'nover' }
const LISTS = Object.keys(PARAMETERS) as readonly FilterList[]

export const writeFilters = (filters: Filters): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(LISTS.map((list) => [PARAMETERS[list], filters[list].join(',')])),
  from: filters.from, to: filters.to, dated: filters.dated ? '1' : '',
})

const day = (text: string | undefined): string => (text !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : '')

export function readFilters(params: Readonly<Record<string, string>>): Filters {
  const list = (name: FilterList): readonly string[] => (params[PARAMETERS[name]] ?? '').split(',').filter((value) => value !== '')
  return { kinds: list('kinds'), types: list('types'), strengths: list('strengths'), modalities: list('modalities'), verdicts: list('verdicts'), from: day(params['from']), to: day(params['to']), dated: params['dated'] === '1' }
}

/** Switches one value of a list on or off. */
export function toggled(filters: Filters, list: FilterList, value: string): Filters {
  const off = filters[list]
  return { ...filters, [list]: off.includes(value) ? off.filter((other) => other !== value) : [...off, value].sort() }
}

/** The fact lies within the days asked for: some of it was seen between them. */
export function inTime({ firstSeen, lastSeen }: Pick<GraphFact, 'firstSeen' | 'lastSeen'>, { from, to, dated }: Pick<Filters, 'from' | 'to' | 'dated'>): boolean {
  if (firstSeen === null) return !dated || (from === '' && to === '')
  return (to === '' || firstSeen <= to) && (from === '' || (lastSeen ?? firstSeen) >= from)
}

export const isShown = (fact: GraphFact, filters: Filters): boolean =>
  !filters.types.includes(fact.type) && !filters.strengths.includes(fact.strength) && !filters.modalities.includes(fact.modality) && !filters.verdicts.includes(verdictOf(fact)) &&
  !filters.kinds.includes(fact.subject.kind) && !filters.kinds.includes(fact.object.kind) && inTime(fact, filters)
