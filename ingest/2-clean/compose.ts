import type { Edit } from './pass.js'
import type { Block } from './offset-map.js'

/** A block with what the ledger says of it. */
export interface Change extends Block {
  /** Ids of the passes that made it, in running order. */
  readonly passes: readonly string[]
  /** The least sure of its edits. */
  readonly certainty: number
}

/** The text so far and how it differs from the raw text. Changes are in order and disjoint on both sides. */
export interface Draft {
  readonly text: string
  readonly changes: readonly Change[]
}

/** A change of the new draft while edits and older changes that overlap are still being joined to it; old clean offsets. */
interface Group {
  start: number
  end: number
  grown: number
  /** Passes of the older changes. */
  passes: string[]
  /** True when an edit of the running pass is in it. */
  edited: boolean
  certainty: number
  rawStart: number
  rawEnd: number
}

const length = (item: Edit | Change): number => ('after' in item ? item.after.length - (item.end - item.start) : 0)
const startOf = (item: Edit | Change): number => ('after' in item ? item.start : item.cleanStart)
const endOf = (item: Edit | Change): number => ('after' in item ? item.end : item.cleanEnd)

/** Edits and changes by start; a deletion of old stands before an edit that begins where it stood. */
function merged(edits: readonly Edit[], changes: readonly Change[]): (Edit | Change)[] {
  const items: (Edit | Change)[] = []
  let next = 0
  for (const change of changes) {
    for (let one = edits[next]; one !== undefined && one.start < change.cleanStart; one = edits[(next += 1)]) items.push(one)
    items.push(change)
  }
  // no spread into a call: a long text has more edits than a call may have arguments
  return items.concat(edits.slice(next))
}

function join(group: Group, item: Edit | Change): void {
  group.end = Math.max(group.end, endOf(item))
  group.grown += length(item)
  group.certainty = Math.min(group.certainty, item.certainty)
  if ('after' in item) group.edited = true
  else group.passes.push(...item.passes)
}

/**
 * The draft after a pass. An edit that overlaps older changes is joined with them into one change, so that changes stay disjoint:
 * putting `text` of each change in place of its raw range gives the draft.
 */
export function applyEdits(draft: Draft, pass: string, edits: readonly Edit[]): Draft {
  const changes: Change[] = []
  let shiftRaw = 0
  let shiftNew = 0
  let group: Group | undefined
  const close = (): void => {
    if (group === undefined) return
    const cleanStart = group.start + shiftNew
    shiftNew += group.grown
    const passes = [...new Set([...group.passes, ...(group.edited ? [pass] : [])])]
    changes.push({ rawStart: group.rawStart, rawEnd: group.rawEnd, cleanStart, cleanEnd: group.end + shiftNew, passes, certainty: group.certainty })
    group = undefined
  }
  for (const item of merged(edits, draft.changes)) {
    if (group === undefined || startOf(item) >= group.end) {
      close()
      group = { start: startOf(item), end: startOf(item), grown: 0, passes: [], edited: false, certainty: 1, rawStart: startOf(item) + shiftRaw, rawEnd: 0 }
    }
    join(group, item)
    if (!('after' in item)) shiftRaw = item.rawEnd - item.cleanEnd
    group.rawEnd = group.end + shiftRaw
  }
  close()
  return { text: replaced(draft.text, edits), changes }
}

function replaced(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const one of edits) {
    parts.push(text.slice(at, one.start), one.after)
    at = one.end
  }
  parts.push(text.slice(at))
  return parts.join('')
}
