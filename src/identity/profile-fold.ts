import type { EntityKind } from '../../schema/ontology/index.js'
import { nameOfCode } from './names/places.js'
import type { NameRole, Profile, ProfilePost } from './profile.js'

/** What is kept of homes, relations and posts: the most frequent. A mayor with a thousand visits is told by a few. */
const KEPT = 24

/** Relations that tie an entity to others; co-mention and containment say too little. */
const TIES: ReadonlySet<string> = new Set(['VISITED', 'ATTENDED', 'PROMOTES', 'PARTICIPATES_IN', 'DESIGNATED', 'COLLABORATES_WITH', 'INVESTS_IN', 'HOLDS_POSITION'])

/** What one article says of the entity by name. */
export interface Naming {
  /** ISO date, or ''. */
  readonly date: string
  /** Code of the article's home region, or ''. */
  readonly home: string
  readonly subkind: string
  readonly forms: readonly { readonly form: string; readonly count: number; readonly role: NameRole }[]
}

/** The other end of a statement, with its identity key (ingest/4-resolve/identity-key.ts). */
export interface Other {
  readonly id: string
  readonly kind: EntityKind
  readonly key: string
}

/** One piece of evidence that has the entity as an end. */
export interface Statement {
  readonly type: string
  readonly modality: string
  readonly title: string
  /** ISO date of the event or else the article, or ''. */
  readonly seen: string
  readonly asSubject: boolean
  readonly other: Other
}

/** Code of a region from its identity key (`gb:320600`), or ''. */
export const codeOfKey = (key: string): string => (key.startsWith('gb:') && !key.includes('/') ? key.slice(3) : '')

/** Name and place of a body as its key tells them; unlike its names these are the same in every article. */
function bodyOf({ kind, key }: Other): { readonly name: string; readonly code: string } {
  if (kind === 'REGION') return { name: codeOfKey(key) === '' ? key : nameOfCode(codeOfKey(key)), code: codeOfKey(key) }
  const scoped = /^(?:gb:(\d+)|article:[^/]*)\/(.*)$/su.exec(key) ?? undefined
  if (scoped !== undefined) return { name: scoped[2] ?? '', code: scoped[1] ?? '' }
  const [name = '', scope = ''] = key.split('@')
  return { name, code: kind === 'ORGANIZATION' ? codeOfKey(scope) : '' }
}

const FORCE: readonly NameRole[] = ['used', 'introduced', 'former']

const count = (map: Map<string, number>, key: string, by = 1): void => {
  if (key !== '') map.set(key, (map.get(key) ?? 0) + by)
}

/** Keys by count, then by text. */
const ranked = (map: ReadonlyMap<string, number>): string[] => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)

/** Gathers a profile; the result does not depend on the order in which things are added. */
export class ProfileFold {
  readonly #id: string
  readonly #kind: EntityKind
  readonly #subkinds = new Map<string, number>()
  readonly #forms = new Map<string, number>()
  readonly #roles = new Map<string, NameRole>()
  readonly #homes = new Map<string, number>()
  readonly #regions = new Map<string, number>()
  readonly #related = new Map<string, number>()
  readonly #posts = new Map<string, ProfilePost>()
  #first = ''
  #last = ''

  constructor({ id, kind, key }: Other) {
    this.#id = id
    this.#kind = kind
    if (kind === 'REGION') count(this.#regions, codeOfKey(key), 1_000_000) // its own code comes first
  }

  /** False while no article names it. */
  get named(): boolean {
    return this.#forms.size > 0
  }

  addNaming({ date, home, subkind, forms }: Naming): void {
    count(this.#subkinds, subkind)
    count(this.#homes, home)
    for (const { form, count: times, role } of forms) {
      count(this.#forms, form, times)
      const known = this.#roles.get(form)
      if (known === undefined || FORCE.indexOf(role) > FORCE.indexOf(known)) this.#roles.set(form, role)
    }
    if (date === '') return
    if (this.#first === '' || date < this.#first) this.#first = date
    if (date > this.#last) this.#last = date
  }

  addStatement({ type, modality, title, seen, asSubject, other }: Statement): void {
    if (modality === 'DENIED' || modality === 'HYPOTHETICAL') return
    if (asSubject && type === 'LOCATED_IN') count(this.#regions, other.kind === 'REGION' ? codeOfKey(other.key) : '')
    if (TIES.has(type)) count(this.#related, other.id)
    if (!asSubject || type !== 'HOLDS_POSITION') return
    const body = bodyOf(other)
    const key = `${title} ${other.id}`
    const known = this.#posts.get(key)
    const dates = [seen, known?.from ?? '', known?.to ?? ''].filter((day) => day !== '').sort()
    this.#posts.set(key, { title, bodyName: body.name, bodyId: other.id, regionCode: body.code, from: dates[0] ?? '', to: dates.at(-1) ?? '' })
  }

  /** `registers`: numbers that the entity bears. */
  toProfile(registers: { readonly uscc?: string | undefined; readonly wikidata?: string | undefined } = {}): Profile {
    return {
      id: this.#id, kind: this.#kind, first: this.#first, last: this.#last,
      subkind: ranked(this.#subkinds)[0] ?? '',
      names: ranked(this.#forms).map((form) => ({ form, count: this.#forms.get(form) ?? 0, role: this.#roles.get(form) ?? 'used' })),
      regions: ranked(this.#regions).slice(0, KEPT),
      homes: ranked(this.#homes).slice(0, KEPT),
      posts: [...this.#posts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, post]) => post).slice(0, KEPT),
      related: ranked(this.#related).slice(0, KEPT).sort(),
      uscc: registers.uscc ?? '',
      wikidata: registers.wikidata ?? '',
    }
  }
}
