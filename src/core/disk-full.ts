import { codeOf, PolicyGraphError } from './errors.js'

/** A full disk, a used-up quota or a limit on the size of files. */

/** MB that must be free where the embedded store lies before a change begins. */
export const ROOM = 160

const CODES: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export const isDiskFull = (error: unknown): boolean => CODES.has(codeOf(error))

/** STORE_FULL: names the folder and what to do. */
export const storeFull = (folder: string, cause?: unknown): PolicyGraphError =>
  new PolicyGraphError(
    'STORE_FULL',
    `${folder} 所在的磁盘已满（或所剩不足 ${ROOM} MB）：请腾出空间（或把 POLICYGRAPH_DATA 移到别处），再运行同一命令，会接着做 · no room left in ${folder} (${ROOM} MB at least are wanted): free some (or move POLICYGRAPH_DATA elsewhere) and run the same command again; it goes on from there`,
    { details: { folder }, ...(cause === undefined ? {} : { cause }) },
  )
