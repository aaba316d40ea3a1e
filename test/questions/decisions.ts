import type { NewAct } from '../../src/core/acts.js'
import type { RelationType } from '../../schema/ontology/index.js'

/** What people have decided about the samples before the worked examples are asked, so that a history has something to tell. */
export const DECISIONS: readonly (Omit<NewAct, 'targets' | 'detail'> & { readonly claim: readonly [string, RelationType, string] })[] = [
  {
    claim: ['青屿潮汐储能', 'INVESTS_IN', '云澜聆风电子'], at: '2026-01-05T02:00:00.000Z', actor: '校对甲', role: 'reviewer', kind: 'VERDICT', decision: 'NEEDS_SOURCE',
    reason: '只有一篇报道，请找企业公告',
  },
  {
    claim: ['青屿潮汐储能', 'INVESTS_IN', '云澜聆风电子'], at: '2026-01-06T02:00:00.000Z', actor: '校对甲', role: 'reviewer', kind: 'VERDICT', decision: 'CONFIRMED',
    reason: '已核对企业公告，数额一致',
  },
  {
    claim: ['青屿潮汐储能', 'INVESTS_IN', '云澜聆风电子'], at: '2026-01-07T02:00:00.000Z', actor: '校对乙', role: 'reviewer', kind: 'VERDICT', decision: 'CONFIRMED',
    reason: '原文有此句',
  },
  {
    claim: ['云澜市', 'COLLABORATES_WITH', '青屿市'], at: '2026-01-08T02:00:00.000Z', actor: '读者丙', role: 'reader', kind: 'DISPUTE', decision: 'OPENED',
    reason: '合作的是两市的开发区，不是两市',
  },
]
