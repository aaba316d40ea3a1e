import { useMemo, useRef } from 'preact/hooks'
import { address, amend } from '../app/navigation.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { GraphMenu } from '../views/graph-menu.js'
import type { Canvas, Scene } from './canvas.js'
import { EntityTable } from './entity-table.js'
import { FactTable } from './fact-table.js'
import { graphBusy, graphError, LINK_LIMIT } from './fetch.js'
import { NO_FILTERS } from './filters.js'
import { GraphCanvas } from './graph-canvas.js'
import { HiddenOnes } from './hidden-ones.js'
import { Legend } from './legend.js'
import { LinePanel } from './line-panel.js'
import { NodePanel } from './node-panel.js'
import { TimeSlider } from './time-slider.js'
import { useGraph } from './use-graph.js'
import { LAYOUTS, useLayout } from './use-layout.js'

/** The graph, its legend, the panel of what is chosen, and the same content as a table. */
export function GraphScreen() {
  const view = useGraph()
  const { picture, bundles, state, filters, apply } = view
  const { more } = address.value
  const layout = LAYOUTS.find((name) => name === more['layout']) ?? 'force'
  const { places, settling } = useLayout(picture, bundles, layout)
  const chosen = more['pick'] ?? ''
  const setChosen = (pick: string): void => { amend({ pick }) }
  /** From a table: the panel stands elsewhere on the page, so the reader is set down there. */
  const openPanel = (pick: string): void => {
    setChosen(pick)
    requestAnimationFrame(() => { document.getElementById('chosen')?.focus() })
  }
  const canvas = useRef<Canvas | undefined>(undefined)

  const node = picture.nodes.find(({ id }) => id === chosen)
  const bundle = bundles.find(({ id }) => id === chosen)
  const scene: Scene = useMemo(() => ({
    nodes: picture.nodes, bundles, places, focus: chosen,
    chosen: new Set(bundle !== undefined ? [bundle.id, bundle.from, bundle.to] : node !== undefined ? [node.id, ...bundles.filter(({ from, to }) => from === node.id || to === node.id).flatMap(({ id, from, to }) => [id, from, to])] : []),
    colourOf: words.value.colour,
    labelOf: ({ facts: [first, ...rest] }) => `${first === undefined ? '' : words.value.relation(first.type)}${rest.length === 0 ? '' : ` +${rest.length}`}`,
  }), [picture, bundles, places, chosen, words.value])

  if (state.seeds.length === 0 && state.hidden.length === 0 && Object.keys(state.expanded).length === 0 && !view.canUndo) return <section><h1>{t('graph.title')}</h1><Notice>{t('graph.empty')}</Notice></section>
  return (
    <section class="workspace" aria-labelledby="graph-title" data-settled={view.complete && !settling && graphBusy.value === 0}>
      <h1 id="graph-title">{t('graph.title')}</h1>
      <div class="tools">
        <div class="toolbar" role="toolbar" aria-label={t('graph.tools')}>
          <button type="button" class="plain" disabled={!view.canUndo} onClick={view.undo}>{t('graph.undo')}</button>
          <button type="button" class="plain" disabled={!view.canRedo} onClick={view.redo}>{t('graph.redo')}</button>
          <button type="button" class="plain" onClick={() => canvas.current?.fit()}>{t('graph.fit')}</button>
          <button type="button" class="plain" aria-label={t('graph.closer')} onClick={() => canvas.current?.zoom(0.75)}>＋</button>
          <button type="button" class="plain" aria-label={t('graph.farther')} onClick={() => canvas.current?.zoom(1.33)}>－</button>
          {LAYOUTS.map((name) => <button type="button" key={name} class="plain" aria-pressed={layout === name} onClick={() => { amend({ layout: name === 'force' ? '' : name }) }}>{t(`graph.layout.${name}`)}</button>)}
        </div>
        <GraphMenu picture={picture} bundles={bundles} places={places} />
      </div>
      <p class="quiet" role="status">
        {t('graph.shown', { nodes: picture.nodes.length, facts: picture.facts.length })}
        {picture.total > picture.shown ? t('graph.clipped', { shown: picture.shown, total: picture.total }) : ''}
        {picture.filtered > 0 ? t('graph.filtered', { count: picture.filtered }) : ''}
        {picture.unsearched > 0 ? t('graph.unsearched', { count: picture.unsearched, most: LINK_LIMIT }) : ''}
        {settling || graphBusy.value > 0 ? t('graph.settling') : ''}
      </p>
      {graphError.value === undefined ? null : <Failure error={graphError.value} />}
      <div class="board">
        <GraphCanvas scene={scene} onReady={(own) => { canvas.current = own }} listeners={{
          onNode: setChosen, onLine: setChosen, onNothing: () => { setChosen('') },
          onOpen: (id) => { apply({ kind: 'expand', id, type: '*' }) },
          onMoved: (id, at) => { apply({ kind: 'pin', id, at }) },
        }} />
        <aside class="side">
          {node !== undefined ? <NodePanel node={node} state={state} place={places[node.id]} apply={apply} /> : bundle !== undefined ? <LinePanel bundle={bundle} /> : graphBusy.value > 0 ? <Loading /> : <p class="quiet">{t('graph.hint')}</p>}
          <HiddenOnes ids={state.hidden} apply={apply} />
          <details class="panel" open><summary>{t('graph.legend')}</summary>
            <Legend facts={view.all} filters={filters} onFilter={view.filter} />
            <TimeSlider facts={view.all} filters={filters} onFilter={view.filter} />
            {picture.filtered > 0 ? <button type="button" class="plain" onClick={() => { view.filter(NO_FILTERS) }}>{t('graph.unfilter')}</button> : null}
          </details>
        </aside>
      </div>
      <EntityTable nodes={picture.nodes} onChoose={openPanel} />
      <FactTable facts={picture.facts} onChoose={({ id }) => { openPanel(bundles.find(({ facts }) => facts.some((fact) => fact.id === id))?.id ?? '') }} />
    </section>
  )
}
