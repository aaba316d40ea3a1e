import type { EntityKind, RelationType } from '../../schema/ontology/index.js'
import { RELATION_NAMES } from '../../schema/ontology/index.js'
import type { EntityRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { firmsLinkedTo } from './firms-linked-to.js'
import { listEntities } from './lists.js'
import { int, kindOf, text } from './rows.js'

/** How much the graph holds, and what may be asked of it. */

export interface Stats {
  readonly articles: number
  readonly entities: number
  /** Open facts. */
  readonly facts: number
  readonly evidence: number
  readonly entitiesByKind: readonly { readonly kind: EntityKind; readonly count: number }[]
  readonly factsByType: readonly { readonly type: RelationType; readonly count: number }[]
  /** ISO dates of the earliest and latest dated article, or ''. */
  readonly firstDate: string
  readonly lastDate: string
}

export async function stats(store: GraphStore): Promise<Stats> {
  const [counts, kinds, types, dates] = await Promise.all([
    store.read('counts'), store.read('counts-by-kind'), store.read('counts-by-relation'), store.read('article-dates'),
  ])
  const [row] = counts
  const numberOf = (column: string): number => (row === undefined ? 0 : int(row, column))
  const dateOf = (column: string): string => {
    const value = dates[0]?.[column]
    return typeof value === 'string' ? value : ''
  }
  return {
    articles: numberOf('articles'),
    entities: numberOf('entities'),
    facts: numberOf('facts'),
    evidence: numberOf('evidence'),
    entitiesByKind: kinds.map((kindRow) => ({ kind: kindOf(kindRow), count: int(kindRow, 'entities') })),
    factsByType: types.flatMap((typeRow) => {
      const type = RELATION_NAMES.find((name) => name === text(typeRow, 'type'))
      return type === undefined ? [] : [{ type, count: int(typeRow, 'facts') }]
    }),
    firstDate: dateOf('firstDate'),
    lastDate: dateOf('lastDate'),
  }
}

/** A question that the graph can answer. */
export interface ExampleQuestion {
  readonly zh: string
  readonly en: string
  /** Field of the API that answers it. */
  readonly field: 'firmsLinkedTo' | 'connection' | 'entity'
  /** Names to give it: for `entity` an id follows from searching the name. */
  readonly names: readonly string[]
}

const CANDIDATES = 50
/** Initiatives tried for a linked firm. */
const TRIES = 8
/** Sorts of initiative that firms take part in; a status or a conference makes a dull example. */
const LIVELY = ['ZONE', 'PROGRAM', 'PROJECT', 'STRATEGY', 'POLICY']

/** The candidates with most open facts. */
async function busiest(store: GraphStore, kind: EntityKind, subkinds: readonly string[]): Promise<readonly EntityRecord[]> {
  const page = await listEntities(store, { kinds: [kind], subkinds, first: CANDIDATES })
  const entities = page.edges.map(({ node }) => node)
  if (entities.length === 0) return []
  const rows = await store.read('degrees-of-entities', { ids: entities.map(({ id }) => id) })
  const degrees = new Map(rows.map((row) => [text(row, 'id'), int(row, 'facts')]))
  return [...entities].sort((a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0) || b.articleCount - a.articleCount || (a.id < b.id ? -1 : 1))
}

/** Questions about what this graph holds, each with a real answer; none for an empty graph. */
export async function exampleQuestions(store: GraphStore): Promise<readonly ExampleQuestion[]> {
  const [initiatives, people] = [await busiest(store, 'INITIATIVE', LIVELY), await busiest(store, 'PERSON', [])]
  const questions: ExampleQuestion[] = []
  for (const initiative of initiatives.slice(0, TRIES)) {
    if (questions.length >= 3) break
    const links = await firmsLinkedTo(store, { initiative: initiative.id, first: 1 })
    const firm = links.page.edges[0]?.node
    if (firm === undefined) continue
    questions.push({ zh: `哪些企业与${initiative.name}有关？`, en: `Which firms are linked to ${initiative.name}?`, field: 'firmsLinkedTo', names: [initiative.name] })
    if (questions.length > 1) continue
    questions.push({ zh: `${firm.firm.name}与${initiative.name}如何相连？`, en: `How is ${firm.firm.name} connected to ${initiative.name}?`, field: 'connection', names: [firm.firm.name, initiative.name] })
  }
  const [person] = people
  if (person !== undefined) questions.push({ zh: `关于${person.name}，文章说了什么？`, en: `What do the articles say of ${person.name}?`, field: 'entity', names: [person.name] })
  return questions
}
