import type { ArticleRef, FactView, OntologyView } from '../data/answer-types.js'

/** Names of types from the ontology, and small helpers for what is shown. Pure. */

interface Label {
  readonly zh: string
  readonly en: string
}

export interface Words {
  readonly kind: (kind: string) => string
  /** '' for no subkind. */
  readonly subkind: (kind: string, subkind: string) => string
  readonly relation: (type: string) => string
  /** The relation read from its object. */
  readonly backward: (type: string) => string
  readonly strength: (strength: string) => string
  readonly modality: (modality: string) => string
  /** Colour of a kind, as the ontology gives it. */
  readonly colour: (kind: string) => string
}

const table = (pairs: readonly (readonly [string, string])[]) => {
  const map = new Map(pairs)
  return (key: string): string => map.get(key) ?? key
}

/** `say` picks the language of a label. */
export function wordsOf(ontology: OntologyView, say: (label: Label) => string): Words {
  const subkinds = table(ontology.kinds.flatMap(({ kind, subkinds: own }) => own.map(({ name, label }) => [`${kind} ${name}`, say(label)] as const)))
  return {
    kind: table(ontology.kinds.map(({ kind, label }) => [kind, say(label)])),
    subkind: (kind, subkind) => (subkind === '' ? '' : subkinds(`${kind} ${subkind}`).replace(`${kind} `, '')),
    relation: table(ontology.relations.map(({ type, forward }) => [type, say(forward)])),
    backward: table(ontology.relations.map(({ type, backward }) => [type, say(backward)])),
    strength: table(ontology.strengths.map(({ strength, label }) => [strength, say(label)])),
    modality: table(ontology.modalities.map(({ modality, label }) => [modality, say(label)])),
    colour: table(ontology.kinds.map(({ kind, colour }) => [kind, colour])),
  }
}

/** Title, source and day of an article, as far as they are known. */
export function citation({ title, source, date }: ArticleRef, untitled: string, undated: string): string {
  const rest = [source, date ?? undated].filter((part) => part !== '').join('，')
  return `${title === '' ? untitled : `《${title}》`} ${rest}`
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
