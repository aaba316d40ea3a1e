/** The shape of a declaration. Imports nothing, so that everything may import it. */

/** A label for readers, Chinese first. */
export interface Label {
  readonly zh: string
  readonly en: string
}

/** One kind of entity. `subkinds` is empty when the kind has none. */
export interface EntityKindSpec {
  /** One sentence: what it is, and where it stops. */
  readonly doc: string
  readonly label: Label
  /** GraphQL object type and Neo4j label; PascalCase. */
  readonly typeName: string
  /** Explorer colour, `#rrggbb`. */
  readonly colour: string
  readonly subkinds: Readonly<Record<string, Label>>
}

/** Which entities may stand at one end: a kind, or a kind narrowed to some of its subkinds. */
export interface EndSpec<Kind extends string = string> {
  readonly kind: Kind
  readonly subkinds?: readonly string[]
}

/** One relation type. Direction is subject → object; a symmetric one is unordered. */
export interface RelationSpec<Kind extends string = string> {
  readonly doc: string
  /** Name read from the subject (走访了). */
  readonly forward: Label
  /** Name read from the object (被走访). */
  readonly backward: Label
  readonly subject: readonly EndSpec<Kind>[]
  readonly object: readonly EndSpec<Kind>[]
  readonly symmetric: boolean
  /** True when the program derives it and no annotation or rule may emit it. */
  readonly derived: boolean
}
