import { ENTITY_KIND_NAMES, RELATIONS, STRENGTH_NAMES, type EntityKind, type Strength } from '../../schema/ontology/index.js'
import { PolicyGraphError } from '../core/errors.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import { connection } from './connection.js'
import { checkDate } from './dates.js'
import { firmsLinkedTo } from './firms-linked-to.js'
import { search } from './lists.js'
import { entitiesByIds, evidenceOfFacts, factsOfEntities } from './lookups.js'
import { textsOfPaths } from './path-text.js'
import type { LinkPath, Reason } from './paths.js'
import { resolveName } from './resolve-name.js'
import { stats } from './stats.js'

/** The questions that can be asked by name, with parameters as text and rows as answer: what a command line needs. */

export interface AnswerParam {
  readonly name: string
  readonly required: boolean
  readonly zh: string
  readonly en: string
}

export interface AnswerTable {
  readonly columns: readonly string[]
  readonly rows: readonly StoreRow[]
  /** What a reader must know beside the rows: cuts, the nearest link, nothing found. */
  readonly notes: readonly Reason[]
}

export interface NamedAnswer {
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly params: readonly AnswerParam[]
  /** `args` holds declared parameters only; see `runAnswer`. */
  run(store: GraphStore, args: AnswerArgs): Promise<AnswerTable>
}

type AnswerArgs = Readonly<Record<string, string | undefined>>

const param = (name: string, required: boolean, zh: string, en: string): AnswerParam => ({ name, required, zh, en })
const FIRST = param('first', false, '最多几条，1–100', 'at most so many, 1–100')
const MIN_STRENGTH = param('minStrength', false, `不弱于：${STRENGTH_NAMES.join(' ')}`, `no weaker than: ${STRENGTH_NAMES.join(' ')}`)
const AS_OF = param('asOf', false, '截至日期 YYYY-MM-DD', 'known by this day, YYYY-MM-DD')

const badArgument = (argument: string, expected: string): PolicyGraphError =>
  new PolicyGraphError('BAD_INPUT', `参数 ${argument} 应为 ${expected} · ${argument} must be ${expected}`, { details: { argument } })

function wholeNumber(args: AnswerArgs, name: string): number | undefined {
  const value = args[name]
  if (value === undefined) return undefined
  if (!/^\d{1,6}$/.test(value)) throw badArgument(name, 'a whole number')
  return Number(value)
}

function strengthArg(args: AnswerArgs): Strength | undefined {
  const value = args['minStrength']
  const strength = STRENGTH_NAMES.find((name) => name === value?.toUpperCase())
  if (value !== undefined && strength === undefined) throw badArgument('minStrength', STRENGTH_NAMES.join(' | '))
  return strength
}

function kindsArg(args: AnswerArgs): readonly EntityKind[] {
  const wanted = (args['kinds'] ?? '').split(',').map((kind) => kind.trim().toUpperCase()).filter((kind) => kind !== '')
  return wanted.map((name) => {
    const kind = ENTITY_KIND_NAMES.find((candidate) => candidate === name)
    if (kind === undefined) throw badArgument('kinds', ENTITY_KIND_NAMES.join(', '))
    return kind
  })
}

const given = (args: AnswerArgs, name: string): string => args[name] ?? ''

const NOTHING: Reason = { code: 'NO_ARTICLE_SAYS_SO', zh: '没有文章这样说', en: 'no article says so' }

const pathColumns = ['strength', 'path', 'quotes', 'score', 'reasons', 'articles'] as const

async function pathRows(store: GraphStore, paths: readonly LinkPath[]): Promise<readonly StoreRow[]> {
  const texts = await textsOfPaths(store, paths)
  return paths.map((path, index) => ({
    strength: path.strength,
    path: texts[index]?.line ?? '',
    quotes: texts[index]?.quotes ?? [],
    score: path.score,
    reasons: path.reasons.map(({ code }) => code),
    articles: texts[index]?.articleIds ?? [],
  }))
}

/** In the order a help text lists them. Adding a question is one entry. */
export const ANSWERS: readonly NamedAnswer[] = [
  {
    name: 'firms-linked-to',
    zh: '哪些企业与一项举措有关，经由什么路径，凭哪些原文',
    en: 'Which firms link to an initiative, by what path, on which quotes',
    params: [param('initiative', true, '举措的名称或 id', 'name or id of the initiative'), MIN_STRENGTH, AS_OF, FIRST],
    async run(store, args) {
      const links = await firmsLinkedTo(store, { initiative: given(args, 'initiative'), minStrength: strengthArg(args), asOf: args['asOf'], first: wholeNumber(args, 'first') })
      const pairs = links.page.edges.flatMap(({ node }) => node.paths.map((path) => ({ firm: node.firm, path })))
      const rows = await pathRows(store, pairs.map(({ path }) => path))
      return {
        columns: ['firm', 'firmId', ...pathColumns],
        rows: rows.map((row, index) => ({ firm: pairs[index]?.firm.name ?? '', firmId: pairs[index]?.firm.id ?? '', ...row })),
        notes: rows.length === 0 ? [NOTHING, ...links.notes] : links.notes,
      }
    },
  },
  {
    name: 'connection',
    zh: '两个实体如何相连',
    en: 'How two entities are connected',
    params: [
      param('from', true, '一端的名称或 id', 'name or id of one end'), param('to', true, '另一端的名称或 id', 'name or id of the other end'),
      param('maxHops', false, '最多几步，1–4', 'at most so many hops, 1–4'), MIN_STRENGTH, AS_OF, FIRST,
    ],
    async run(store, args) {
      const answer = await connection(store, {
        from: given(args, 'from'), to: given(args, 'to'), maxHops: wholeNumber(args, 'maxHops'), minStrength: strengthArg(args), asOf: args['asOf'], first: wholeNumber(args, 'first'),
      })
      const nearest: Reason = { code: 'NEAREST', zh: '以下是最接近的关联', en: 'what follows is the nearest link' }
      const notes = answer.paths.length > 0 ? [] : answer.nearest.length > 0 ? [NOTHING, nearest] : [NOTHING]
      return { columns: [...pathColumns], rows: await pathRows(store, answer.paths.length > 0 ? answer.paths : answer.nearest), notes: [...notes, ...answer.notes] }
    },
  },
  {
    name: 'search',
    zh: '按名称或其任意部分查找实体',
    en: 'Entities by any part of a name',
    params: [param('text', true, '名称的任意部分', 'any part of a name'), param('kinds', false, `逗号分隔：${ENTITY_KIND_NAMES.join(',')}`, 'separated by commas'), FIRST],
    async run(store, args) {
      const page = await search(store, { text: given(args, 'text'), kinds: kindsArg(args), first: wholeNumber(args, 'first') })
      const rows = page.edges.map(({ node: { entity, match } }) => ({ id: entity.id, name: entity.name, kind: entity.kind, subkind: entity.subkind, aliases: entity.aliases, articles: entity.articleCount, match }))
      return { columns: ['id', 'name', 'kind', 'subkind', 'aliases', 'articles', 'match'], rows, notes: rows.length === 0 ? [NOTHING] : [] }
    },
  },
  {
    name: 'facts-of',
    zh: '文章关于一个实体说了什么，每条附引文',
    en: 'What the articles say of an entity, each with a quote',
    params: [param('name', true, '名称或 id', 'name or id'), AS_OF],
    async run(store, args) {
      const entity = await resolveName(store, given(args, 'name'))
      const facts = (await factsOfEntities(store, [entity.id], { asOf: checkDate(args['asOf'], 'asOf') })).get(entity.id) ?? []
      const ids = [...new Set(facts.flatMap(({ subjectId, objectId }) => [subjectId, objectId]))]
      const [entities, evidence] = await Promise.all([entitiesByIds(store, ids), evidenceOfFacts(store, facts.map(({ id }) => id), 1)])
      const rows = facts.map((fact) => ({
        id: fact.id,
        subject: entities.get(fact.subjectId)?.name ?? fact.subjectId,
        type: fact.type,
        says: RELATIONS[fact.type].forward.zh,
        object: entities.get(fact.objectId)?.name ?? fact.objectId,
        title: fact.title,
        modality: fact.modality,
        strength: fact.strength,
        articles: fact.articleCount,
        quote: evidence.get(fact.id)?.[0]?.quote ?? '',
      }))
      return { columns: ['subject', 'says', 'object', 'title', 'modality', 'strength', 'quote', 'articles', 'type', 'id'], rows, notes: rows.length === 0 ? [NOTHING] : [] }
    },
  },
  {
    name: 'stats',
    zh: '图中有多少内容',
    en: 'How much the graph holds',
    params: [],
    async run(store) {
      const all = await stats(store)
      const rows = [
        { what: 'articles', count: all.articles }, { what: 'entities', count: all.entities },
        ...all.entitiesByKind.map(({ kind, count }) => ({ what: kind, count })),
        { what: 'facts', count: all.facts }, ...all.factsByType.map(({ type, count }) => ({ what: type, count })),
        { what: 'evidence', count: all.evidence },
      ]
      return { columns: ['what', 'count'], rows, notes: [] }
    },
  },
]

/** Runs a named answer. NOT_FOUND for an unknown name; BAD_INPUT for an unknown, missing or malformed parameter; else as the answer says. */
export async function runAnswer(store: GraphStore, name: string, args: AnswerArgs): Promise<AnswerTable> {
  const answer = ANSWERS.find((candidate) => candidate.name === name)
  if (answer === undefined) {
    throw new PolicyGraphError('NOT_FOUND', `没有名为 ${name} 的问题 · no question is called ${name}`, { details: { name, known: ANSWERS.map((known) => known.name) } })
  }
  const known = answer.params.map((declared) => declared.name)
  const unknown = Object.keys(args).find((key) => !known.includes(key))
  if (unknown !== undefined) throw badArgument(unknown, known.length === 0 ? 'absent' : `one of ${known.join(', ')}`)
  const missing = answer.params.find((declared) => declared.required && (args[declared.name] ?? '').trim() === '')
  if (missing !== undefined) {
    throw new PolicyGraphError('BAD_INPUT', `缺少参数 ${missing.name}（${missing.zh}）· ${missing.name} is missing: ${missing.en}`, { details: { argument: missing.name } })
  }
  return answer.run(store, args)
}
