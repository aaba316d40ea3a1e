import ts from 'typescript'
import { nodesOf, sourceFiles, type SourceFile } from './source-tree.js'

const CODE = ['src', 'ingest', 'schema', 'models', 'queries', 'test']

/** `path: code` for each node that breaks a rule. */
const breaking = (files: readonly SourceFile[], breaks: (node: ts.Node) => boolean): readonly string[] =>
  files.flatMap(({ path, text }) => nodesOf(text).filter(breaks).map((node) => `${path}: ${node.getText()}`))

const isAny = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.AnyKeyword

/** Keys of a data table may be Chinese; names that code declares or calls may not. */
const isForeignName = (node: ts.Node): boolean => ts.isIdentifier(node) && !ts.isPropertyAssignment(node.parent) && /[^\p{ASCII}]/u.test(node.text)

const isDefaultExport = (node: ts.Node): boolean => ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)

const isOneOf = (names: readonly string[]) => (node: ts.Node): boolean => ts.isPropertyAccessExpression(node) && names.some((name) => node.getText() === name || node.getText().startsWith(`${name}.`))
const printsOrExits = isOneOf(['console', 'process.exit', 'process.exitCode', 'process.stdout'])
const readsEnvironment = isOneOf(['process.env'])

const STORE_NAMES = ['embedded', 'neo4j', 'ladybug', 'kuzu']
const EQUALITY = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]
const namesStore = (node: ts.Node): boolean => (ts.isStringLiteral(node) && STORE_NAMES.includes(node.text.toLowerCase())) || /\btraits\.label$/u.test(node.getText())
const comparesStore = (node: ts.Node): boolean =>
  (ts.isBinaryExpression(node) && EQUALITY.includes(node.operatorToken.kind) && (namesStore(node.left) || namesStore(node.right))) || (ts.isCaseClause(node) && namesStore(node.expression))

describe('the source tree', () => {
  test('is found at all', () => {
    expect(sourceFiles(CODE).length).toBeGreaterThan(60)
  })

  test('holds no file longer than 300 lines', () => {
    const long = sourceFiles(CODE, ['.ts', '.cypher', '.java']).filter(({ text }) => text.trimEnd().split('\n').length > 300)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('uses no `any`', () => {
    expect(breaking(sourceFiles(CODE), isAny)).toEqual([])
  })

  test('silences the compiler nowhere', () => {
    const silenced = sourceFiles(['src', 'ingest', 'schema', 'models']).filter(({ text }) => /@ts-(?:ignore|nocheck|expect-error)/u.test(text))
    expect(silenced.map(({ path }) => path)).toEqual([])
  })

  test('names things in ASCII; Chinese stands in strings, rules and data only', () => {
    expect(breaking(sourceFiles(CODE), isForeignName)).toEqual([])
  })

  test('has kebab-case file names', () => {
    const names = sourceFiles(CODE).map(({ path }) => path)
    expect(names.filter((path) => !/(?:^|\/)[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d)?\.ts$/u.test(path))).toEqual([])
  })

  test('has named exports only', () => {
    expect(breaking(sourceFiles(CODE), isDefaultExport)).toEqual([])
  })

  test('asks a store for its traits; its name is compared in src/store/<name>/ and where it is opened', () => {
    const outside = sourceFiles(['src', 'ingest']).filter(({ path }) => !/^src\/store\/(?:embedded\/|neo4j\/|open-store\.ts$)/u.test(path))
    expect(breaking(outside, comparesStore)).toEqual([])
  })

  test('prints and exits in src/cli/main.ts only', () => {
    const quiet = sourceFiles(['src', 'ingest']).filter(({ path }) => path !== 'src/cli/main.ts' && !path.startsWith('src/explorer/'))
    expect(breaking(quiet, printsOrExits)).toEqual([])
  })

  test('reads the environment in main.ts, where the segmenter is chosen, and where programs are started', () => {
    const allowed = /^(?:src\/cli\/main\.ts|ingest\/3-extract\/segmenter\/open-segmenter\.ts|src\/store\/neo4j\/local\/.*)$/u
    expect(breaking(sourceFiles(['src', 'ingest', 'schema']).filter(({ path }) => !allowed.test(path)), readsEnvironment)).toEqual([])
  })
})

describe('the checks themselves', () => {
  const found = (text: string, breaks: (node: ts.Node) => boolean): boolean => nodesOf(text).some(breaks)

  test.each<[string, (node: ts.Node) => boolean, string, string]>([
    ['any', isAny, 'const a: any = 1', "const a = 'any'"],
    ['a foreign name', isForeignName, 'const 市 = 1', "const a = { 市: '市' } // 市"],
    ['a default export', isDefaultExport, 'export default 1', 'switch (a) { default: break }'],
    ['a compared store', comparesStore, "if (store.name === 'neo4j') f()", "const label = 'neo4j'"],
    ['a compared label', comparesStore, 'if (store.traits.label !== x) f()', 'f(store.traits.label)'],
    ['printing', printsOrExits, "console.log('x')", "const a = 'console.log'"],
    ['exiting', printsOrExits, 'process.exit(1)', 'process.cwd()'],
    ['the environment', readsEnvironment, "process.env['A']", "env['A']"],
  ])('see %s, and only that', (_name, breaks, bad, good) => {
    expect(found(bad, breaks)).toBe(true)
    expect(found(good, breaks)).toBe(false)
  })
})
