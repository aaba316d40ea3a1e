import { getOperationAST, OperationTypeNode, type ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { demand, type ApiContext } from '../context.js'
import { maskError, type FaultLog } from './masking.js'

/** No mutation runs for somebody unknown, even one whose resolver forgets to ask; which role it needs, its resolver says. */
export const useMutationGuard = (log: FaultLog): Plugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const { document, operationName, contextValue } = args as ExecutionArgs
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.MUTATION) return
    try {
      demand(contextValue as ApiContext, 'reader')
    } catch (error) {
      setResultAndStopExecution({ errors: [maskError(error, log)] })
    }
  },
})
