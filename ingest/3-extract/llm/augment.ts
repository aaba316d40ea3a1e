/**
 * An article's graph with what a language model adds to it. The model only proposes: whatever is not verbatim in the text, not
 * allowed by the ontology, or not named where the quote says is dropped and counted, and what the rules have read stays as it is.
 */
import type { ArticleGraph, Evidence } from '../../../src/core/records.js'
import { checkBatch } from '../../../src/store/check-batch.js'
import type { RawArticle } from '../../1-read/raw-article.js'
import { cleanArticle } from '../../2-clean/clean-article.js'
import { resolveArticle } from '../../4-resolve/resolve.js'
import { readDiscourse } from '../../5-relate/passage.js'
import { readSpeech } from '../../5-relate/speech.js'
import type { RunContext } from '../../stage.js'
import { extractArticle } from '../extract.js'
import type { Sentence } from '../document.js'
import { addEntities } from './check-entities.js'
import { checkFact } from './check-facts.js'
import type { LlmClient } from './client.js'
import { Drops } from './drops.js'
import { promptFor } from './prompt.js'
import { readProposals, type Proposals } from './proposals.js'

/** A part of an article that is asked about at once (UTF-16 code units); a longer sentence makes a part of its own. */
const LONGEST_PART = 4000
/** What lies beyond so many parts is not asked about. */
const MOST_PARTS = 12

/** What `ArticleRecord.pipeline` says when a model was asked: articles are read again when it changes. */
export const augmentedPipeline = (pipeline: string, client: LlmClient): string => `${pipeline} ${client.rule}`

/**
 * Asks the model about one article. Never throws on account of the model: without an answer (LLM_FAILED) the graph comes back as
 * it was, so that a later run asks again; dropped proposals are one warning (LLM_DROPPED) with counts by reason.
 */
export async function augmentWithLlm(raw: RawArticle, graph: ArticleGraph, client: LlmClient, context: RunContext): Promise<ArticleGraph> {
  const report = (code: string, message: string): void => {
    context.report({ code, severity: 'warning', message, file: raw.origin.file, articleId: raw.id })
  }
  const resolved = resolveArticle(extractArticle(cleanArticle(raw)))
  const drops = new Drops()
  const answers: Proposals[] = []
  const parts = partsOf(resolved.extracted.view.text, resolved.extracted.view.sentences)
  if (parts.length > MOST_PARTS) report('LLM_PARTLY', `文章过长，只问了前 ${MOST_PARTS} 段 · only the first ${MOST_PARTS} parts of a long article were asked about`)
  for (const part of parts.slice(0, MOST_PARTS)) {
    const answer = await client.ask(promptFor(raw.title, part, graph.entities))
    const proposals = answer.ok ? readProposals(answer.text) : undefined
    if (proposals === undefined) {
      report('LLM_FAILED', `模型没有给出可用的回答（${answer.ok ? '不是 JSON · not JSON' : answer.why}），只用规则的结果 · no usable answer of the model; the rules' reading is kept`)
      return graph
    }
    answers.push(proposals)
    drops.add('BAD_FORM', proposals.malformed)
    drops.add('TOO_MANY', proposals.tooMany)
  }
  const entities = addEntities(resolved, graph.entities, answers.flatMap((each) => each.entities), drops)
  const discourse = readDiscourse(resolved)
  const checks = { graph, entities, discourse, speeches: readSpeech(discourse), rule: client.rule }
  const evidence = new Map<string, Evidence>(graph.evidence.map((item) => [item.id, item]))
  for (const proposal of answers.flatMap((each) => each.facts)) {
    const item = checkFact(checks, proposal)
    if (typeof item === 'string') drops.add(item)
    else if (item !== undefined && !evidence.has(item.id)) evidence.set(item.id, item)
  }
  if (drops.total > 0) report('LLM_DROPPED', `模型的 ${drops.total} 条提议未通过核对，已丢弃：${drops.toString()} · ${drops.total} proposals did not hold and were dropped`)
  const augmented = { article: { ...graph.article, pipeline: augmentedPipeline(graph.article.pipeline, client) }, entities, evidence: [...evidence.values()] }
  checkBatch([augmented])
  return augmented
}

/** The text in parts that end where a sentence does. */
function partsOf(text: string, sentences: readonly Sentence[]): readonly string[] {
  const parts: string[] = []
  let from = 0
  let to = 0
  for (const { span } of sentences) {
    if (to > from && span.end - from > LONGEST_PART) {
      parts.push(text.slice(from, to))
      from = span.start
    }
    to = span.end
  }
  if (to > from) parts.push(text.slice(from, to))
  return parts
}
