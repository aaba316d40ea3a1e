// After a jest run: stop the Neo4j that a test may have started, and remove what tests wrote.
import { rmSync } from 'node:fs'

export default async function tearDown() {
  await globalThis.neo4jLender.stop()
  rmSync(process.env.POLICYGRAPH_TEST_FOLDER, { recursive: true, force: true })
}
