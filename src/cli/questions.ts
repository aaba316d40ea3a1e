/** Questions that take more than one query; each is an answer of src/answers laid out as rows. */
import { RELATION_NAMES, STRENGTH_NAMES, type RelationType } from '../../schema/ontology/index.js'
import { connection } from '../answers/connection.js'
import { checkDate } from '../answers/dates.js'
import { firmsLinkedTo } from '../answers/firms-linked-to.js'
import { search } from '../answers/lists.js'
import { factsOfEntities } from '../answers/lookups.js'
import { MAX_FIRST } from '../answers/paging.js'
import { resolveName } from '../answers/resolve-name.js'
import type { GraphStore, StoreParams, StoreRow } from '../store/port.js'
import type { ParamSpec } from '../store/query-catalog.js'
import { CLAIM_QUESTIONS } from './claim-questions.js'
import { factRow, factTexts, pathRow } from './link-rows.js'
import { count, FIRST, first, given, needed, oneOf, optional, text, whole } from './question-params.js'

/** A question that can be asked from the command line, whether one query answers it or a computation over several. */
export interface Question {
  readonly name: string
  readonly asks: string
  readonly params: readonly ParamSpec[]
  readonly columns: readonly string[]
  ask(store: GraphStore, params: StoreParams): Promise<readonly StoreRow[]>
}

const FIRMS_LINKED_TO: Question = {
  name: 'firms-linked-to',
  asks: '哪些企业与这项举措有关，经由什么，凭哪些原文？ · Which firms are linked to an initiative, by what path, on which quotes?',
  params: [needed('initiative'), optional('minStrength'), optional('asOf'), FIRST],
  columns: ['firm', 'strength', 'path', 'quotes', 'reasons'],
  ask: async (store, params) => {
    const { page } = await firmsLinkedTo(store, { initiative: text(params, 'initiative'), minStrength: oneOf(params, 'minStrength', STRENGTH_NAMES), asOf: given(params, 'asOf'), first: first(params) })
    const links = page.edges.map(({ node }) => node)
    const texts = await factTexts(store, links.flatMap(({ paths }) => paths.flatMap(({ hops }) => hops.map(({ fact }) => fact))))
    return links.flatMap(({ firm, paths }) => paths.map((path) => ({ firm: firm.name, ...pathRow(path, texts) })))
  },
}

/** Marks links that were not asked for, shown because nothing that was asked for exists. */
const NEAREST_ONLY = '没有文章这样说，这是最接近的关联 · no article says so; this is the nearest link'

const CONNECTION: Question = {
  name: 'connection',
  asks: '两者如何相连，凭哪些原文？ · How are two entities connected, on which quotes?',
  params: [needed('from'), needed('to'), whole('maxHops', 4), optional('minStrength'), optional('asOf'), FIRST],
  columns: ['strength', 'path', 'quotes', 'reasons', 'note'],
  ask: async (store, params) => {
    const { paths, nearest } = await connection(store, { from: text(params, 'from'), to: text(params, 'to'), maxHops: count(params, 'maxHops'), asOf: given(params, 'asOf'), minStrength: oneOf(params, 'minStrength', STRENGTH_NAMES), first: first(params) })
    const texts = await factTexts(store, [...paths, ...nearest].flatMap(({ hops }) => hops.map(({ fact }) => fact)))
    return [...paths.map((path) => ({ ...pathRow(path, texts), note: '' })), ...nearest.map((path) => ({ ...pathRow(path, texts), note: NEAREST_ONLY }))]
  },
}

/** The one relation type that was asked for, or none, which is all. */
function wantedTypes(params: StoreParams): readonly RelationType[] {
  const type = oneOf(params, 'type', RELATION_NAMES)
  return type === undefined ? [] : [type]
}

const FACTS_OF: Question = {
  name: 'facts-of',
  asks: '关于此人、企业、机构、地区或举措，文章说了什么？ · What do the articles say of an entity?',
  params: [needed('entity'), optional('type'), optional('asOf')],
  columns: ['statement', 'type', 'subject', 'object', 'title', 'strength', 'modality', 'firstSeen', 'lastSeen', 'articles', 'quotes', 'articleIds'],
  ask: async (store, params) => {
    const { id } = await resolveName(store, text(params, 'entity'), { argument: 'entity' })
    const facts = (await factsOfEntities(store, [id], { types: wantedTypes(params), asOf: checkDate(given(params, 'asOf'), 'asOf') })).get(id) ?? []
    const texts = await factTexts(store, facts)
    return facts.map((fact) => factRow(fact, texts))
  },
}

const SEARCH: Question = {
  name: 'search',
  asks: '名称或别名含有这段文字的有哪些？ · Which entities have this text in a name or alias?',
  params: [needed('text'), FIRST],
  columns: ['name', 'kind', 'subkind', 'match', 'articles', 'aliases', 'id'],
  ask: async (store, params) => {
    const { edges } = await search(store, { text: text(params, 'text'), first: Math.min(first(params), MAX_FIRST) })
    return edges.map(({ node: { entity, match } }) => ({
      name: entity.name, kind: entity.kind, subkind: entity.subkind, match, articles: entity.articleCount, aliases: entity.aliases, id: entity.id,
    }))
  },
}

export const QUESTIONS: readonly Question[] = [FIRMS_LINKED_TO, CONNECTION, FACTS_OF, SEARCH, ...CLAIM_QUESTIONS]
