import { ontology, words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import type { TextKey } from '../i18n/zh.js'
import { dashOf } from './bundles.js'
import { toggled, VERDICTS, verdictOf, type FilterList, type Filters } from './filters.js'
import type { GraphFact } from './graph-data.js'
import { OUTLINES, shapeOf } from './shapes.js'

/** The legend is the filter: each entry says how a thing is drawn, how many there are, and switches it on and off. */

interface Entry {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly sign: preact.ComponentChild
}

const Line = ({ strength }: { readonly strength: string }) => (
  <svg class="sign" viewBox="0 0 28 10" aria-hidden="true"><line x1="1" y1="5" x2="27" y2="5" class={`line ${dashOf(strength)}`} /></svg>
)
const Mark = ({ kind }: { readonly kind: string }) => <svg class="sign dot" viewBox="-1 -1 2 2" aria-hidden="true"><path d={OUTLINES[shapeOf(kind)]} fill={words.value.colour(kind)} fill-rule="evenodd" /></svg>

function Group({ title, list, entries, filters, onFilter }: {
  readonly title: string; readonly list: FilterList; readonly entries: readonly Entry[]; readonly filters: Filters; readonly onFilter: (next: Filters) => void
}) {
  if (entries.length === 0) return null
  return (
    <fieldset>
      <legend>{title}</legend>
      {entries.map(({ value, label, count, sign }) => (
        <label key={value}>
          <input type="checkbox" checked={!filters[list].includes(value)} onChange={() => { onFilter(toggled(filters, list, value)) }} />
          {sign}<span>{label}</span><span class="quiet">{count}</span>
        </label>
      ))}
    </fieldset>
  )
}

const tally = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** `facts` are all that came, filtered or not, so that what is switched off can be switched on again. */
export function Legend({ facts, filters, onFilter }: { readonly facts: readonly GraphFact[]; readonly filters: Filters; readonly onFilter: (next: Filters) => void }) {
  const { kinds, relations, strengths, modalities } = ontology.value
  const ends = new Map(facts.flatMap(({ subject, object }) => [[subject.id, subject.kind], [object.id, object.kind]] as const))
  const counts = { kinds: tally([...ends.values()]), types: tally(facts.map(({ type }) => type)), strengths: tally(facts.map(({ strength }) => strength)), modalities: tally(facts.map(({ modality }) => modality)), verdicts: tally(facts.map(verdictOf)) }
  const entries = (list: FilterList, values: readonly string[], label: (value: string) => string, sign: (value: string) => preact.ComponentChild): readonly Entry[] =>
    values.flatMap((value) => {
      const count = counts[list].get(value) ?? 0
      return count === 0 && !filters[list].includes(value) ? [] : [{ value, label: label(value), count, sign: sign(value) }]
    })
  const shared = { filters, onFilter }
  return (
    <div class="legend">
      <Group {...shared} title={t('graph.kinds')} list="kinds" entries={entries('kinds', kinds.map(({ kind }) => kind), words.value.kind, (kind) => <Mark kind={kind} />)} />
      <Group {...shared} title={t('graph.strengths')} list="strengths" entries={entries('strengths', strengths.map(({ strength }) => strength), words.value.strength, (strength) => <Line strength={strength} />)} />
      <Group {...shared} title={t('graph.modalities')} list="modalities" entries={entries('modalities', modalities.map(({ modality }) => modality), words.value.modality, (modality) => <span class={`sign stroke ${modality}`} aria-hidden="true" />)} />
      <Group {...shared} title={t('review.title')} list="verdicts" entries={entries('verdicts', VERDICTS, (verdict) => t(`filter.${verdict}` as TextKey), () => null)} />
      <Group {...shared} title={t('graph.types')} list="types" entries={entries('types', relations.map(({ type }) => type), words.value.relation, () => null)} />
    </div>
  )
}
