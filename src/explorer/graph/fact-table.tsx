import { useState } from 'preact/hooks'
import { words } from '../app/ontology.js'
import { language, t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import { ModalityBadge, StrengthBadge } from '../evidence/badges.js'
import type { TextKey } from '../i18n/zh.js'
import type { GraphFact } from './graph-data.js'

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

/** The same content as the canvas, for keyboard and ear; a heading sorts by its column, once more the other way. */
export function FactTable({ facts, onChoose }: { readonly facts: readonly GraphFact[]; readonly onChoose: (fact: GraphFact) => void }) {
  const [sort, setSort] = useState<{ readonly column: Column; readonly up: boolean }>({ column: 'subject', up: true })
  const { compare } = new Intl.Collator(language.value === 'zh' ? 'zh-CN' : 'en')
  const sorted = [...facts].sort((a, b) => compare(cell(a, sort.column), cell(b, sort.column)) * (sort.up ? 1 : -1) || (a.id < b.id ? -1 : 1))
  return (
    <div class="table" tabIndex={0} role="region" aria-label={t('table.title')}>
      <table>
        <caption>{t('table.title')}</caption>
        <thead>
          <tr>
            {COLUMNS.map(([column, label]) => (
              <th key={column} scope="col" aria-sort={sort.column !== column ? 'none' : sort.up ? 'ascending' : 'descending'}>
                <button type="button" class="plain" onClick={() => { setSort({ column, up: sort.column === column ? !sort.up : true }) }}>{t(label)}</button>
              </th>
            ))}
            <th scope="col">{t('table.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((fact) => (
            <tr key={fact.id}>
              <td><EntityLink entity={fact.subject} /></td>
              <td>{words.value.relation(fact.type)}{fact.title === '' ? '' : `（${fact.title}）`}</td>
              <td><EntityLink entity={fact.object} /></td>
              <td><StrengthBadge strength={fact.strength} /></td>
              <td><ModalityBadge modality={fact.modality} /></td>
              <td>{fact.firstSeen ?? t('article.undated')}</td>
              <td><button type="button" class="plain" onClick={() => { onChoose(fact) }}>{t('table.read', { count: fact.evidenceCount })}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
