import { t } from '../app/settings.js'
import { Notice } from '../common/failure.js'
import { TRENDS } from '../data/find-queries.js'
import type { TrendsView } from '../data/find-types.js'
import { useAnswer } from '../data/use-answer.js'
import { shown } from './section.js'

const COUNTS = ['articles', 'facts', 'evidence'] as const

function Months({ trends: { points, undated, truncated } }: TrendsView) {
  if (points.length === 0) return <Notice>{t('answer.nobody')}</Notice>
  const most = Math.max(1, ...points.map(({ articles }) => articles))
  return (
    <>
      <svg class="histogram" viewBox={`0 0 ${points.length} 20`} preserveAspectRatio="none" aria-hidden="true">
        {points.map(({ period, articles }, at) => <rect key={period} x={at + 0.1} width={0.8} y={20 - (20 * articles) / most} height={(20 * articles) / most} class="in" />)}
      </svg>
      <div class="table" tabIndex={0} role="region" aria-label={t('section.trends')}>
        <table>
          <thead><tr><th scope="col">{t('trends.month')}</th>{COUNTS.map((count) => <th key={count} scope="col">{t(`trends.${count}`)}</th>)}</tr></thead>
          <tbody>
            {points.filter(({ articles, facts }) => articles + facts > 0).map((point) => <tr key={point.period}><th scope="row">{point.period}</th>{COUNTS.map((count) => <td key={count}>{point[count]}</td>)}</tr>)}
            {undated.articles + undated.facts === 0 ? null : <tr><th scope="row">{t('article.undated')}</th>{COUNTS.map((count) => <td key={count}>{undated[count]}</td>)}</tr>}
          </tbody>
        </table>
      </div>
      {truncated ? <Notice>{t('claim.truncated')}</Notice> : null}
    </>
  )
}

/** Articles, facts and sentences about an entity month by month, as bars and as a table. */
export const TrendsSection = ({ id }: { readonly id: string }) => shown(useAnswer<TrendsView>(TRENDS, { id }), ({ trends }) => <Months trends={trends} />)
