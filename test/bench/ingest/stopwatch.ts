import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Taken {
  /** Seconds by the clock. */
  readonly clock: number
  /** Seconds of processor time, of all threads of this process and of the server. */
  readonly cpu: number
}

export const NO_TIME: Taken = { clock: 0, cpu: 0 }
export const sumOf = (a: Taken, b: Taken): Taken => ({ clock: a.clock + b.clock, cpu: a.cpu + b.cpu })

/** Clock ticks a second, in which Linux counts. */
const TICKS = process.platform === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 100

/** Seconds that another process has had so far; 0 where the system does not tell. */
function secondsOf(pid: number): number {
  try {
    const [user = '0', system = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /u, '').split(' ').slice(11, 13)
    return (Number(user) + Number(system)) / TICKS
  } catch {
    return 0
  }
}

/** Starts to measure; `server` is a process whose time counts too. */
export function stopwatch(server?: number): () => Taken {
  const cpu = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6 + (server === undefined ? 0 : secondsOf(server))
  }
  const [began, before] = [performance.now(), cpu()]
  return () => ({ clock: (performance.now() - began) / 1000, cpu: cpu() - before })
}
