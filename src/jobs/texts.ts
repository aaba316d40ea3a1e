import { createHash } from 'node:crypto'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { PIPELINE_VERSION } from '../../ingest/pipeline.js'
import type { Connection } from './connect.js'

/**
 * The texts that wait, under the ids of their articles: the latest text of each. A job names articles and reads their texts when it
 * begins, so an old job never brings back an old text; a text goes when exactly that text is in the graph.
 */

/** An article that waits. */
export interface Waiting {
  readonly digest: string
  readonly article: RawArticle
}

const DIGEST = 64

/** The same for the same article, wherever it was read. */
export const digestOf = (article: RawArticle): string =>
  createHash('sha256').update(JSON.stringify([PIPELINE_VERSION, Object.entries({ ...article, origin: null }).sort(([a], [b]) => (a < b ? -1 : 1))])).digest('hex')

/** Takes out texts that are still those that were written, and gives the ids of the others. One step, so that no text slips in between. */
const SETTLE = `
local left = {}
for i = 1, #ARGV, 2 do
  local text = redis.call('HGET', KEYS[1], ARGV[i])
  if text then
    if string.sub(text, 1, ${DIGEST}) == ARGV[i + 1] then redis.call('HDEL', KEYS[1], ARGV[i]) else left[#left + 1] = ARGV[i] end
  end
end
return left`

export class Texts {
  readonly #connection: Connection
  readonly #texts: string
  readonly #seen: string

  constructor(connection: Connection) {
    this.#connection = connection
    this.#texts = connection.key('texts')
    this.#seen = connection.key('seen')
  }

  /** Those of the articles that were not handed out in this form before. */
  async fresh(articles: readonly RawArticle[]): Promise<readonly Waiting[]> {
    const seen = await this.#connection.redis.hmget(this.#seen, ...articles.map(({ id }) => id))
    return this.all(articles).filter(({ digest }, at) => seen[at] !== digest)
  }

  all(articles: readonly RawArticle[]): readonly Waiting[] {
    return articles.map((article) => ({ digest: digestOf(article), article }))
  }

  async put(waiting: readonly Waiting[]): Promise<void> {
    await this.#connection.redis.hset(this.#texts, Object.fromEntries(waiting.map(({ digest, article }) => [article.id, digest + JSON.stringify(article)])))
  }

  /** To be called when a job for them is in the queue: from then on they are known. */
  async remember(waiting: readonly Waiting[]): Promise<void> {
    await this.#connection.redis.hset(this.#seen, Object.fromEntries(waiting.map(({ digest, article }) => [article.id, digest])))
  }

  /** The texts that wait under these ids. One that is gone was written by another job. */
  async get(ids: readonly string[]): Promise<readonly Waiting[]> {
    if (ids.length === 0) return []
    const texts = await this.#connection.redis.hmget(this.#texts, ...ids)
    return texts.flatMap((text) => (text === null ? [] : [{ digest: text.slice(0, DIGEST), article: JSON.parse(text.slice(DIGEST)) as RawArticle }]))
  }

  /** Takes out what was written; gives the ids that have another text by now. */
  async settle(written: readonly Waiting[]): Promise<readonly string[]> {
    if (written.length === 0) return []
    return (await this.#connection.redis.eval(SETTLE, 1, this.#texts, ...written.flatMap(({ digest, article }) => [article.id, digest]))) as readonly string[]
  }

  /** Articles whose text waits, those of failed jobs included. */
  count(): Promise<number> {
    return this.#connection.redis.hlen(this.#texts)
  }
}
