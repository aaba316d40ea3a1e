/** One of the threads of ReadingThreads: says that it is ready, then answers each article with what was read of it. */
import { parentPort } from 'node:worker_threads'
import type { Issue } from '../src/core/issue.js'
import type { RawArticle } from './1-read/raw-article.js'
import { extractorTools } from './3-extract/extract.js'
import { processArticle } from './pipeline.js'
import { READY, type ReadArticle } from './reading-threads.js'

extractorTools()
parentPort?.postMessage(READY)
parentPort?.on('message', (raw: RawArticle) => {
  const issues: Issue[] = []
  const graph = processArticle(raw, { report: (issue) => void issues.push(issue) })
  parentPort?.postMessage({ graph, issues } satisfies ReadArticle)
})
