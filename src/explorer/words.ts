import type { ArticleRef, FactView, OntologyView } from './answer-types.js'

/** How the page says things: names of types from the ontology, plain explanations of its own. Pure. */

const STRENGTH_SAYS: Readonly<Record<string, string>> = {
  STATED: '有一句话明说两者的关系。',
  IMPLIED: '联系上下文（上一句、代词、名单开头或电头）可知两者的关系。',
  CHAIN: '没有一句话把两者连在一起；它们经由下列各步相连，每一步都有原文。',
  CO_SENTENCE: '两者同在一句话里，除此之外什么也没说。',
  CO_ARTICLE: '两者同在一篇文章里，除此之外什么也没说。',
  INFERRED: '没有文章这样说，由行政区划等推出。',
}

export interface Words {
  kind(kind: string): string
  subkind(kind: string, subkind: string): string
  relation(type: string): string
  strength(strength: string): string
  modality(modality: string): string
}

const table = (pairs: readonly (readonly [string, string])[]) => {
  const map = new Map(pairs)
  return (key: string): string => map.get(key) ?? key
}

export function wordsOf(ontology: OntologyView): Words {
  const subkinds = table(ontology.kinds.flatMap(({ kind, subkinds: own }) => own.map(({ name, label }) => [`${kind} ${name}`, label.zh] as const)))
  return {
    kind: table(ontology.kinds.map(({ kind, label }) => [kind, label.zh])),
    subkind: (kind, subkind) => (subkind === '' ? '' : subkinds(`${kind} ${subkind}`).replace(`${kind} `, '')),
    relation: table(ontology.relations.map(({ type, forward }) => [type, forward.zh])),
    strength: table(ontology.strengths.map(({ strength, label }) => [strength, label.zh])),
    modality: table(ontology.modalities.map(({ modality, label }) => [modality, label.zh])),
  }
}

/** What a strength means, in one sentence. */
export const strengthSays = (strength: string): string => STRENGTH_SAYS[strength] ?? ''

/** Title, source and day of an article, as far as they are known. */
export function citation({ id, title, source, date }: ArticleRef): string {
  const rest = [source, date ?? '日期不详'].filter((part) => part !== '').join('，')
  return `${title === '' ? `无题文章 ${id}` : `《${title}》`} ${rest}`
}

/** How many more pieces of evidence there are than are shown, in words; '' when none. */
export function moreEvidence({ evidenceCount, evidence }: Pick<FactView, 'evidenceCount' | 'evidence'>): string {
  const more = evidenceCount - evidence.length
  return more > 0 ? `另有 ${more} 处证据` : ''
}

/** Facts under the name of their type, in the order in which the types first come. */
export function byType(facts: readonly FactView[]): readonly (readonly [string, readonly FactView[]])[] {
  const groups = new Map<string, FactView[]>()
  for (const fact of facts) {
    const known = groups.get(fact.type)
    if (known === undefined) groups.set(fact.type, [fact])
    else known.push(fact)
  }
  return [...groups]
}

/** Candidates that an error lists, checked field by field because they come as plain JSON. */
export function entitiesIn(value: unknown): readonly { readonly id: string; readonly name: string; readonly kind: string }[] {
  if (!Array.isArray(value)) return []
  return (value as readonly unknown[]).flatMap((item) => {
    const { id, name, kind } = (item ?? {}) as Readonly<Record<string, unknown>>
    return typeof id === 'string' && typeof name === 'string' && typeof kind === 'string' ? [{ id, name, kind }] : []
  })
}
