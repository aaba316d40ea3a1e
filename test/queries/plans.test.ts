import neo4j, { type Driver, type Plan, type SessionConfig } from 'neo4j-driver'
import type { StoreConfig } from '../../src/store/open-store.js'
import * as acts from '../../src/store/act-statements.js'
import { loadCatalog } from '../../src/store/query-catalog.js'
import * as statements from '../../src/store/statements.js'
import { PlannedArticles } from '../bench/graph/articles.js'
import { planGraph } from '../bench/graph/plan.js'
import { storesUnderTest } from '../stores.js'

/** How Neo4j means to run every statement that the program has (EXPLAIN runs none): by key or index, never over all nodes of a label. */

/** Catalogued queries that read a whole label, and why they must. */
const WHOLE: Readonly<Record<string, string>> = {
  'all-edges': 'verify compares every edge with its fact, also edges that hang on no fact',
  'astray-evidence': 'a check of the whole graph',
  'count-acts': 'counts the log; people write it, so it stays small',
  'count-entities': 'counts a list, and runs only where a caller asks for the total',
  'count-facts-to-review': 'counts the queue, which is most of the facts until they are read',
  'count-suggestions': 'counts references that go by another id: two columns of one row are compared',
  counts: 'counts everything',
  'counts-by-kind': 'counts everything',
  'counts-by-relation': 'counts everything',
  'entities-named-in': 'asks of every name whether it stands in the text, and no index answers that',
  'facts-to-review': 'ranks the queue, which is most of the facts until they are read',
}

/** Written statements that read a whole label, and why they must. */
const WHOLE_STATEMENTS: Readonly<Record<string, string>> = {
  COUNT_MERGED: 'references that go by another id: two columns of one row are compared; once per identity run',
  MERGED_REFERENCES: 'the same; only where the whole map is set anew',
}

const WHOLE_LABEL = /^(AllNodesScan|(Partitioned)?(NodeByLabel|UnionNodeByLabels|IntersectionNodeByLabels|SubtractionNodeByLabels)Scan|(Un)?[Dd]irectedAllRelationshipsScan)/u
const ONE_ROW = /^NodeUniqueIndexSeek|^Argument/u

/** The options as plain data: the library types them as instances of its classes. */
type Plain<T> = { [Key in keyof T]: T[Key] }

const nameOf = ({ operatorType }: Plan): string => operatorType.replace(/@.*/u, '')
const childrenOf = ({ children }: Plan): readonly Plan[] => children
const all = (plan: Plan): readonly Plan[] => [plan, ...childrenOf(plan).flatMap(all)]

/** A product of two look-ups by a unique key has one row; that is how an edge finds its two ends. */
const isOneByOne = (plan: Plan): boolean => childrenOf(plan).every((arm) => all(arm).every((step) => ONE_ROW.test(nameOf(step)) || nameOf(step) === 'CartesianProduct'))

function faultsOf(plan: Plan): readonly string[] {
  return all(plan).flatMap((step) => {
    const name = nameOf(step)
    return WHOLE_LABEL.test(name) || (name === 'CartesianProduct' && !isOneByOne(step)) ? [name] : []
  })
}

/** Everything that statements.ts and act-statements.ts give. */
function written(): readonly (readonly [name: string, cypher: string])[] {
  return Object.entries({ ...statements, ...acts }).flatMap(([name, value]): (readonly [string, string])[] => {
    if (typeof value === 'string') return value.includes('(') ? [[name, value]] : []
    if (name === 'putLinks') return [[`${name} CREATE`, statements.putLinks('CREATE', 'VISITED')], [`${name} MERGE`, statements.putLinks('MERGE', 'VISITED')]]
    if (name === 'labelEntities') return [[name, statements.labelEntities('Person')]]
    if (name === 'createEntities') return [[name, statements.createEntities('Person')]]
    if (name === 'deleteLinks') return [[name, statements.deleteLinks('VISITED')]]
    if (name === 'takeTurn') return [[name, statements.takeTurn('writer')]]
    if (typeof value !== 'function') return []
    const put = value as (verb: statements.Verb) => string
    return [[`${name} CREATE`, put('CREATE')], [`${name} MERGE`, put('MERGE')]]
  })
}

const [store] = (await storesUnderTest()).filter(({ name }) => name === 'neo4j')
if (store === undefined) process.stderr.write('The plans of Neo4j are not looked at: no Neo4j here.\n')

;(store === undefined ? describe.skip : describe)('plans of Neo4j', () => {
  let driver: Driver
  let options: Plain<SessionConfig> = {}

  beforeAll(async () => {
    const place = await store?.fresh()
    const config: StoreConfig | undefined = place?.config
    if (place === undefined || config?.kind !== 'neo4j') throw new Error('no Neo4j')
    const filled = await place.open()
    const articles = new PlannedArticles(planGraph(600, 11))
    // The planner goes by how many nodes there are: with a handful a scan would be right.
    await filled.write(Array.from({ length: articles.count }, (_, index) => articles.graph(index)))
    await filled.close()
    driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password))
    options = config.database === undefined ? {} : { database: config.database }
    // Index statistics are sampled some time after a write; a plan must not depend on whether that has been.
    const session = driver.session(options)
    await session.run('CALL db.prepareForReplanning(60)')
    await session.close()
  }, 240_000)
  afterAll(() => driver.close())

  async function faults(cypher: string): Promise<readonly string[]> {
    const session = driver.session(options)
    const { summary } = await session.run(`EXPLAIN ${cypher}`)
    await session.close()
    if (summary.plan === false) throw new Error('EXPLAIN gave no plan')
    return faultsOf(summary.plan)
  }

  const catalog = loadCatalog()
  const names = catalog.list().map(({ name }) => name)

  it.each(names.filter((name) => WHOLE[name] === undefined))('%s goes by key or index', async (name) => {
    expect(await faults(catalog.text(name, 'neo4j'))).toEqual([])
  })

  it.each(Object.entries(WHOLE))('%s has to read a whole label: %s', async (name) => {
    const found = await faults(catalog.text(name, 'neo4j'))
    expect(found).not.toEqual([])
    expect(found).not.toContain('CartesianProduct')
    expect(found).not.toContain('AllNodesScan')
  })

  it.each(written().filter(([name]) => WHOLE_STATEMENTS[name] === undefined))('the statement %s goes by key or index', async (_, cypher) => {
    expect(await faults(cypher)).toEqual([])
  })

  it('every exception is a statement that there is', () => {
    const known = written().map(([name]) => name)
    expect(Object.keys(WHOLE_STATEMENTS).filter((name) => !known.includes(name))).toEqual([])
  })
})
