import type { Act } from '../core/acts.js'
import type { StoreRow } from '../store/port.js'

export const ACT_COLUMNS = ['seq', 'at', 'actor', 'role', 'kind', 'decision', 'targets', 'reason', 'detail']

/** Acts as rows of text. */
export const actRow = ({ seq, at, actor, role, kind, decision, targets, reason, detail }: Act): StoreRow =>
  ({ seq, at, actor, role, kind, decision, targets: [...targets], reason, detail })
