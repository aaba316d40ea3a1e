/**
 * A perfect hash (compress, hash and displace): every key has a slot of its own, found in one step without probing.
 * Keys that were not built in land on some slot too, so the slot's own key must be compared.
 */
/** Mean keys per bucket; small buckets are easy to place. */
const BUCKET = 4
const MOST_TRIES = 0xffff

export interface PerfectHash {
  /** Displacement of each bucket; a power of two long. */
  readonly displacements: Uint16Array
  readonly slots: number
}

const bucketOf = (key: number, buckets: number): number => (key ^ (key >>> 15)) & (buckets - 1)

/** Multipliers of `slotOf`; the tagger writes the function out in its inner loop. */
export const DISPLACE = 0x85ebca6b
export const SPREAD = 0x9e3779b1

/** The slot of a key. */
export const slotOf = (key: number, { displacements, slots }: PerfectHash): number => {
  const mixed = Math.imul(key ^ Math.imul((displacements[bucketOf(key, displacements.length)] as number) + 1, DISPLACE), SPREAD)
  return (mixed ^ (mixed >>> 15)) & (slots - 1)
}

/** Number of the bit, above the displacement, that a bucket has set when a key like this is in it. */
export const hintBit = (key: number): number => 16 + (Math.imul(key, SPREAD) >>> 28)

/** The displacements with the hints of the bucket's keys: four keys in five that were not built in are turned away without a look at the slots. */
export const hintedDisplacements = (keys: Int32Array, { displacements }: PerfectHash): Uint32Array => {
  const hinted = Uint32Array.from(displacements)
  for (const key of keys) {
    const bucket = bucketOf(key, displacements.length)
    hinted[bucket] = (hinted[bucket] as number) | (1 << hintBit(key))
  }
  return hinted
}

/** Places distinct keys, which must be hashes already. `slots` is a power of two above their number; the closer, the longer the search. */
export const buildPerfectHash = (keys: Int32Array, slots: number): PerfectHash => {
  const buckets = 2 ** Math.ceil(Math.log2(slots / BUCKET))
  const displacements = new Uint16Array(buckets)
  const members = Array.from({ length: buckets }, (): number[] => [])
  for (const key of keys) members[bucketOf(key, buckets)]?.push(key)
  const order = members.map((_, bucket) => bucket).sort((a, b) => (members[b]?.length ?? 0) - (members[a]?.length ?? 0) || a - b)
  const taken = new Uint8Array(slots)
  const hash: PerfectHash = { displacements, slots }
  for (const bucket of order) {
    const list = members[bucket] ?? []
    if (list.length === 0) break
    let tries = 0
    for (; tries <= MOST_TRIES; tries++) {
      displacements[bucket] = tries
      const places = list.map((key) => slotOf(key, hash))
      if (new Set(places).size === places.length && places.every((place) => taken[place] === 0)) {
        for (const place of places) taken[place] = 1
        break
      }
    }
    if (tries > MOST_TRIES) throw new Error('too many keys for the slots')
  }
  return hash
}
