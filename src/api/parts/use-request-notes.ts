import { getOperationAST, Kind, print, type DocumentNode, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { note } from '../../ops/request-scope.js'

/** Notes for the log what is asked and how it went. */

/** Of the name of an operation and of a question, in UTF-16 code units: callers choose both. */
const MAX_NAME = 100
const MAX_QUERY = 10_000

/** Root fields of the operations in a document; fragments of the root type aside. */
export function rootFields(document: DocumentNode): readonly string[] {
  const names = document.definitions.flatMap((item) =>
    item.kind === Kind.OPERATION_DEFINITION ? item.selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : [])) : [])
  return [...new Set(names)]
}

const codesOf = ({ errors = [] }: ExecutionResult): readonly string[] =>
  [...new Set(errors.map(({ extensions }) => (typeof extensions['code'] === 'string' ? extensions['code'] : 'ERROR')))]

/** `queries`: whether the question itself and its variables are noted too. */
export function useRequestNotes(queries: boolean): Plugin {
  const noteOperation = (args: unknown): void => {
    const { document, operationName, variableValues } = args as ExecutionArgs
    const operation = getOperationAST(document, operationName)?.name?.value
    note({
      fields: rootFields(document), ...(operation === undefined ? {} : { operation: operation.slice(0, MAX_NAME) }),
      ...(queries ? { query: print(document).slice(0, MAX_QUERY), variables: variableValues } : {}),
    })
  }
  return {
    onExecute({ args }) { noteOperation(args) },
    onSubscribe({ args }) { noteOperation(args) },
    onResultProcess({ result }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return
      const codes = codesOf(result as ExecutionResult)
      if (codes.length > 0) note({ codes })
    },
  }
}
