/** Sets of ids that only grow together, with their members and the ids they must not meet. */
export class DisjointSets {
  readonly #parent = new Map<string, string>()
  readonly #members = new Map<string, string[]>()
  /** By representative: the id beyond each wall, and the member that it stands before. */
  readonly #walls = new Map<string, Map<string, string>>()

  /** Representative of the set that holds the id; the id itself when it stands alone. */
  find(id: string): string {
    let root = id
    for (let above = this.#parent.get(root); above !== undefined; above = this.#parent.get(root)) root = above
    for (let at = id; at !== root; ) {
      const above = this.#parent.get(at) ?? root
      this.#parent.set(at, root)
      at = above
    }
    return root
  }

  members(id: string): readonly string[] {
    const root = this.find(id)
    return this.#members.get(root) ?? [root]
  }

  /** From now on the two ids' sets must not meet; the caller asks `wallBetween` before a union. */
  addWall(a: string, b: string): void {
    for (const [from, to] of [[a, b], [b, a]] as const) {
      const root = this.find(from)
      const walls = this.#walls.get(root)
      if (walls) walls.set(to, from)
      else this.#walls.set(root, new Map([[to, from]]))
    }
  }

  /** Two ids, one of each set, between which a wall stands, if any. */
  wallBetween(a: string, b: string): readonly [string, string] | undefined {
    const [left, right] = [this.find(a), this.find(b)]
    const [leftWalls, rightWalls] = [this.#walls.get(left), this.#walls.get(right)]
    if (!leftWalls || !rightWalls) return undefined
    const [near, far] = leftWalls.size <= rightWalls.size ? [left, right] : [right, left]
    for (const [id, from] of this.#walls.get(near) ?? []) if (this.find(id) === far) return [from, id]
    return undefined
  }

  union(a: string, b: string): void {
    const [left, right] = [this.find(a), this.find(b)]
    if (left === right) return
    const [leftMembers, rightMembers] = [this.#members.get(left) ?? [left], this.#members.get(right) ?? [right]]
    const [into, from] = leftMembers.length >= rightMembers.length ? [left, right] : [right, left]
    const [more, fewer] = into === left ? [leftMembers, rightMembers] : [rightMembers, leftMembers]
    this.#parent.set(from, into)
    more.push(...fewer)
    this.#members.set(into, more)
    this.#members.delete(from)
    this.#joinWalls(into, from)
  }

  #joinWalls(into: string, from: string): void {
    const [walls, moved] = [this.#walls.get(into), this.#walls.get(from)]
    if (!moved) return
    this.#walls.delete(from)
    if (!walls) this.#walls.set(into, moved)
    else {
      const [large, small] = walls.size >= moved.size ? [walls, moved] : [moved, walls]
      for (const [id, from] of small) large.set(id, from)
      this.#walls.set(into, large)
    }
  }

  /** Every set of two or more, in no particular order. */
  groups(): readonly (readonly string[])[] {
    return [...this.#members.values()].filter((members) => members.length > 1)
  }
}
