/** Paths and facts as rows of text, each with its quotes. */
import { MODALITIES, RELATIONS } from '../../schema/ontology/index.js'
import type { FactAsOf } from '../answers/as-of.js'
import { entitiesByIds, evidenceOfFacts } from '../answers/lookups.js'
import type { LinkPath } from '../answers/paths.js'
import type { EntityRecord, Evidence, FactRecord } from '../core/records.js'
import type { GraphStore, StoreRow } from '../store/port.js'

/** Articles quoted for a co-mention, which may have very many. */
const CO_MENTION_ARTICLES = 1

/** What the facts of an answer refer to: names by entity id and evidence by fact id. Two or three store calls, however many facts. */
export interface FactTexts {
  readonly names: ReadonlyMap<string, EntityRecord>
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>
}

/** Facts that are told as known by a day are quoted from what was known by it; one answer has one day. */
export async function factTexts(store: GraphStore, facts: readonly FactAsOf[]): Promise<FactTexts> {
  const asOf = facts.find((fact) => fact.asOf !== undefined)?.asOf ?? ''
  const ids = [...new Set(facts.map(({ id }) => id))]
  const [names, evidence] = await Promise.all([
    entitiesByIds(store, [...new Set(facts.flatMap(({ subjectId, objectId }) => [subjectId, objectId]))]),
    evidenceOfFacts(store, ids, CO_MENTION_ARTICLES, { asOf }),
  ])
  return { names, evidence }
}

const nameOf = ({ names }: FactTexts, id: string): string => names.get(id)?.name ?? id

const labelOf = ({ type, modality, title }: FactRecord): string => {
  const relation = RELATIONS[type]
  const parts = [relation.forward.zh, title, relation.derived ? '' : MODALITIES[modality].label.zh]
  return parts.filter((part) => part !== '').join('·')
}

/** A fact on one line. */
export const factText = (fact: FactRecord, texts: FactTexts): string => nameOf(texts, fact.subjectId) + arrow({ fact, forward: true }) + nameOf(texts, fact.objectId)

const arrow = ({ fact, forward }: { readonly fact: FactRecord; readonly forward: boolean }): string => {
  if (RELATIONS[fact.type].symmetric) return ` —${labelOf(fact)}— `
  return forward ? ` —${labelOf(fact)}→ ` : ` ←${labelOf(fact)}— `
}

/** A path on one line, from its first entity to its last; an arrow points from subject to object. */
export function pathText({ hops }: LinkPath, texts: FactTexts): string {
  const [first] = hops
  if (first === undefined) return ''
  const start = nameOf(texts, first.forward ? first.fact.subjectId : first.fact.objectId)
  return start + hops.map((hop) => arrow(hop) + nameOf(texts, hop.forward ? hop.fact.objectId : hop.fact.subjectId)).join('')
}

/** The first quote of each hop, in the order of the walk; of a co-mention both. */
export const quotesOf = ({ hops }: LinkPath, { evidence }: FactTexts): readonly string[] =>
  hops.flatMap(({ fact }) => (evidence.get(fact.id) ?? []).slice(0, RELATIONS[fact.type].derived ? 2 : 1).map(({ cleanQuote }) => cleanQuote))

export const pathRow = (path: LinkPath, texts: FactTexts): StoreRow => ({
  strength: path.strength,
  path: pathText(path, texts),
  quotes: quotesOf(path, texts),
  reasons: path.reasons.map(({ zh }) => zh),
})

export const factRow = (fact: FactRecord, texts: FactTexts): StoreRow => {
  const all = texts.evidence.get(fact.id) ?? []
  // What the fact rests on comes first: a rumour or a plan told beside a denial is not its proof.
  const evidence = [...all.filter(({ modality }) => modality === fact.modality), ...all.filter(({ modality }) => modality !== fact.modality)]
  return {
    type: fact.type,
    statement: factText(fact, texts),
    subject: nameOf(texts, fact.subjectId),
    object: nameOf(texts, fact.objectId),
    title: fact.title,
    strength: fact.strength,
    modality: fact.modality,
    firstSeen: fact.firstSeen,
    lastSeen: fact.lastSeen,
    articles: fact.articleCount,
    quotes: evidence.map(({ cleanQuote }) => cleanQuote),
    articleIds: [...new Set(evidence.map(({ articleId }) => articleId))],
  }
}
