/** Integer hashing of features: no strings are built while tagging. */

/** Folds one more value into a rolling 32-bit hash. */
export const step = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** Last mixing of a hash; never 0, which marks an empty slot. */
export const finish = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b)
  return (mixed ^ (mixed >>> 16)) | 0 || 1
}

/** Smallest power of two at or above `count`. */
export const tableSize = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, count)))
