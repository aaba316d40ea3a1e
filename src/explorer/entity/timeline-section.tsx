import { addressOf } from '../app/address.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import { Notice } from '../common/failure.js'
import { usePages } from '../common/paged.js'
import { ask } from '../data/client.js'
import { TIMELINE } from '../data/find-queries.js'
import type { TimelineEntry, TimelineView } from '../data/find-types.js'
import { useAnswer } from '../data/use-answer.js'
import { ModalityBadge } from '../evidence/badges.js'
import { citationOf, Quote } from '../evidence/fact-item.js'
import { Clipped } from '../evidence/path-block.js'
import { shown } from './section.js'

const KINDS = ['POST_BEGAN', 'POST_HELD', 'POST_ENDED', 'POST_FORMER'] as const

const Entry = ({ entry: { day, kind, dated, modality, fact, articles } }: { readonly entry: TimelineEntry }) => {
  const post = KINDS.find((name) => name === kind)
  const [article] = articles
  return (
    <li>
      <p class="says">
        <strong>{day ?? t('article.undated')}</strong>{day === null || dated ? null : <span class="quiet"> {t('timeline.reported')}</span>}{' '}
        {fact === null
          ? article === undefined ? null : <>{t('timeline.ARTICLE')} <a href={addressOf({ screen: 'article', id: article.id })}>{citationOf(article)}</a></>
          : <><EntityLink entity={fact.subject} /> {post === undefined ? words.value.relation(fact.type) : t(`timeline.${post}`)} <EntityLink entity={fact.object} />{fact.title === '' ? null : ` ${fact.title}`} <ModalityBadge modality={modality} /></>}
      </p>
      {fact === null ? null : fact.evidence.map((evidence, at) => <Quote key={at} evidence={evidence} factId={fact.id} />)}
    </li>
  )
}

function Entries({ id, timeline }: { readonly id: string; readonly timeline: TimelineView['timeline'] }) {
  const { nodes, more } = usePages(timeline, async (after) => ((await ask(TIMELINE, { id, after })) as TimelineView).timeline)
  return (
    <>
      {timeline.totalCount === 0 ? <Notice>{t('answer.nobody')}</Notice> : <p class="quiet">{t('timeline.count', { count: timeline.totalCount })}</p>}
      <Clipped notes={timeline.notes} />
      <ol class="hops">{nodes.map((entry, at) => <Entry key={at} entry={entry} />)}</ol>
      {more}
    </>
  )
}

/** What happened to an entity, latest first. */
export const TimelineSection = ({ id }: { readonly id: string }) =>
  shown(useAnswer<TimelineView>(TIMELINE, { id, after: null }), ({ timeline }) => <Entries id={id} timeline={timeline} />)
