import { useMemo, useState } from 'preact/hooks'
import { words } from '../app/ontology.js'
import { language, t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import type { TextKey } from '../i18n/zh.js'
import type { PictureNode } from './picture.js'
import { ROWS, SortHeads, type Sort } from './sort-heads.js'

type Column = 'name' | 'kind' | 'degree' | 'articleCount'

const COLUMNS: readonly (readonly [Column, TextKey])[] = [['name', 'table.name'], ['kind', 'propose.kind'], ['degree', 'table.lines'], ['articleCount', 'table.articles']]

function sortedBy(nodes: readonly PictureNode[], column: Column, up: boolean): readonly PictureNode[] {
  const { compare } = new Intl.Collator(language.value === 'zh' ? 'zh-CN' : 'en')
  const by = (a: PictureNode, b: PictureNode): number => (column === 'name' ? compare(a.name, b.name) : column === 'kind' ? compare(words.value.kind(a.kind), words.value.kind(b.kind)) : a[column] - b[column])
  return [...nodes].sort((a, b) => (up ? by(a, b) : by(b, a)) || (a.id < b.id ? -1 : 1))
}

/** The entities on the canvas, for keyboard and ear: each opens the same panel as a click on it, to expand, pin or hide. */
export function EntityTable({ nodes, onChoose }: { readonly nodes: readonly PictureNode[]; readonly onChoose: (id: string) => void }) {
  const [sort, setSort] = useState<Sort<Column>>({ column: 'degree', up: false })
  const [rows, setRows] = useState(ROWS)
  const sorted = useMemo(() => sortedBy(nodes, sort.column, sort.up), [nodes, sort, language.value])
  return (
    <details class="entities">
      <summary>{t('table.entities', { count: nodes.length })}</summary>
      <div class="table" tabIndex={0} role="region" aria-label={t('table.entities', { count: nodes.length })}>
        <table class="rows">
          <thead>
            <tr>
              <SortHeads columns={COLUMNS} sort={sort} onSort={setSort} />
              <th scope="col">{t('table.do')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, rows).map((node) => (
              <tr key={node.id}>
                <td><EntityLink entity={node} /></td>
                <td>{words.value.kind(node.kind)}</td>
                <td data-label={t('table.lines')}>{node.degree}</td>
                <td data-label={t('table.articles')}>{node.articleCount}</td>
                <td><button type="button" class="plain" aria-label={t('table.choose.named', { name: node.name })} onClick={() => { onChoose(node.id) }}>{t('table.choose')}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
        {sorted.length > rows ? <button type="button" class="plain" onClick={() => { setRows(rows + ROWS) }}>{t('app.more')}</button> : null}
      </div>
    </details>
  )
}
