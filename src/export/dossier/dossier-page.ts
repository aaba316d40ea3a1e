import type { ArticleRecord } from '../../core/records.js'
import type { Links } from '../export-graph.js'
import { rankedEvidence } from '../lead-evidence.js'
import { both, modalityWords, sortOf, strengthWords } from '../words.js'
import { heading, note, paragraph, type Block, type Inlines, type Page } from './blocks.js'
import { citeEnglish, citeGbt7714 } from './citation.js'
import type { Dossier, DossierFact, DossierGroup, DossierName } from './dossier.js'
import { DOUBTS, type Doubt } from './doubts.js'
import { contextOf, sourceLine } from './quoted.js'

/** A dossier as a document. */

/** Quotes of one fact; the rest stands on its card. */
const QUOTES = 3

export interface DossierPageOptions {
  /** ISO date on which the addresses were looked at, or ''. */
  readonly accessed?: string | undefined
  readonly links?: PageLinks | undefined
}

/** True of nearly all facts of a young graph; told with the sources, not as an alarm. */
const QUIET: readonly Doubt[] = ['SINGLE_SOURCE']

function nameBlocks({ form, introduced }: DossierName): readonly Block[] {
  if (introduced === undefined) return [paragraph({ strong: form }), note('没有文章这样写 · no article writes it so')]
  const { quote, raw, article } = introduced
  return [paragraph({ strong: form }), { kind: 'quote', ...contextOf(article, raw), quote, source: sourceLine(article) }]
}

/** Addresses of entities and facts; without them a page on paper or in a mail names ids. */
export type PageLinks = Pick<Links, 'entity' | 'fact'>
const NO_LINKS: PageLinks = { entity: () => '', fact: () => '' }

const other = ({ item: { fact, subject, object } }: DossierFact, entityId: string, links: PageLinks): Inlines => {
  const end = fact.subjectId === entityId ? object : subject
  return [{ text: end.name, href: links.entity(end.id) }, fact.title === '' ? '' : `　${fact.title}`]
}

function datesOf({ item: { fact } }: DossierFact): string {
  if (fact.firstSeen === '') return '日期不详 · undated'
  return fact.firstSeen === fact.lastSeen ? fact.firstSeen : `${fact.firstSeen} – ${fact.lastSeen}`
}

function factBlocks(own: DossierFact, { entity, articles }: Dossier, links: PageLinks): readonly Block[] {
  const { item, originals, doubts } = own
  const { fact, speaker } = item
  const says = speaker === undefined ? '' : `；${speaker.name} 所说 · said by ${speaker.name}`
  const sources = `${fact.articleCount} 篇文章，${originals} 个独立来源 · ${fact.articleCount} articles, ${originals} independent`
  const ranked = rankedEvidence(item)
  const quotes = ranked.slice(0, QUOTES).flatMap((piece): readonly Block[] => {
    const article = articles.get(piece.articleId)
    return article === undefined ? [] : [{ kind: 'quote', ...contextOf(article, piece.raw), quote: piece.quote, source: sourceLine(article) }]
  })
  const loud = doubts.filter((doubt) => !QUIET.includes(doubt))
  return [
    paragraph('▪ ', ...other(own, entity.id, links), '　', { text: `引用卡 · card ${fact.id}`, href: links.fact(fact.id) }),
    note(`${both(strengthWords(fact))}；${both(modalityWords(fact))}${says}；${datesOf(own)}；${sources}`),
    ...loud.map((doubt): Block => ({ kind: 'paragraph', tone: 'doubt', inlines: [both(DOUBTS[doubt])] })),
    ...quotes,
    ...(ranked.length > quotes.length ? [note(`另有 ${ranked.length - quotes.length} 处引句，见引用卡 · more quotes on the card`)] : []),
  ]
}

const groupBlocks = (group: DossierGroup, dossier: Dossier, links: PageLinks): readonly Block[] => [
  heading(2, `${both(group.label)}（${group.facts.length}）`),
  ...group.facts.flatMap((own) => factBlocks(own, dossier, links)),
]

/** Each doubt with the facts it weighs on. */
function doubtBlocks({ groups, entity }: Dossier, links: PageLinks): readonly Block[] {
  const facts = groups.flatMap((group) => group.facts.map((own) => ({ own, group })))
  const items = (Object.keys(DOUBTS) as Doubt[]).flatMap((doubt): readonly Inlines[] => {
    const touched = facts.filter(({ own }) => own.doubts.includes(doubt))
    if (touched.length === 0) return []
    const about = touched.slice(0, 12).flatMap(({ own, group }, index): Inlines => [index === 0 ? '：' : '、', `${group.label.zh} `, ...other(own, entity.id, links)])
    return [[{ strong: both(DOUBTS[doubt]) }, `（${touched.length}/${facts.length}）`, ...about, touched.length > 12 ? '……' : '']]
  })
  return items.length === 0 ? [paragraph('没有 · none')] : [{ kind: 'list', items }]
}

const byDate = (a: ArticleRecord, b: ArticleRecord): number => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date > b.date ? -1 : 1)

/** The document; facts by relation, then doubts, then sources. */
export function dossierPage(dossier: Dossier, { accessed = '', links = NO_LINKS }: DossierPageOptions = {}): Page {
  const { entity, names, groups, articles, factsLeftOut } = dossier
  const sources = [...articles.values()].sort(byDate)
  return {
    title: entity.name,
    blocks: [
      heading(1, entity.name),
      note(`${both(sortOf(entity))}；${entity.articleCount} 篇文章提及 · named in ${entity.articleCount} articles；${entity.id}`),
      heading(2, '名称 · Names'),
      ...names.flatMap(nameBlocks),
      ...(groups.length === 0 ? [heading(2, '事实 · Facts'), paragraph('没有文章说到它与别的有何关系 · no article says how it relates to anything')] : groups.flatMap((group) => groupBlocks(group, dossier, links))),
      ...(factsLeftOut > 0 ? [note(`另有 ${factsLeftOut} 条事实未列出 · ${factsLeftOut} more facts are not listed`)] : []),
      heading(2, '存疑 · Open doubts'),
      ...doubtBlocks(dossier, links),
      heading(2, '来源 · Sources'),
      ...(sources.length === 0 ? [paragraph('没有 · none')] : [{ kind: 'list', items: sources.map((article): Inlines => [citeGbt7714(article, accessed), ' ／ ', citeEnglish(article, accessed)]) } satisfies Block]),
      note('由程序从文章中抽取；引句与原文逐字一致，关系为程序判读 · Extracted by a program: quotes are the raw text to the character, relations are its reading.'),
    ],
  }
}
