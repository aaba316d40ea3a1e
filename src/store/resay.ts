import { actsOf } from './act-log.js'
import { proposalsAbout, withAdditions, withoutAdditions, type Dated } from './additions.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import type { StoreTraits } from './port.js'
import { fromWithheld, saidNow, withheldOf } from './said.js'
import * as cypher from './statements.js'
import { replaceSaid, saidIn } from './write-batch.js'

/** Brings an article in line with the proposals about it that are accepted by now. */
export async function resay(run: RunCypher, articleId: string, why: string, traits: StoreTraits): Promise<void> {
  const [row] = await readInChunks(run, cypher.STORED_ARTICLES, [articleId])
  const [state] = await readInChunks(run, cypher.ARTICLE_STATES, [articleId])
  if (row === undefined || state === undefined) return
  const article: Dated = { id: articleId, date: String(row['date']), textHash: String(row['textHash']) }
  const acts = proposalsAbout(await actsOf(run, [articleId]), articleId)
  const withheld = String(state['withheld'] ?? '')
  if (withheld !== '') {
    const next = withAdditions(withoutAdditions(fromWithheld(withheld)), article, acts)
    await writeInChunks(run, cypher.SET_WITHHELD, [{ id: articleId, retracted: true, withheld: withheldOf(next) }])
    return
  }
  const stored = await saidIn(run, [articleId])
  await replaceSaid(run, stored, withAdditions(withoutAdditions(saidNow(articleId, stored)), article, acts), () => why, traits)
}
