// Before a jest run: the lender of the one Neo4j, and a folder for what tests write. Nothing starts until a test asks.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lendNeo4j } from './neo4j-lease.mjs'

export default async function setUp() {
  const lender = await lendNeo4j()
  globalThis.neo4jLender = lender
  process.env.POLICYGRAPH_TEST_LENDER = String(lender.port)
  process.env.POLICYGRAPH_TEST_FOLDER = mkdtempSync(join(tmpdir(), 'policygraph-test-'))
}
