/** Settles where people's names end, by how the article writes them elsewhere. */
import type { Candidate, TextView } from './document.js'
import { spanOf } from './text-view.js'

/** Characters that begin what follows a name more often than they end one. */
const CLINGING = /[致为任率赴到称说在将与和等向对作出带受应兼还就也均来介如是同及即又被把让系从给]$/
/** What such a character says together with what stands behind it. */
const VERB_BEHIND =
  /^(?:致(?:辞|词|欢|答|开|闭|贺)|为[“《‘]|任[\u4e00-\u9fff]{2}|率|赴|到[\u4e00-\u9fff]|称[，：“]|说[，：“]|在[^，。]{2}|将|与|和|等|向[\u4e00-\u9fff]|对|作(?:了|报|为|动|主|交|表)|出(?:席|生|任)|带(?:队|领)|受(?:邀|聘)|应邀|兼|还|就|也|均|来(?:到)?|介(?:绍|表)|如是说|是|同(?:时|志)|及|即|又|被|把|让|系|从|给)/

/** Cuts or lengthens names so that one person is written one way: what the rest of the article shows decides, else what follows the name. */
export function settlePersons(view: TextView, accepted: readonly Candidate[]): Candidate[] {
  const { text } = view
  const forms = new Map<string, number>()
  for (const { kind, text: form } of accepted) if (kind === 'PERSON') forms.set(form, (forms.get(form) ?? 0) + 1)
  const starts = new Set(accepted.map(({ span }) => span.start))
  return accepted.map((candidate) => {
    if (candidate.kind !== 'PERSON') return candidate
    const { start, end } = candidate.span
    const longer = [...lengthened(text, start, end)].find((form) => (forms.get(form) ?? 0) > 0 && clear(starts, end, start + form.length))
    if (longer !== undefined) return resized(view, candidate, start + longer.length)
    const { text: name } = candidate
    if (name.length < 3 || name.length > 4 || !CLINGING.test(name)) return candidate
    const cut = name.slice(0, -1)
    const elsewhere = forms.has(cut)
    return elsewhere || ((forms.get(name) ?? 0) < 2 && VERB_BEHIND.test(text.slice(end - 1, end + 4))) ? resized(view, candidate, end - 1) : candidate
  })
}

function* lengthened(text: string, start: number, end: number): Iterable<string> {
  for (let to = end + 2; to > end; to--) yield text.slice(start, to)
}

const clear = (starts: ReadonlySet<number>, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (starts.has(at)) return false
  return true
}

const resized = (view: TextView, candidate: Candidate, end: number): Candidate => ({ ...candidate, span: spanOf(candidate.span.start, end), text: view.text.slice(candidate.span.start, end) })
