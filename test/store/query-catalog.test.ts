import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadCatalog, readParamText, type QueryCatalog } from '../../src/store/query-catalog.js'
import { parametersIn, parseQuery } from '../../src/store/query-header.js'

const HEAD = '// @name  q\n// @asks  What?\n'
const BODY = 'MATCH (n) RETURN n.id AS id'
const badQuery = expect.objectContaining({ code: 'BAD_QUERY' }) as Error

function catalogOf(files: Readonly<Record<string, string>>): QueryCatalog {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-queries-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return loadCatalog(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('query header', () => {
  it('reads name, question, parameters, rows and notes, and leaves the statement', () => {
    const { spec, body } = parseQuery(`${HEAD}// @param text string!\n// @param n int = 5\n// @param tags string[] = ["a"]\n// @row id string!\n// @row list string[] sorted\n// @note one\n// a remark\nMATCH (n) // $text\nWHERE n.t = $text AND n.k IN $tags\nRETURN n.id AS id, n.l AS list LIMIT $n\n`, 'q')
    expect(spec).toEqual({
      name: 'q', asks: 'What?', notes: ['one'],
      params: [{ name: 'text', type: 'string', required: true }, { name: 'n', type: 'int', required: false, fallback: 5 }, { name: 'tags', type: 'string[]', required: false, fallback: ['a'] }],
      rows: [{ name: 'id', type: 'string', required: true, sorted: false }, { name: 'list', type: 'string[]', required: false, sorted: true }],
    })
    expect(body.startsWith('MATCH')).toBe(true)
  })

  it.each([
    ['no name', `// @asks What?\n// @row id string!\n${BODY}`],
    ['two questions', `${HEAD}// @asks Again?\n// @row id string!\n${BODY}`],
    ['an unknown tag', `${HEAD}// @rows id string!\n// @row id string!\n${BODY}`],
    ['no rows', `${HEAD}${BODY}`],
    ['no statement', `${HEAD}// @row id string!\n`],
    ['an unknown type', `${HEAD}// @row id text!\n${BODY}`],
    ['a parameter neither required nor with a default', `${HEAD}// @param a int\n// @row id string!\n${BODY} LIMIT $a`],
    ['a parameter both required and with a default', `${HEAD}// @param a int! = 1\n// @row id string!\n${BODY} LIMIT $a`],
    ['a default of another type', `${HEAD}// @param a int = "1"\n// @row id string!\n${BODY} LIMIT $a`],
    ['a default that is not JSON', `${HEAD}// @param a string = x\n// @row id string!\n${BODY} LIMIT $a`],
    ['an undeclared parameter', `${HEAD}// @row id string!\n${BODY} LIMIT $a`],
    ['an unused parameter', `${HEAD}// @param a int = 1\n// @row id string!\n${BODY}`],
    ['a parameter used in a string only', `${HEAD}// @param a int = 1\n// @row id string!\nMATCH (n {t: '$a'}) RETURN n.id AS id`],
    ['a row declared twice', `${HEAD}// @row id string!\n// @row id string!\n${BODY}`],
    ['a sorted column that is no list', `${HEAD}// @row id string! sorted\n${BODY}`],
  ])('refuses %s', (_what, source) => {
    expect(() => parseQuery(source, 'q')).toThrow(badQuery)
  })

  it('sees no parameter inside strings', () => {
    expect([...parametersIn(`RETURN '$a \\' $b', "$c", $d, $d`)]).toEqual(['d'])
  })
})

describe('query catalog', () => {
  const Q = `${HEAD}// @param ids string[]!\n// @param n int = 5\n// @row id string!\n// @row list string[]! sorted\n// @row note string\nMATCH (n)-[r:{{relations}}]-() WHERE n.id IN $ids RETURN n.id AS id, n.l AS list, n.x AS note LIMIT $n`
  const catalog = catalogOf({ 'q.cypher': Q, 'overrides/other/q.cypher': '// @name q\n// @note because\nMATCH (n) WHERE n.id IN $ids RETURN n.id AS id, n.l AS list LIMIT $n' })

  it('loads the real queries', () => {
    expect(loadCatalog().list().length).toBeGreaterThan(20)
  })

  it('splices the relation types and nothing else', () => {
    expect(catalog.text('q', 'embedded')).toMatch(/\[r:HOLDS_POSITION\|VISITED\|[A-Z_|]+\]/u)
  })

  it('prefers the override of the dialect', () => {
    expect(catalog.text('q', 'other')).toMatch(/^MATCH \(n\) WHERE/u)
  })

  it('fills in defaults and drops what a list holds twice', () => {
    expect(catalog.bind('q', { ids: ['b', 'a', 'b'] })).toEqual({ ids: ['b', 'a'], n: 5 })
  })

  it.each([
    ['an unknown query', 'none', { ids: [] }],
    ['a missing parameter', 'q', {}],
    ['an unknown parameter', 'q', { ids: [], m: 1 }],
    ['a fraction for an int', 'q', { ids: [], n: 1.5 }],
    ['null', 'q', { ids: null }],
    ['a number in a list of strings', 'q', { ids: ['a', 1] }],
  ] as const)('refuses %s', (_what, name, params) => {
    expect(() => catalog.bind(name, params)).toThrow(badQuery)
  })

  it('sorts lists, gives an empty one for null, and lets a column without ! be null', () => {
    expect(catalog.shape('q', [{ id: '1', list: ['b', 'a'], note: null }, { id: '2', list: null, note: 'x' }])).toEqual([
      { id: '1', list: ['a', 'b'], note: null }, { id: '2', list: [], note: 'x' },
    ])
  })

  it.each([
    ['an undeclared column', { id: '1', list: [], note: '', more: 1 }],
    ['a missing column', { id: '1', list: [] }],
    ['null where there is never null', { id: null, list: [], note: '' }],
    ['another type', { id: 1, list: [], note: '' }],
  ])('refuses rows with %s', (_what, row) => {
    expect(() => catalog.shape('q', [row])).toThrow(badQuery)
  })

  it.each([
    ['a name that is not the file\'s', { 'other.cypher': Q }],
    ['an override of nothing', { 'overrides/x/q.cypher': '// @name q\n// @note why\nRETURN 1 AS id' }],
    ['an override without a reason', { 'q.cypher': Q, 'overrides/x/q.cypher': 'MATCH (n) WHERE n.id IN $ids RETURN n.id AS id LIMIT $n' }],
    ['an override with other parameters', { 'q.cypher': Q, 'overrides/x/q.cypher': '// @note why\nMATCH (n) RETURN n.id AS id LIMIT $n' }],
  ])('refuses %s', (_what, files) => {
    expect(() => catalogOf(files)).toThrow(badQuery)
  })
})

describe('a parameter as text', () => {
  it.each([
    ['string', ' a,b ', ' a,b '], ['int', '12', 12], ['float', '1.5', 1.5], ['boolean', 'true', true], ['string[]', 'a, b', ['a', 'b']], ['string[]', '', []],
  ] as const)('reads %s from %j', (type, text, expected) => {
    expect(readParamText({ name: 'p', type, required: true }, text)).toEqual(expected)
  })

  it.each([['int', '1.5'], ['int', ''], ['float', 'x'], ['boolean', 'yes']] as const)('refuses %s from %j', (type, text) => {
    expect(() => readParamText({ name: 'p', type, required: true }, text)).toThrow(badQuery)
  })
})
