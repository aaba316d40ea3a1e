import { addressOf } from '../app/address.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import { byType, citation } from '../common/words.js'
import type { ArticleRef, EvidenceView, FactView } from '../data/answer-types.js'
import { ModalityBadge } from './badges.js'

export const citationOf = (article: ArticleRef): string => citation(article, t('article.untitled', { id: article.id }), t('article.undated'))

/** The quote as it stands; where the text came damaged, its repaired form with the verbatim one beneath. */
export const Quote = ({ evidence: { quote, cleanQuote, article }, factId = '' }: { readonly evidence: EvidenceView; readonly factId?: string }) => (
  <blockquote>
    <p lang="zh-CN">“{cleanQuote}”</p>
    <cite>{citationOf(article)}</cite>{' '}
    <a class="quiet" href={addressOf({ screen: 'article', id: article.id, more: { fact: factId } })}>{t('article.open')}</a>
    {quote === cleanQuote ? null : <details><summary>{t('fact.damaged')}</summary><p lang="zh">{quote}</p></details>}
  </blockquote>
)

/** “张三 走访 某企业”, with modality, post, speaker and quotes. */
export function FactItem({ fact, children }: { readonly fact: FactView; readonly children?: preact.ComponentChildren }) {
  const [first, ...others] = fact.evidence
  // A co-mention is proved by two quotes of one article; both are shown at once.
  const shown = fact.derived ? fact.evidence.filter(({ article }) => article.id === first?.article.id) : first === undefined ? [] : [first]
  const hidden = fact.derived ? fact.evidence.filter((item) => !shown.includes(item)) : others
  const more = fact.evidenceCount - fact.evidence.length
  return (
    <li>
      <p class="says">
        <EntityLink entity={fact.subject} /> {words.value.relation(fact.type)} <EntityLink entity={fact.object} />
        {fact.title === '' ? null : t('fact.post', { title: fact.title })}{' '}
        {fact.derived ? null : <ModalityBadge modality={fact.modality} />}
        {fact.speaker === null ? null : <span class="quiet"> {t('fact.speaker', { name: fact.speaker.name })}</span>}
      </p>
      {shown.map((evidence, at) => <Quote key={at} evidence={evidence} factId={fact.id} />)}
      {hidden.length === 0 ? null : (
        <details>
          <summary>{t('fact.more')}</summary>
          {hidden.map((evidence, at) => <Quote key={at} evidence={evidence} factId={fact.id} />)}
          {more > 0 ? <p class="quiet">{t('fact.hidden', { count: more })}</p> : null}
        </details>
      )}
      {children}
    </li>
  )
}

/** Facts under a heading per type. */
export const FactGroups = ({ facts }: { readonly facts: readonly FactView[] }) => (
  <div>
    {byType(facts).map(([type, own]) => (
      <section key={type}>
        <h3>{words.value.relation(type)}</h3>
        <ul class="hops">{own.map((fact) => <FactItem key={fact.id} fact={fact} />)}</ul>
      </section>
    ))}
  </div>
)
