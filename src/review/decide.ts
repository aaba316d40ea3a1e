import type { Act, ActDecision, NewAct, Role } from '../core/acts.js'
import { PolicyGraphError } from '../core/errors.js'
import { reconcile } from '../curation/reconcile.js'
import type { GraphStore } from '../store/port.js'

/** Decisions of people about facts and articles, each one act in the log. */

/** Who decides. */
export interface Decider {
  readonly actor: string
  readonly role: Role
}

export interface Decision {
  /** 1–2,000 UTF-16 code units. */
  readonly reason: string
  /** The version that the decider saw; STALE_VERSION when somebody else has decided since. */
  readonly expectedVersion?: number | null | undefined
}

const MAX_REASON = 2_000

/** The reason, trimmed. BAD_INPUT when it is empty or too long. */
export function checkReason(reason: string): string {
  const given = reason.trim()
  if (given === '' || given.length > MAX_REASON) {
    throw new PolicyGraphError('BAD_INPUT', `请写明理由，1–${MAX_REASON} 字 · a reason of 1 to ${MAX_REASON} characters is needed`, { details: { argument: 'reason', max: MAX_REASON, length: given.length } })
  }
  return given
}

/** Records one act of the decider. */
export async function recordOne(store: GraphStore, { actor, role }: Decider, act: Pick<NewAct, 'kind' | 'targets' | 'decision' | 'detail'>, decision: Decision): Promise<Act> {
  const { expectedVersion } = decision
  const [recorded] = await store.record([{
    ...act, actor, role, at: new Date().toISOString(), reason: checkReason(decision.reason), ...(expectedVersion == null ? {} : { expectedVersion }),
  }])
  if (recorded === undefined) throw new PolicyGraphError('STORE_FAILED', '图库没有记下这一操作 · the store did not record the act')
  return recorded
}

/** Co-mentions are counted anew at each question; there is nothing that a verdict could hold on to. */
function checkFact(id: string): string {
  if (id.startsWith('co_')) throw new PolicyGraphError('BAD_INPUT', '同文提及由程序推出，不能审定 · a co-mention is derived by the program and takes no verdict', { details: { argument: 'fact' } })
  return id
}

export type VerdictDecision = ActDecision<'VERDICT'>

/**
 * A reader's verdict on a fact; WITHDRAWN takes the reader's own back. Errors of these four: NOT_FOUND, BAD_INPUT, CLOSED_FACT,
 * STALE_VERSION; then nothing has changed.
 */
export const reviewFact = (store: GraphStore, who: Decider, args: Decision & { readonly fact: string; readonly verdict: VerdictDecision }): Promise<Act> =>
  recordOne(store, who, { kind: 'VERDICT', targets: [checkFact(args.fact)], decision: args.verdict }, args)

/** Somebody concerned says that a fact is wrong. */
export const disputeFact = (store: GraphStore, who: Decider, args: Decision & { readonly fact: string }): Promise<Act> =>
  recordOne(store, who, { kind: 'DISPUTE', targets: [checkFact(args.fact)], decision: 'OPENED' }, args)

export const settleDispute = (store: GraphStore, who: Decider, args: Decision & { readonly fact: string }): Promise<Act> =>
  recordOne(store, who, { kind: 'DISPUTE', targets: [checkFact(args.fact)], decision: 'SETTLED' }, args)

/** What the article said counts no longer; its text and quotes are kept for the record. */
export const retractArticle = (store: GraphStore, who: Decider, args: Decision & { readonly id: string }): Promise<Act> =>
  recordArticle(store, who, args, 'RETRACTED')

/** All that the article said counts again. */
export const restoreArticle = (store: GraphStore, who: Decider, args: Decision & { readonly id: string }): Promise<Act> =>
  recordArticle(store, who, args, 'RESTORED')

/** Who is who may rest on what the article says, so it is worked out again. */
async function recordArticle(store: GraphStore, who: Decider, args: Decision & { readonly id: string }, decision: ActDecision<'ARTICLE'>): Promise<Act> {
  const act = await recordOne(store, who, { kind: 'ARTICLE', targets: [args.id], decision }, args)
  await reconcile(store)
  return act
}
