import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { isIsoDate } from '../../answers/dates.js'

const badDate = (): GraphQLError => new GraphQLError('日期应写作 YYYY-MM-DD · a date is written YYYY-MM-DD', { extensions: { code: 'BAD_INPUT' } })

function parse(value: unknown): string {
  if (typeof value !== 'string' || !isIsoDate(value)) throw badDate()
  return value
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
})

/** Times come from the program only, so none is parsed. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({ name: 'DateTime', serialize: String })

/** What a question gave back, as it is. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({ name: 'JSON', serialize: (value) => value })

/** Unknown dates are '' inside and null outside. */
export const dateOrNull = (date: string): string | null => (isIsoDate(date) ? date : null)
