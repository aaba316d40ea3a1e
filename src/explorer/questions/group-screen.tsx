import { useState } from 'preact/hooks'
import { addressOf } from '../app/address.js'
import { address, go } from '../app/navigation.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityField, NOBODY } from '../common/entity-field.js'
import { EntityLink, EntityList } from '../common/entity-link.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { GROUP } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { strengthSays } from '../evidence/badges.js'
import { Clipped, PathBlock } from '../evidence/path-block.js'
import { EMPTY_STATE, writeState } from '../graph/view-state.js'
import type { GroupView } from './claim-types.js'

/** Names that the server compares at most. */
const MOST = 50

const namesIn = (text: string): readonly string[] => [...new Set(text.split(/[\n、，,；;]/u).map((name) => name.trim()).filter((name) => name !== ''))].slice(0, MOST)

function Matrix({ group: { members, matrix } }: { readonly group: GroupView }) {
  return (
    <div class="table" tabIndex={0} role="region" aria-label={t('group.matrix')}>
      <table class="matrix">
        <caption>{t('group.matrix')}</caption>
        <thead><tr><td />{members.map((member, at) => <th key={member.id} scope="col" title={member.name}>{at + 1}</th>)}</tr></thead>
        <tbody>
          {members.map((member, row) => (
            <tr key={member.id}>
              <th scope="row">{row + 1} <EntityLink entity={member} /></th>
              {members.map((other, column) => {
                const strength = matrix[row]?.[column] ?? null
                return <td key={other.id} class={strength ?? ''} title={strength === null ? '' : strengthSays(strength)}>{row === column ? '—' : strength === null ? '' : <a href={addressOf({ q: member.name, id: member.id, to: other.id })}>{words.value.strength(strength)}</a>}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Group({ names, asof }: { readonly names: readonly string[]; readonly asof: string }) {
  const answer = useAnswer<{ readonly groupRelations: GroupView }>(GROUP, { names, asOf: asof === '' ? null : asof })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  const group = answer.data.groupRelations
  const onGraph = addressOf({ screen: 'graph', more: writeState({ ...EMPTY_STATE, seeds: group.members.map(({ id }) => id) }) })
  return (
    <>
      <p>{t('group.links', { links: group.linkCount, pairs: group.pairCount })} <a href={onGraph}>{t('graph.see')}</a></p>
      <Clipped notes={group.notes} />
      {group.unresolved.map(({ name, candidates }) => <Notice key={name}>{t(candidates.length === 0 ? 'entity.unknown' : 'entity.choose', { name })}<EntityList entities={candidates} /></Notice>)}
      <Matrix group={group} />
      <ul class="list">
        {group.links.map(({ a, b, path }) => (
          <li class="card" key={`${a.id} ${b.id}`}><h3><EntityLink entity={a} /> · <EntityLink entity={b} /></h3><PathBlock path={path} /></li>
        ))}
      </ul>
    </>
  )
}

/** “这些名称之间有何关联”: a matrix of all pairs, then each link with its sentences. */
export function GroupScreen() {
  const { more: { names = '', asof = '' } } = address.value
  const [day, setDay] = useState(asof)
  const [draft, setDraft] = useState(names.replaceAll(',', '\n'))
  const [added, setAdded] = useState(NOBODY)
  const wanted = namesIn(names)
  const compare = (event: Event): void => {
    event.preventDefault()
    go({ screen: 'group', more: { names: namesIn(draft).join(','), asof: day } })
  }
  return (
    <section>
      <h1>{t('group.title')}</h1>
      <form class="question" onSubmit={compare}>
        <label>{t('group.names', { most: MOST })}<textarea rows={5} value={draft} onInput={(event) => { setDraft(event.currentTarget.value) }} /></label>
        <EntityField label={t('group.add')} value={added} onValue={(next) => {
          // A name from the list goes to the others; a typed one waits for its choice.
          if (next.id !== '') setDraft([...namesIn(draft), next.name].join('\n'))
          setAdded(next.id === '' ? next : NOBODY)
        }} />
        <label>{t('claim.asof')}<input type="date" value={day} onInput={(event) => { setDay(event.currentTarget.value) }} /></label>
        <button type="submit" disabled={namesIn(draft).length < 2}>{t('group.compare')}</button>
      </form>
      {wanted.length < 2 ? null : <Group names={wanted} asof={asof} />}
    </section>
  )
}
