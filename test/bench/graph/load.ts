import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ENTITY_KIND_NAMES } from '../../../schema/ontology/index.js'
import { toStore, type ColumnType } from '../../../schema/to-store.js'
import { openEmbeddedClient } from '../../../src/store/embedded/embedded-client.js'
import { pageCacheFromEnv } from '../../../src/store/embedded/open-database.js'
import { ensureJars } from '../../../src/store/neo4j/local/neo4j-jars.js'
import { CsvWriter, isEdge, quoted, type CsvFiles, type CsvForm } from './csv.js'
import { planGraph } from './plan.js'
import { tableRows } from './rows.js'

/**
 * Fills an empty store with a generated graph through the store's own bulk loader: COPY of the embedded database, offline import of
 * Neo4j. Constraints and indexes of Neo4j come with `applySchema`.
 */

const run = promisify(execFile)

export interface Loaded {
  /** Nodes and edges. */
  readonly rows: number
  /** Seconds to make the files, and to load them. */
  readonly making: number
  readonly loading: number
}

export interface LoadArgs {
  readonly facts: number
  readonly seed: number
  /** Folder of the store; made when absent. */
  readonly folder: string
}

const seconds = (since: number): number => (performance.now() - since) / 1000

export const FOR_EMBEDDED: CsvForm = { list: (items) => `[${items.join(',')}]`, head: () => '' }

/** Nodes first; edges need their ends. */
const inOrder = (): readonly string[] => [...toStore().nodes, ...toStore().edges].map(({ name }) => name)

/** Puts the files into a new embedded database in the folder. */
export async function copyInto(folder: string, { paths }: CsvFiles): Promise<void> {
  const client = await openEmbeddedClient(folder, pageCacheFromEnv(process.env))
  try {
    await client.applySchema(toStore())
    for (const table of inOrder()) {
      const path = paths.get(table)
      if (path !== undefined) await client.read(`COPY \`${table}\` FROM '${path}' (header=false, parallel=false, escape='"', quote='"', null_strings=['\\\\N'])`)
    }
  } finally {
    await client.close()
  }
}

const NEO4J_TYPES: Readonly<Record<ColumnType, string>> = { string: 'string', int: 'long', float: 'double', boolean: 'boolean', 'string[]': 'string[]' }
/** Between the items of a list; stands in no text. */
const BETWEEN = '\u001f'

export const FOR_NEO4J: CsvForm = {
  list: (items) => items.join(BETWEEN),
  head: (table) => {
    const columns = table.columns.map(({ name, type }) => `${name}:${NEO4J_TYPES[type]}`)
    if (isEdge(table)) return [`:START_ID(${table.from})`, `:END_ID(${table.to})`, ...columns].join(',')
    return [...columns.map((column) => (column === `${table.key}:string` ? `${table.key}:ID(${table.name})` : column)), ':LABEL'].join(',')
  },
  last: (table, row) => quoted(table.name === 'Entity' ? `${table.name}${BETWEEN}${toStore().kindLabels[ENTITY_KIND_NAMES.find((kind) => kind === row['kind']) ?? 'PERSON']}` : table.name),
}

/** Puts the files into a new database of the local server in the folder, which must not run. */
export async function importInto(folder: string, { paths }: CsvFiles): Promise<void> {
  const jars = await ensureJars(() => undefined)
  const given = [...paths].map(([table, path]) => (toStore().nodes.some(({ name }) => name === table) ? `--nodes=${path}` : `--relationships=${table}=${path}`))
  mkdirSync(join(folder, 'conf'), { recursive: true })
  writeFileSync(join(folder, 'conf', 'neo4j.conf'), 'dbms.usage_report.enabled=false\n')
  await run('java', [
    '-Xmx1500m', '-cp', `${jars}/*`, 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j', ...given,
    `--array-delimiter=${BETWEEN}`, '--overwrite-destination=true', '--multiline-fields=true', `--report-file=${join(folder, 'import.report')}`, '--max-off-heap-memory=2g',
  ], { env: { ...process.env, NEO4J_HOME: folder, NEO4J_CONF: join(folder, 'conf') }, maxBuffer: 1 << 26 })
}

async function fill({ facts, seed, folder }: LoadArgs, form: CsvForm, load: (folder: string, files: CsvFiles) => Promise<void>): Promise<Loaded> {
  const writer = new CsvWriter(join(folder, 'csv'), form)
  const began = performance.now()
  for (const rows of tableRows(planGraph(facts, seed))) writer.put(rows)
  const files = writer.close()
  const making = seconds(began)
  const middle = performance.now()
  try {
    await load(folder, files)
  } finally {
    rmSync(join(folder, 'csv'), { recursive: true, force: true })
  }
  return { rows: files.rows, making, loading: seconds(middle) }
}

/** Fills a new embedded database. */
export const loadEmbedded = (args: LoadArgs): Promise<Loaded> => fill(args, FOR_EMBEDDED, copyInto)

/** Fills a new database under the folder of a local server that does not run. */
export const loadNeo4j = (args: LoadArgs): Promise<Loaded> => fill(args, FOR_NEO4J, importInto)
