import { ENTITY_KINDS, ENTITY_KIND_NAMES, MODALITIES, RELATIONS, STRENGTHS, type EntityKind, type Label } from './ontology/index.js'

/** Ontology → names for readers and tags for the recogniser. */

/** `O`, then `B-` and `I-` of each kind in the order of the ontology; a model's output layer follows it. */
export const BIO_TAGS: readonly string[] = ['O', ...ENTITY_KIND_NAMES.flatMap((kind) => [`B-${kind}`, `I-${kind}`])]

/** The kind a tag speaks of, or undefined for `O`. */
export const kindOfTag = (tag: string): EntityKind | undefined => ENTITY_KIND_NAMES.find((kind) => tag === `B-${kind}` || tag === `I-${kind}`)

/** Label of a subkind, or undefined when the kind has no such subkind. */
export function subkindLabel(kind: EntityKind, subkind: string): Label | undefined {
  const subkinds: Readonly<Record<string, Label>> = ENTITY_KINDS[kind].subkinds
  return Object.hasOwn(subkinds, subkind) ? subkinds[subkind] : undefined
}

/** Everything a reader's screen needs, as one JSON value: labels, colours, signatures, tags. */
export const toLabels = (): object => ({
  entityKinds: ENTITY_KINDS,
  relations: RELATIONS,
  strengths: STRENGTHS,
  modalities: MODALITIES,
  bioTags: BIO_TAGS,
})
