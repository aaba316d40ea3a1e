/** Why facts wait. */
export const QUEUE_STATES = ['UNREVIEWED', 'NEEDS_SOURCE', 'CONTESTED', 'DISPUTED', 'ONE_READER'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

/** What is listed when the address says nothing: all but what only waits for a second reader, as the server has it. */
export const DEFAULT_STATES: readonly QueueState[] = ['UNREVIEWED', 'NEEDS_SOURCE', 'CONTESTED', 'DISPUTED']

/** The states that an address asks for, in their own order; the default for none that is known. Pure. */
export function readStates(text: string): readonly QueueState[] {
  const asked = text.split(',')
  const known = QUEUE_STATES.filter((state) => asked.includes(state))
  return known.length === 0 ? DEFAULT_STATES : known
}

/** The parameter for states: '' for the default. Pure. */
export const writeStates = (states: readonly QueueState[]): string => {
  const text = QUEUE_STATES.filter((state) => states.includes(state)).join(',')
  return text === DEFAULT_STATES.join(',') ? '' : text
}

/** The id `by` steps from `id`, passing over those that are done; `id` itself when there is none. An unknown id stands before the first. Pure. */
export function stepFrom(ids: readonly string[], id: string, by: 1 | -1, done: ReadonlySet<string>): string {
  for (let at = ids.indexOf(id) + by; at >= 0 && at < ids.length; at += by) {
    const other = ids[at]
    if (other !== undefined && !done.has(other)) return other
  }
  return id
}
