/** Every code that a caller may meet, with what it means. Tests assert codes, never messages. */
export const ERROR_CODES = {
  BAD_INPUT: 'An argument or a field has a wrong form.',
  NOT_FOUND: 'No such entity, fact, article or query.',
  AMBIGUOUS_NAME: 'A name fits several entities; `details.candidates` lists them.',
  BAD_QUERY: 'A query file or its parameters break the header grammar.',
  STORE_UNREACHABLE: 'The server does not answer.',
  STORE_AUTH: 'User or password is wrong.',
  STORE_TOO_OLD: 'The server is older than the supported major.',
  STORE_TOO_NEW: 'The store or the backup has a layout that only a newer version of the program knows.',
  STORE_BUSY: 'Another process holds the embedded database.',
  STORE_CLOSED: 'The store was closed.',
  SHUTTING_DOWN: 'The server is stopping; what was not finished was broken off.',
  STORE_FAILED: 'The store refused a statement.',
  STORE_DAMAGED: 'A file of the embedded database is not as it was left; the message names it and the command that restores a backup.',
  STORE_FULL: 'There is no room left where the embedded database lies.',
  QUEUE_UNREACHABLE: 'Redis, which keeps the queue of ingestion, does not answer.',
  STORE_MISSING: 'The client library of the store is not installed.',
  PORT_TAKEN: 'Another process listens on the port.',
  TOOL_MISSING: 'A program that the command needs (java, mvn) is not installed.',
  TOO_COSTLY: 'The question is deeper or wider than the limit.',
  TOO_SLOW: 'The question took longer than the limit; the store was told to stop it.',
  RATE_LIMITED: 'Too many requests from one caller; `details.retryAfter` says when to come back, in seconds.',
  ASKER_GONE: 'The connection was closed before the answer was ready.',
  INTERNAL: 'A fault of the program; the log has it under `details.id`.',
  UNAUTHENTICATED: 'It is not known who asks: no token where one is needed, or a wrong one.',
  TOKEN_EXPIRED: 'The token is right, but too old.',
  FORBIDDEN: 'The role of the one who asks falls short.',
  AUTH_UNAVAILABLE: 'The token file or the keys of the identity provider cannot be read.',
  STALE_VERSION: 'Somebody else decided about the same thing meanwhile; `details.version` is the version by now.',
  CLOSED_FACT: 'A verdict on a fact that has no evidence any more.',
  CONTRADICTION: 'A judgement that other judgements rule out; `details.between` names the two ids that were judged otherwise.',
  BROKEN_EVIDENCE: 'A quote does not equal its slice of the raw text.',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** The one error class of the project. `details` is safe to show to a caller. */
export class PolicyGraphError extends Error {
  override readonly name = 'PolicyGraphError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, options: { details?: Readonly<Record<string, unknown>>; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.details = options.details ?? {}
  }
}

/** The code that an error of ours, of Node or of a driver bears, or ''. */
export const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '')

export const isPolicyGraphError = (error: unknown): error is PolicyGraphError => error instanceof PolicyGraphError
