import { inLanguage, t } from '../app/settings.js'
import { EntityLink, EntityList } from '../common/entity-link.js'
import { Notice } from '../common/failure.js'
import { citationOf, Quote } from '../evidence/fact-item.js'
import { PathBlock } from '../evidence/path-block.js'
import { zh, type TextKey } from '../i18n/zh.js'
import type { ClaimView } from './claim-types.js'

/** A verdict in words; the code for one that the page does not know. */
function verdictSays(verdict: string): string {
  const key = `verdict.${verdict}`
  return key in zh ? t(key as TextKey) : verdict
}

const Sources = ({ sources }: Pick<ClaimView, 'sources'>) => sources.every(({ reprints }) => reprints.length === 0) ? null : (
  <details>
    <summary>{t('claim.reprints')}</summary>
    <ul>{sources.map(({ original, reprints }) => <li key={original.id}>{citationOf(original)}{reprints.length === 0 ? null : <ul>{reprints.map((article) => <li key={article.id}>{citationOf(article)}</li>)}</ul>}</li>)}</ul>
  </details>
)

/** One claim with its verdict, what carries it, and what comes nearest when nothing does. */
export function ClaimAnswer({ claim }: { readonly claim: ClaimView }) {
  const { verdict, sources, evidence, evidenceCount, candidates, speakers, damage, paths, nearest, reasons } = claim
  const linked = verdict === 'INDIRECT' || verdict === 'CO_MENTIONED'
  const said = sources.length > 0 && !linked
  return (
    <article class={`card verdict ${verdict}`}>
      <h2>{inLanguage(claim.understood)}</h2>
      <p class="says"><strong>{verdictSays(verdict)}</strong></p>
      {reasons.length === 0 ? null : <ul>{reasons.map((reason) => <li key={reason.code}>{inLanguage(reason)}</li>)}</ul>}
      {said ? (
        <p class="quiet">
          {t('claim.sources', { count: claim.independentSources })}
          {claim.firstSaid === null ? '' : t('claim.dates', { first: claim.firstSaid, last: claim.lastSaid ?? claim.firstSaid })}
          {claim.narrated ? '' : t('claim.quoted')}
        </p>
      ) : null}
      {said && speakers.length > 0 ? <p class="quiet">{t('claim.speakers')}{speakers.map((speaker, at) => <span key={speaker.id}>{at === 0 ? '' : '、'}<EntityLink entity={speaker} /></span>)}</p> : null}
      {damage.onlyRestored ? <Notice>{t('claim.damaged')}</Notice> : null}
      {said ? <>{evidence.map((item, at) => <Quote key={at} evidence={item} />)}{evidenceCount > evidence.length ? <p class="quiet">{t('fact.hidden', { count: evidenceCount - evidence.length })}</p> : null}<Sources sources={sources} /></> : null}
      {candidates.length === 0 ? null : <><h3>{t('claim.candidates')}</h3><EntityList entities={candidates.map(({ entity }) => entity)} /></>}
      {linked ? paths.map((path, at) => <PathBlock key={at} path={path} />) : null}
      {nearest.length === 0 ? null : <><h3>{t('claim.nearest')}</h3>{nearest.map((path, at) => <PathBlock key={at} path={path} />)}</>}
      {claim.truncated ? <p class="quiet">{t('claim.truncated')}</p> : null}
    </article>
  )
}
