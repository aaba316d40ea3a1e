import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { Role } from '../auth/roles.js'
import { PolicyGraphError } from '../core/errors.js'
import { demand, type ApiContext } from './context.js'

/**
 * Who may: the least role for each field that not everybody may have who may read. A mutation has its line here, or the server does
 * not start. Whoever is let in to read at all (src/auth/authenticate.ts) may have every other field.
 */
export const WHO_MAY: Readonly<Record<string, Role>> = {
  'Query.auditLog': 'reviewer',
  'Mutation.dispute': 'reader',
  'Mutation.propose': 'reader',
  'Mutation.review': 'reviewer',
  'Mutation.decideProposal': 'reviewer',
  'Mutation.judge': 'reviewer',
  'Mutation.setExternalId': 'reviewer',
  'Mutation.settleDispute': 'editor',
  'Mutation.retractArticle': 'editor',
  'Mutation.restoreArticle': 'editor',
  'Mutation.ingest': 'editor',
  'Subscription.ingestProgress': 'editor',
}

type Resolver = GraphQLFieldResolver<unknown, ApiContext>

const onlyFor = (role: Role, resolver: Resolver): Resolver => (source, args, context, info) => {
  demand(context, role)
  return resolver(source, args, context, info)
}

const broken = (what: string): PolicyGraphError => new PolicyGraphError('INTERNAL', `权限表与模式不符：${what} · the table of who may does not fit the schema: ${what}`)

/** Puts the table before the resolvers, which need not ask by themselves. @throws PolicyGraphError INTERNAL for a mutation without a line, or a line without a field. */
export function guarded(schema: GraphQLSchema): GraphQLSchema {
  for (const name of Object.keys(schema.getMutationType()?.getFields() ?? {})) if (WHO_MAY[`Mutation.${name}`] === undefined) throw broken(`Mutation.${name}`)
  for (const [place, role] of Object.entries(WHO_MAY)) {
    const [typeName = '', fieldName = ''] = place.split('.')
    const type = schema.getType(typeName)
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
    if (field === undefined) throw broken(place)
    // A subscription is refused when it begins, not at its first event.
    if (field.subscribe !== undefined) field.subscribe = onlyFor(role, field.subscribe as Resolver)
    else field.resolve = onlyFor(role, (field.resolve as Resolver | undefined) ?? defaultFieldResolver)
  }
  return schema
}
