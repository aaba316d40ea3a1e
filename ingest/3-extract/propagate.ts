import type { CleanSpan } from '../../src/core/span.js'
import type { Candidate, TextView } from './document.js'
import { loadGazetteer } from './gazetteer.js'
import { isCoined } from './coined-names.js'
import { FormTrie } from './form-trie.js'
import { introducedName } from './introduced-names.js'
import { LINES_OF_BUSINESS } from './lexicon/companies.js'
import { withListMates } from './list-mates.js'
import { settlePersons } from './person-names.js'
import { spanOf } from './text-view.js'

/** Kinds whose names, once found, are looked for in the whole text. Regions are left to the gazetteer: short forms are too often words. */
const SPREADING = new Set(['PERSON', 'COMPANY', 'ORGANIZATION', 'INITIATIVE'])

/** A firm's full name up to its legal form: what is left of it is the firm too, when it opens with no place (云岭株式会社, 云岭). */
const LEGAL_CORE = /^(.{3,8}?)(?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|株式会社)$/

/** A name that stands wholly in quotation marks, long enough to stand without them. */
const QUOTED = /^“([^“”]{6,})”$/

const TRADE_NAME = 'trade-name'
/** A firm's name up to its legal form, with what stands in brackets. */
const WITH_FORM = /^(.{2,16}?)(?:[（(][^（）()]{1,8}[)）])?(?:股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|控股集团|集团公司|集团|公司)$/
const LINES = new RegExp(`${LINES_OF_BUSINESS.source}.*$`)
const TRADE = /^[\u4e00-\u9fff]{3,4}$/

/** What a firm is called for short: without its place, its line of business and its legal form (南通|星澜|科技有限公司); '' where nothing like it is left. */
function tradeName(full: string): string {
  const head = WITH_FORM.exec(full)?.[1]
  if (head === undefined) return ''
  const place = Math.max(0, loadGazetteer().longestAt(head, 0))
  const trade = head.slice(place).replace(/^[省市县区]/, '').replace(LINES, '')
  return TRADE.test(trade) && !/[网台报城]$/.test(trade) ? trade : ''
}

/**
 * What is a name once is a name everywhere in the article: every further occurrence of an accepted name, or of the short name that
 * the text introduces for it, that overlaps nothing accepted becomes a mention. Longer names go first.
 */
export function propagate(view: TextView, picked: readonly Candidate[], silent: readonly CleanSpan[]): Candidate[] {
  const accepted = withListMates(view, settlePersons(view, picked))
  const taken = new Uint8Array(view.text.length)
  const occupy = (span: CleanSpan): void => void taken.fill(1, span.start, span.end)
  for (const span of silent) occupy(span)
  // Number of the accepted name at each character, from 1; 0 where there is none.
  const owner = new Int32Array(view.text.length)
  for (const [index, { span }] of accepted.entries()) {
    occupy(span)
    owner.fill(index + 1, span.start, span.end)
  }
  const names = new FormTrie<Candidate>()
  const trades = new Map<string, Candidate>()
  for (const candidate of accepted) {
    const known = names.get(candidate.text)
    if (!SPREADING.has(candidate.kind)) continue
    if (!known || known.weight < candidate.weight) names.set(candidate.text, candidate)
    const short = introducedName(view.text, candidate.span.end)
    if (short !== undefined) names.set(short, { ...candidate, text: short })
    const quoted = candidate.kind === 'INITIATIVE' ? QUOTED.exec(candidate.text)?.[1] : undefined
    if (quoted !== undefined && !names.get(quoted)) names.set(quoted, { ...candidate, text: quoted })
    const core = candidate.kind === 'COMPANY' ? LEGAL_CORE.exec(candidate.text)?.[1] : undefined
    if (core !== undefined && loadGazetteer().longestAt(core, 0) <= 0 && !names.get(core)) names.set(core, { ...candidate, text: core })
    const trade = candidate.kind === 'COMPANY' ? tradeName(candidate.text) : ''
    if (trade !== '' && !names.get(trade) && !trades.has(trade)) trades.set(trade, { ...candidate, text: trade })
  }
  for (const [trade, candidate] of trades) if (!names.get(trade)) names.set(trade, { ...candidate, by: TRADE_NAME })
  const found: { readonly span: CleanSpan; readonly name: Candidate }[] = []
  names.eachIn(view.text, (start, end, name) => found.push({ span: spanOf(start, end), name }))
  const added: Candidate[] = []
  const dropped = new Set<Candidate>()
  for (const { span, name } of found.sort((a, b) => b.name.text.length - a.name.text.length || a.span.start - b.span.start)) {
    if (name.by === TRADE_NAME && !isCoined(view, span.start, span.end)) continue
    const inner = innerNames(taken, (at) => accepted[(owner[at] ?? 0) - 1], span)
    if (inner === undefined || (name.by === TRADE_NAME && inner.length > 0)) continue
    for (const one of inner) dropped.add(one)
    added.push({ ...name, span, by: `${name.by}+spread` })
    occupy(span)
    owner.fill(0, span.start, span.end)
  }
  return unify([...accepted.filter((candidate) => !dropped.has(candidate)), ...added]).sort((a, b) => a.span.start - b.span.start)
}

/** Names wholly within the span, if nothing else is in its way; a full name stands over its parts wherever it occurs. Undefined when it cannot stand. */
function innerNames(taken: Uint8Array, ownerAt: (at: number) => Candidate | undefined, span: CleanSpan): readonly Candidate[] | undefined {
  const inner = new Set<Candidate>()
  for (let i = span.start; i < span.end; i++) {
    if (taken[i] !== 1) continue
    const name = ownerAt(i)
    if (!name || name.span.start < span.start || name.span.end > span.end || name.span.end - name.span.start >= span.end - span.start) return undefined
    inner.add(name)
  }
  return [...inner]
}

/** One form, one kind in one article: the kind with the most weight in sum wins, so that a name does not change kind midway. */
function unify(candidates: readonly Candidate[]): Candidate[] {
  const votes = new Map<string, Map<string, { weight: number; lead: Candidate }>>()
  for (const candidate of candidates) {
    const kinds = votes.get(candidate.text) ?? new Map<string, { weight: number; lead: Candidate }>()
    const key = `${candidate.kind}/${candidate.subkind}`
    const known = kinds.get(key)
    kinds.set(key, { weight: (known?.weight ?? 0) + candidate.weight, lead: known && known.lead.weight >= candidate.weight ? known.lead : candidate })
    votes.set(candidate.text, kinds)
  }
  return candidates.map((candidate) => {
    const winner = [...(votes.get(candidate.text)?.values() ?? [])].sort((a, b) => b.weight - a.weight)[0]
    if (!winner) return candidate
    const { kind, subkind, code } = winner.lead
    return { ...candidate, kind, subkind, ...(code === undefined ? {} : { code }) }
  })
}

