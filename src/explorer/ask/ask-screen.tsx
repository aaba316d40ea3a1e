import { addressOf } from '../app/address.js'
import { address } from '../app/navigation.js'
import { inLanguage, t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import type { EntityHit, EntityRef } from '../data/answer-types.js'
import { ASK } from '../data/ask-queries.js'
import { useAnswer } from '../data/use-answer.js'
import { EMPTY_STATE, writeState } from '../graph/view-state.js'
import { askAddress } from '../search/suggestions.js'
import { entityIdsOf, partsOf, withName, type AskedAnswer } from './answer-parts.js'
import { AnswerView } from './answer-view.js'

interface Label {
  readonly zh: string
  readonly en: string
}

/** With where it lies or belongs, by which namesakes are told apart. */
interface Candidate extends EntityHit {
  readonly facts: { readonly nodes: readonly { readonly title: string; readonly object: EntityRef }[] }
}

interface AskView {
  readonly outcome: string
  readonly understood: Label
  readonly graphql: string | null
  readonly variables: unknown
  readonly answer: AskedAnswer | null
  readonly ignored: readonly string[]
  readonly names: readonly { readonly given: string; readonly entity: EntityRef }[]
  readonly candidates: readonly { readonly given: string; readonly entity: Candidate }[]
  readonly nearest: readonly Label[]
}

/** Entities of an answer that are put on the graph. */
const MOST_SEEDS = 60

/** Names of the question with what was taken for them. */
const Names = ({ names }: { readonly names: AskView['names'] }) => (names.length === 0 ? null : (
  <ul class="list taken">{names.map(({ given, entity }) => <li key={given}>“{given}” → <EntityLink entity={entity} /> <KindBadge kind={entity.kind} /></li>)}</ul>
))

/** What a name may stand for: ask again with one of them, or look at it. One that nothing has by this name is asked about by its own. */
function Candidates({ question, means, outcome, candidates }: { readonly question: string; readonly means: readonly string[]; readonly outcome: string; readonly candidates: AskView['candidates'] }) {
  if (candidates.length === 0) return null
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{t('ask.candidates')}</h2>
      <ul class="list examples">
        {candidates.map(({ given, entity }) => {
          const [place] = entity.facts.nodes
          const again = outcome === 'AMBIGUOUS_NAME' ? question : withName(question, given, entity.name)
          const address = addressOf({ screen: 'ask', more: { question: again, means: outcome === 'AMBIGUOUS_NAME' ? [...means, entity.id].join(',') : '' } })
          return (
            <li key={`${given} ${entity.id}`}>
              “{given}” → <EntityLink entity={entity} /> <KindBadge kind={entity.kind} />{' '}
              <span class="quiet">{place === undefined ? '' : `${place.object.name}${place.title} `}{t('search.articles', { count: entity.articleCount })}</span>{' '}
              <a href={address}>{t('ask.mean')}</a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Asked({ question, means, view }: { readonly question: string; readonly means: readonly string[]; readonly view: AskView }) {
  const understood = view.outcome === 'UNDERSTOOD' && view.answer !== null
  const parts = view.answer === null ? [] : partsOf(view.answer)
  const seeds = entityIdsOf(parts).slice(0, MOST_SEEDS)
  return (
    <>
      <div class="understood">
        {understood ? <p><span class="quiet">{t('ask.understood')}</span> <strong>{inLanguage(view.understood)}</strong></p> : <Notice>{inLanguage(view.understood)}{t('start.stop')}</Notice>}
        <Names names={view.names} />
        {!understood || view.ignored.length === 0 ? null : <p class="quiet">{t('ask.ignored', { words: view.ignored.join('、') })}</p>}
      </div>
      <Candidates question={question} means={means} outcome={view.outcome} candidates={view.candidates} />
      {understood ? <AnswerView parts={parts} /> : null}
      {seeds.length < 2 ? null : <p class="actions"><a href={addressOf({ screen: 'graph', more: writeState({ ...EMPTY_STATE, seeds }) })}>{t('graph.see')}</a></p>}
      {view.nearest.length === 0 ? null : (
        <section aria-labelledby="nearest">
          <h2 id="nearest">{t('ask.nearest')}</h2>
          <ul class="list examples">{view.nearest.map((near) => <li key={near.zh}><a href={askAddress(inLanguage(near))}>{inLanguage(near)}</a></li>)}</ul>
        </section>
      )}
      {view.graphql === null ? null : (
        <details>
          <summary>{t('ask.graphql')}</summary>
          <pre tabIndex={0}><code>{view.graphql}</code></pre>
          <pre tabIndex={0}><code>{JSON.stringify(view.variables, null, 2)}</code></pre>
          <p><a href={`/graphql?${new URLSearchParams({ query: view.graphql, variables: JSON.stringify(view.variables) }).toString()}`}>{t('ask.graphiql')}</a></p>
        </details>
      )}
    </>
  )
}

function Answered({ question, means }: { readonly question: string; readonly means: readonly string[] }) {
  const answer = useAnswer<{ readonly ask: AskView }>(ASK, { question, means })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  return <Asked question={question} means={means} view={answer.data.ask} />
}

/** A plain question: what was understood, the answer with its sentences, and the GraphQL behind it. */
export function AskScreen() {
  const { more } = address.value
  const question = (more['question'] ?? '').trim()
  const means = (more['means'] ?? '').split(',').filter((id) => id !== '')
  if (question === '') return <section><h1>{t('ask.title')}</h1><Notice>{t('ask.empty')}</Notice></section>
  return <section class="asked"><h1>{question}</h1><Answered question={question} means={means} /></section>
}
