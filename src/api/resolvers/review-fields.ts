import { foldProposals, type Proposal } from '../../review/proposals.js'
import { verdictOf } from '../../review/states.js'
import type { FactRecord } from '../../core/records.js'
import type { ApiContext } from '../context.js'
import type { ArticleRef } from './article.js'

/** What people decided, as fields of what they decided about. */

/** Facts without those that readers rejected, unless these are asked for. */
export async function withoutRejected<F extends { readonly id: string }>(facts: readonly F[], includeRejected: boolean | null | undefined, { review }: ApiContext): Promise<readonly F[]> {
  if (includeRejected === true) return facts
  const states = await Promise.all(facts.map(({ id }) => review.factState.load(id)))
  return facts.filter((_, index) => states[index]?.verdict !== 'REJECTED')
}

export const FactReviewFields = {
  verdict: async ({ id }: FactRecord, _: unknown, { review }: ApiContext) => {
    const state = await review.factState.load(id)
    return state === undefined || state.verdict === '' ? null : verdictOf(state, await review.factActs.load(id))
  },
  disputed: async ({ id }: FactRecord, _: unknown, { review }: ApiContext) => (await review.factState.load(id))?.disputed ?? false,
  version: async ({ id }: FactRecord, _: unknown, { review }: ApiContext) => (await review.factState.load(id))?.version ?? 0,
  history: ({ id }: FactRecord, _: unknown, { review }: ApiContext) => review.factActs.load(id),
}

export const ArticleReviewFields = {
  facts: async ({ id }: ArticleRef, { includeRejected }: { readonly includeRejected?: boolean | null }, context: ApiContext) =>
    withoutRejected(await context.loaders.articleFacts.load(id), includeRejected, context),
  retracted: ({ id }: ArticleRef, _: unknown, { review }: ApiContext) => review.retracted.load(id),
  retraction: async ({ id }: ArticleRef, _: unknown, { review }: ApiContext) => {
    const last = (await review.acts.load(id)).filter(({ kind }) => kind === 'ARTICLE').at(-1)
    return last?.decision === 'RETRACTED' ? last : null
  },
  history: ({ id }: ArticleRef, _: unknown, { review }: ApiContext) => review.acts.load(id),
  version: ({ id }: ArticleRef, _: unknown, { review }: ApiContext) => review.version.load(id),
  proposals: async ({ id }: ArticleRef, _: unknown, { review }: ApiContext) => foldProposals(await review.acts.load(id)),
}

export const ProposalFields = {
  article: ({ articleId }: Proposal) => ({ id: articleId }),
}
