import { existsSync, readFileSync } from 'node:fs'
import type { PolicyServer } from '../../../src/api/server.js'
import { withReads } from '../../../src/store/around.js'
import type { GraphStore } from '../../../src/store/port.js'
import type { Variables } from './variables.js'

/** Times of answers, with what the store was asked. */

export interface Measured {
  /** Milliseconds, of all that was answered without an error. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly answers: number
  /** Codes of errors with how often they came. */
  readonly errors: Readonly<Record<string, number>>
  /** Calls of the store for an answer, on average. */
  readonly storeCalls: number
  /** Processor ms for an answer, on average, of this process and of the server: other work on the machine does not stretch it. */
  readonly cpu: number
}

/** Processor ms of this process (an embedded store runs within it) and, on Linux, of a server beside it. */
function cpuNow(server: number | undefined): number {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1000
  const stat = server === undefined ? '' : `/proc/${server}/stat`
  if (stat === '' || !existsSync(stat)) return own
  // After the name in brackets; the kernel counts in hundredths of a second.
  const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? []
  return own + (Number(fields[11]) + Number(fields[12])) * 10
}

/** A store that counts what it is asked to read. */
export class CountingStore {
  calls = 0
  readonly byQuery = new Map<string, { calls: number; ms: number }>()

  wrap(store: GraphStore): GraphStore {
    return withReads(store, async (query, params, options) => {
      this.calls++
      const began = performance.now()
      try {
        return await store.read(query, params, options)
      } finally {
        const known = this.byQuery.get(query) ?? { calls: 0, ms: 0 }
        this.byQuery.set(query, { calls: known.calls + 1, ms: known.ms + performance.now() - began })
      }
    })
  }
}

/** The value below which a share of the sorted values lies. */
export const percentile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? NaN

interface Ask {
  readonly server: PolicyServer
  readonly query: string
  readonly variables: readonly Variables[]
  readonly clients: number
  /** Stop after so many ms, though not before `least` answers. */
  readonly budget: number
  readonly least: number
  /** Process of the store's server, if it has one. */
  readonly serverPid?: number | undefined
}

/** Asks once; the code of the error, or nothing. */
export async function one(server: PolicyServer, query: string, variables: Variables): Promise<string> {
  const response = await server.fetch(new Request('http://localhost/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) }))
  const body = (await response.json()) as { readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[] }
  const [error] = body.errors ?? []
  return error === undefined ? '' : error.extensions?.code ?? 'UNKNOWN'
}

/** Asks one question over and over, each client as soon as it has its answer. */
export async function measure(counter: CountingStore, { server, query, variables, clients, budget, least, serverPid }: Ask): Promise<Measured> {
  const times: number[] = []
  const errors: Record<string, number> = {}
  let next = 0
  const callsBefore = counter.calls
  const cpuBefore = cpuNow(serverPid)
  const until = performance.now() + budget
  const client = async (): Promise<void> => {
    while (next < variables.length && (next < least || performance.now() < until)) {
      const given = variables[next++] ?? {}
      const began = performance.now()
      const code = await one(server, query, given)
      if (code === '') times.push(performance.now() - began)
      else errors[code] = (errors[code] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  times.sort((a, b) => a - b)
  const asked = times.length + Object.values(errors).reduce((sum, count) => sum + count, 0)
  return {
    p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99), answers: times.length, errors,
    storeCalls: (counter.calls - callsBefore) / Math.max(1, asked), cpu: (cpuNow(serverPid) - cpuBefore) / Math.max(1, asked),
  }
}
