import { parse as parseCsv } from 'csv-parse/sync'
import graphology from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import jsonld from 'jsonld'
import { ENTITY_KINDS } from '../../schema/ontology/entities.js'
import { expandIri, factClassOf, PREFIXES } from '../../schema/vocabulary.js'
import { unguardCell } from '../../src/export/formats/csv.js'
import { splitList } from '../../src/export/words.js'
import { writeExport, type ExportRequest } from '../../src/export/write-export.js'
import { SMALL, SMALL_GRAPH } from '../fixtures/small-graph.js'
import { collect, openTempStore, type TempStore } from '../fixtures/temp-store.js'
import { HOSTILE_NAMES, hostileGraph } from '../fixtures/hostile-graph.js'

/** Each format is read back by a reader that others wrote. */

let temp: TempStore
beforeAll(async () => {
  temp = await openTempStore()
  await temp.store.write([...SMALL_GRAPH, ...hostileGraph()])
})
afterAll(() => temp.remove())

const textOf = async (request: Partial<ExportRequest>): Promise<string> =>
  (await collect((await writeExport(temp.store, { format: 'jsonl', scope: { kind: 'all' }, ...request })).text)).join('')

type Row = Readonly<Record<string, string>>
const tableOf = async (table: string): Promise<readonly Row[]> => {
  const rows: Row[] = parseCsv(await textOf({ format: 'csv', table }), { columns: true, bom: true, relax_column_count: false })
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, unguardCell(cell)])))
}

const evidenceCount = [...SMALL_GRAPH, ...hostileGraph()].flatMap(({ evidence }) => evidence).length
const FACTS = 12 + HOSTILE_NAMES.length

/** What XML 1.0 can hold of a name. */
/** GEXF writes colours by their parts. */
const inRgb = (hex: string): string => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')})`
const inXml = (name: string): string => name.replaceAll('\u0007', '\uFFFD')

describe('every format', () => {
  let other: TempStore
  beforeAll(async () => {
    other = await openTempStore()
    for (const graph of [...SMALL_GRAPH, ...hostileGraph()].reverse()) await other.store.write([graph])
  })
  afterAll(() => other.remove())

  test.each(['csv', 'jsonld', 'graphml', 'gexf', 'ftm', 'cypher'])('%s gives the same text whatever the order in which the articles came', async (format) => {
    const again = (await collect((await writeExport(other.store, { format, scope: { kind: 'all' } })).text)).join('')
    expect(again).toBe(await textOf({ format }))
  })
})

describe('csv, read by csv-parse', () => {
  test('keeps every name, alias and quote, and begins no cell as a formula', async () => {
    const raw: readonly string[][] = parseCsv(await textOf({ format: 'csv', table: 'entities' }), { bom: true })
    expect(raw.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([])
    const entities = await tableOf('entities')
    const names = entities.map((row) => row['name'])
    for (const name of HOSTILE_NAMES) expect(names).toContain(name)
    for (const row of entities.filter(({ name }) => HOSTILE_NAMES.includes(name ?? ''))) expect(splitList(row['aliases'] ?? '')).toEqual([`${(row['name'] ?? '').slice(0, 40)}；简称`])
  })

  test.each([['facts', FACTS], ['evidence', evidenceCount], ['articles', 7]] as const)('has all rows of %s', async (table, count) => {
    expect(await tableOf(table)).toHaveLength(count)
  })

  test('gives evidence its exact quote and place', async () => {
    const articles = new Map([...SMALL_GRAPH, ...hostileGraph()].map(({ article }) => [article.id, article.rawText]))
    for (const row of await tableOf('evidence')) expect(articles.get(row['articleId'] ?? '')?.slice(Number(row['rawStart']), Number(row['rawEnd']))).toBe(row['quote'])
  })
})

describe.each([
  ['graphml', (text: string) => parseGraphml(graphology.MultiGraph, text)],
  ['gexf', (text: string) => parseGexf(graphology.MultiGraph, text)],
])('%s, read by graphology', (format, parse) => {
  test('has all nodes and edges with their attributes', async () => {
    const graph = parse(await textOf({ format }))
    expect(graph.order).toBe(10 + 1 + HOSTILE_NAMES.length)
    expect(graph.size).toBe(FACTS)
    const names = graph.mapNodes((_, attributes) => attributes['name'] as string)
    for (const name of HOSTILE_NAMES) expect(names).toContain(inXml(name))
    const visits = graph.filterEdges((_, attributes) => attributes['type'] === 'VISITED')
    expect(visits).toHaveLength(2 + HOSTILE_NAMES.length)
    for (const visit of visits) expect(graph.isDirected(visit)).toBe(true)
    expect(graph.filterEdges((edge) => graph.isUndirected(edge)).map((edge) => graph.getEdgeAttribute(edge, 'type') as string)).toEqual(['COLLABORATES_WITH'])
    const joins = graph.edges(SMALL.chips, SMALL.zone).map((edge) => graph.getEdgeAttributes(edge))
    expect(joins).toMatchObject([{ type: 'PARTICIPATES_IN', firstSeen: '2031-06-04', quote: expect.stringContaining('云泽湾') as string }])
    expect(graph.getNodeAttribute(SMALL.chips, 'color')).toBe(format === 'gexf' ? inRgb(ENTITY_KINDS.COMPANY.colour) : ENTITY_KINDS.COMPANY.colour)
  })
})

test('gexf dates its edges', async () => {
  const text = await textOf({ format: 'gexf' })
  expect(text).toContain('mode="dynamic"')
  expect(text).toMatch(/<edge [^>]*kind="VISITED" start="2031-06-03"/u)
})

describe('json-ld, read by jsonld', () => {
  interface Node {
    readonly '@id'?: string
    readonly '@type'?: readonly string[]
    readonly [predicate: string]: unknown
  }
  /** A reader without a network: the context stands in the file. */
  const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`asked for ${url}`))
  const expand = async (request: Partial<ExportRequest> = {}): Promise<readonly Node[]> =>
    (await jsonld.expand(JSON.parse(await textOf({ format: 'jsonld', ...request })) as jsonld.JsonLdDocument, { documentLoader })) as readonly Node[]
  const ofType = (nodes: readonly Node[], type: string): readonly Node[] => nodes.filter((node) => node['@type']?.includes(type) === true)
  const values = (node: Node | undefined, predicate: string): readonly unknown[] =>
    ((node?.[predicate] ?? []) as readonly Readonly<Record<string, unknown>>[]).map((value) => value['@value'] ?? value['@id'] ?? value)

  test('has every entity, fact and piece of evidence, names unharmed', async () => {
    const nodes = await expand()
    const names = ofType(nodes, expandIri('pg:Entity')).flatMap((node) => values(node, expandIri('schema:name')))
    for (const name of HOSTILE_NAMES) expect(names).toContain(name)
    expect(ofType(nodes, expandIri('pg:Fact'))).toHaveLength(FACTS)
    expect(ofType(nodes, `${PREFIXES.pg}${factClassOf('VISITED')}`)).toHaveLength(2 + HOSTILE_NAMES.length)
    expect(ofType(nodes, expandIri('oa:Annotation'))).toHaveLength(evidenceCount)
  })

  test('selects by position in characters and by quote, and both find the quote in the article', async () => {
    const texts = new Map([...SMALL_GRAPH, ...hostileGraph()].map(({ article }) => [article.textHash, article.rawText]))
    for (const node of ofType(await expand(), expandIri('oa:Annotation'))) {
      const [target] = node[expandIri('oa:hasTarget')] as readonly Node[]
      const selectors = target?.[expandIri('oa:hasSelector')] as readonly Node[]
      const [position, quote] = ['TextPositionSelector', 'TextQuoteSelector'].map((type) => selectors.find((selector) => selector['@type']?.includes(`${PREFIXES.oa}${type}`)))
      const text = texts.get(String(values(node, expandIri('pg:textHash'))[0])) ?? ''
      const [start, end] = ['start', 'end'].map((edge) => Number(values(position, `${PREFIXES.oa}${edge}`)[0]))
      const [exact, prefix, suffix] = ['exact', 'prefix', 'suffix'].map((part) => String(values(quote, `${PREFIXES.oa}${part}`)[0]))
      expect(Array.from(text).slice(start, end).join('')).toBe(exact)
      expect(text).toContain(`${prefix}${exact}${suffix}`)
    }
  })

  test('states as a triple of its own only what a text says outright', async () => {
    const nodes = await expand()
    const designated = nodes.flatMap((node) => values(node, `${PREFIXES.pg}designated`))
    expect(designated).toHaveLength(1) // 芯河科技's is denied
    const quads = (await jsonld.toRDF(JSON.parse(await textOf({ format: 'jsonld' })) as jsonld.JsonLdDocument, { documentLoader })) as readonly { readonly predicate: { readonly value: string } }[]
    expect(quads.filter(({ predicate }) => predicate.value === `${PREFIXES.pg}investsIn`)).toEqual([]) // only planned
    expect(quads.filter(({ predicate }) => predicate.value === `${PREFIXES.pg}designated`)).toHaveLength(1)
  })

  test('links to where the server has it when told the address', async () => {
    const nodes = await expand({ base: 'https://graph.test/news' })
    expect(ofType(nodes, expandIri('pg:Fact'))[0]?.['@id']).toMatch(/^https:\/\/graph\.test\/news\/fact\/f_/u)
    expect(JSON.stringify(nodes)).not.toContain('javascript:alert(1)","')
  })
})
