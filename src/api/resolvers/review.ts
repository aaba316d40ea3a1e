import { auditLog, type AuditArgs } from '../../review/acts.js'
import { disputeFact, restoreArticle, retractArticle, reviewFact, settleDispute, type Decision, type VerdictDecision } from '../../review/decide.js'
import { decideProposal, proposals, propose, type ProposalsArgs, type ProposeArgs } from '../../review/proposals.js'
import { reviewQueue, type QueueArgs, type QueueItem } from '../../review/queue.js'
import { demand, refreshed, type ApiContext } from '../context.js'
import { relay, same } from '../connections.js'
import { demand as demandRecord } from './demand.js'

/** Fields of Query and Mutation about review. Each mutation asks for its role first and answers with what it changed. */

export interface OnFact extends Decision {
  readonly fact: string
}

export interface OnArticle extends Decision {
  readonly id: string
}

export const ReviewQuery = {
  reviewQueue: async (_: unknown, args: QueueArgs, { store }: ApiContext) => {
    const { page, truncated } = await reviewQueue(store, args)
    const more = ({ score, weakness, reach, reasons }: QueueItem) => ({ score, weakness, reach, reasons })
    return { ...relay(page, ({ fact }) => fact, more), truncated }
  },
  proposals: async (_: unknown, args: ProposalsArgs, { store }: ApiContext) => relay(await proposals(store, args), same),
  auditLog: async (_: unknown, args: AuditArgs, context: ApiContext) => {
    demand(context, 'reviewer')
    return relay(await auditLog(context.store, args), same)
  },
}

/** What was read before the change must not stand in the answer after it. */
const factAfter = (id: string, context: ApiContext) => demandRecord(refreshed(context).loaders.fact.load(id))
const articleAfter = (id: string, context: ApiContext) => demandRecord(refreshed(context).loaders.article.load(id))

export const ReviewMutation = {
  review: async (_: unknown, args: OnFact & { readonly verdict: VerdictDecision }, context: ApiContext) => {
    await reviewFact(context.store, demand(context, 'reviewer'), args)
    return factAfter(args.fact, context)
  },
  dispute: async (_: unknown, args: OnFact, context: ApiContext) => {
    await disputeFact(context.store, demand(context, 'reader'), args)
    return factAfter(args.fact, context)
  },
  settleDispute: async (_: unknown, args: OnFact, context: ApiContext) => {
    await settleDispute(context.store, demand(context, 'editor'), args)
    return factAfter(args.fact, context)
  },
  retractArticle: async (_: unknown, args: OnArticle, context: ApiContext) => {
    await retractArticle(context.store, demand(context, 'editor'), args)
    return articleAfter(args.id, context)
  },
  restoreArticle: async (_: unknown, args: OnArticle, context: ApiContext) => {
    await restoreArticle(context.store, demand(context, 'editor'), args)
    return articleAfter(args.id, context)
  },
  propose: (_: unknown, args: ProposeArgs, context: ApiContext) => propose(context.store, demand(context, 'reader'), args),
  decideProposal: (_: unknown, args: Parameters<typeof decideProposal>[2], context: ApiContext) => decideProposal(context.store, demand(context, 'reviewer'), args),
}
