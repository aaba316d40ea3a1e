import type { CypherClient, RunCypher } from './cypher-client.js'
import { takeTurn } from './statements.js'

/**
 * One writing transaction at a time over all processes. Most batches share a hub (a province, a ministry) whose row would make them wait for each
 * other anyway, and halfway through, where they can deadlock; and what one reads of who is who stays true until it commits.
 */
export const writing = <T>(client: CypherClient, work: (run: RunCypher) => Promise<T>): Promise<T> =>
  client.transaction(async (run) => {
    if (client.traits.sharedWriters) await run(takeTurn('writer'))
    return work(run)
  })
