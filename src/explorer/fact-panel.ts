import type { EvidenceView, FactView, PathView } from './answer-types.js'
import { h } from './dom.js'
import { entityLink } from './entity-link.js'
import { byType, citation, moreEvidence, strengthSays, type Words } from './words.js'

/** Facts and paths, each with the sentence behind it. */

export const strengthBadge = (strength: string, words: Words): HTMLSpanElement =>
  h('span', { class: `badge ${strength}`, title: strengthSays(strength) }, words.strength(strength))

/** The quote as it stands; where the text came damaged, its repaired form with the verbatim one beneath. */
const quoteOf = ({ quote, cleanQuote, article }: EvidenceView): HTMLElement =>
  h('blockquote', {},
    h('p', {}, `“${cleanQuote}”`),
    h('cite', {}, citation(article)),
    quote === cleanQuote ? null : h('details', {}, h('summary', {}, '原文受损或为繁体，上为修复后的文字；看逐字原文'), h('p', {}, quote)))

/** “张三 走访 某企业”, with modality, post, speaker and quotes. */
export function factItem(fact: FactView, words: Words): HTMLLIElement {
  const [first, ...others] = fact.evidence
  // A co-mention is proved by two quotes of one article; both are shown at once.
  const shown = fact.derived ? fact.evidence.filter(({ article }) => article.id === first?.article.id) : first === undefined ? [] : [first]
  const hidden = fact.derived ? fact.evidence.filter((item) => !shown.includes(item)) : others
  const more = moreEvidence(fact)
  return h('li', {},
    h('p', { class: 'says' },
      entityLink(fact.subject), ` ${words.relation(fact.type)} `, entityLink(fact.object),
      fact.title === '' ? null : `，职务：${fact.title}`, ' ',
      fact.derived ? null : h('span', { class: `badge ${fact.modality}` }, words.modality(fact.modality)),
      fact.speaker === null ? null : h('span', { class: 'quiet' }, `　${fact.speaker.name} 所说`)),
    ...shown.map(quoteOf),
    hidden.length === 0 ? null : h('details', {}, h('summary', {}, '其他证据'), ...hidden.map(quoteOf), more === '' ? null : h('p', { class: 'quiet' }, more)))
}

/** One path: its strength in words, its hops with quotes, and why it stands where it stands. */
export const pathBlock = (path: PathView, words: Words): HTMLElement =>
  h('section', { class: 'path' },
    h('p', {}, strengthBadge(path.strength, words), ' ', h('span', { class: 'quiet' }, strengthSays(path.strength))),
    h('ol', { class: 'hops' }, ...path.hops.map(({ fact }) => factItem(fact, words))),
    h('details', {}, h('summary', {}, '为何这样排'), h('ul', {}, ...path.reasons.map(({ zh }) => h('li', {}, zh)))))

/** Facts under a heading per type. */
export const factGroups = (facts: readonly FactView[], words: Words): HTMLElement =>
  h('div', {}, ...byType(facts).map(([type, own]) =>
    h('section', {}, h('h3', {}, words.relation(type)), h('ul', { class: 'hops' }, ...own.map((fact) => factItem(fact, words))))))
