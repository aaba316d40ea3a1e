import { z } from 'zod'
import { RELATIONS, type RelationType } from '../../schema/ontology/index.js'
import { VERDICT_WORDS } from '../answers/claims/verdict-words.js'
import { outline } from '../ask/outline.js'
import { after, asOf, day, first, kinds, minStrength, nameOf, relation, sentence, types } from './arguments.js'
import { ASK, CHECK_CLAIM, CONNECTION, ENTITY_WITH_FACTS, EVIDENCE_OF_FACT, FIRMS_LINKED_TO, SEARCH } from './documents.js'
import { withLinks } from './links.js'
import { both, NO_ARTICLE_SAYS_SO, sayEntity, sayEvidence, sayFact, sayMore, sayNotes, sayPath } from './say.js'
import type { AskShape, ClaimShape, ConnectionShape, EntityWithFactsShape, FactShape, FirmsShape, SearchShape } from './shapes.js'
import { defineTool, type Tool } from './tool.js'

/** The questions that an assistant can ask. Their answers are typed by the documents that they run. */

const searchNames = defineTool({
  name: 'search_names',
  title: '查找名称 · Search names',
  description: '按名称、简称、拼音或首字母查找人物、企业、机构、地区与政策举措，给出 id。Find people, firms, bodies, regions and policy initiatives by any part of a name, by pinyin or initials; gives ids for the other tools.',
  input: z.object({ text: sentence('名称的任意部分 · any part of a name'), kinds, asOf, first: first(20), after }),
  document: SEARCH,
  say: (answer, _, { text }) => {
    const { edges, totalCount, pageInfo } = answer as SearchShape
    if (edges.length === 0) return [`图中没有“${text}” · nothing in the graph is called "${text}"`]
    return [`共 ${totalCount} 个 · ${totalCount} in all`, ...edges.map(({ node, match }) => `- ${sayEntity(node)}（${match}）`), ...sayMore(pageInfo)]
  },
})

const countText = (type: RelationType, forward: boolean, count: number): string => `${(forward ? RELATIONS[type].forward : RELATIONS[type].backward).zh} ${type} ${count}`

const entity = defineTool({
  name: 'entity',
  title: '实体及其事实 · An entity with its facts',
  description: '一个实体参与的事实，每条附逐字引文、来源与固定链接。An entity and the facts that it stands in, each with verbatim quotes, sources and a permalink.',
  input: z.object({
    name: nameOf('实体 · entity'), kinds, types, side: z.enum(['SUBJECT', 'OBJECT']).optional().describe('它是主体还是客体 · which end it is'),
    otherKinds: kinds, from: day('所述之日不早于 · told of a day from'), to: day('所述之日不晚于 · told of a day until'), asOf, first: first(20), after,
  }),
  document: ENTITY_WITH_FACTS,
  say: (answer, links) => {
    const { facts, relationCounts, ...rest } = answer as EntityWithFactsShape
    return [
      sayEntity(rest), links.entity(rest.id),
      ...(relationCounts.length === 0 ? [] : [relationCounts.map(({ type, forward, count }) => countText(type, forward, count)).join('；')]),
      ...(facts.nodes.length === 0 ? [NO_ARTICLE_SAYS_SO] : [`事实 · facts：${facts.nodes.length} / ${facts.totalCount}`, ...facts.nodes.flatMap((fact) => sayFact(fact, links))]),
      ...sayMore(facts.pageInfo),
    ]
  },
})

const checkClaim = defineTool({
  name: 'check_claim',
  title: '核查说法 · Check a claim',
  description: '有没有文章说主体与客体有此关系：结论、引文、独立来源数；没有文章这样说时给出最近的关联。Whether any article says that the subject stands in the relation to the object: a verdict, the quotes and how many independent sources; where no article says so, the nearest links.',
  input: z.object({ subject: nameOf('主体 · subject'), relation, object: nameOf('客体 · object'), title: sentence('所问的职务 · the post asked for').optional(), asOf }),
  document: CHECK_CLAIM,
  say: (answer, links) => {
    const { verdict, understood, evidence, evidenceCount, independentSources, firstSaid, lastSaid, facts, nearest, candidates, reasons, truncated } = answer as ClaimShape
    return [
      both(understood), `${verdict} ${VERDICT_WORDS[verdict]}`,
      ...(evidence.length === 0 ? [] : [`证据 ${evidenceCount} 条，独立来源 ${independentSources} 个，${firstSaid ?? '?'} 至 ${lastSaid ?? '?'} · ${evidenceCount} pieces of evidence, ${independentSources} independent sources`]),
      ...evidence.flatMap((item) => sayEvidence(item)), ...facts.flatMap((fact) => sayFact(fact, links)),
      ...(nearest.length === 0 ? [] : ['最近的关联 · nearest links', ...nearest.flatMap((path) => sayPath(path, links))]),
      ...candidates.map(({ argument, name, entity: one }) => `? ${argument} ${name} = ${sayEntity(one)}`),
      ...reasons.map(both), ...sayNotes(truncated, []),
    ]
  },
})

const firmsLinkedTo = defineTool({
  name: 'firms_linked_to',
  title: '与举措有关的企业 · Firms linked to an initiative',
  description: '哪些企业与一项政策举措有关，经由什么路径，凭哪些原文；STATED、IMPLIED 为直接，CHAIN 为间接，CO_SENTENCE、CO_ARTICLE 只是同文提及，不等于参与。Which firms link to a policy initiative, by what path, on which quotes; STATED and IMPLIED are direct, CHAIN is indirect, CO_SENTENCE and CO_ARTICLE mean only that both are named and never that a firm takes part.',
  input: z.object({ initiative: nameOf('政策举措 · initiative'), minStrength, asOf, first: first(20), after }),
  document: FIRMS_LINKED_TO,
  say: (answer, links) => {
    const { initiative, edges, totalCount, pageInfo, truncated, notes } = answer as FirmsShape
    return [
      `${initiative.name}（${initiative.id}）：${totalCount} 家企业 · ${totalCount} firms`,
      ...(edges.length === 0 ? [NO_ARTICLE_SAYS_SO] : edges.flatMap(({ node, paths }) => [`${node.name}（${node.id}）`, ...paths.flatMap((path) => sayPath(path, links))])),
      ...sayNotes(truncated, notes), ...sayMore(pageInfo),
    ]
  },
})

const connection = defineTool({
  name: 'connection',
  title: '两者如何相连 · How two are connected',
  description: '两个实体之间的路径，每一步附引文；没有文章这样说时如实说明，并给出较弱的关联。The paths between two entities with the quote of every hop; where no article says so, that is said, with the weaker links there are.',
  input: z.object({ from: nameOf('一端 · one end'), to: nameOf('另一端 · the other end'), maxHops: z.int().min(1).max(4).default(4).describe('至多几步 · hops at most'), minStrength, asOf, first: first(5) }),
  document: CONNECTION,
  say: (answer, links) => {
    const { from, to, paths, nearest, truncated, notes } = answer as ConnectionShape
    const weaker = nearest.length === 0 ? [] : ['最近的关联 · nearest links', ...nearest.flatMap((path) => sayPath(path, links))]
    return [`${from.name} — ${to.name}`, ...(paths.length === 0 ? [NO_ARTICLE_SAYS_SO, ...weaker] : paths.flatMap((path) => sayPath(path, links))), ...sayNotes(truncated, notes)]
  },
})

const evidenceOfFact = defineTool({
  name: 'evidence_of_fact',
  title: '一条事实的证据 · Evidence of a fact',
  description: '按事实 id 取其全部证据：逐字引文、在原文中的位置（UTF-16 码元）、文章与规则。All evidence of a fact by its id: verbatim quotes, their place in the raw text (UTF-16 code units), article and rule.',
  input: z.object({ id: nameOf('事实 · fact'), first: first(20) }),
  document: EVIDENCE_OF_FACT,
  say: (answer, links, { id }) => {
    if (answer === null) return [`没有事实 ${id} · there is no fact ${id}`]
    const fact = answer as FactShape
    return [...sayFact(fact, links), `证据 · evidence：${fact.evidence?.length ?? 0} / ${fact.evidenceCount}`]
  },
})

const LISTS = ['paths', 'edges', 'nodes', 'facts', 'posts', 'heads', 'neighbours', 'links', 'articles', 'coMentioned']
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one thing asked for has lists, and all of them are empty. */
function isEmpty(answer: unknown): boolean {
  const [found] = isRecord(answer) ? Object.values(answer) : []
  if (!isRecord(found)) return found === null
  const lists = LISTS.flatMap((key) => {
    const value = found[key]
    const list: unknown = isRecord(value) ? value['nodes'] : value
    return Array.isArray(list) ? [list] : []
  })
  return lists.length > 0 && lists.every((list) => list.length === 0)
}

const ask = defineTool({
  name: 'ask',
  title: '用普通的话提问 · Ask in plain words',
  description: '用普通的中文或英文提问；按词表对到已有的问题，不用语言模型，说明所理解的意思。A plain question in Chinese or English, mapped by tables of words to the questions there are, without a language model; it says what it understood.',
  input: z.object({ question: sentence('问题 · the question') }),
  document: ASK,
  say: (answer, links) => {
    const { outcome, understood, answer: found, candidates, ignored, nearest } = answer as AskShape
    return [
      both(understood), ...(ignored.length > 0 && outcome === 'UNDERSTOOD' ? [`未理会 · left out: ${ignored.join('、')}`] : []),
      ...candidates.map(({ given, entity: one }) => `? ${given} = ${sayEntity(one)}`),
      ...(nearest.length === 0 ? [] : ['可以这样问 · you can ask:', ...nearest.map((question) => `- ${both(question)}`)]),
      ...(outcome === 'UNDERSTOOD' ? [...(isEmpty(found) ? [NO_ARTICLE_SAYS_SO] : []), outline(withLinks(found, links))] : []),
    ]
  },
})

export const TOOLS: readonly Tool[] = [searchNames, entity, checkClaim, firmsLinkedTo, connection, evidenceOfFact, ask]
