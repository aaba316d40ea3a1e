import type { LoadReport } from '../../ingest/6-load/report.js'

/** The report in one sentence. */
export function reportLine({ articles, evidence, seconds, complete, identity }: LoadReport, issues: number): string {
  const state = complete ? '完成' : '已中断，再次运行即可继续 · stopped, run again to go on'
  return (
    `${state}：${articles.read} 篇，新增 ${articles.added}，更新 ${articles.changed}，未变 ${articles.unchanged}，失败 ${articles.failed}；` +
    `证据 +${evidence.added} −${evidence.removed}；问题 ${issues}；` +
    (identity === undefined ? '' : `合并 ${identity.merged}，疑似同一 ${identity.suggestions}；`) +
    `${seconds.toFixed(1)} 秒 · ` +
    `${articles.read} articles: ${articles.added} added, ${articles.changed} changed, ${articles.unchanged} unchanged, ${articles.failed} failed` +
    (identity === undefined ? '' : `; ${identity.merged} merged, ${identity.suggestions} possibly the same`)
  )
}
