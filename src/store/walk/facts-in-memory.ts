import { byCodeUnit } from '../fold.js'
import type { StoreParams, StoreRow } from '../port.js'

/** The facts that one may walk over, kept in memory, and the catalogued questions that they answer. */

interface WalkEntity {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly articleCount: number
}

interface WalkFact {
  readonly id: string
  readonly type: string
  readonly subject: WalkEntity
  readonly object: WalkEntity
  readonly title: string
  readonly modality: string
  readonly strength: string
  readonly speakerId: string
  readonly firstSeen: string
  readonly lastSeen: string
  readonly articleCount: number
  readonly evidenceCount: number
  readonly articleIds: readonly string[]
}

type Answer = (facts: FactsInMemory, params: StoreParams) => readonly StoreRow[] | undefined

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

const word = (value: unknown): string => (typeof value === 'string' ? value : '')
const inOrder = (params: StoreParams): readonly string[] => [...texts(params['ids'])].sort(byCodeUnit)

/** Passes when the list is empty or holds the value. */
const passes = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value)

const rowOf = (fact: WalkFact): StoreRow => ({
  id: fact.id, type: fact.type, subjectId: fact.subject.id, objectId: fact.object.id, title: fact.title, modality: fact.modality, strength: fact.strength,
  speakerId: fact.speakerId, firstSeen: fact.firstSeen, lastSeen: fact.lastSeen, articleCount: fact.articleCount, evidenceCount: fact.evidenceCount,
  open: true, closedWhy: '',
})

export class FactsInMemory {
  static readonly #answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
    ['neighbours', (facts, params) => facts.#neighbours(params)],
    ['facts-of-entities', (facts, params) => facts.#factsOf(params)],
    ['facts-page-of-entity', (facts, params) => facts.#factsPage(params)],
    ['count-facts-of-entity', (facts, params) => [{ facts: facts.#onSide(params).length }]],
    ['degrees-of-entities', (facts, params) => facts.#degrees(params)],
    ['articles-of-facts', (facts, params) => facts.#articles(params)],
  ])

  readonly #entities = new Map<string, WalkEntity>()
  readonly #facts = new Map<string, WalkFact>()
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
      const entity = { id: this.#one(row['id']), kind: this.#one(row['kind']), name: String(row['name']), articleCount: Number(row['articleCount']) }
      this.#entities.set(entity.id, entity)
    }
  }

  /** Rows of `walk-facts`, in order of ids. */
  addFacts(rows: readonly StoreRow[]): void {
    for (const row of rows) {
      const [subject, object] = [this.#entities.get(String(row['subjectId'])), this.#entities.get(String(row['objectId']))]
      if (subject === undefined || object === undefined) continue
      const fact: WalkFact = {
        id: String(row['id']), type: this.#one(row['type']), subject, object, title: this.#one(row['title']), modality: this.#one(row['modality']),
        strength: this.#one(row['strength']), speakerId: this.#one(row['speakerId']), firstSeen: this.#one(row['firstSeen']), lastSeen: this.#one(row['lastSeen']),
        articleCount: Number(row['articleCount']), evidenceCount: Number(row['evidenceCount']), articleIds: texts(row['articleIds']).map((id) => this.#one(id)),
      }
      this.#facts.set(fact.id, fact)
      for (const { id } of [subject, object]) {
        const known = this.#around.get(id)
        if (known === undefined) this.#around.set(id, [fact])
        else known.push(fact)
      }
    }
  }

  /** Call when all has been added. */
  complete(): void {
    this.#texts.clear()
  }

  /** True for the catalogued queries that `answer` knows. */
  static knows(query: string): boolean {
    return FactsInMemory.#answers.has(query)
  }

  /** What the catalogued query answers to these (bound) parameters; undefined when it cannot be told from here. */
  answer(query: string, params: StoreParams): readonly StoreRow[] | undefined {
    return FactsInMemory.#answers.get(query)?.(this, params)
  }

  #one(value: unknown): string {
    const text = String(value)
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }

  /** The facts of an entity that the filters let through, each with its other end. */
  #stepsFrom(id: string, params: StoreParams): readonly { readonly fact: WalkFact; readonly other: WalkEntity }[] {
    const [without, types, strengths, modalities] = [texts(params['excludeKinds']), texts(params['types']), texts(params['strengths']), texts(params['modalities'])]
    const asOf = word(params['asOf'])
    return (this.#around.get(id) ?? []).flatMap((fact) => {
      const other = fact.subject.id === id ? fact.object : fact.subject
      const fits = !without.includes(other.kind) && passes(types, fact.type) && passes(strengths, fact.strength) && passes(modalities, fact.modality)
      return fits && (asOf === '' || fact.firstSeen <= asOf) ? [{ fact, other }] : []
    })
  }

  #neighbours(params: StoreParams): readonly StoreRow[] {
    const limit = Number(params['limit'])
    const rows: StoreRow[] = []
    for (const id of inOrder(params)) {
      for (const { fact, other } of this.#stepsFrom(id, params)) {
        if (rows.length >= limit) return rows
        const { id: factId, type, subject, object, strength, modality, firstSeen, lastSeen, articleCount } = fact
        rows.push({ fromId: id, otherId: other.id, otherKind: other.kind, factId, type, subjectId: subject.id, objectId: object.id, strength, modality, firstSeen, lastSeen, articleCount })
      }
    }
    return rows
  }

  #factsOf(params: StoreParams): readonly StoreRow[] {
    const [skip, limit] = [Number(params['skip']), Number(params['limit'])]
    const rows = inOrder(params).flatMap((entityId) => [...this.#stepsFrom(entityId, params)]
      .sort((a, b) => b.fact.articleCount - a.fact.articleCount)
      .map(({ fact, other }): StoreRow => ({ entityId, otherId: other.id, otherKind: other.kind, otherName: other.name, ...rowOf(fact) })))
    return rows.slice(skip, skip + limit)
  }

  #factsPage(params: StoreParams): readonly StoreRow[] {
    const [count, type, after] = [Number(params['afterCount']), word(params['afterType']), word(params['afterId'])]
    const isAfter = (fact: WalkFact): boolean =>
      after === '' || fact.articleCount < count || (fact.articleCount === count && (fact.type > type || (fact.type === type && fact.id > after)))
    return [...this.#onSide(params)].filter(isAfter)
      .sort((a, b) => b.articleCount - a.articleCount || byCodeUnit(a.type, b.type) || byCodeUnit(a.id, b.id))
      .slice(0, Number(params['limit'])).map(rowOf)
  }

  /** The facts of one entity that the filters let through, on the side asked for. */
  #onSide(params: StoreParams): readonly WalkFact[] {
    const [id, side, symmetric] = [word(params['id']), word(params['side']), texts(params['symmetric'])]
    return this.#stepsFrom(id, params).map(({ fact }) => fact)
      .filter(({ type, subject, object }) => side === '' || symmetric.includes(type) || (side === 'SUBJECT' ? subject : object).id === id)
  }

  #degrees(params: StoreParams): readonly StoreRow[] {
    return inOrder(params).flatMap((id) => {
      const entity = this.#entities.get(id)
      return entity === undefined ? [] : [{ id, facts: this.#around.get(id)?.length ?? 0, articles: entity.articleCount }]
    })
  }

  /** Closed facts are not here, so that a question about any is not for this place. */
  #articles(params: StoreParams): readonly StoreRow[] | undefined {
    const ids = inOrder(params)
    const facts = ids.flatMap((id) => this.#facts.get(id) ?? [])
    return facts.length < ids.length ? undefined : facts.filter(({ articleIds }) => articleIds.length > 0).map(({ id, articleIds }) => ({ factId: id, articleIds }))
  }
}
