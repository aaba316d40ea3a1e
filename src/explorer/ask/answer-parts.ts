import type { ArticleRef } from '../data/answer-types.js'

/** From the JSON of an answer to the parts that are shown. The documents behind it are in src/ask/documents.ts. Pure. */

export interface Ref {
  readonly id: string
  readonly name: string
  readonly kind?: string
}

export interface Quoted {
  /** Verbatim. */
  readonly quote: string
  /** After repair. */
  readonly cleanQuote: string
  readonly article: ArticleRef
}

export interface AnswerFact {
  readonly id: string
  /** '' where the question itself says it. */
  readonly type: string
  readonly title: string
  readonly modality: string
  readonly subject: Ref
  readonly object: Ref
  readonly evidence: readonly Quoted[]
}

export interface Chain {
  readonly strength: string
  readonly facts: readonly AnswerFact[]
}

export interface Linked {
  /** Whom the chains are about: one firm, or both ends of a pair; empty where they are about nobody in particular. */
  readonly about: readonly Ref[]
  /** At least one. */
  readonly chains: readonly Chain[]
}

export interface AnswerPost {
  readonly person: Ref
  readonly body: Ref
  readonly title: string
  readonly state: string
  readonly since?: string | null
  readonly until?: string | null
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly facts?: readonly { readonly id: string; readonly evidence: readonly Quoted[] }[]
}

export interface AnswerEntry {
  readonly day: string | null
  readonly kind: string
  readonly fact: AnswerFact | null
  readonly articles: readonly ArticleRef[]
}

export type Part =
  | { readonly part: 'facts'; readonly facts: readonly AnswerFact[]; readonly total: number }
  | { readonly part: 'chains'; readonly linked: readonly Linked[]; readonly nearest: boolean }
  | { readonly part: 'entities'; readonly entities: readonly { readonly entity: Ref; readonly articles: number }[]; readonly together: boolean; readonly total: number }
  | { readonly part: 'posts'; readonly posts: readonly AnswerPost[] }
  | { readonly part: 'articles'; readonly articles: readonly ArticleRef[]; readonly total: number }
  | { readonly part: 'timeline'; readonly entries: readonly AnswerEntry[]; readonly total: number }
  | { readonly part: 'verdict'; readonly verdict: string; readonly quotes: readonly Quoted[]; readonly sources: number }
  | { readonly part: 'trend'; readonly points: readonly { readonly period: string; readonly facts: number; readonly articles: number }[] }
  | { readonly part: 'counts'; readonly articles: number; readonly entities: number; readonly facts: number }

interface Path {
  readonly strength: string
  readonly hops: readonly { readonly forward: boolean; readonly from: Ref; readonly to: Ref; readonly fact: Omit<AnswerFact, 'subject' | 'object'> }[]
}

interface List<T> {
  readonly totalCount?: number
  readonly nodes: readonly T[]
}

interface Holder extends Ref {
  readonly facts: List<Pick<AnswerFact, 'id' | 'subject' | 'evidence'>>
}

/** What `resolve` gives, by which fields the document asked for. */
interface Resolved extends Ref {
  readonly articleCount?: number
  readonly facts?: List<AnswerFact | { readonly subject: Holder }>
  readonly posts?: readonly AnswerPost[]
  readonly articles?: List<ArticleRef>
  readonly coMentioned?: readonly { readonly entity: Ref; readonly articleCount: number }[]
}

/** One root field each; the documents ask for one. */
export interface AskedAnswer {
  readonly firmsLinkedTo?: { readonly edges: readonly { readonly strength: string; readonly node: Ref; readonly paths: readonly Path[] }[] }
  readonly resolve?: Resolved
  readonly connection?: { readonly from: Ref; readonly to: Ref; readonly paths: readonly Path[]; readonly nearest: readonly Path[] }
  readonly groupRelations?: { readonly links: readonly { readonly a: Ref; readonly b: Ref; readonly path: Path }[] }
  readonly checkClaim?: { readonly verdict: string; readonly evidence: readonly Quoted[]; readonly independentSources: number; readonly nearest: readonly Path[] }
  readonly headsOf?: { readonly heads: readonly AnswerPost[] }
  readonly timeline?: { readonly totalCount: number; readonly nodes: readonly AnswerEntry[] }
  readonly trends?: { readonly points: readonly { readonly period: string; readonly facts: number; readonly articles: number }[] }
  readonly neighbours?: { readonly neighbours: readonly { readonly entity: Ref; readonly both: number }[] }
  readonly entities?: List<Ref & { readonly articleCount: number }>
  readonly articles?: List<ArticleRef>
  readonly stats?: { readonly articles: number; readonly entities: number; readonly facts: number }
}

const factsOf = ({ hops }: Path): readonly AnswerFact[] => hops.map(({ forward, from, to, fact }) => ({ ...fact, subject: forward ? from : to, object: forward ? to : from }))
const linkedBy = (about: readonly Ref[], paths: readonly Path[]): Linked => ({ about, chains: paths.map((path) => ({ strength: path.strength, facts: factsOf(path) })) })

function chains(list: readonly Linked[], nearest = false): readonly Part[] {
  const linked = list.filter((item) => item.chains.length > 0)
  return linked.length === 0 ? [] : [{ part: 'chains', linked, nearest }]
}
const posts = (list: readonly AnswerPost[]): readonly Part[] => (list.length === 0 ? [] : [{ part: 'posts', posts: list }])
const articles = ({ nodes, totalCount }: List<ArticleRef>): readonly Part[] => (nodes.length === 0 ? [] : [{ part: 'articles', articles: nodes, total: totalCount ?? nodes.length }])
const facts = (list: readonly AnswerFact[], total: number): readonly Part[] => (list.length === 0 ? [] : [{ part: 'facts', facts: list, total }])

function together(list: readonly { readonly entity: Ref; readonly articles: number }[]): readonly Part[] {
  return list.length === 0 ? [] : [{ part: 'entities', entities: list, together: true, total: list.length }]
}

/** Visits to those that hold a status: the fact is told by whom it ends at. */
function visits(holder: Holder): readonly AnswerFact[] {
  return holder.facts.nodes.map((fact) => ({ ...fact, type: 'VISITED', title: '', modality: 'ASSERTED', object: { id: holder.id, name: holder.name } }))
}

function ofResolved({ facts: told, posts: held = [], articles: about, coMentioned = [] }: Resolved): readonly Part[] {
  const nodes = told?.nodes ?? []
  const plain = nodes.flatMap((node) => ('object' in node ? [node] : 'facts' in node.subject ? visits(node.subject) : []))
  const whole = nodes.every((node) => 'object' in node)
  return [
    ...posts(held),
    ...facts(plain, whole ? told?.totalCount ?? plain.length : plain.length),
    ...about === undefined ? [] : articles(about),
    ...together(coMentioned.map(({ entity, articleCount }) => ({ entity, articles: articleCount }))),
  ]
}

/** The parts of an answer, in the order of the page; none when there is nothing to show. */
export function partsOf(answer: AskedAnswer): readonly Part[] {
  const { firmsLinkedTo, resolve, connection, groupRelations, checkClaim, headsOf, timeline, trends, neighbours, entities, articles: found, stats } = answer
  return [
    ...chains((firmsLinkedTo?.edges ?? []).map(({ node, paths }) => linkedBy([node], paths))),
    ...resolve === undefined ? [] : ofResolved(resolve),
    ...connection === undefined ? [] : [...chains([linkedBy([connection.from, connection.to], connection.paths)]), ...chains([linkedBy([], connection.nearest)], true)],
    ...chains((groupRelations?.links ?? []).map(({ a, b, path }) => linkedBy([a, b], [path]))),
    ...checkClaim === undefined ? [] : [
      { part: 'verdict' as const, verdict: checkClaim.verdict, quotes: checkClaim.evidence, sources: checkClaim.independentSources }, ...chains([linkedBy([], checkClaim.nearest)], true),
    ],
    ...posts(headsOf?.heads ?? []),
    ...timeline === undefined || timeline.nodes.length === 0 ? [] : [{ part: 'timeline' as const, entries: timeline.nodes, total: timeline.totalCount }],
    ...trends === undefined || trends.points.length === 0 ? [] : [{ part: 'trend' as const, points: trends.points }],
    ...together((neighbours?.neighbours ?? []).map(({ entity, both }) => ({ entity, articles: both }))),
    ...entities === undefined || entities.nodes.length === 0 ? [] : [{
      part: 'entities' as const, entities: entities.nodes.map((entity) => ({ entity, articles: entity.articleCount })), together: false, total: entities.totalCount ?? entities.nodes.length,
    }],
    ...found === undefined ? [] : articles(found),
    ...stats === undefined ? [] : [{ part: 'counts' as const, articles: stats.articles, entities: stats.entities, facts: stats.facts }],
  ]
}

/** Ids of the entities of an answer, in order, each once; for the graph. */
export function entityIdsOf(parts: readonly Part[]): readonly string[] {
  const ends = (list: readonly AnswerFact[]): readonly string[] => list.flatMap(({ subject, object }) => [subject.id, object.id])
  return [...new Set(parts.flatMap((part): readonly string[] => {
    switch (part.part) {
      case 'facts': return ends(part.facts)
      case 'chains': return part.linked.flatMap((item) => item.chains.flatMap((chain) => ends(chain.facts)))
      case 'entities': return part.entities.map(({ entity }) => entity.id)
      case 'posts': return part.posts.flatMap(({ person, body }) => [person.id, body.id])
      case 'timeline': return ends(part.entries.flatMap(({ fact }) => fact ?? []))
      case 'articles': case 'verdict': case 'trend': case 'counts': return []
    }
  }))]
}

/** The question with one of its names replaced; the same when it does not hold the name as it was given. */
export const withName = (question: string, given: string, name: string): string => question.replace(given, () => name)
