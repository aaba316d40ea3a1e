/** One thread of the bench: says `ready` when dictionary and model are loaded, then goes over its share once for each message. */
import { parentPort, workerData } from 'node:worker_threads'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { extractorTools } from '../../ingest/3-extract/extract.js'
import { processArticle } from '../../ingest/pipeline.js'

extractorTools()
parentPort?.postMessage('ready')
parentPort?.on('message', () => {
  for (const article of workerData as readonly RawArticle[]) processArticle(article, { report: () => undefined })
  parentPort?.postMessage('done')
})
