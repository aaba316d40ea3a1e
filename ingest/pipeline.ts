/**
 * How text becomes facts: read → clean → extract → resolve → relate → load.
 *
 * Why this order. Cleaning comes before all language work, since a gloss or a lost byte inside a name hides it, and it keeps
 * the way back to the raw text, so that later stages may forget the damage. Extraction finds spans without asking what they refer to;
 * resolution needs all spans of an article at once, because a short name is explained by a full name that may stand later. Relations
 * come after resolution, since a pronoun or 该公司 is an end of a fact as much as a name is. Loading is last and alone touches the store,
 * so that a run can stop at any article and be resumed.
 */
import type { ArticleGraph } from '../src/core/records.js'
import { isPolicyGraphError } from '../src/core/errors.js'
import { traced } from '../src/ops/trace.js'
import { reconcile } from '../src/curation/reconcile.js'
import { checkBatch } from '../src/store/check-batch.js'
import type { GraphStore } from '../src/store/port.js'
import type { RawArticle } from './1-read/raw-article.js'
import { cleanArticle, type CleanArticle } from './2-clean/clean-article.js'
import type { ExtractedArticle } from './3-extract/document.js'
import { extractArticle, extractorTools } from './3-extract/extract.js'
import { augmentedPipeline, augmentWithLlm } from './3-extract/llm/augment.js'
import type { LlmClient } from './3-extract/llm/client.js'
import type { ResolvedArticle } from './4-resolve/resolved-article.js'
import { resolveArticle } from './4-resolve/resolve.js'
import { relateArticle } from './5-relate/relate.js'
import { loadArticles, type LoadOptions } from './6-load/load.js'
import type { LoadReport } from './6-load/report.js'
import { ReadingThreads } from './reading-threads.js'
import type { RunContext, Stage } from './stage.js'

/** Raised when the same text would give other facts; articles stored by another version are read again. */
export const PIPELINE_VERSION = '3'

const clean: Stage<RawArticle, CleanArticle> = {
  name: 'clean',
  doc: 'Repairs damaged text, logs each repair and keeps the way back to every raw character.',
  run: (raw) => cleanArticle(raw),
}

const extract: Stage<CleanArticle, ExtractedArticle> = {
  name: 'extract',
  doc: 'Finds the spans that name people, firms, bodies, regions and initiatives, and the posts people hold.',
  run: (article) => extractArticle(article),
}

const resolve: Stage<ExtractedArticle, ResolvedArticle> = {
  name: 'resolve',
  doc: 'Groups the spans of an article by what they refer to and gives each an id that is the same in every article.',
  run: (article) => resolveArticle(article),
}

const relate: Stage<ResolvedArticle, ArticleGraph> = {
  name: 'relate',
  doc: 'Finds what the article says of two entities, each time with its quote, strength and modality.',
  run: (article) => relateArticle(article, pipelineLabel()),
}

/** The whole way in order, for reports and documents. `read` and `load` touch the outside; the others are functions of one article. */
export const STAGES: readonly { readonly name: string; readonly doc: string }[] = [
  { name: 'read', doc: 'Finds articles in files of many forms and encodings; the text is never changed after this.' },
  clean,
  extract,
  resolve,
  relate,
  { name: 'load', doc: 'Writes articles to the store in batches, each all or nothing; unchanged ones are passed over.' },
]

/** Version of the pipeline with the segmenter and the recogniser it runs on; kept with each article. */
export function pipelineLabel(): string {
  const { segmenter, recogniser } = extractorTools()
  return `${PIPELINE_VERSION} ${segmenter.name} ${recogniser.name}`
}

const spanOf = (raw: RawArticle): Readonly<Record<string, string | number>> => ({ 'article.id': raw.id, 'article.characters': raw.text.length })

/**
 * One article from clean to relate. A stage that throws becomes an issue with code STAGE_FAILED, and the result is undefined:
 * nothing is kept of an article that was only half understood. An installation that cannot work at all (a missing segmenter) still throws.
 */
export function processArticle(raw: RawArticle, context: RunContext): ArticleGraph | undefined {
  extractorTools() // opened outside the try: without it no article can be read
  let stage: string = clean.name
  const step = <In, Out>(next: Stage<In, Out>, input: In): Out => {
    stage = next.name
    return traced(`ingest.${next.name}`, {}, () => next.run(input, context))
  }
  try {
    const graph = traced('ingest.article', spanOf(raw), () => step(relate, step(resolve, step(extract, step(clean, raw)))))
    stage = 'check'
    checkBatch([graph])
    return graph
  } catch (error) {
    const what = isPolicyGraphError(error) ? `${error.code}: ${error.message}` : String(error)
    context.report({ code: 'STAGE_FAILED', severity: 'error', message: `${stage}: ${what}`, file: raw.origin.file, articleId: raw.id })
    return undefined
  }
}

export type IngestOptions = Omit<LoadOptions, 'process' | 'augment' | 'pipeline' | 'together'> & {
  readonly llm?: LlmClient | undefined
  /** Threads that read articles (threadsFor); 0, as by default, reads in this one, and so does a run that asks a model, which is what it waits for. */
  readonly threads?: number
}

/**
 * The whole way for many articles, and who is who after them; `llm`, when there is one, is asked about each article that is new or has
 * changed. A run that was stopped leaves who is who to the next.
 */
export async function ingestArticles(store: GraphStore, articles: AsyncIterable<RawArticle> | Iterable<RawArticle>, options: IngestOptions = {}): Promise<LoadReport> {
  return traced('ingest', {}, async () => {
    const report = await ingestPart(store, articles, options)
    return report.complete ? { ...report, identity: await traced('ingest.identity', {}, () => reconcile(store)) } : report
  })
}

/** Some of many articles: the same without who is who, which whoever has all of them in hand sees to (reconcile). */
export async function ingestPart(store: GraphStore, articles: AsyncIterable<RawArticle> | Iterable<RawArticle>, { llm, threads = 0, ...options }: IngestOptions): Promise<LoadReport> {
  if (threads === 0 || llm !== undefined) return loadArticles(store, articles, { ...options, ...readingWith(llm) })
  const reading = new ReadingThreads(threads)
  const process = (raw: RawArticle, context: RunContext): Promise<ArticleGraph | undefined> => traced('ingest.article', spanOf(raw), () => reading.read(raw, context))
  try {
    return await loadArticles(store, articles, { ...options, process, pipeline: pipelineLabel(), together: true })
  } finally {
    await reading.close()
  }
}

function readingWith(llm: LlmClient | undefined): Pick<LoadOptions, 'process' | 'augment' | 'pipeline'> {
  if (llm === undefined) return { process: processArticle, pipeline: pipelineLabel() }
  return { process: processArticle, augment: (raw, graph, context) => augmentWithLlm(raw, graph, llm, context), pipeline: augmentedPipeline(pipelineLabel(), llm) }
}
