import { graphAddress } from '../graph/graph-address.js'
import { t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import { Failure, Loading, Notice } from '../common/failure.js'
import { usePages } from '../common/paged.js'
import type { CoMentionView, EntityAnswer, FactPage } from '../data/answer-types.js'
import { ask } from '../data/client.js'
import { ENTITY, RESOLVE } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { StrengthBadge } from '../evidence/badges.js'
import { FactGroups } from '../evidence/fact-item.js'
import { DownloadsSection } from './downloads-section.js'
import { FirmsSection } from './firms-section.js'
import { NamesSection, NeighboursSection, SameSection } from './identity-sections.js'
import { PostsSection } from './posts-section.js'
import { Section } from './section.js'
import { TimelineSection } from './timeline-section.js'
import { TrendsSection } from './trends-section.js'

interface EntityData {
  readonly entity: EntityAnswer | null
}

const NO_FACTS: FactPage = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }

function Facts({ entity }: { readonly entity: EntityAnswer }) {
  const { nodes, more } = usePages(entity.facts, async (after) => ((await ask(ENTITY, { id: entity.id, after })) as EntityData).entity?.facts ?? NO_FACTS)
  const { totalCount } = entity.facts
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('entity.facts')}</h2>
      {totalCount === 0 ? <Notice>{t('answer.nobody')}</Notice> : <p>{t('entity.facts.count', { count: totalCount })}</p>}
      <FactGroups facts={nodes} />
      {more}
    </section>
  )
}

/** Nearest links: who is named together with it. */
const Near = ({ items }: { readonly items: readonly CoMentionView[] }) => items.length === 0 ? null : (
  <section aria-labelledby="near">
    <h2 id="near">{t('entity.near')}</h2>
    <p class="quiet">{t('entity.near.note')}</p>
    <ul class="list examples">
      {items.map(({ entity, articleCount, strength }) => (
        <li key={entity.id}>
          <EntityLink entity={entity} /> <KindBadge kind={entity.kind} /> <StrengthBadge strength={strength} /> <span class="quiet">{t('search.articles', { count: articleCount })}</span>
        </li>
      ))}
    </ul>
  </section>
)

function Found({ id }: { readonly id: string }) {
  const answer = useAnswer<EntityData>(ENTITY, { id, after: null })
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  const { entity } = answer.data
  if (entity === null) return <section><h1>{t('app.failed')}</h1><Notice>{t('entity.gone')}</Notice></section>
  return (
    <>
      <h1>{entity.name} <KindBadge kind={entity.kind} subkind={entity.subkind} /></h1>
      <p class="quiet">
        {t('entity.articles', { count: entity.articleCount })}
        {entity.aliases.length === 0 ? null : t('entity.aliases', { names: entity.aliases.join('、') })}
      </p>
      <p class="actions"><a href={graphAddress(entity.id)}>{t('graph.see')}</a> <a href={`/dossier/${encodeURIComponent(entity.id)}`}>{t('entity.dossier')}</a></p>
      {entity.kind === 'INITIATIVE' ? <FirmsSection initiative={entity} /> : null}
      <Facts entity={entity} />
      <Near items={entity.coMentioned} />
      <Section name="timeline" title={t('section.timeline')}>{() => <TimelineSection id={entity.id} />}</Section>
      <Section name="trends" title={t('section.trends')}>{() => <TrendsSection id={entity.id} />}</Section>
      {entity.kind === 'INITIATIVE' ? null : <Section name="posts" title={t('section.posts')}>{() => <PostsSection entity={entity} />}</Section>}
      <Section name="names" title={t('section.names')}>{() => <NamesSection id={entity.id} />}</Section>
      <Section name="same" title={t('section.same')}>{() => <SameSection id={entity.id} />}</Section>
      <Section name="chance" title={t('section.chance')}>{() => <NeighboursSection id={entity.id} />}</Section>
      <Section name="download" title={t('section.download')}>{() => <DownloadsSection id={entity.id} />}</Section>
    </>
  )
}

function Named({ name }: { readonly name: string }) {
  const answer = useAnswer<{ readonly resolve: { readonly id: string } }>(RESOLVE, { name })
  if (answer.state === 'asking') return <Loading />
  return answer.state === 'failed' ? <Failure error={answer.error} /> : <Found id={answer.data.resolve.id} />
}

/** All about one entity, by id or by name. */
export const EntityScreen = ({ id, name }: { readonly id: string; readonly name: string }) => (id === '' ? <Named name={name} /> : <Found id={id} />)
