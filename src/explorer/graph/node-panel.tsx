import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import type { EntityRef } from '../data/answer-types.js'
import { EXPANSION_LIMIT, graphData } from './fetch.js'
import { expansionKey } from './graph-data.js'
import { ALL, type GraphChange, type GraphState, type Point } from './view-state.js'

/** What can be done with one entity on the graph: its relations with counts before the click. */
export function NodePanel({ node, state, place, apply }: {
  readonly node: EntityRef
  readonly state: GraphState
  /** Where it stands. */
  readonly place: Point | undefined
  readonly apply: (step: GraphChange) => void
}) {
  const entity = graphData.value.entities.get(node.id)
  const open = state.expanded[node.id] ?? []
  const { id } = node
  const byType = new Map<string, number>()
  for (const { type, count } of entity?.relationCounts ?? []) byType.set(type, (byType.get(type) ?? 0) + count)
  const known = graphData.value.expansions.get(expansionKey(id, ALL))
  // Too many to come at once: one relation more still brings others.
  const clipped = open.includes(ALL) && known !== undefined && known.total > known.facts.length
  const all = [...byType.values()].reduce((sum, count) => sum + count, 0)
  return (
    <section class="panel" aria-labelledby="chosen">
      <h2 id="chosen" tabIndex={-1}><EntityLink entity={node} /> <KindBadge kind={node.kind} subkind={entity?.subkind ?? ''} /></h2>
      {entity === undefined ? null : <p class="quiet">{t('entity.articles', { count: entity.articleCount })}</p>}
      <h3>{t('graph.expand')}</h3>
      <ul class="list actions">
        {[...byType].map(([type, count]) => (
          <li key={type}>
            <button type="button" class="plain" disabled={open.includes(type) || (open.includes(ALL) && !clipped)} onClick={() => { apply({ kind: 'expand', id, type, beyond: clipped }) }}>
              {words.value.relation(type)} <span class="count">{count > EXPANSION_LIMIT ? t('graph.expand.clipped', { count, shown: EXPANSION_LIMIT }) : count}</span>
            </button>
          </li>
        ))}
        {byType.size > 1 ? <li><button type="button" class="plain" disabled={open.includes(ALL)} onClick={() => { apply({ kind: 'expand', id, type: ALL }) }}>{t('graph.expand.all')} <span class="count">{all}</span></button></li> : null}
      </ul>
      <p class="actions">
        {open.length > 0 ? <button type="button" class="plain" onClick={() => { apply({ kind: 'collapse', id }) }}>{t('graph.collapse')}</button> : null}
        {id in state.pinned ? <button type="button" class="plain" onClick={() => { apply({ kind: 'unpin', id }) }}>{t('graph.unpin')}</button> : place === undefined ? null : <button type="button" class="plain" onClick={() => { apply({ kind: 'pin', id, at: place }) }}>{t('graph.pin')}</button>}
        <button type="button" class="plain" onClick={() => { apply({ kind: 'hide', id }) }}>{t('graph.hide')}</button>
      </p>
    </section>
  )
}
