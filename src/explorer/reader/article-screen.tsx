import { useMemo, useState } from 'preact/hooks'
import { address, amend } from '../app/navigation.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { ARTICLE } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { ModalityBadge, StrengthBadge } from '../evidence/badges.js'
import { FactPanel } from '../evidence/fact-panel.js'
import { ReviewBar } from '../evidence/review-bar.js'
import { graphAddress } from '../graph/graph-address.js'
import { ArticleGraph } from './article-graph.js'
import type { ArticleView } from './article-types.js'
import { MarkedText } from './marked-text.js'
import { ProposalsPanel } from './proposals-panel.js'
import type { Mark } from './segments.js'

const mark = (span: { readonly start: number; readonly end: number }, id: string): Mark => ({ start: span.start, end: span.end, id })

/** Characters shown of words that are selected. */
const PICKED = 24

/** Brings the form for what was missed into view, ready to be filled in. */
function showMissed(): void {
  const panel = document.getElementById('missed')?.parentElement
  panel?.scrollIntoView({ block: 'nearest' })
  panel?.querySelector<HTMLElement>('input, select')?.focus()
}

function Reader({ article }: { readonly article: ArticleView }) {
  const { more: { fact: factId = '', entity: entityId = '', as = '' } } = address.value
  const raw = as === 'scraped'
  const entities = useMemo(() => new Map(article.mentions.map(({ entity }) => [entity.id, entity])), [article])
  const names = useMemo(() => article.mentions.map(({ entity, ...spans }) => mark(raw ? spans.raw : spans.clean, entity.id)), [article, raw])
  const fact = article.facts.find(({ id }) => id === factId)
  const sentences = (fact?.evidence ?? []).filter((item) => item.article.id === article.id).map((item) => mark(raw ? item.raw : item.clean, 'proof'))
  const said = useMemo(() => article.facts.flatMap(({ evidence }) => evidence).filter((item) => item.article.id === article.id).map((item) => mark(raw ? item.raw : item.clean, 'said')), [article, raw])
  const [chosen, setChosen] = useState({ text: '', start: -1 })
  const text = raw ? article.rawText : article.cleanText
  const entity = entities.get(entityId)
  const chooseEntity = (id: string): void => { amend({ entity: id === entityId ? '' : id, fact: '' }) }
  const shown = entity === undefined ? article.facts : article.facts.filter(({ subject, object }) => subject.id === entity.id || object.id === entity.id)
  const repaired = article.rawText !== article.cleanText
  return (
    <section class="reader" aria-labelledby="article">
      <h1 id="article">{article.title === '' ? t('article.untitled', { id: article.id }) : article.title}</h1>
      <p class="quiet">
        {[article.source, article.date ?? t('article.undated')].filter((part) => part !== '').join('，')}
        {article.byline.length === 0 ? '' : t('article.byline', { names: article.byline.join('、') })}
        {article.url === '' ? null : <> <a href={article.url} target="_blank" rel="noreferrer noopener">{t('article.source')}</a></>}
      </p>
      {article.retraction === null ? null : <Notice>{t('article.retracted.by', { name: article.retraction.actor, day: article.retraction.at.slice(0, 10), reason: article.retraction.reason })}</Notice>}
      {article.synthetic ? <Notice>{t('article.synthetic')}</Notice> : null}
      {repaired ? (
        <p class="toolbar">
          <button type="button" class="plain" aria-pressed={!raw} onClick={() => { amend({ as: '' }); setChosen({ text: '', start: -1 }) }}>{t('article.read')}</button>
          <button type="button" class="plain" aria-pressed={raw} onClick={() => { amend({ as: 'scraped' }); setChosen({ text: '', start: -1 }) }}>{t('article.scraped')}</button>
          <span class="quiet">{t('article.repairs', { count: article.repairs.length })}</span>
        </p>
      ) : null}
      <div class="columns">
        <div>
          <MarkedText text={text} names={names} said={said} sentences={sentences} entities={entities} chosen={entityId}
            onChoose={({ id }) => { chooseEntity(id) }} onSelect={({ start, end }) => { setChosen({ text: text.slice(start, end), start }) }} />
          {chosen.start < 0 ? null : <p class="picked"><a href="#missed" onClick={(event) => { event.preventDefault(); showMissed() }}>{t('propose.picked', { words: chosen.text.length > PICKED ? `${chosen.text.slice(0, PICKED)}…` : chosen.text })}</a></p>}
          <ProposalsPanel article={article} raw={raw} chosen={chosen} onChosen={setChosen} />
        </div>
        <aside class="side">
          <ArticleGraph facts={article.facts} entity={entityId} fact={factId} onEntity={chooseEntity} onFact={(id) => { amend({ fact: id, entity: '' }) }} />
          {entity === undefined ? null : (
            <section class="panel">
              <h2><EntityLink entity={entity} /> <KindBadge kind={entity.kind} /></h2>
              <p class="actions"><a href={graphAddress(entity.id)}>{t('graph.see')}</a> <button type="button" class="plain" onClick={() => { amend({ entity: '' }) }}>{t('article.all')}</button></p>
            </section>
          )}
          {fact === undefined ? null : <section class="panel" aria-label={t('article.chosen')}><FactPanel id={fact.id}><ReviewBar factId={fact.id} /></FactPanel></section>}
          <section class="panel" aria-labelledby="proves">
            <h2 id="proves">{t('article.facts', { count: shown.length })}</h2>
            <ul class="list">
              {shown.map((item) => (
                <li key={item.id}>
                  <button type="button" class="fact" aria-pressed={item.id === factId} onClick={() => { amend({ fact: item.id === factId ? '' : item.id }) }}>
                    {item.subject.name} {words.value.relation(item.type)} {item.object.name}{item.title === '' ? '' : `（${item.title}）`}
                  </button>{' '}
                  <ModalityBadge modality={item.modality} /> <StrengthBadge strength={item.strength} />
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </section>
  )
}

/** One article beside what it says: choose a name or a fact, and its places are marked. */
export function ArticleScreen({ id }: { readonly id: string }) {
  const answer = useAnswer<{ readonly article: ArticleView | null }>(ARTICLE, { id })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  return answer.data.article === null ? <section><h1>{t('app.failed')}</h1><Notice>{t('article.gone')}</Notice></section> : <Reader article={answer.data.article} />
}
