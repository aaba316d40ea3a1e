/** Members of a list that stand beside accepted names of one kind are of that kind too (雀巢公司、正大集团、某某等). */
import type { EntityKind } from '../../schema/ontology/index.js'
import type { Candidate, Sentence, TextView } from './document.js'
import { loadGazetteer } from './gazetteer.js'
import { NEVER_INSIDE } from './lexicon/stop-words.js'
import { surnameLength } from './surnames.js'
import { spanOf } from './text-view.js'
import { matchesOf } from './matches.js'

const HAN = /^[\u4e00-\u9fff]+$/
const ORGAN_END = /(?:办|局|委|厅|处|科|院|会|部|所|队|站|中心|学院|大学|公司|政府|党委|党工委|党校|医院|联盟|委员会)$/
/** What closes a list behind its last member. */
const AFTER_LIST = /^(?:、|及|，|。|；|：|（|\(|$)/
const INITIATIVE_WORDS = /项目|工程|行动|计划|会$|仪式|论坛|基地|园$|区$/

/** Adds the members that nobody proposed. `accepted` is in text order and without overlap; so is the result. */
export function withListMates(view: TextView, accepted: readonly Candidate[]): Candidate[] {
  const byStart = new Map(accepted.map((candidate) => [candidate.span.start, candidate]))
  const byEnd = new Map(accepted.map((candidate) => [candidate.span.end, candidate]))
  const taken = new Uint8Array(view.text.length)
  for (const { span } of accepted) taken.fill(1, span.start, span.end)
  const added: Candidate[] = []
  for (const sentence of view.sentences) {
    if (!sentence.text.includes('、')) continue
    for (const list of listsIn(sentence)) {
      // The first member has the words before the list in front of it.
      const members = list.map(([start, end], index) => ({ start, end, known: byStart.get(start) ?? (index === 0 ? byEnd.get(end) : undefined) }))
      const kind = kindOf(members, FIRMS_TOLD.test(view.text.slice(endOf(list), endOf(list) + 24)))
      if (kind === undefined) continue
      const lead = members.find(({ known, end }) => known?.kind === kind && known.span.end === end)?.known
      for (const [index, { start, end, known }] of members.entries()) {
        if (known || index === 0 || lead === undefined || !fits(view, kind, start, end)) continue
        if (taken.subarray(start, end).includes(1)) continue
        added.push({ span: spanOf(start, end), text: view.text.slice(start, end), kind, subkind: kind === 'PERSON' || kind === 'ORGANIZATION' ? lead.subkind : '', by: 'list-mates', weight: 0.6 })
      }
    }
  }
  return [...accepted, ...added, ...brandMates(view, accepted, taken)].sort((a, b) => a.span.start - b.span.start)
}

/** Characters that firms of one house have in common. */
const BRAND = 2
/** A firm's short name next to another in a list. */
const BESIDE = /^[\u4e00-\u9fff]{4,6}(?=[、，。；]|等|和|与|及|主要|负责|$)/

/** A short name beside a firm whose first characters it shares (云岭健康、云岭资本): two members are list enough. */
function brandMates(view: TextView, accepted: readonly Candidate[], taken: Uint8Array): Candidate[] {
  return accepted.flatMap(({ kind, span, text }): Candidate[] => {
    if (kind !== 'COMPANY' || text.length < 4 || text.length > 6) return []
    const mates: Candidate[] = []
    const add = (start: number, mate: string): void => {
      if (mate === text || !mate.startsWith(text.slice(0, BRAND)) || loadGazetteer().longestAt(mate, 0) === BRAND || taken.subarray(start, start + mate.length).includes(1)) return
      mates.push({ span: spanOf(start, start + mate.length), text: mate, kind, subkind: '', by: 'list-mates', weight: 0.6 })
    }
    if (view.text.charAt(span.start - 1) === '、') {
      const before = /(?<=^|[、，。；：\s])[\u4e00-\u9fff]{4,6}$/.exec(view.text.slice(Math.max(0, span.start - 8), span.start - 1))?.[0]
      if (before !== undefined) add(span.start - 1 - before.length, before)
    }
    if (view.text.charAt(span.end) === '、') {
      const after = BESIDE.exec(view.text.slice(span.end + 1, span.end + 9))?.[0]
      if (after !== undefined) add(span.end + 1, after)
    }
    return mates
  })
}

/** What ends the last member of a list that no mark ends. */
const MEMBER_END = /等|和(?!平|田)|与|以及|参加|出席|陪同|主持|分别|一同|共同|一起|参与|发言|负责人|有关负责|签约|致辞|到会|列席|见证|进行/

/** Runs of at least three members between 、; the first begins and the last ends at other punctuation or at 等. Offsets count in the whole text. */
function* listsIn({ text, span }: Sentence): Iterable<(readonly [number, number])[]> {
  for (const clause of matchesOf(text, /[^，。；：！？“”《》（）()\s]+/g)) {
    if (!clause[0].includes('、')) continue
    const members: (readonly [number, number])[] = []
    let at = clause.index
    for (const part of clause[0].split('、')) {
      const close = part.search(MEMBER_END)
      members.push([span.start + at, span.start + at + (close > 0 ? close : part.length)])
      at += part.length + 1
      if (close > 0) break
    }
    if (members.length >= 3) yield members
  }
}

/** 等10多个南京重量级企业: the list says itself what its members are. */
const FIRMS_TOLD = /^等[^，。；、]{0,14}?(?:企业|公司|厂商|厂家|车企|药企|集团)/
const endOf = (list: readonly (readonly [number, number])[]): number => list[list.length - 1]?.[1] ?? 0

/** The kind that at least two members have (one, where the list is told to be of firms), and more than half of the known ones. */
function kindOf(members: readonly { readonly end: number; readonly known: Candidate | undefined }[], firms: boolean): EntityKind | undefined {
  const counts = new Map<EntityKind, number>()
  let whole = 0
  for (const { end, known } of members) {
    if (known?.span.end !== end) continue
    whole++
    counts.set(known.kind, (counts.get(known.kind) ?? 0) + 1)
  }
  const [kind, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0]
  if (firms && kind === 'COMPANY' && count * 2 > whole) return kind
  return kind !== undefined && kind !== 'INITIATIVE' && count >= 2 && count * 2 > whole && count * 3 >= members.length ? kind : undefined
}

function fits(view: TextView, kind: EntityKind, start: number, end: number): boolean {
  const name = view.text.slice(start, end)
  const behind = view.text.slice(end, end + 4)
  if (!AFTER_LIST.test(behind) && behind.search(MEMBER_END) !== 0) return false
  switch (kind) {
    case 'PERSON': return name.length >= 2 && name.length <= 3 && HAN.test(name) && surnameLength(name, 0) > 0 && !NEVER_INSIDE.has(name) && loadGazetteer().byForm(name).length === 0
    case 'COMPANY': return name.length >= 2 && name.length <= 10 && !/[的了在是有把将被个级类种]/.test(name) && !INITIATIVE_WORDS.test(name) && !/企业$|产品$|装备$|领域$|行业$/.test(name) && !NEVER_INSIDE.has(name)
    case 'ORGANIZATION': return name.length >= 3 && name.length <= 14 && ORGAN_END.test(name) && !/[的了]|^(?:各|有关|相关)/.test(name)
    case 'REGION': return loadGazetteer().byForm(name).length > 0
    case 'INITIATIVE': return false
  }
}
