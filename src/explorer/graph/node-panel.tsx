import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import type { EntityRef } from '../data/answer-types.js'
import { EXPANSION_LIMIT, graphData } from './fetch.js'
import { ALL, type GraphChange, type GraphState } from './view-state.js'

/** What can be done with one entity on the graph: its relations with counts before the click. */
export function NodePanel({ node, state, apply }: { readonly node: EntityRef; readonly state: GraphState; readonly apply: (step: GraphChange) => void }) {
  const entity = graphData.value.entities.get(node.id)
  const open = state.expanded[node.id] ?? []
  const { id } = node
  const byType = new Map<string, number>()
  for (const { type, count } of entity?.relationCounts ?? []) byType.set(type, (byType.get(type) ?? 0) + count)
  const all = [...byType.values()].reduce((sum, count) => sum + count, 0)
  return (
    <section class="panel" aria-labelledby="chosen">
      <h2 id="chosen"><EntityLink entity={node} /> <KindBadge kind={node.kind} subkind={entity?.subkind ?? ''} /></h2>
      {entity === undefined ? null : <p class="quiet">{t('entity.articles', { count: entity.articleCount })}</p>}
      <h3>{t('graph.expand')}</h3>
      <ul class="list actions">
        {[...byType].map(([type, count]) => (
          <li key={type}>
            <button type="button" class="plain" disabled={open.includes(type) || open.includes(ALL)} onClick={() => { apply({ kind: 'expand', id, type }) }}>
              {words.value.relation(type)} <span class="count">{count > EXPANSION_LIMIT ? t('graph.expand.clipped', { count, shown: EXPANSION_LIMIT }) : count}</span>
            </button>
          </li>
        ))}
        {byType.size > 1 ? <li><button type="button" class="plain" disabled={open.includes(ALL)} onClick={() => { apply({ kind: 'expand', id, type: ALL }) }}>{t('graph.expand.all')} <span class="count">{all}</span></button></li> : null}
      </ul>
      <p class="actions">
        {open.length > 0 ? <button type="button" class="plain" onClick={() => { apply({ kind: 'collapse', id }) }}>{t('graph.collapse')}</button> : null}
        {id in state.pinned ? <button type="button" class="plain" onClick={() => { apply({ kind: 'unpin', id }) }}>{t('graph.unpin')}</button> : null}
        <button type="button" class="plain" onClick={() => { apply({ kind: 'hide', id }) }}>{t('graph.hide')}</button>
      </p>
    </section>
  )
}
