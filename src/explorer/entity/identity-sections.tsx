import { addressOf } from '../app/address.js'
import { inLanguage, t } from '../app/settings.js'
import { EntityLink, KindBadge } from '../common/entity-link.js'
import { Notice } from '../common/failure.js'
import { NAMES, NEIGHBOURS, SAME } from '../data/find-queries.js'
import type { NamesView, NeighboursView, SameReasonView, SameView } from '../data/find-types.js'
import { useAnswer } from '../data/use-answer.js'
import { citationOf } from '../evidence/fact-item.js'
import { Clipped } from '../evidence/path-block.js'
import { zh, type TextKey } from '../i18n/zh.js'
import { shown } from './section.js'

/** A text by its code, or the code where the page does not know it. */
function called(group: string, code: string): string {
  const key = `${group}.${code}`
  return key in zh ? t(key as TextKey) : code
}

/** Each name with the sentence that brought it, and register numbers. */
export const NamesSection = ({ id }: { readonly id: string }) =>
  shown(useAnswer<NamesView>(NAMES, { id }), ({ entity }) => entity === null || (entity.aliasNotes.length === 0 && entity.externalIds.length === 0) ? <Notice>{t('names.none')}</Notice> : (
      <>
        <ul class="hops">
          {entity.aliasNotes.map(({ alias, role, quote, article }) => (
            <li key={`${alias} ${article.id}`}>
              <p class="says"><strong>{alias}</strong> <span class="badge">{called('names', role)}</span></p>
              <blockquote><p lang="zh-CN">“{quote}”</p><cite><a href={addressOf({ screen: 'article', id: article.id })}>{citationOf(article)}</a></cite></blockquote>
            </li>
          ))}
        </ul>
        {entity.externalIds.length === 0 ? null : <ul>{entity.externalIds.map(({ scheme, value }) => <li key={scheme}>{called('names', scheme)} {value}</li>)}</ul>}
      </>
    ))

const Reasons = ({ reasons }: { readonly reasons: readonly SameReasonView[] }) => (
  <ul>{reasons.map((reason) => <li key={`${reason.code} ${reason.left} ${reason.right}`}>{inLanguage(reason)}{reason.left === '' && reason.right === '' ? null : <span class="quiet"> {t('same.values', { left: reason.left, right: reason.right })}</span>}</li>)}</ul>
)

/** Entities that may be the same one, as hints with their reasons, and what was merged into this one. */
export const SameSection = ({ id }: { readonly id: string }) =>
  shown(useAnswer<SameView>(SAME, { id }), ({ entity }) => (
      <>
        <p class="quiet">{t('same.note')}</p>
        {entity === null || entity.possiblySame.length === 0 ? <Notice>{t('same.none')}</Notice> : (
          <ul class="hops">
            {entity.possiblySame.map(({ entity: other, score, cause, reasons }) => (
              <li key={other.id}>
                <p class="says"><EntityLink entity={other} /> <KindBadge kind={other.kind} /> <span class="quiet">{t('same.score', { percent: Math.round(score * 100) })}，{called('same', cause)}</span></p>
                <Reasons reasons={reasons} />
              </li>
            ))}
          </ul>
        )}
        {entity === null || entity.mergedFrom.length === 0 ? null : (
          <>
            <h3>{t('same.merged')}</h3>
            <ul class="hops">{entity.mergedFrom.map(({ referenceId, referenceName, reasons }) => <li key={referenceId}><p class="says">{referenceName}</p><Reasons reasons={reasons} /></li>)}</ul>
          </>
        )}
      </>
    ))

/** Entities named together with it more often than chance has it. */
export const NeighboursSection = ({ id }: { readonly id: string }) =>
  shown(useAnswer<NeighboursView>(NEIGHBOURS, { id }), ({ neighbours: { neighbours, tested, least, maxP, notes } }) => (
      <>
        <p class="quiet">{t('chance.note', { tested, least, p: maxP })}</p>
        <Clipped notes={notes} />
        {neighbours.length === 0 ? <Notice>{t('chance.none')}</Notice> : (
          <div class="table">
            <table>
              <thead><tr><th scope="col">{t('graph.kinds')}</th><th scope="col">{t('chance.both')}</th><th scope="col">{t('chance.expected')}</th><th scope="col">{t('chance.counts')}</th><th scope="col">p</th><th scope="col">q</th></tr></thead>
              <tbody>
                {neighbours.map(({ entity, both, expected, first, second, all, p, q }) => (
                  <tr key={entity.id}><th scope="row"><EntityLink entity={entity} /> <KindBadge kind={entity.kind} /></th><td>{both}</td><td>{expected.toFixed(2)}</td><td>{t('chance.of', { first, second, all })}</td><td>{p.toPrecision(2)}</td><td>{q.toPrecision(2)}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </>
    ))
