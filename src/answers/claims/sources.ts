import type { ArticleRecord, Evidence } from '../../core/records.js'
import { overlaps } from '../../core/span.js'
import type { GraphStore } from '../../store/port.js'
import { articlesByIds } from '../lookups.js'
import type { Reason } from '../paths.js'
import { groupReprints } from '../reprints.js'
import type { ClaimDamage, SourceGroup } from './claim.js'

/** What stands behind evidence: how many independent originals, and how well their text has come down. */

/** At most so many articles are compared with one another. */
export const MAX_COMPARED = 200

export interface Sources {
  /** The earliest original first; articles beyond the bound are not in any. */
  readonly groups: readonly SourceGroup[]
  readonly damage: ClaimDamage
  readonly firstSaid: string
  readonly lastSaid: string
  readonly notes: readonly Reason[]
}

/** A repair that puts characters in place that were lost or garbled; those of certainty 1 only change form (width, script, a gloss). */
const isRestored = ({ certainty }: { readonly certainty: number }): boolean => certainty < 1

function damageOf(evidence: readonly Evidence[], articles: ReadonlyMap<string, ArticleRecord>): ClaimDamage {
  const touched = evidence.map((item) => (articles.get(item.articleId)?.repairs ?? []).filter((repair) => isRestored(repair) && overlaps(repair.raw, item.raw)))
  const restored = touched.filter((repairs) => repairs.length > 0).length
  return { restored, sound: evidence.length - restored, onlyRestored: restored > 0 && restored === evidence.length, repairs: [...new Set(touched.flat())] }
}

/** Groups the articles of the evidence into originals and looks at the repairs within the quotes. One store call. */
export async function sourcesOf(store: GraphStore, evidence: readonly Evidence[]): Promise<Sources> {
  const ids = [...new Set(evidence.map(({ articleId }) => articleId))]
  const compared = ids.slice(0, MAX_COMPARED)
  const articles = compared.length === 0 ? new Map<string, ArticleRecord>() : await articlesByIds(store, compared)
  const groups = groupReprints([...articles.values()].map(({ id, date, cleanText }) => ({ id, date, text: cleanText }))).map((articleIds) => ({ articleIds }))
  const dates = [...articles.values()].map(({ date }) => date).filter((date) => date !== '').sort()
  const cut: Reason = { code: 'SOURCES_CUT', zh: `文章过多，只比较了 ${MAX_COMPARED} 篇`, en: `too many articles; ${MAX_COMPARED} of them were compared` }
  const read = evidence.filter(({ articleId }) => articles.has(articleId))
  return { groups, damage: damageOf(read, articles), firstSaid: dates[0] ?? '', lastSaid: dates.at(-1) ?? '', notes: ids.length > MAX_COMPARED ? [cut] : [] }
}

/** What a reader should know of the sources. */
export function sourceReasons({ groups, damage, notes }: Sources): readonly Reason[] {
  const articles = groups.reduce((sum, { articleIds }) => sum + articleIds.length, 0)
  const reprints = articles - groups.length
  return [
    ...(articles === 0 ? [] : [{ code: 'ORIGINALS', zh: `${articles} 篇文章，其中独立原稿 ${groups.length} 篇`, en: `${articles} article(s), ${groups.length} independent original(s)` }]),
    ...(reprints === 0 ? [] : [{ code: 'REPRINTS', zh: `${reprints} 篇是转载，只算一次`, en: `${reprints} reprint(s), counted once with the original` }]),
    ...(damage.restored === 0 ? [] : [damage.onlyRestored
      ? { code: 'ONLY_RESTORED_TEXT', zh: '所有引文都含修复过的字，没有完好的文本可对照', en: 'every quote holds characters that were restored; no sound copy says it' }
      : { code: 'RESTORED_TEXT', zh: `${damage.restored} 处引文含修复过的字`, en: `${damage.restored} quote(s) hold characters that were restored` }]),
    ...notes,
  ]
}
