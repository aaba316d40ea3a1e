import {
  getNamedType, getNullableType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType,
  type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLNamedType,
} from 'graphql'
import { IDS } from '../answers/answer-graph.js'

/** Values that fit ANSWER_GRAPH, for tests that walk the schema. */

const FITTING: Readonly<Record<string, unknown>> = {
  id: IDS.lamps, entity: IDS.lamps, a: IDS.lamps, b: IDS.lamps, article: 'a_none', fact: 'f_none', name: IDS.lamps, subject: IDS.lamps, object: IDS.lamps, from: IDS.lamps, to: IDS.lamps,
  organization: IDS.lamps, initiative: IDS.zone, names: [IDS.lamps, IDS.zone], ids: [IDS.lamps], text: '曜灯', question: '曜灯', reason: '测试', start: 0, end: 1, articles: [],
}

/** A value for an argument of that name and type. */
export function fitting(name: string, type: GraphQLInputType): unknown {
  const inner = getNullableType(type)
  if (name in FITTING) return FITTING[name]
  if (isListType(inner)) return []
  const named = getNamedType(inner)
  if (isInputObjectType(named)) return Object.fromEntries(Object.values(named.getFields()).filter((field) => isNonNullType(field.type)).map((field) => [field.name, fitting(field.name, field.type)]))
  if ('getValues' in named) return named.getValues()[0]?.name
  return named.name === 'Int' ? 1 : 'x'
}

export const fieldsOf = (type: GraphQLNamedType): readonly GraphQLField<unknown, unknown>[] => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [])
/** The arguments as variables, `(a: $<prefix>a, …)`. */
export const literal = (args: readonly GraphQLArgument[], prefix: string): string => (args.length === 0 ? '' : `(${args.map(({ name }) => `${name}: $${prefix}${name}`).join(', ')})`)
