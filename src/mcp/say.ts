import { ENTITY_KINDS, MODALITIES, RELATIONS, STRENGTHS, type Strength } from '../../schema/ontology/index.js'
import type { Permalinks } from './links.js'
import { articleUri } from './links.js'
import type { EntityShape, EvidenceShape, FactShape, PageShape, PathShape, Words } from './shapes.js'

/** Answers in words, Chinese first: one line for each fact, its quotes beneath, each with its source. */

export const NO_ARTICLE_SAYS_SO = '没有文章这样说 · no article says so'
export const CUT_SHORT = '为限定工作量，有所舍弃 · cut short to bound the work'

export const both = ({ zh, en }: Words): string => `${zh} · ${en}`
const strengthOf = (strength: Strength): string => `${strength} ${both(STRENGTHS[strength].label)}`

export function sayEntity({ id, kind, subkind, name, aliases, articleCount }: EntityShape): string {
  const other = aliases.filter((alias) => alias !== name)
  return `${name}（${ENTITY_KINDS[kind].label.zh}${subkind === '' ? '' : ` ${subkind}`}，${id}），见于 ${articleCount} 篇 · named in ${articleCount} articles${other.length === 0 ? '' : `；又作 · also ${other.join('、')}`}`
}

/** A quote as it stands in the source, then where that is. */
export function sayEvidence({ quote, article, speaker, eventDate, repairs }: EvidenceShape, indent = '  '): readonly string[] {
  const from = [article.title === '' ? article.id : `《${article.title}》`, article.source, article.date ?? '日期不明 · undated', article.url, articleUri(article.id)]
  const notes = [
    speaker === null ? '' : `说话人 · said by ${speaker.name}`, eventDate === null ? '' : `事发 · event ${eventDate}`,
    repairs.length === 0 ? '' : '引文含修复过的受损文字 · the quote holds damaged text that was repaired',
  ]
  const last = [...from, ...notes].filter((part) => part !== '').join('；')
  return [`${indent}> ${quote}`, `${indent}  — ${last}`]
}

/** `A —走访 VISITED·已发生→ B`. */
function statement({ type, title, modality, subject, object }: FactShape): string {
  const { forward, symmetric, derived } = RELATIONS[type]
  const label = [`${forward.zh} ${type}`, title, derived ? '' : `${MODALITIES[modality].label.zh} ${modality}`].filter((part) => part !== '').join('·')
  return `${subject.name} —${label}${symmetric ? '—' : '→'} ${object.name}`
}

const doubtsOf = ({ disputed, verdict }: FactShape): string =>
  [verdict === null ? '' : `审读 · verdict ${verdict.state}`, disputed ? '有异议 · disputed' : ''].filter((part) => part !== '').map((part) => `；${part}`).join('')

/** A fact, its permalink, and the quotes that it came with. */
export const sayFact = (fact: FactShape, links: Permalinks, indent = ''): readonly string[] => [
  `${indent}${statement(fact)}（${strengthOf(fact.strength)}${doubtsOf(fact)}） ${links.fact(fact.id)}`,
  ...(fact.evidence ?? []).flatMap((evidence) => sayEvidence(evidence, `${indent}  `)),
]

export const sayPath = ({ strength, reasons, hops }: PathShape, links: Permalinks): readonly string[] => [
  `- ${strengthOf(strength)}${reasons.length === 0 ? '' : `；${reasons.map(both).join('；')}`}`,
  ...hops.flatMap(({ fact }) => sayFact(fact, links, '  ')),
]

export const sayMore = ({ hasNextPage, endCursor }: PageShape): readonly string[] => (hasNextPage && endCursor !== null ? [`还有 · more: after = ${endCursor}`] : [])

export const sayNotes = (truncated: boolean, notes: readonly Words[]): readonly string[] => (notes.length > 0 ? notes.map(both) : truncated ? [CUT_SHORT] : [])
