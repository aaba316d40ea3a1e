import { Program } from '../program.js'

/** The program in a process of its own, for what cannot be tried in this one: it is killed, or its library may crash. */

export interface Run {
  /** Exit code, or the signal that ended it. */
  readonly code: number | NodeJS.Signals
  readonly out: string
  readonly said: string
}

/** Runs `policygraph` with these arguments to its end. */
export async function run(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  const program = new Program(argv, env)
  const { code } = await program.ended
  return { code, out: program.out, said: program.said }
}
