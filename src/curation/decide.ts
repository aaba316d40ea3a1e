import type { Act, ActDecision, NewAct, Role } from '../core/acts.js'
import { PolicyGraphError } from '../core/errors.js'
import type { Scheme } from '../store/check-act.js'
import type { GraphStore } from '../store/port.js'
import { reconcile, type IdentityReport } from './reconcile.js'

/** Decisions of people on who is who: one act in the log each, followed by an identity run. */

/** Who decides. */
export interface Curator {
  readonly actor: string
  readonly role: Role
}

export interface Judging {
  readonly a: string
  readonly b: string
  readonly decision: ActDecision<'JUDGE'>
  readonly reason: string
  /** Number of judgements of the pair that the curator saw. */
  readonly expectedVersion?: number | null | undefined
}

export interface ExternalIdSetting {
  readonly entity: string
  readonly scheme: Scheme
  /** Absent: takes the number back. */
  readonly value?: string | null | undefined
  readonly reason?: string | null | undefined
  readonly expectedVersion?: number | null | undefined
}

export interface Decided {
  readonly act: Act
  readonly identity: IdentityReport
}

async function decide(store: GraphStore, { actor, role }: Curator, given: Omit<NewAct, 'at' | 'actor' | 'role' | 'expectedVersion'>, expectedVersion: number | null | undefined): Promise<Decided> {
  const [act] = await store.record([{ ...given, actor, role, at: new Date().toISOString(), ...(expectedVersion == null ? {} : { expectedVersion }) }])
  if (act === undefined) throw new PolicyGraphError('STORE_FAILED', '图库没有记下这一操作 · the store did not record the act')
  return { act, identity: await reconcile(store) }
}

/**
 * Says whether two entities (or references of them) are one; WITHDRAWN takes the standing judgement back, and the graph is as before it.
 * NOT_FOUND, BAD_INPUT (two kinds, one entity twice, no reason), CONTRADICTION, STALE_VERSION; then nothing has changed.
 */
export const judge = (store: GraphStore, who: Curator, { a, b, decision, reason, expectedVersion }: Judging): Promise<Decided> =>
  decide(store, who, { kind: 'JUDGE', targets: [a, b], decision, reason }, expectedVersion)

/** Sets or takes back a register number, which proves sameness or difference. NOT_FOUND, BAD_INPUT (a wrong check character), STALE_VERSION. */
export const setExternalId = (store: GraphStore, who: Curator, { entity, scheme, value, reason, expectedVersion }: ExternalIdSetting): Promise<Decided> =>
  decide(store, who, {
    kind: 'EXTERNAL_ID', targets: [entity], decision: value == null ? 'WITHDRAWN' : 'SET', detail: JSON.stringify(value == null ? { scheme } : { scheme, value }), reason: reason ?? '',
  }, expectedVersion)
