import type { Issue } from '../src/core/issue.js'

/** What a stage may use beside its input. */
export interface RunContext {
  /** Reports a problem with the article at hand; the run goes on. */
  report(issue: Issue): void
}

/** One step of the pipeline. A stage keeps nothing from one article to the next. */
export interface Stage<In, Out> {
  readonly name: string
  /** One sentence: what it promises. */
  readonly doc: string
  run(input: In, context: RunContext): Out
}
