/**
 * Which articles are reprints of one another. Pure.
 *
 * Method: letters and digits of the clean text are cut into overlapping runs of five (shingles). Two articles are one original when
 * at least `SAME_ORIGINAL` of the shorter one's shingles stand in the longer one too (containment, so that a shortened reprint
 * counts), and originals are the connected groups. The count is exact, not sampled. Texts of fewer than `SHORTEST` shingles are one
 * only when they are equal.
 */

/** Characters per shingle. */
const SHINGLE = 5
/** Share of the shorter text's shingles that must stand in the longer one. */
export const SAME_ORIGINAL = 0.8
/** Shorter texts share too many shingles by chance. */
const SHORTEST = 20
/** Characters looked at, from the beginning: a bound on the work, far above the length of a news article. */
const LONGEST = 20_000

export interface DatedText {
  readonly id: string
  /** ISO date, or ''. */
  readonly date: string
  readonly text: string
}

const lettersOf = (text: string): readonly string[] => Array.from(text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').slice(0, LONGEST))

/** FNV-1a over the code points of a run. */
function hashOf(letters: readonly string[], start: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < start + SHINGLE; at++) hash = Math.imul(hash ^ (letters[at]?.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Distinct shingles as sorted 32-bit hashes; empty for a text shorter than one. */
export function shinglesOf(text: string): Uint32Array {
  const letters = lettersOf(text)
  const hashes = new Set<number>()
  for (let start = 0; start + SHINGLE <= letters.length; start++) hashes.add(hashOf(letters, start))
  return Uint32Array.from(hashes).sort()
}

/** Share of the smaller set that stands in the larger one, 0–1. Both sorted. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  const least = Math.min(a.length, b.length)
  if (least === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x = 0, y = 0] = [a[i], b[j]]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared / least
}

const byDate = (a: DatedText, b: DatedText): number => Number(a.date === '') - Number(b.date === '') || (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1)

/** Ids of the articles of each original, the earliest first in each group and among the groups; undated ones last. */
export function groupReprints(texts: readonly DatedText[]): readonly (readonly string[])[] {
  const sorted = [...texts].sort(byDate)
  const shingles = sorted.map(({ text }) => shinglesOf(text))
  const plain = sorted.map(({ text }) => lettersOf(text).join(''))
  const groups = sorted.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (groups[root] !== root) root = groups[root] ?? root
    return root
  }
  const isSame = (a: number, b: number): boolean => {
    const [left, right] = [shingles[a] ?? new Uint32Array(), shingles[b] ?? new Uint32Array()]
    if (Math.min(left.length, right.length) < SHORTEST) return plain[a] === plain[b]
    return containment(left, right) >= SAME_ORIGINAL
  }
  for (let later = 1; later < sorted.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const [a, b] = [rootOf(earlier), rootOf(later)]
      if (a !== b && isSame(earlier, later)) groups[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const found = new Map<number, string[]>()
  sorted.forEach(({ id }, index) => {
    const root = rootOf(index)
    const known = found.get(root)
    if (known === undefined) found.set(root, [id])
    else known.push(id)
  })
  return [...found.values()]
}
