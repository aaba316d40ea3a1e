import type { CypherClient, RunCypher } from './cypher-client.js'

/**
 * Brings stores of older versions up to date: their facts lack `evidenceIds` and `articleIds`, the way to proof by key. A marker
 * tells that it has been done, so that opening a store costs one look-up.
 */

const MARKER = 'fact-lists'
/** Facts per transaction. */
const PAGE = 10_000

const DONE = 'MATCH (m:Marker {id: $id}) RETURN m.value AS value'
const MARK = 'MERGE (m:Marker {id: $id}) SET m.value = 1'

const FORGET = 'MATCH (m:Marker {id: $id}) DELETE m'

const NEXT = `
MATCH (f:Fact) WHERE f.id > $after
RETURN f.id AS id
ORDER BY id
LIMIT $limit`

const FILL = `
MATCH (f:Fact)-[:SUPPORTED_BY]->(v:Evidence)
WHERE f.id > $after AND f.id <= $last
WITH f, collect(v.id) AS evidence, collect(DISTINCT v.articleId) AS articles
SET f.evidenceIds = evidence, f.articleIds = articles`

async function fillPage(run: RunCypher, after: string): Promise<string | undefined> {
  const ids = (await run(NEXT, { after, limit: PAGE })).map((row) => String(row['id']))
  const last = ids.at(-1)
  if (last !== undefined) await run(FILL, { after, last })
  return last
}

/** For a store that is to be filled with rows of another, which bring their own marker or need filling. */
export const forgetFactLists = async (client: CypherClient): Promise<void> => {
  await client.transaction((run) => run(FORGET, { id: MARKER }))
}

/** Fills what an older version left out. */
export async function fillFactLists(client: CypherClient): Promise<void> {
  if ((await client.read(DONE, { id: MARKER })).length > 0) return
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after
    after = await client.transaction((run) => fillPage(run, from))
  }
  await client.transaction((run) => run(MARK, { id: MARKER }))
}
