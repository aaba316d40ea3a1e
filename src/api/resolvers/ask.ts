import { graphql } from 'graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { ask, type AskAnswer } from '../../ask/ask.js'
import type { ApiContext } from '../context.js'

/** Plain questions; what they come to is run by the same schema, for the same asker. */
export const AskQuery = {
  ask: (_: unknown, { question, means }: { readonly question: string; readonly means?: readonly string[] | null }, context: ApiContext, { schema }: Pick<GraphQLResolveInfo, 'schema'>): Promise<AskAnswer> =>
    ask(context.store, question, {
      today: new Date(), means: means ?? undefined,
      run: async (source, variableValues) => {
        const { data, errors } = await graphql({ schema, source, variableValues, contextValue: context })
        const [error] = errors ?? []
        if (error !== undefined) throw error.originalError ?? error
        return data
      },
    }),
}
