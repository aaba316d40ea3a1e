import { ENTITY_KINDS, ENTITY_KIND_NAMES, MODALITIES, RELATIONS, RELATION_NAMES, STRENGTHS, isAllowed, type EndSpec, type Label } from '../../schema/ontology/index.js'
import { BIO_TAGS, kindOfTag, subkindLabel } from '../../schema/to-labels.js'
import { LEGAL_NAME, toStore } from '../../schema/to-store.js'

const CHINESE = /\p{Script=Han}/u
const sentence = /^[A-Z].*[.]$/u

const expectLabel = (label: Label): void => {
  expect(label.zh).toMatch(CHINESE)
  expect(label.en).toMatch(/^[A-Za-z][A-Za-z -]*$/)
}

describe('ontology', () => {
  it.each(ENTITY_KIND_NAMES)('declares kind %s with labels, doc, colour and a legal type name', (kind) => {
    const spec = ENTITY_KINDS[kind]
    expect(kind).toMatch(LEGAL_NAME)
    expect(spec.typeName).toMatch(/^[A-Z][A-Za-z0-9]*$/)
    expect(spec.colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(spec.doc).toMatch(sentence)
    expectLabel(spec.label)
    for (const [subkind, label] of Object.entries<Label>(spec.subkinds)) {
      expect(subkind).toMatch(LEGAL_NAME)
      expectLabel(label)
      expect(subkindLabel(kind, subkind)).toBe(label)
    }
  })

  it.each(RELATION_NAMES)('declares relation %s with both names, doc and ends that exist', (type) => {
    const spec = RELATIONS[type]
    expect(type).toMatch(/^[A-Z][A-Z_]*$/)
    expect(spec.doc).toMatch(sentence)
    expectLabel(spec.forward)
    expectLabel(spec.backward)
    expect(spec.symmetric).toBe(spec.forward.en === spec.backward.en)
    const ends: readonly EndSpec[] = [...spec.subject, ...spec.object]
    expect(spec.subject.length * spec.object.length).toBeGreaterThan(0)
    for (const end of ends) {
      expect(ENTITY_KIND_NAMES).toContain(end.kind)
      const known = Object.keys(ENTITY_KINDS[end.kind as keyof typeof ENTITY_KINDS].subkinds)
      for (const subkind of end.subkinds ?? []) expect(known).toContain(subkind)
    }
  })

  it('gives no two kinds, relations or edge labels one name', () => {
    const store = toStore()
    const names = [...store.nodes.map((node) => node.name), ...store.edges.map((edge) => edge.name), ...Object.values(store.kindLabels)]
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(LEGAL_NAME)
    for (const list of [ENTITY_KIND_NAMES.map((kind) => ENTITY_KINDS[kind].label.zh), RELATION_NAMES.map((type) => RELATIONS[type].forward.en)])
      expect(new Set<string>(list).size).toBe(list.length)
  })

  it.each([...Object.entries(STRENGTHS), ...Object.entries(MODALITIES)])('labels and explains %s', (name, spec) => {
    expect(name).toMatch(/^[A-Z][A-Z_]*$/)
    expect(spec.doc).toMatch(sentence)
    expectLabel(spec.label)
  })

  it('tags each kind with B and I, O first, and reads the kind back', () => {
    expect(BIO_TAGS).toHaveLength(1 + 2 * ENTITY_KIND_NAMES.length)
    expect(BIO_TAGS[0]).toBe('O')
    expect(BIO_TAGS.map(kindOfTag)).toEqual([undefined, ...ENTITY_KIND_NAMES.flatMap((kind) => [kind, kind])])
  })

  it.each([
    ['PERSON', 'VISITED', 'COMPANY', undefined, true],
    ['COMPANY', 'VISITED', 'PERSON', undefined, false],
    ['COMPANY', 'DESIGNATED', 'INITIATIVE', 'DESIGNATION', true],
    ['COMPANY', 'DESIGNATED', 'INITIATIVE', 'ZONE', false],
    ['COMPANY', 'DESIGNATED', 'INITIATIVE', undefined, false],
    ['REGION', 'PART_OF', 'REGION', undefined, true],
    ['REGION', 'PART_OF', 'ORGANIZATION', undefined, false],
  ] as const)('%s %s %s (%s) is allowed: %s', (subject, type, object, subkind, expected) => {
    expect(isAllowed(type, { kind: subject }, { kind: object, subkind })).toBe(expected)
  })
})

describe('store schema', () => {
  const store = toStore()

  it('has a typed edge for each relation, all with the same columns', () => {
    for (const type of RELATION_NAMES) {
      const edge = store.edges.find((table) => table.name === type)
      expect(edge).toMatchObject({ from: 'Entity', to: 'Entity' })
      expect(edge?.columns.map((column) => column.name)).toEqual(expect.arrayContaining(['factId', 'type', 'subjectId', 'strength', 'modality']))
    }
  })

  it('names columns legally and once, keys and indexes among them, edge ends among the tables', () => {
    for (const table of [...store.nodes, ...store.edges]) {
      const names = table.columns.map((column) => column.name)
      expect(new Set(names).size).toBe(names.length)
      for (const column of table.columns) {
        expect(column.name).toMatch(LEGAL_NAME)
        expect(['string', 'int', 'float', 'boolean', 'string[]']).toContain(column.type)
      }
    }
    for (const node of store.nodes) for (const name of [node.key, ...node.indexes.flatMap((index) => index.columns)])
      expect(node.columns.map((column) => column.name)).toContain(name)
    for (const edge of store.edges) for (const end of [edge.from, edge.to]) expect(store.nodes.map((node) => node.name)).toContain(end)
  })
})
