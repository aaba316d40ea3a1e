import { STRENGTH_NAMES, type Strength } from '../../schema/ontology/index.js'
import { connection } from '../answers/connection.js'
import { checkDate } from '../answers/dates.js'
import { firmsLinkedTo } from '../answers/firms-linked-to.js'
import { factsOfEntities } from '../answers/lookups.js'
import type { LinkPath } from '../answers/paths.js'
import { resolveName } from '../answers/resolve-name.js'
import { PolicyGraphError } from '../core/errors.js'
import type { GraphStore } from '../store/port.js'
import type { ExportGraph, ExportOptions } from './export-graph.js'
import { partGraph, type PartIds } from './part-graph.js'
import { wholeGraph } from './whole-graph.js'

/** Which part of the graph is written out. */
export type ExportScope =
  | { readonly kind: 'all' }
  /** An entity by id or name with all that is at most so many facts away. */
  | { readonly kind: 'entity'; readonly entity: string; readonly hops: number }
  /** What answers a question: the facts of its paths. */
  | { readonly kind: 'question'; readonly question: string; readonly params: Readonly<Record<string, string>> }

export const MAX_HOPS = 3
/** Facts of one part; a hub with more is refused rather than cut. */
export const MAX_PART_FACTS = 50_000

export interface ExportQuestion {
  readonly name: string
  readonly asks: string
  /** Parameters; those that must be given come first, then `?` marks the others. */
  readonly params: readonly string[]
  ask(store: GraphStore, params: Readonly<Record<string, string>>): Promise<PartIds>
}

const badInput = (message: string, argument: string): PolicyGraphError => new PolicyGraphError('BAD_INPUT', message, { details: { argument } })

function strengthOf(params: Readonly<Record<string, string>>): Strength | undefined {
  const wanted = params['minStrength']
  const known = STRENGTH_NAMES.find((name) => name === wanted)
  if (wanted !== undefined && known === undefined) throw badInput(`minStrength 须为 ${STRENGTH_NAMES.join('、')} 之一 · minStrength must be one of these`, 'minStrength')
  return known
}

/** A whole number without sign, or BAD_INPUT. */
export function wholeNumber(text: string | undefined, argument: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,4}$/u.test(text)) throw badInput(`${argument} 须为整数 · ${argument} must be a whole number`, argument)
  return Number(text)
}

const idsOfPaths = (paths: readonly LinkPath[], entityIds: readonly string[]): PartIds => ({
  entityIds,
  factIds: paths.flatMap(({ hops }) => hops.map(({ fact }) => fact.id)),
})

/** Firms asked for at once; all pages are read unless `first` is given. */
const PAGE = 100

export const EXPORT_QUESTIONS: readonly ExportQuestion[] = [
  {
    name: 'firmsLinkedTo',
    asks: '哪些企业与这项举措有关 · which firms are linked to an initiative',
    params: ['initiative', 'minStrength?', 'asOf?', 'first?'],
    ask: async (store, params) => {
      const first = wholeNumber(params['first'], 'first')
      const args = { initiative: params['initiative'] ?? '', minStrength: strengthOf(params), asOf: params['asOf'] }
      const pages = [await firmsLinkedTo(store, { ...args, first: first ?? PAGE })]
      for (let last = pages[0]?.page; first === undefined && last?.hasNextPage === true; last = pages.at(-1)?.page) {
        pages.push(await firmsLinkedTo(store, { ...args, first: PAGE, after: last.edges.at(-1)?.cursor }))
      }
      const links = pages.flatMap(({ page }) => page.edges.map(({ node }) => node))
      return idsOfPaths(links.flatMap(({ paths }) => paths), [...pages.map(({ initiative }) => initiative.id), ...links.map(({ firm }) => firm.id)])
    },
  },
  {
    name: 'connection',
    asks: '两者如何相连 · how two entities are connected',
    params: ['from', 'to', 'maxHops?', 'minStrength?', 'asOf?', 'first?'],
    ask: async (store, params) => {
      const { from, to, paths } = await connection(store, {
        from: params['from'] ?? '', to: params['to'] ?? '', maxHops: wholeNumber(params['maxHops'], 'maxHops'), minStrength: strengthOf(params), asOf: params['asOf'],
        first: wholeNumber(params['first'], 'first'),
      })
      return idsOfPaths(paths, [from.id, to.id])
    },
  },
  {
    name: 'factsOf',
    asks: '文章说了关于此者的什么 · what the articles say of an entity',
    params: ['entity', 'asOf?'],
    ask: async (store, params) => {
      const { id } = await resolveName(store, params['entity'] ?? '', { argument: 'entity' })
      const facts = await factsOfEntities(store, [id], { asOf: checkDate(params['asOf'], 'asOf') })
      return { entityIds: [id], factIds: (facts.get(id) ?? []).map((fact) => fact.id) }
    },
  },
]

const sameName = (a: string, b: string): boolean => a.replaceAll('-', '').toLowerCase() === b.replaceAll('-', '').toLowerCase()

/** The question of that name (`firmsLinkedTo` or `firms-linked-to`), its parameters checked. NOT_FOUND, BAD_INPUT. */
function questionOf(name: string, params: Readonly<Record<string, string>>): ExportQuestion {
  const question = EXPORT_QUESTIONS.find((candidate) => sameName(candidate.name, name))
  if (question === undefined) {
    const names = EXPORT_QUESTIONS.map((candidate) => candidate.name)
    throw new PolicyGraphError('NOT_FOUND', `没有名为 ${name} 的可导出问题，有：${names.join('、')} · no such question can be exported`, { details: { argument: 'question', questions: names } })
  }
  const known = question.params.map((param) => param.replace('?', ''))
  const odd = Object.keys(params).find((param) => !known.includes(param))
  if (odd !== undefined) throw badInput(`${question.name} 没有参数 ${odd}，有：${known.join('、')} · no such parameter`, odd)
  const missing = question.params.find((param) => !param.endsWith('?') && (params[param] ?? '') === '')
  if (missing !== undefined) throw badInput(`${question.name} 缺少参数 ${missing} · a parameter is missing: ${missing}`, missing)
  return question
}

/** Ids of what answers the question of that name. NOT_FOUND, AMBIGUOUS_NAME, BAD_INPUT. */
export const idsOfQuestion = (store: GraphStore, name: string, params: Readonly<Record<string, string>>): Promise<PartIds> => questionOf(name, params).ask(store, params)

async function aroundEntity(store: GraphStore, name: string, hops: number, maxFacts: number): Promise<PartIds> {
  if (!Number.isInteger(hops) || hops < 0 || hops > MAX_HOPS) throw badInput(`hops 应为 0 到 ${MAX_HOPS} 的整数 · hops must be a whole number from 0 to ${MAX_HOPS}`, 'hops')
  const start = await resolveName(store, name, { argument: 'entity' })
  const entityIds = new Set([start.id])
  const factIds = new Set<string>()
  for (let hop = 0, frontier = [start.id]; hop < hops && frontier.length > 0; hop++) {
    const next = new Set<string>()
    for (const facts of (await factsOfEntities(store, frontier)).values()) {
      for (const { id, subjectId, objectId } of facts) {
        factIds.add(id)
        for (const end of [subjectId, objectId]) if (!entityIds.has(end)) next.add(end)
      }
    }
    checkSize(factIds.size, maxFacts)
    for (const id of next) entityIds.add(id)
    frontier = [...next]
  }
  return { entityIds: [...entityIds], factIds: [...factIds] }
}

export function checkSize(facts: number, most: number): void {
  if (facts > most) {
    throw new PolicyGraphError('TOO_COSTLY', `要导出的事实有 ${facts} 条，上限 ${most} 条；请缩小范围，或用命令行导出全图 · ${facts} facts to export, the limit is ${most}: narrow the part, or export the whole graph on the command line`, { details: { facts, limit: most } })
  }
}

/** The graph to write for a scope. NOT_FOUND, AMBIGUOUS_NAME, BAD_INPUT, TOO_COSTLY. */
export async function graphOf(store: GraphStore, scope: ExportScope, options: ExportOptions = {}, maxFacts: number = MAX_PART_FACTS): Promise<ExportGraph> {
  switch (scope.kind) {
    case 'all': return wholeGraph(store, options)
    case 'entity': return partGraph(store, await aroundEntity(store, scope.entity, scope.hops, maxFacts), options)
    case 'question': {
      const ids = await idsOfQuestion(store, scope.question, scope.params)
      checkSize(ids.factIds.length, maxFacts)
      return partGraph(store, ids, options)
    }
  }
}
