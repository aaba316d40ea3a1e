import { useMemo, useState } from 'preact/hooks'
import { words } from '../app/ontology.js'
import { language, t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import { ModalityBadge, StrengthBadge } from '../evidence/badges.js'
import type { TextKey } from '../i18n/zh.js'
import type { GraphFact } from './graph-data.js'
import { ROWS, SortHeads, type Sort } from './sort-heads.js'

type Column = 'subject' | 'type' | 'object' | 'strength' | 'modality' | 'firstSeen'

const COLUMNS: readonly (readonly [Column, TextKey])[] = [
  ['subject', 'table.subject'], ['type', 'table.type'], ['object', 'table.object'], ['strength', 'table.strength'], ['modality', 'table.modality'], ['firstSeen', 'table.first'],
]

const cell = (fact: GraphFact, column: Column): string => {
  switch (column) {
    case 'subject': return fact.subject.name
    case 'object': return fact.object.name
    case 'type': return words.value.relation(fact.type)
    case 'strength': return words.value.strength(fact.strength)
    case 'modality': return words.value.modality(fact.modality)
    case 'firstSeen': return fact.firstSeen ?? ''
  }
}

function sortedBy(facts: readonly GraphFact[], column: Column, up: boolean): readonly GraphFact[] {
  const { compare } = new Intl.Collator(language.value === 'zh' ? 'zh-CN' : 'en')
  // Few texts stand in many rows, so each is compared once.
  const texts = [...new Set(facts.map((fact) => cell(fact, column)))].sort(compare)
  const rank = new Map(texts.map((text, at) => [text, up ? at : -at]))
  const place = (fact: GraphFact): number => rank.get(cell(fact, column)) ?? 0
  return [...facts].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
}

/** The same content as the canvas, for keyboard and ear; a heading sorts by its column, once more the other way. */
export function FactTable({ facts, onChoose }: { readonly facts: readonly GraphFact[]; readonly onChoose: (fact: GraphFact) => void }) {
  const [sort, setSort] = useState<Sort<Column>>({ column: 'subject', up: true })
  const [limit, setLimit] = useState(ROWS)
  const sorted = useMemo(() => sortedBy(facts, sort.column, sort.up), [facts, sort, language.value])
  return (
    <div class="table" tabIndex={0} role="region" aria-label={t('table.title')}>
      <table class="rows">
        <caption>{t('table.title')}</caption>
        <thead>
          <tr>
            <SortHeads columns={COLUMNS} sort={sort} onSort={setSort} />
            <th scope="col">{t('table.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, limit).map((fact) => (
            <tr key={fact.id}>
              <td><EntityLink entity={fact.subject} /></td>
              <td>{words.value.relation(fact.type)}{fact.title === '' ? '' : `（${fact.title}）`}</td>
              <td><EntityLink entity={fact.object} /></td>
              <td><StrengthBadge strength={fact.strength} /></td>
              <td><ModalityBadge modality={fact.modality} /></td>
              <td data-label={t('table.first')}>{fact.firstSeen ?? t('article.undated')}</td>
              <td><button type="button" class="plain" onClick={() => { onChoose(fact) }}>{t('table.read', { count: fact.evidenceCount })}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > limit ? <p><button type="button" class="plain" onClick={() => { setLimit(limit + ROWS) }}>{t('table.more', { shown: limit, total: sorted.length })}</button></p> : null}
    </div>
  )
}
