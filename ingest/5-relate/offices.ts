import type { Discourse } from './passage.js'

export interface Office {
  /** Local index of the body of the first post. */
  readonly body: number
  /** The place whose office it is: the body itself, or the place that the body's name begins with. */
  readonly place: number | undefined
}

const known = new WeakMap<Discourse, ReadonlyMap<number, Office>>()

/** The office of each person, by the first post that tells a place, else by the first post. Read once an article. */
export function officesOf(discourse: Discourse): ReadonlyMap<number, Office> {
  const before = known.get(discourse)
  if (before) return before
  const { locals, posts } = discourse.article
  const placeOf = placeFinder(discourse)
  const offices = new Map<number, Office>()
  for (const { person, body } of posts) {
    const local = locals[body]
    if (person === undefined || !local) continue
    const place = local.kind === 'REGION' ? body : local.kind === 'ORGANIZATION' ? placeOf(local.name) : undefined
    const earlier = offices.get(person)
    if (!earlier) offices.set(person, { body, place })
    else if (earlier.place === undefined && place !== undefined) offices.set(person, { body: earlier.body, place })
  }
  known.set(discourse, offices)
  return offices
}

/** Finds the longest place that a name begins with. */
function placeFinder({ article: { locals } }: Discourse): (name: string) => number | undefined {
  const byForm = new Map<string, number>()
  let longest = 0
  locals.forEach((local, index) => {
    if (local.kind !== 'REGION') return
    for (const form of [local.name, ...local.aliases]) {
      if (form.length < 2) continue
      byForm.set(form, index)
      longest = Math.max(longest, form.length)
    }
  })
  return (name) => {
    for (let length = Math.min(longest, name.length); length >= 2; length--) {
      const place = byForm.get(name.slice(0, length))
      if (place !== undefined) return place
    }
    return undefined
  }
}
