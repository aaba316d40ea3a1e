import { PolicyGraphError } from '../core/errors.js'
import { connectQueue, type Connection } from '../jobs/connect.js'
import type { CommandContext } from './command.js'

/** Connects to the queue that the environment names, runs `work` and lets go of it whatever happens. Trouble with Redis is told once until something works again. */
export async function withQueue<T>({ config, terminal }: CommandContext, work: (connection: Connection, onTrouble: (error: Error) => void) => Promise<T>): Promise<T> {
  let told = ''
  const onTrouble = ({ message }: Error): void => {
    if (message === told) return
    told = message
    terminal.say(`暂时不通，恢复后自动继续 · out of reach; goes on when it is back: ${message}`)
  }
  const connection = await connectQueue(config.jobs, onTrouble)
  try {
    return await work(connection, onTrouble)
  } finally {
    await connection.close()
  }
}

/** A whole number of an option. BAD_INPUT when it is none or out of bounds. */
export function wholeNumber(text: string, option: string, [least, most]: readonly [number, number]): number {
  const number = Number(text)
  if (/^\d{1,7}$/u.test(text) && number >= least && number <= most) return number
  throw new PolicyGraphError('BAD_INPUT', `${option} 应为 ${least}–${most} 的整数，而不是“${text}” · ${option} must be a whole number from ${least} to ${most}, not "${text}"`, { details: { argument: option } })
}
