import { toStore } from '../../../schema/to-store.js'
import { isPolicyGraphError, PolicyGraphError } from '../../core/errors.js'
import type { CypherClient } from '../cypher-client.js'
import { legalName } from '../cypher-parts.js'
import { writing } from '../writing.js'
import { STEPS, type Step } from './steps.js'

/** Which layout a store has: a number that it keeps of itself. A store without one is of layout 0. */

const layoutAfter = (steps: readonly Step[]): number => Math.max(0, ...steps.map(({ from }) => from + 1))

/** The layout that this program reads and writes. */
export const LAYOUT = layoutAfter(STEPS)

const MARKER = 'layout'

const NUMBER = 'MATCH (m:Marker {id: $id}) RETURN m.value AS value'

/** Never lowers the number: a newer program may have been here meanwhile. */
const MARK = 'MERGE (m:Marker {id: $id}) SET m.value = CASE WHEN m.value > $layout THEN m.value ELSE $layout END'

const ANYTHING = `MATCH (n:${toStore().nodes.map(({ name }) => legalName(name)).filter((name) => name !== 'Marker').join('|')}) RETURN n.id AS id LIMIT 1`

/** The number of the store, before or after its schema is made. */
export async function layoutOf(client: CypherClient): Promise<number> {
  if (!await client.has('Marker')) return 0
  const [row] = await client.read(NUMBER, { id: MARKER })
  return Number(row?.['value'] ?? 0)
}

/** STORE_TOO_NEW for a layout that this program does not know; `what` has it, in both languages. */
export function demandKnown(layout: number, [zh, en]: readonly [zh: string, en: string]): void {
  if (layout <= LAYOUT) return
  throw new PolicyGraphError(
    'STORE_TOO_NEW',
    `${zh}的布局是第 ${layout} 版，由较新的程序写成，本程序只认到第 ${LAYOUT} 版，未作任何改动。请用较新的程序，或把升级前的备份恢复到空的图库（policygraph backup restore 备份文件） · ` +
    `${en} has layout ${layout}, written by a newer program; this one knows layouts up to ${LAYOUT}, and nothing was changed. Use the newer program, or restore a backup from before the upgrade into an empty store (policygraph backup restore FILE)`,
    { details: { layout, known: LAYOUT } },
  )
}

/** Makes tables, constraints and indexes of a store whose layout is known. STORE_TOO_NEW; nothing is changed then. */
export async function makeSchema(client: CypherClient): Promise<void> {
  demandKnown(await layoutOf(client), ['图库', 'the store'])
  await client.applySchema(toStore())
}

const mark = (client: CypherClient, layout: number): Promise<unknown> => writing(client, (run) => run(MARK, { id: MARKER, layout }))

/** A step that could not be finished, told as such with the code of what went wrong. */
const unfinished = ({ from, does }: Step, error: unknown): unknown =>
  isPolicyGraphError(error)
    ? new PolicyGraphError(error.code, `图库升级未完成，再次打开即接着做（第 ${from} 版起：${does}） · the upgrade of the store is not finished and goes on when it is opened again: ${error.message}`, { cause: error, details: error.details })
    : error

/** Brings a store whose schema is made to the newest layout, step by step. The number follows each step, so what was stopped goes on from there. */
export async function upgrade(client: CypherClient, steps: readonly Step[] = STEPS): Promise<void> {
  const newest = layoutAfter(steps)
  const layout = await layoutOf(client)
  if (layout >= newest) return
  if ((await client.read(ANYTHING)).length === 0) {
    await mark(client, newest)
    return
  }
  for (const step of steps.filter(({ from }) => from >= layout)) {
    try {
      await step.run(client)
      await mark(client, step.from + 1)
    } catch (error) {
      throw unfinished(step, error)
    }
  }
}

/** For a store that holds nothing yet and is to be filled with the rows of another, which bring their own markers. */
export const forgetMarkers = async (client: CypherClient): Promise<void> => {
  await client.transaction((run) => run('MATCH (m:Marker) DELETE m'))
}
