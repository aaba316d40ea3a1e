import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** What is known of the request at hand, gathered on its way through the server for the line that the log gets at its end. */
export interface RequestScope {
  readonly id: string
  /** Name that the caller gave the GraphQL operation. */
  operation?: string
  /** Root fields that it asks for. */
  fields?: readonly string[]
  role?: string
  traceId?: string
  /** Codes of the errors in the answer. */
  codes?: readonly string[]
  /** Only where the operator wants questions in the log. */
  query?: string
  variables?: unknown
}

const scopes = new AsyncLocalStorage<RequestScope>()

/** Runs `work` as a part of the request. */
export const inRequest = <T>(scope: RequestScope, work: () => T): T => scopes.run(scope, work)

/** The request at hand, if any. */
export const currentRequest = (): RequestScope | undefined => scopes.getStore()

/** Adds to what is known of the request at hand; passed over outside of one. */
export function note(known: Omit<RequestScope, 'id'>): void {
  const scope = scopes.getStore()
  if (scope !== undefined) Object.assign(scope, known)
}

/** An id that a caller or a proxy may give its request, so that logs can be joined; any other text is not taken over. */
const GIVEN_ID = /^[\w.:-]{1,80}$/u

/** The id of a request: the one that came with it in X-Request-Id, or a new one. */
export const requestIdOf = (given: string | readonly string[] | undefined): string => (typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID())
