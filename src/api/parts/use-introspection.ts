import { GraphQLError, Kind, type ASTVisitor, type ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../core/errors.js'

/** Keeps the schema to itself where an operator wants that. It is published with the program all the same. */

const CODE: ErrorCode = 'FORBIDDEN'

/** Whatever is asked of the schema begins with one of these. */
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type'])

/** graphql-js has such a rule, but its error has no code. `__typename` stays. */
function noIntrospection(context: ValidationContext): ASTVisitor {
  const refuse = (): void => {
    if (INTROSPECTION.has(context.getFieldDef()?.name ?? '')) context.reportError(new GraphQLError('本服务不提供模式自省 · introspection is switched off here', { extensions: { code: CODE } }))
  }
  return { [Kind.FIELD]: refuse }
}

/** Names that the message would offer instead. */
const HINT = / Did you mean .+\?$/su

/** `on`: whether the schema can be asked for. */
export const useIntrospection = (on: boolean): Plugin => (on ? {} : {
  onValidate({ addValidationRule }) {
    addValidationRule(noIntrospection)
    return ({ valid, result, setResult }) => {
      if (valid) return
      const errors = result as readonly GraphQLError[]
      setResult(errors.map((error) => new GraphQLError(error.message.replace(HINT, ''), { nodes: error.nodes ?? null, extensions: error.extensions })))
    }
  },
})
