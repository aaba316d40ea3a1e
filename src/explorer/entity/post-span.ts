import type { PostView } from '../data/find-types.js'

/** How long a post is known to have been held. Pure. */

export interface PostSpan {
  /** `span`: began and ended on days that are told; `since`, `until`: one of them; `seen`: only told of between two days. */
  readonly kind: 'span' | 'since' | 'until' | 'seen'
  readonly from: string
  readonly to: string
}

/** Undefined when no day is known. */
export function postSpan({ since, until, firstSeen, lastSeen }: Pick<PostView, 'since' | 'until' | 'firstSeen' | 'lastSeen'>): PostSpan | undefined {
  if (since !== null && until !== null) return { kind: 'span', from: since, to: until }
  if (since !== null) return { kind: 'since', from: since, to: '' }
  if (until !== null) return { kind: 'until', from: '', to: until }
  if (firstSeen === null) return undefined
  return { kind: 'seen', from: firstSeen, to: lastSeen ?? firstSeen }
}
