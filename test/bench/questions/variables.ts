import type { EntityKind, RelationType } from '../../../schema/ontology/index.js'
import type { GraphPlan, PlannedEntity } from '../graph/plan.js'
import { TITLES, typeAt } from '../graph/plan.js'
import { randomFrom } from '../../../ingest/2-clean/damage/random.js'

/**
 * What the worked questions are asked of: ends of facts drawn by lot. What stands in many facts is asked for often, as readers do,
 * so the hubs are among them.
 */

export type Variables = Readonly<Record<string, string | readonly string[]>>

interface Drawn {
  readonly subject: PlannedEntity
  readonly object: PlannedEntity
  readonly title: string
}

const NOBODY: PlannedEntity = { id: '', kind: 'PERSON', name: '', aliases: [], subkind: '' }

export class Draws {
  readonly #plan: GraphPlan
  #random: () => number = randomFrom(0)
  readonly #ofType = new Map<RelationType, number[]>()

  constructor(plan: GraphPlan) {
    this.#plan = plan
    for (let fact = 0; fact < plan.facts; fact++) {
      const type = typeAt(plan, fact)
      const known = this.#ofType.get(type)
      if (known === undefined) this.#ofType.set(type, [fact])
      else known.push(fact)
    }
  }

  /** Begins anew; the same seed gives the same draws. */
  restart(seed: number): this {
    this.#random = randomFrom(seed)
    return this
  }

  fact(type: RelationType): Drawn {
    const facts = this.#ofType.get(type) ?? []
    const fact = facts[Math.floor(this.#random() * facts.length)] ?? 0
    const end = (place: number | undefined): PlannedEntity => this.#plan.entities[place ?? 0] ?? NOBODY
    return { subject: end(this.#plan.subject[fact]), object: end(this.#plan.object[fact]), title: TITLES[(this.#plan.title[fact] ?? 0) - 1] ?? '' }
  }

  /** An end of some fact, of a kind. */
  entity(kind: EntityKind): PlannedEntity {
    switch (kind) {
      case 'PERSON': return this.fact('VISITED').subject
      case 'COMPANY': return this.#random() < 0.5 ? this.fact('VISITED').object : this.fact('INVESTS_IN').subject
      case 'ORGANIZATION': return this.fact('ATTENDED').subject.kind === kind ? this.fact('ATTENDED').subject : this.#organ()
      case 'REGION': return this.fact('LOCATED_IN').object
      case 'INITIATIVE': return this.fact(this.#random() < 0.5 ? 'PROMOTES' : 'PARTICIPATES_IN').object
    }
  }

  day(): string {
    return `202${1 + Math.floor(this.#random() * 5)}-06-30`
  }

  article(): string {
    return `综合消息第${1 + Math.floor(this.#random() * this.#plan.facts / 4)}号`
  }

  #organ(): PlannedEntity {
    for (;;) {
      const { object } = this.fact('HOLDS_POSITION')
      if (object.kind === 'ORGANIZATION') return object
    }
  }
}

const claim = ({ subject, object }: Drawn): Variables => ({ subject: subject.id, object: object.id })

/** Variables by the name of the example; an example without an entry is asked as it stands. */
export const VARIABLES: Readonly<Record<string, (draws: Draws) => Variables>> = {
  entity: (draws) => ({ id: draws.entity(draws.day() > '2023' ? 'COMPANY' : 'REGION').id }),
  search: (draws) => ({ text: draws.entity('COMPANY').name.slice(0, 4) }),
  'search-person': (draws) => ({ text: draws.entity('PERSON').name }),
  'alias-quotes': (draws) => ({ name: draws.entity('COMPANY').name }),
  'article-with-repairs': (draws) => ({ title: draws.article() }),
  'as-of': (draws) => ({ initiative: draws.fact('PARTICIPATES_IN').object.name, day: draws.day() }),
  'ask-not-understood': (draws) => ({ question: `${draws.entity('PERSON').name}心情怎么样` }),
  ask: (draws) => ({ question: `哪些企业与${draws.entity('INITIATIVE').name}有关` }),
  'check-claim-ambiguous': (draws) => ({ subject: draws.entity('PERSON').name, object: draws.entity('COMPANY').name }),
  'check-claim-denied': (draws) => claim(draws.fact('PARTICIPATES_IN')),
  'check-claim-not-found': (draws) => ({ subject: draws.entity('COMPANY').name, object: draws.entity('ORGANIZATION').name }),
  'check-claim-planned': (draws) => claim(draws.fact('PARTICIPATES_IN')),
  'check-claim': (draws) => claim(draws.fact('INVESTS_IN')),
  'check-sentence': (draws) => {
    const { subject, object } = draws.fact('VISITED')
    return { text: `${subject.name}走访了${object.name}。` }
  },
  'cite-a-fact': (draws) => claim(draws.fact('COLLABORATES_WITH')),
  connection: (draws) => ({ from: draws.entity('COMPANY').name, to: draws.entity('INITIATIVE').name }),
  'evidence-with-repairs': (draws) => {
    const fact = draws.fact('HOLDS_POSITION')
    return { ...claim(fact), title: fact.title }
  },
  'fact-history': (draws) => claim(draws.fact('INVESTS_IN')),
  'facts-of-entity': (draws) => ({ name: draws.entity('COMPANY').name }),
  'firms-linked-to': (draws) => ({ initiative: draws.entity('INITIATIVE').name }),
  'group-relations': (draws) => ({ names: [...new Set(Array.from({ length: 5 }, () => draws.entity('COMPANY').name).concat(draws.entity('ORGANIZATION').name))] }),
  namesakes: (draws) => ({ name: draws.entity('PERSON').name }),
  neighbours: (draws) => ({ entity: draws.entity('INITIATIVE').name }),
  'officials-who-visited-holders-of-a-status': (draws) => ({ status: draws.fact('DESIGNATED').object.name }),
  'plans-and-calls': (draws) => ({ name: draws.entity('COMPANY').name }),
  'posts-in-body': (draws) => ({ name: draws.entity('ORGANIZATION').name }),
  'posts-of-person': (draws) => ({ name: draws.entity('PERSON').name }),
  'read-article': (draws) => ({ title: draws.article() }),
  'relation-counts': (draws) => ({ name: draws.entity('PERSON').id }),
  timeline: (draws) => ({ entity: draws.entity('INITIATIVE').name }),
  trends: (draws) => ({ initiative: draws.entity('INITIATIVE').name }),
  'who-headed-it-then': (draws) => ({ organization: draws.entity('ORGANIZATION').name, asOf: draws.day() }),
  'who-promotes': (draws) => ({ initiative: draws.fact('PROMOTES').object.name }),
}

/** Questions that the worked examples have no file for. */
export const FURTHER: readonly { readonly name: string; readonly query: string }[] = [
  { name: 'entity', query: 'query($id: ID!) { entity(id: $id) { id kind name aliases articleCount facts(first: 20) { totalCount nodes { type modality subject { name } object { name } evidence(first: 1) { quote article { title date } } } } } }' },
  { name: 'search', query: 'query($text: String!) { search(text: $text, first: 20) { totalCount edges { match node { id kind name articleCount } } } }' },
  { name: 'search-person', query: 'query($text: String!) { search(text: $text, kinds: [PERSON], first: 20) { totalCount edges { match node { id kind name articleCount } } } }' },
]
