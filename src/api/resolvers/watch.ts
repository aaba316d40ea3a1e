import type { RelationType } from '../../../schema/ontology/index.js'
import type { LoadProgress, LoadReport } from '../../../ingest/6-load/report.js'
import { resolveName } from '../../answers/resolve-name.js'
import { articleIdOf } from '../../core/ids.js'
import type { FactRecord } from '../../core/records.js'
import { ingestInputs, type ArticleInput } from '../../watch/ingest.js'
import { demand, refreshed, type ApiContext } from '../context.js'

/** Articles coming in, and hearing of what they bring. */

export interface FactsAddedArgs {
  readonly entity?: string | null
  readonly initiative?: string | null
  readonly types?: readonly RelationType[] | null
}

async function endsOf(args: FactsAddedArgs, { store }: ApiContext): Promise<readonly string[]> {
  const entity = args.entity == null ? [] : [(await resolveName(store, args.entity, { argument: 'entity' })).id]
  const initiative = args.initiative == null ? [] : [(await resolveName(store, args.initiative, { argument: 'initiative', kinds: ['INITIATIVE'] })).id]
  return [...entity, ...initiative]
}

async function* wanted(facts: AsyncIterableIterator<FactRecord>, ends: readonly string[], { types }: FactsAddedArgs, context: ApiContext): AsyncGenerator<FactRecord> {
  for await (const fact of facts) {
    const touches = ends.every((id) => fact.subjectId === id || fact.objectId === id)
    if (!touches || (types != null && types.length > 0 && !types.includes(fact.type))) continue
    // Each event is an answer of its own: nothing read for the one before stands in it.
    refreshed(context)
    yield fact
  }
}

export const WatchSubscription = {
  factsAdded: {
    subscribe: async (_: unknown, args: FactsAddedArgs, context: ApiContext) => {
      const ends = await endsOf(args, context)
      const facts = context.watch.facts.listen()
      await context.watch.begin()
      return wanted(facts, ends, args, context)
    },
    resolve: (fact: FactRecord) => fact,
  },
  ingestProgress: {
    subscribe: (_: unknown, __: unknown, context: ApiContext) => {
      demand(context, 'editor')
      return context.watch.progress.listen()
    },
    resolve: (progress: LoadProgress) => ({ ...progress, etaSeconds: progress.etaSeconds ?? null }),
  },
}

function toReport({ articles, evidence, seconds, complete, issues }: LoadReport, inputs: readonly ArticleInput[]) {
  const places = new Map(inputs.map(({ text }, index) => [articleIdOf(text), index]))
  return {
    ...articles, evidenceAdded: evidence.added, evidenceRemoved: evidence.removed, seconds, complete,
    issues: issues.map((issue) => ({ ...issue, index: issue.articleId === undefined ? null : places.get(issue.articleId) ?? null })),
  }
}

export const WatchMutation = {
  ingest: async (_: unknown, { articles }: { readonly articles: readonly ArticleInput[] }, context: ApiContext) => {
    const who = demand(context, 'editor')
    const report = await ingestInputs(context.store, who, articles, context.watch)
    refreshed(context)
    return toReport(report, articles)
  },
}
