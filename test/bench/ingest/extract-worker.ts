/** One thread of the ingest bench: reads each article that it is sent and sends back its graph, or null where reading failed. */
import { parentPort } from 'node:worker_threads'
import type { RawArticle } from '../../../ingest/1-read/raw-article.js'
import { extractorTools } from '../../../ingest/3-extract/extract.js'
import { processArticle } from '../../../ingest/pipeline.js'

extractorTools()
parentPort?.on('message', (articles: readonly RawArticle[]) => {
  parentPort?.postMessage(articles.map((article) => processArticle(article, { report: () => undefined }) ?? null))
})
