/** Spans of work, for those who trace. Nothing of OpenTelemetry is loaded or run until a tracer is set (src/ops/open-tracing.ts). */

import { codeOf } from '../core/errors.js'

export type Attributes = Readonly<Record<string, string | number | boolean>>

export interface OpenSpan {
  readonly traceId: string
  /** Spans begun within are its children. */
  run<T>(work: () => T): T
  /** `failed`: a code that says why; never a message, which may quote what was asked. */
  end(attributes?: Attributes, failed?: string): void
}

export interface Tracer {
  /** A span under the one at hand, or under the one that the headers of a request name. */
  begin(name: string, attributes?: Attributes, headers?: Readonly<Record<string, unknown>>): OpenSpan
  /** Runs work that counts as a span only if a span begins within it, and is then its parent. */
  perhaps<T>(name: string, attributes: Attributes, work: () => T): T
}

let tracer: Tracer | undefined

/** Sets the tracer of the process, or takes it away. */
export function setTracer(next: Tracer | undefined): void {
  tracer = next
}

export const currentTracer = (): Tracer | undefined => tracer

/** Calls `done` when the work has ended, now or later. */
export function whenDone<T>(work: () => T, done: (failed?: string) => void): T {
  let result: T
  try {
    result = work()
  } catch (error) {
    done(codeOf(error) || 'ERROR')
    throw error
  }
  if (!(result instanceof Promise)) {
    done()
    return result
  }
  result.then(() => { done() }, (error: unknown) => { done(codeOf(error) || 'ERROR') })
  return result
}

/** Runs work as a span where somebody traces, and plainly where nobody does. */
export function traced<T>(name: string, attributes: Attributes, work: () => T): T {
  const span = tracer?.begin(name, attributes)
  return span === undefined ? work() : span.run(() => whenDone(work, (failed) => { span.end({}, failed) }))
}
