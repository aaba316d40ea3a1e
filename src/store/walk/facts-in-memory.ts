import type { EntityKind, Modality, RelationType, Strength } from '../../../schema/ontology/index.js'
import type { EntityRecord } from '../../core/records.js'
import { byCodeUnit } from '../fold.js'
import type { StoreRow } from '../port.js'
import { formsOf } from '../search-text.js'
import type { Step, WalkableFacts, WalkFact } from './walkable.js'

/** The facts that one may walk over, kept in memory. */

/** Lists that are empty let everything through. */
export interface FactSieve {
  readonly excludeKinds?: readonly string[]
  readonly types?: readonly string[]
  readonly strengths?: readonly string[]
  readonly modalities?: readonly string[]
  /** ISO date: facts first seen later are left out; '' for none. */
  readonly asOf?: string
}

const passes = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value)

export const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** Names and aliases without the marks that one writer sets and the next leaves out. */
const writtenForms = ({ name, aliases }: EntityRecord): readonly string[] => [name, ...aliases].map((form) => form.replace(/[“”《》]/gu, '')).filter((form) => form !== '')

function put<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [item])
  else known.push(item)
}

export class FactsInMemory implements WalkableFacts {
  readonly #entities = new Map<string, EntityRecord>()
  readonly #facts = new Map<string, WalkFact>()
  /** By name and alias, normalised. */
  readonly #called = new Map<string, EntityRecord[]>()
  /** By name and alias as they stand in a text, where that is not the normal form. */
  readonly #written = new Map<string, EntityRecord[]>()
  /** UTF-16 code units of the longest name or alias. */
  #longest = 0
  /** By entity, in order of fact ids. */
  readonly #around = new Map<string, WalkFact[]>()
  /** The same text stands in many rows; one copy of it is kept. */
  readonly #texts = new Map<string, string>()

  get size(): number {
    return Math.max(this.#entities.size, this.#facts.size)
  }

  /** Rows of `walk-entities`; all of them before the first fact. */
  addEntities(rows: readonly StoreRow[]): void {
    for (const row of rows) {
      const id = this.#one(row['id'])
      const entity: EntityRecord = {
        id, kind: this.#one(row['kind']) as EntityKind, subkind: this.#one(row['subkind']), name: String(row['name']), aliases: textsOf(row['aliases']),
        articleCount: Number(row['articleCount']),
      }
      this.#entities.set(id, entity)
      const forms = formsOf(entity.name, entity.aliases)
      for (const form of forms) put(this.#called, form, entity)
      for (const form of writtenForms(entity)) {
        this.#longest = Math.max(this.#longest, form.length)
        if (!forms.includes(form)) put(this.#written, form, entity)
      }
    }
  }

  /** Rows of `walk-facts`, in order of ids. */
  addFacts(rows: readonly StoreRow[]): void {
    for (const row of rows) {
      const [subject, object] = [this.#entities.get(String(row['subjectId'])), this.#entities.get(String(row['objectId']))]
      if (subject === undefined || object === undefined) continue
      const fact: WalkFact = {
        id: String(row['id']), type: this.#one(row['type']) as RelationType, subjectId: subject.id, objectId: object.id, title: this.#one(row['title']),
        modality: this.#one(row['modality']) as Modality, strength: this.#one(row['strength']) as Strength, speakerId: this.#one(row['speakerId']),
        firstSeen: this.#one(row['firstSeen']), lastSeen: this.#one(row['lastSeen']), articleCount: Number(row['articleCount']),
        evidenceCount: Number(row['evidenceCount']), open: true, closedWhy: '', articleIds: textsOf(row['articleIds']).map((id) => this.#one(id)),
      }
      this.#facts.set(fact.id, fact)
      for (const { id } of [subject, object]) put(this.#around, id, fact)
    }
  }

  /** Call when all has been added. */
  complete(): void {
    this.#texts.clear()
  }

  entity(id: string): EntityRecord | undefined {
    return this.#entities.get(id)
  }

  /** Entities of which a name or alias, normalised for search, is this. */
  called(form: string): readonly EntityRecord[] {
    return this.#called.get(form) ?? []
  }

  /** Entities of which a name or alias stands in the text, but for quotation and title marks in the name. */
  namedIn(text: string): readonly EntityRecord[] {
    const found = new Set<EntityRecord>()
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= Math.min(text.length, start + this.#longest); end++) {
        const part = text.slice(start, end)
        for (const entity of [...this.#called.get(part) ?? [], ...this.#written.get(part) ?? []]) found.add(entity)
      }
    }
    return [...found].filter((entity) => writtenForms(entity).some((form) => text.includes(form)))
  }

  fact(id: string): WalkFact | undefined {
    return this.#facts.get(id)
  }

  degree(id: string): number | undefined {
    return this.#entities.has(id) ? (this.#around.get(id)?.length ?? 0) : undefined
  }

  steps(ids: readonly string[], { limit, ...sieve }: FactSieve & { readonly limit: number }): readonly Step[] {
    const steps: Step[] = []
    for (const fromId of [...ids].sort(byCodeUnit)) {
      for (const step of this.stepsFrom(fromId, sieve)) {
        if (steps.length >= limit) return steps
        steps.push(step)
      }
    }
    return steps
  }

  /** The facts of one entity that the sieve lets through, in order of their ids. */
  stepsFrom(fromId: string, { excludeKinds = [], types = [], strengths = [], modalities = [], asOf = '' }: FactSieve): readonly Step[] {
    const steps: Step[] = []
    for (const fact of this.#around.get(fromId) ?? []) {
      const other = this.#entities.get(fact.subjectId === fromId ? fact.objectId : fact.subjectId)
      if (other === undefined || excludeKinds.includes(other.kind)) continue
      const fits = passes(types, fact.type) && passes(strengths, fact.strength) && passes(modalities, fact.modality)
      if (fits && (asOf === '' || fact.firstSeen <= asOf)) steps.push({ fromId, other, fact })
    }
    return steps
  }

  #one(value: unknown): string {
    const text = String(value)
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }
}
