import type { Act } from '../../core/acts.js'

/** Register numbers that people have set on an entity. */
export interface ExternalIds {
  /** 统一社会信用代码, 18 characters. */
  readonly uscc?: string
  /** Wikidata id (Q…). */
  readonly wikidata?: string
}

/** The latest act on each scheme counts. Pure, and blind to the order of its input. */
export function externalIds(acts: readonly Act[]): ExternalIds {
  const latest = new Map<unknown, string>()
  for (const act of acts.filter(({ kind }) => kind === 'EXTERNAL_ID').sort((a, b) => a.seq - b.seq)) {
    const { scheme, value } = JSON.parse(act.detail) as { readonly scheme: unknown; readonly value?: unknown }
    if (act.decision === 'SET' && typeof value === 'string') latest.set(scheme, value)
    else latest.delete(scheme)
  }
  const [uscc, wikidata] = [latest.get('uscc'), latest.get('wikidata')]
  return { ...(uscc === undefined ? {} : { uscc }), ...(wikidata === undefined ? {} : { wikidata }) }
}
