import { DataFactory, Writer, type NamedNode, type Quad_Object } from 'n3'
import { expandIri, PREFIXES, type CompactIri, type Prefix } from './vocabulary.js'

/** Turtle, written by n3 in the order in which the triples were said. Used when files are generated, never at run time. */

export type Node = NamedNode
export type Value = Quad_Object

export const iri = (compact: CompactIri): Node => DataFactory.namedNode(expandIri(compact))
export const fullIri = (text: string): Node => DataFactory.namedNode(text)
export const text = (value: string, language?: 'zh' | 'en'): Value => DataFactory.literal(value, language)
export const count = (value: number): Value => DataFactory.literal(value)
export const yes = (value: boolean): Value => DataFactory.literal(String(value), DataFactory.namedNode(expandIri('xsd:boolean')))

/** What is said of one subject; a nested list of pairs is a blank node, an array of values under `list` an RDF list. */
export type Said = readonly (readonly [CompactIri, Value | Nested | ListOf])[]
export interface Nested {
  readonly of: Said
}
export interface ListOf {
  readonly list: readonly (Value | Nested)[]
}

export const nested = (...of: Said): Nested => ({ of })
export const listOf = (list: readonly (Value | Nested)[]): ListOf => ({ list })

/** Collects triples and writes them. `names` are the prefixes the file declares. */
export class Turtle {
  readonly #writer: Writer

  constructor(names: readonly Prefix[]) {
    this.#writer = new Writer({ prefixes: Object.fromEntries(names.map((name) => [name, PREFIXES[name]])) })
  }

  say(subject: Node, said: Said): void {
    for (const [predicate, value] of said) this.#writer.addQuad(DataFactory.quad(subject, DataFactory.namedNode(expandIri(predicate)), this.#term(value)))
  }

  /** The whole file. */
  end(): string {
    let written = ''
    this.#writer.end((_error, result: string) => {
      written = result
    })
    return written
  }

  #term(value: Value | Nested | ListOf): Value {
    if ('of' in value) return this.#writer.blank(value.of.map(([predicate, inner]) => ({ predicate: DataFactory.namedNode(expandIri(predicate)), object: this.#term(inner) })))
    if ('list' in value) return this.#writer.list(value.list.map((item) => this.#term(item))) as unknown as Value // its types call the serialised list an array
    return value
  }
}
