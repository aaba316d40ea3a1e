import type { ErrorCode } from '../core/errors.js'

/** What the process tells its caller; listed in `policygraph --help`. */
export const EXIT = {
  /** Done. */
  OK: 0,
  /** The command ran to its end and found something wrong: broken evidence, articles or files that could not be read. */
  FINDINGS: 1,
  /** The command line, a parameter or a setting has a wrong form, or names something that is not there. */
  USAGE: 2,
  /** The store cannot be used: down, wrong password, too old, written by a newer version, held by another process. */
  STORE: 3,
  /** Something else is missing or in the way: a taken port, a program that is not installed. */
  ENVIRONMENT: 4,
  /** A fault of the program. */
  FAULT: 70,
  /** Stopped by Ctrl-C; what was written stays, and the same command goes on from there. */
  INTERRUPTED: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const BY_ERROR: Readonly<Record<ErrorCode, ExitCode>> = {
  BAD_INPUT: EXIT.USAGE,
  NOT_FOUND: EXIT.USAGE,
  AMBIGUOUS_NAME: EXIT.USAGE,
  TOO_COSTLY: EXIT.USAGE,
  TOO_SLOW: EXIT.STORE,
  RATE_LIMITED: EXIT.USAGE,
  ASKER_GONE: EXIT.FAULT,
  BAD_QUERY: EXIT.USAGE,
  STALE_VERSION: EXIT.USAGE,
  CLOSED_FACT: EXIT.USAGE,
  CONTRADICTION: EXIT.USAGE,
  STORE_UNREACHABLE: EXIT.STORE,
  STORE_AUTH: EXIT.STORE,
  STORE_TOO_OLD: EXIT.STORE,
  STORE_TOO_NEW: EXIT.STORE,
  STORE_BUSY: EXIT.STORE,
  STORE_CLOSED: EXIT.STORE,
  SHUTTING_DOWN: EXIT.STORE,
  STORE_FAILED: EXIT.STORE,
  STORE_DAMAGED: EXIT.STORE,
  STORE_FULL: EXIT.STORE,
  QUEUE_UNREACHABLE: EXIT.ENVIRONMENT,
  STORE_MISSING: EXIT.STORE,
  PORT_TAKEN: EXIT.ENVIRONMENT,
  TOOL_MISSING: EXIT.ENVIRONMENT,
  UNAUTHENTICATED: EXIT.USAGE,
  TOKEN_EXPIRED: EXIT.USAGE,
  FORBIDDEN: EXIT.USAGE,
  AUTH_UNAVAILABLE: EXIT.ENVIRONMENT,
  BROKEN_EVIDENCE: EXIT.FINDINGS,
  INTERNAL: EXIT.FAULT,
}

export const exitCodeOf = (error: ErrorCode): ExitCode => BY_ERROR[error]
