import type { CypherClient } from '../cypher-client.js'
import { writing } from '../writing.js'
import { eachPage } from './each-page.js'

const FILL = `
MATCH (f:Fact)-[:SUPPORTED_BY]->(v:Evidence)
WHERE f.id > $after AND f.id <= $last
WITH f, collect(v.id) AS evidence, collect(DISTINCT v.articleId) AS articles
SET f.evidenceIds = evidence, f.articleIds = articles`

/** What told, before stores had a number, that the lists were there. */
const FORGET = `MATCH (m:Marker {id: 'fact-lists'}) DELETE m`

/** Facts list their evidence and articles, the way to proof by key. */
export async function fillFactLists(client: CypherClient): Promise<void> {
  await eachPage(client, 'Fact', (run, bounds) => run(FILL, bounds))
  await writing(client, (run) => run(FORGET))
}
