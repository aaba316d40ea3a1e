import { addressOf } from '../app/address.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import { Notice } from '../common/failure.js'
import { citation } from '../common/words.js'
import type { ArticleRef } from '../data/answer-types.js'
import { ModalityBadge, StrengthBadge, strengthSays } from '../evidence/badges.js'
import { zh, type TextKey } from '../i18n/zh.js'
import type { AnswerEntry, AnswerFact, AnswerPost, Chain, Linked, Part, Quoted } from './answer-parts.js'

const cited = (article: ArticleRef): string => citation(article, t('article.untitled', { id: article.id }), t('article.undated'))
/** A text of the page whose name ends in a code; the code for one that the page does not know. */
function named(prefix: string, code: string): string {
  const key = `${prefix}.${code}`
  return key in zh ? t(key as TextKey) : code
}

const QuoteBlock = ({ quoted: { quote, cleanQuote, article }, factId }: { readonly quoted: Quoted; readonly factId: string }) => (
  <blockquote>
    <p lang="zh-CN">“{cleanQuote}”</p>
    <cite>{cited(article)}</cite> <a class="quiet" href={addressOf({ screen: 'article', id: article.id, more: { fact: factId } })}>{t('article.open')}</a>
    {quote === cleanQuote ? null : <details><summary>{t('fact.damaged')}</summary><p lang="zh">{quote}</p></details>}
  </blockquote>
)

const FactRow = ({ fact: { id, type, title, modality, subject, object, evidence } }: { readonly fact: AnswerFact }) => (
  <li>
    <p class="says">
      <EntityLink entity={subject} /> {words.value.relation(type)} <EntityLink entity={object} />{title === '' ? null : t('fact.post', { title })} {type === 'CO_MENTIONED' ? null : <ModalityBadge modality={modality} />}
    </p>
    {evidence.map((quoted, at) => <QuoteBlock key={at} quoted={quoted} factId={id} />)}
  </li>
)

const FactRows = ({ facts }: { readonly facts: readonly AnswerFact[] }) => <ol class="hops">{facts.map((fact) => <FactRow key={fact.id} fact={fact} />)}</ol>

const ChainSection = ({ chain: { strength, facts } }: { readonly chain: Chain }) => (
  <section class="path">
    <p><StrengthBadge strength={strength} /> <span class="quiet">{strengthSays(strength)}</span></p>
    <FactRows facts={facts} />
  </section>
)

const LinkedCard = ({ linked: { about, chains } }: { readonly linked: Linked }) => (
  <li class="card">
    {about.length === 0 ? null : <h3>{about.map((entity, at) => <span key={entity.id}>{at === 0 ? '' : ' — '}<EntityLink entity={entity} /></span>)}</h3>}
    {chains.map((chain, at) => <ChainSection key={at} chain={chain} />)}
  </li>
)

const PostRow = ({ post: { person, body, title, state, since, until, firstSeen, lastSeen, facts = [] } }: { readonly post: AnswerPost }) => (
  <li>
    <p class="says">
      <EntityLink entity={person} /> <EntityLink entity={body} /> <strong>{title}</strong> <span class="badge">{named('post', state)}</span>{' '}
      <span class="quiet">{[since == null ? '' : t('post.since', { from: since }), until == null ? '' : t('post.until', { to: until }), firstSeen === null || lastSeen === null ? '' : t('post.seen', { from: firstSeen, to: lastSeen })].filter((text) => text !== '').join('，')}</span>
    </p>
    {facts.flatMap(({ id, evidence }) => evidence.map((quoted, at) => <QuoteBlock key={`${id} ${at}`} quoted={quoted} factId={id} />))}
  </li>
)

const ArticleRows = ({ articles }: { readonly articles: readonly ArticleRef[] }) => (
  <ul class="list examples">{articles.map((article) => <li key={article.id}><a href={addressOf({ screen: 'article', id: article.id })}>{cited(article)}</a></li>)}</ul>
)

const EntryRow = ({ entry: { day, kind, fact, articles } }: { readonly entry: AnswerEntry }) => (
  <li>
    <p class="quiet">{day ?? t('article.undated')} {kind === 'FACT' ? '' : named('timeline', kind)}</p>
    {fact === null ? <ArticleRows articles={articles} /> : <FactRows facts={[fact]} />}
  </li>
)

const Clip = ({ shown, total }: { readonly shown: number; readonly total: number }) => (total > shown ? <p class="quiet">{t('ask.clipped', { shown, total })}</p> : null)

function PartView({ part }: { readonly part: Part }) {
  switch (part.part) {
    case 'facts': return <section><h2>{t('ask.facts', { count: part.total })}</h2><FactRows facts={part.facts} /><Clip shown={part.facts.length} total={part.total} /></section>
    case 'chains': return (
      <section>
        <h2>{t(part.nearest ? 'claim.nearest' : 'ask.chains', { count: part.linked.length })}</h2>
        <ul class="list">{part.linked.map((linked, at) => <LinkedCard key={at} linked={linked} />)}</ul>
      </section>
    )
    case 'entities': return (
      <section>
        <h2>{t(part.together ? 'ask.together' : 'ask.entities', { count: part.total })}</h2>
        <ul class="list examples">{part.entities.map(({ entity, articles }) => <li key={entity.id}><EntityLink entity={entity} /> {entity.kind === undefined ? null : <KindBadge kind={entity.kind} />} <span class="quiet">{t('search.articles', { count: articles })}</span></li>)}</ul>
        <Clip shown={part.entities.length} total={part.total} />
      </section>
    )
    case 'posts': return <section><h2>{t('ask.posts', { count: part.posts.length })}</h2><ul class="hops">{part.posts.map((post, at) => <PostRow key={at} post={post} />)}</ul></section>
    case 'articles': return <section><h2>{t('ask.articles', { count: part.total })}</h2><ArticleRows articles={part.articles} /><Clip shown={part.articles.length} total={part.total} /></section>
    case 'timeline': return <section><h2>{t('section.timeline')}</h2><ul class="hops">{part.entries.map((entry, at) => <EntryRow key={at} entry={entry} />)}</ul><Clip shown={part.entries.length} total={part.total} /></section>
    case 'verdict': return (
      <section class={`card verdict ${part.verdict}`}>
        <h2>{named('verdict', part.verdict)}</h2>
        {part.sources === 0 ? null : <p class="quiet">{t('claim.sources', { count: part.sources })}</p>}
        {part.quotes.map((quoted, at) => <QuoteBlock key={at} quoted={quoted} factId="" />)}
      </section>
    )
    case 'trend': return (
      <div class="table" tabIndex={0} role="region" aria-label={t('ask.trend')}>
        <table>
          <caption>{t('ask.trend')}</caption>
          <thead><tr><th scope="col">{t('graph.time')}</th><th scope="col">{t('search.articles.group')}</th><th scope="col">{t('ask.trend.facts')}</th></tr></thead>
          <tbody>{part.points.map(({ period, articles, facts }) => <tr key={period}><th scope="row">{period}</th><td>{articles}</td><td>{facts}</td></tr>)}</tbody>
        </table>
      </div>
    )
    case 'counts': return <p>{t('start.holds', { articles: part.articles, entities: part.entities, facts: part.facts })}{t('start.stop')}</p>
  }
}

/** An answer of whatever kind, each part with its sentences. */
export const AnswerView = ({ parts }: { readonly parts: readonly Part[] }) => (parts.length === 0 ? <Notice>{t('answer.nobody')}</Notice> : <>{parts.map((part, at) => <PartView key={at} part={part} />)}</>)
