import { t } from '../app/settings.js'
import type { Filters } from './filters.js'
import type { GraphFact } from './graph-data.js'
import { firstDay, lastDay, months } from './histogram.js'

/** Two sliders over a histogram of months: the graph between two days. */
export function TimeSlider({ facts, filters, onFilter }: { readonly facts: readonly GraphFact[]; readonly filters: Filters; readonly onFilter: (next: Filters) => void }) {
  const all = months(facts)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined || all.length < 2) return null
  const place = (day: string, otherwise: number): number => {
    const at = all.findIndex(({ month }) => month === day.slice(0, 7))
    return at < 0 ? otherwise : at
  }
  const end = all.length - 1
  const [from, to] = [place(filters.from, 0), place(filters.to, end)]
  const most = Math.max(...all.map(({ count }) => count))
  const set = (a: number, b: number): void => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    onFilter({ ...filters, from: low === 0 ? '' : firstDay(all[low]?.month ?? first.month), to: high === end ? '' : lastDay(all[high]?.month ?? last.month) })
  }
  const name = (at: number): string => all[at]?.month ?? ''
  return (
    <fieldset class="time">
      <legend>{t('graph.time')}</legend>
      <svg class="histogram" viewBox={`0 0 ${all.length} 20`} preserveAspectRatio="none" aria-hidden="true">
        {all.map(({ month, count }, at) => <rect key={month} x={at + 0.1} width={0.8} y={20 - (20 * count) / most} height={(20 * count) / most} class={at >= from && at <= to ? 'in' : 'out'} />)}
      </svg>
      <label>{t('graph.from', { month: name(from) })}<input type="range" min={0} max={end} value={from} aria-valuetext={name(from)} onInput={(event) => { set(Number(event.currentTarget.value), to) }} /></label>
      <label>{t('graph.to', { month: name(to) })}<input type="range" min={0} max={end} value={to} aria-valuetext={name(to)} onInput={(event) => { set(from, Number(event.currentTarget.value)) }} /></label>
      <label><input type="checkbox" checked={!filters.dated} onChange={() => { onFilter({ ...filters, dated: !filters.dated }) }} />{t('graph.undated')}</label>
    </fieldset>
  )
}
