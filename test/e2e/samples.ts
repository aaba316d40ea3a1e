/** The samples, read and processed once for all tests of a file. */
import { readArticles } from '../../ingest/1-read/read.js'
import type { RawArticle } from '../../ingest/1-read/raw-article.js'
import { processArticle } from '../../ingest/pipeline.js'
import type { Issue } from '../../src/core/issue.js'
import { projectPath } from '../../src/core/paths.js'
import type { ArticleGraph } from '../../src/core/records.js'
import { collect } from '../fixtures/temp-store.js'

export interface Samples {
  readonly raw: readonly RawArticle[]
  readonly graphs: readonly ArticleGraph[]
  readonly issues: readonly Issue[]
}

export async function readSamples(): Promise<Samples> {
  const issues: Issue[] = []
  const context = {
    report: (issue: Issue): void => {
      issues.push(issue)
    },
  }
  const raw = await collect(readArticles([projectPath('samples')], context))
  return { raw, graphs: raw.flatMap((article) => processArticle(article, context) ?? []), issues }
}

/** `TYPE subject → object title [MODALITY]` for each fact of an article, sorted, by the names of its ends. */
export function factLines({ entities, evidence }: ArticleGraph): readonly string[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const line = (item: ArticleGraph['evidence'][number]): string =>
    `${item.type} ${names.get(item.subjectId) ?? ''} → ${names.get(item.objectId) ?? ''}${item.title === '' ? '' : ` ${item.title}`} [${item.modality}]`
  return [...new Set(evidence.map(line))].sort()
}
