import { byCodeUnit, foldEntity, foldFact } from '../../../src/store/fold.js'
import { LAYOUT } from '../../../src/store/layout/layout.js'
import type { StoreRow } from '../../../src/store/port.js'
import { homeMentions } from '../../../src/store/rehome.js'
import { articleRow, evidenceRows, placedParts, referenceRows, STALE } from '../../../src/store/write-rows.js'
import { PlannedArticles } from './articles.js'
import type { GraphPlan } from './plan.js'

/** A generated graph as the rows of a store, made by the same functions that write articles, so that it is what writing its articles would give. */

/** Rows of one table; those of an edge have `from_` and `to_`, the keys of its ends. */
export interface TableRows {
  readonly table: string
  readonly rows: readonly StoreRow[]
}

const CHUNK = 200

/** All rows, chunk by chunk, tables mixed: for a loader that keeps a file for each. */
export function* tableRows(plan: GraphPlan): Generator<TableRows> {
  const articles = new PlannedArticles(plan)
  const named = new Uint32Array(plan.entities.length)
  const places = new Map(plan.entities.map(({ id }, index) => [id, index]))
  const proofs = new Map<string, string[]>()
  for (let at = 0; at < articles.count; at += CHUNK) {
    const graphs = Array.from({ length: Math.min(CHUNK, articles.count - at) }, (_, index) => articles.graph(at + index))
    const mentions = homeMentions(placedParts(graphs), (reference) => reference)
    const evidence = evidenceRows(graphs)
    for (const { entityId } of mentions) {
      const place = places.get(String(entityId)) ?? 0
      named[place] = (named[place] ?? 0) + 1
    }
    for (const { id, factId } of evidence) {
      const known = proofs.get(String(factId))
      if (known === undefined) proofs.set(String(factId), [String(id)])
      else known.push(String(id))
    }
    yield { table: 'Article', rows: graphs.map(({ article }) => articleRow(article, '')) }
    yield { table: 'MENTIONED_IN', rows: mentions.map(({ entityId = '', articleId = '', ...row }) => ({ ...row, from_: entityId, to_: articleId })) }
    yield { table: 'Evidence', rows: evidence }
    yield { table: 'SUPPORTED_BY', rows: evidence.map(({ id = '', factId = '' }) => ({ from_: factId, to_: id })) }
    yield { table: 'FROM', rows: evidence.map(({ id = '', articleId = '' }) => ({ from_: id, to_: articleId })) }
  }
  yield { table: 'Marker', rows: [{ id: 'layout', value: LAYOUT }] }
  yield* entityRows(plan, named)
  yield* factRows(plan, articles, proofs)
}

function* entityRows(plan: GraphPlan, named: Uint32Array): Generator<TableRows> {
  for (let at = 0; at < plan.entities.length; at += CHUNK) {
    const there = plan.entities.slice(at, at + CHUNK).flatMap((entity, index) => {
      const articles = named[at + index] ?? 0
      return articles === 0 ? [] : [{ ...entity, key: entity.name, articles }]
    })
    yield { table: 'Entity', rows: there.map((entity) => ({ id: entity.id, ...foldEntity([entity]) })) }
    const parts = there.map(({ id, kind, subkind, name, aliases, key }) => ({ articleId: '', part: { ref: id, name, aliases, key, kind, subkind, count: 0, mentions: '[]' } }))
    yield { table: 'Reference', rows: referenceRows(parts).map((row) => ({ ...row, stale: STALE.settled })) }
  }
}

function* factRows(plan: GraphPlan, articles: PlannedArticles, proofs: ReadonlyMap<string, readonly string[]>): Generator<TableRows> {
  for (let at = 0; at < plan.facts; at += CHUNK) {
    const facts = Array.from({ length: Math.min(CHUNK, plan.facts - at) }, (_, index): StoreRow => {
      const fact = articles.fact(at + index)
      const [subjectId, objectId] = [plan.entities[fact.subject]?.id ?? '', plan.entities[fact.object]?.id ?? '']
      const views = articles.views(at + index, fact)
      return {
        id: fact.id, type: fact.type, subjectId, objectId, title: fact.title, ...foldFact(views),
        evidenceIds: [...proofs.get(fact.id) ?? []].sort(byCodeUnit), articleIds: views.map(({ articleId }) => articleId).sort(byCodeUnit), open: true, closedWhy: '', verdict: '', secondReader: '', disputed: false, version: 0,
      }
    })
    yield { table: 'Fact', rows: facts }
    yield { table: 'SUBJECT_OF', rows: facts.map(({ id = '', subjectId = '' }) => ({ from_: subjectId, to_: id })) }
    yield { table: 'OBJECT_OF', rows: facts.map(({ id = '', objectId = '' }) => ({ from_: objectId, to_: id })) }
    const byType = new Map<string, StoreRow[]>()
    for (const fact of facts) {
      const { id = '', subjectId = '', objectId = '' } = fact
      const link = { ...fact, factId: id, from_: subjectId, to_: objectId }
      const known = byType.get(String(fact['type']))
      if (known === undefined) byType.set(String(fact['type']), [link])
      else known.push(link)
    }
    for (const [table, rows] of byType) yield { table, rows }
  }
}
