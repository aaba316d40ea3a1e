import { PolicyGraphError } from '../core/errors.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import type { StoreTraits } from './port.js'
import { fromWithheld, saidNow, withheldOf } from './said.js'
import * as cypher from './statements.js'
import { replaceSaid, saidIn } from './write-batch.js'

/** Retraction of articles: the text stays, what it says is kept aside in the article and counts for nothing until it is restored. */

const text = (value: unknown): string => String(value)

async function withheldIn(run: RunCypher, articleId: string): Promise<string> {
  const [state] = await readInChunks(run, cypher.ARTICLE_STATES, [articleId])
  if (state === undefined) throw new PolicyGraphError('NOT_FOUND', `没有此文章 · no such article: ${articleId}`, { details: { id: articleId } })
  return text(state['withheld'] ?? '')
}

/** Takes back what an article says. Facts left bare are closed and name the retraction. */
export async function retractArticle(run: RunCypher, articleId: string, traits: StoreTraits): Promise<void> {
  const stored = await saidIn(run, [articleId])
  await writeInChunks(run, cypher.SET_WITHHELD, [{ id: articleId, retracted: true, withheld: withheldOf(saidNow(articleId, stored)) }])
  await replaceSaid(run, stored, { parts: [], evidence: [] }, () => `ARTICLE_RETRACTED ${articleId}`, traits)
}

/** Lets an article say again what it said. */
export async function restoreArticle(run: RunCypher, articleId: string, traits: StoreTraits): Promise<void> {
  const withheld = await withheldIn(run, articleId)
  await writeInChunks(run, cypher.SET_WITHHELD, [{ id: articleId, retracted: false, withheld: '' }])
  if (withheld !== '') await replaceSaid(run, { mentions: [], evidence: [] }, fromWithheld(withheld), () => '', traits)
}
