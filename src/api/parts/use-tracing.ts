import { defaultFieldResolver, getOperationAST, isIntrospectionType, isObjectType, type ExecutionArgs, type GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { currentTracer, traced } from '../../ops/trace.js'

/** A span for each GraphQL operation, and one for each of its fields that reaches the store. */

const MAX_NAME = 100

/** Puts a possible span around each resolver of ours. For a schema that nobody else uses. */
export function traceFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (resolve === undefined || resolve === defaultFieldResolver) continue
      const name = `${type.name}.${field.name}`
      field.resolve = (source, args, context, info): unknown => {
        const tracer = currentTracer()
        const work = (): unknown => resolve(source, args, context, info)
        return tracer === undefined ? work() : tracer.perhaps(name, { 'graphql.field': name }, work)
      }
    }
  }
}

export const useTracing = (): Plugin => ({
  onExecute({ args, executeFn, setExecuteFn }) {
    if (currentTracer() === undefined) return
    const { document, operationName } = args as ExecutionArgs
    const operation = getOperationAST(document, operationName)
    const kind = operation?.operation ?? 'query'
    const attributes = { 'graphql.operation.type': kind, 'graphql.operation.name': (operation?.name?.value ?? '').slice(0, MAX_NAME) }
    const execute = executeFn as (args: ExecutionArgs) => unknown
    setExecuteFn((given: ExecutionArgs) => traced(`graphql ${kind}`, attributes, () => execute(given)))
  },
})
