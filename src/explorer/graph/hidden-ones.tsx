import { t } from '../app/settings.js'
import { graphData } from './fetch.js'
import type { GraphChange } from './view-state.js'

/** What was hidden, to be shown again. */
export function HiddenOnes({ ids, apply }: { readonly ids: readonly string[]; readonly apply: (step: GraphChange) => void }) {
  if (ids.length === 0) return null
  const { entities } = graphData.value
  return (
    <details class="panel">
      <summary>{t('graph.hidden', { count: ids.length })}</summary>
      <ul class="list actions">
        {ids.map((id) => <li key={id}><button type="button" class="plain" onClick={() => { apply({ kind: 'show', id }) }}>{t('graph.show', { name: entities.get(id)?.name ?? id })}</button></li>)}
      </ul>
    </details>
  )
}
