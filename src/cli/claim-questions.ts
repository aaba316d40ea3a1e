/** Questions about claims, groups and time for the command line. */
import { RELATION_NAMES, STRENGTH_NAMES } from '../../schema/ontology/index.js'
import { checkClaim } from '../answers/claims/check-claim.js'
import { groupRelations } from '../answers/group-relations.js'
import { entitiesByIds, factsByIds } from '../answers/lookups.js'
import { neighbours } from '../answers/neighbours.js'
import { MAX_FIRST } from '../answers/paging.js'
import { headsOf } from '../answers/time/posts.js'
import { timeline } from '../answers/time/timeline.js'
import { TREND_STEPS, trends } from '../answers/time/trends.js'
import { CLAIM_COLUMNS, claimRows } from './claim-rows.js'
import { factText, factTexts, pathRow } from './link-rows.js'
import { count, FIRST, first, given, list, needed, oneOf, optional, text, whole } from './question-params.js'
import type { Question } from './questions.js'

const CHECK_CLAIM: Question = {
  name: 'check-claim',
  asks: '文章是否这样说？凭哪些原文，出自几篇独立原稿？ · Do the articles say so, on which quotes, from how many originals?',
  params: [needed('subject'), optional('relation'), needed('object'), optional('title'), optional('asOf')],
  columns: CLAIM_COLUMNS,
  ask: async (store, params) => claimRows(store, [await checkClaim(store, {
    subject: text(params, 'subject'), relation: oneOf(params, 'relation', RELATION_NAMES), object: text(params, 'object'), title: given(params, 'title'), asOf: given(params, 'asOf'),
  })]),
}

const GROUP_RELATIONS: Question = {
  name: 'group-relations',
  asks: '这些企业、人物、机构两两之间如何相连？ · How are these linked with one another, pair by pair?',
  params: [{ name: 'names', type: 'string[]', required: true }, whole('maxHops', 2), optional('minStrength'), optional('asOf')],
  columns: ['a', 'b', 'strength', 'path', 'quotes', 'reasons', 'note'],
  ask: async (store, params) => {
    const group = await groupRelations(store, {
      names: list(params, 'names'), maxHops: count(params, 'maxHops'), minStrength: oneOf(params, 'minStrength', STRENGTH_NAMES), asOf: given(params, 'asOf'),
    })
    const texts = await factTexts(store, group.links.flatMap(({ path }) => path.hops.map(({ fact }) => fact)))
    const links = group.links.map(({ a, b, path }) => ({ a: a.name, b: b.name, ...pathRow(path, texts), note: '' }))
    const unresolved = group.unresolved.map(({ name, outcome, candidates }) => ({
      a: name, b: '', strength: '', path: '', quotes: [], reasons: [], note: `${outcome}：${candidates.map((entity) => `${entity.name} ${entity.id}`).join('、')}`,
    }))
    return [...links, ...unresolved]
  },
}

const TIMELINE: Question = {
  name: 'timeline',
  asks: '此人、企业、机构或举措身上先后发生了什么？ · What happened to an entity, by day?',
  params: [needed('entity'), optional('from'), optional('to'), optional('asOf'), optional('type'), FIRST, optional('after')],
  columns: ['day', 'kind', 'dated', 'modality', 'statement', 'articleIds', 'cursor'],
  ask: async (store, params) => {
    const type = oneOf(params, 'type', RELATION_NAMES)
    const { page } = await timeline(store, {
      entity: text(params, 'entity'), from: given(params, 'from'), to: given(params, 'to'), asOf: given(params, 'asOf'), types: type === undefined ? [] : [type],
      first: Math.min(first(params), MAX_FIRST), after: given(params, 'after'),
    })
    const facts = await factsByIds(store, [...new Set(page.edges.flatMap(({ node }) => (node.factId === '' ? [] : [node.factId])))])
    const texts = await factTexts(store, [...facts.values()])
    return page.edges.map(({ node, cursor }) => {
      const fact = facts.get(node.factId)
      return {
        day: node.day, kind: node.kind, dated: node.dated, modality: node.modality, statement: fact === undefined ? '' : factText({ ...fact, modality: node.modality }, texts),
        articleIds: node.articleIds, cursor,
      }
    })
  },
}

const HEADS_OF: Question = {
  name: 'heads-of',
  asks: '某日谁主持该机构、企业或地区？ · Who headed a body, firm or region on a day?',
  params: [needed('organization'), optional('asOf')],
  columns: ['person', 'title', 'state', 'since', 'firstSeen', 'lastSeen', 'articles'],
  ask: async (store, params) => {
    const { heads } = await headsOf(store, { organization: text(params, 'organization'), asOf: given(params, 'asOf') })
    const people = heads.length === 0 ? undefined : await entitiesByIds(store, heads.map(({ personId }) => personId))
    return heads.map((post) => ({
      person: people?.get(post.personId)?.name ?? post.personId, title: post.title, state: post.state, since: post.since, firstSeen: post.firstSeen, lastSeen: post.lastSeen,
      articles: post.articleCount,
    }))
  },
}

const TRENDS: Question = {
  name: 'trends',
  asks: '逐月（或逐年）有多少事实与文章？ · How many facts and articles by month or year?',
  params: [needed('entity'), optional('from'), optional('to'), optional('by')],
  columns: ['period', 'facts', 'evidence', 'articles'],
  ask: async (store, params) => {
    const { points, undated } = await trends(store, { entity: text(params, 'entity'), from: given(params, 'from'), to: given(params, 'to'), by: oneOf(params, 'by', TREND_STEPS) })
    const rows = points.map((point) => ({ ...point }))
    return undated.facts + undated.articles === 0 ? rows : [...rows, { period: '', ...undated }]
  },
}

const NEIGHBOURS: Question = {
  name: 'neighbours',
  asks: '哪些实体常与它同文提及，且多于偶然？ · Which entities are named together with it above chance?',
  params: [needed('entity'), whole('least', 2), { name: 'maxP', type: 'float', required: false, fallback: 0.05 }, FIRST, optional('asOf')],
  columns: ['name', 'kind', 'both', 'first', 'second', 'all', 'expected', 'npmi', 'g2', 'p', 'q'],
  ask: async (store, params) => {
    const answer = await neighbours(store, {
      entity: text(params, 'entity'), least: count(params, 'least'), maxP: count(params, 'maxP'), first: Math.min(first(params), MAX_FIRST), asOf: given(params, 'asOf'),
    })
    return answer.neighbours.map(({ entity, ...statistics }) => ({ name: entity.name, kind: entity.kind, ...statistics }))
  },
}

export const CLAIM_QUESTIONS: readonly Question[] = [CHECK_CLAIM, GROUP_RELATIONS, TIMELINE, HEADS_OF, TRENDS, NEIGHBOURS]
