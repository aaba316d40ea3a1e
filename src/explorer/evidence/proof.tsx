import { addressOf } from '../app/address.js'
import { words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityLink } from '../common/entity-link.js'
import type { PanelFact, ProofView } from '../data/review-types.js'
import { zh, type TextKey } from '../i18n/zh.js'
import { segments } from '../reader/segments.js'
import { ModalityBadge, StrengthBadge } from './badges.js'
import { citationOf } from './fact-item.js'
import { marksOf } from './proof-marks.js'

/** Names of cleaning passes in words; several that changed one place are joined by “+”. */
const passSays = (pass: string): string => pass.split('+').map((part) => { const key = `pass.${part}`; return key in zh ? t(key as TextKey) : part }).join(' + ')

/** The sentence as it was read, its ends and the word that the rule took hold of marked. */
function Sentence({ proof, fact }: { readonly proof: ProofView; readonly fact: PanelFact }) {
  const { cleanQuote } = proof
  return (
    <p lang="zh-CN" class="sentence">“{segments(cleanQuote, marksOf(proof, fact.subject.id, fact.object.id)).map(({ text, start, marks }) => {
      const [mark] = marks.slice(-1)
      return mark === undefined ? text : mark.id === 'cue' ? <em key={start} title={t('proof.cue')}>{text}</em> : <mark key={start}>{text}</mark>
    })}”</p>
  )
}

/** The sentence as it was scraped, and what was repaired in it. */
function Repairs({ proof: { quote, cleanQuote, raw, article: { repairs } } }: { readonly proof: ProofView }) {
  if (quote === cleanQuote) return null
  const own = repairs.filter((repair) => repair.raw.start < raw.end && repair.raw.end > raw.start)
  return (
    <details>
      <summary>{t('proof.repairs', { count: own.length })}</summary>
      <dl class="pairs">
        <dt>{t('article.scraped')}</dt><dd lang="zh">“{quote}”</dd>
        <dt>{t('article.read')}</dt><dd lang="zh-CN">“{cleanQuote}”</dd>
      </dl>
      <ul>{own.map(({ pass, raw: { start }, before, after, certainty }) => (
        <li key={start}><q lang="zh">{before}</q> → {after === '' ? t('proof.dropped') : <q lang="zh-CN">{after}</q>} <span class="quiet">{passSays(pass)}{certainty < 1 ? t('proof.certainty', { percent: Math.round(certainty * 100) }) : ''}</span></li>
      ))}</ul>
    </details>
  )
}

/** One piece of evidence: the sentence, who says it, where and when, how strong, by which rule, with what repaired. */
export const Proof = ({ proof, fact }: { readonly proof: ProofView; readonly fact: PanelFact }) => (
  <blockquote class="proof">
    <Sentence proof={proof} fact={fact} />
    <cite>{citationOf(proof.article)}</cite>{' '}
    <a class="quiet" href={addressOf({ screen: 'article', id: proof.article.id, more: { fact: fact.id } })}>{t('article.open')}</a>
    {proof.article.retracted ? <> <strong>{t('article.retracted')}</strong></> : null}
    <dl class="pairs">
      <dt>{t('proof.speaker')}</dt><dd>{proof.speaker === null ? t('proof.narrator') : <EntityLink entity={proof.speaker} />}</dd>
      {proof.eventDate === null ? null : <><dt>{t('proof.event')}</dt><dd>{proof.eventDate}</dd></>}
      {/* The fact is as strong as its best evidence; what is weaker, or not done, says so itself. */}
      {proof.strength === fact.strength && proof.modality === fact.modality ? null : <><dt>{t('table.strength')}</dt><dd><StrengthBadge strength={proof.strength} /> <ModalityBadge modality={proof.modality} /></dd></>}
      {proof.rule === '' ? null : <><dt>{t('proof.rule')}</dt><dd><code>{proof.rule}</code>{proof.cue === '' ? '' : t('proof.by', { cue: proof.cue })}</dd></>}
    </dl>
    <Repairs proof={proof} />
  </blockquote>
)

/** What a relation is called between its two ends. */
export const Says = ({ fact: { subject, type, object, title } }: { readonly fact: Pick<PanelFact, 'subject' | 'type' | 'object' | 'title'> }) => (
  <><EntityLink entity={subject} /> {words.value.relation(type)} <EntityLink entity={object} />{title === '' ? null : t('fact.post', { title })}</>
)
