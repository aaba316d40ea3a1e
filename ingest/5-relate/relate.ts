import { evidenceId, factId, textHash } from '../../src/core/ids.js'
import type { ArticleEntity, ArticleGraph, ArticleRecord, Evidence } from '../../src/core/records.js'
import { sliceSpan, type CleanSpan } from '../../src/core/span.js'
import { isAllowed, RELATIONS } from '../../schema/ontology/index.js'
import type { ResolvedArticle } from '../4-resolve/resolved-article.js'
import { eventDate } from './event-date.js'
import { eventFinder } from './event-focus.js'
import { partyFinder } from './parties.js'
import { readDiscourse } from './passage.js'
import { quotesOf } from './quote.js'
import type { FactDraft, RelateContext, Rule } from './rule.js'
import { RULES } from './rules/index.js'
import { readSpeech } from './speech.js'

/** Runs every rule over one article and turns what they propose into evidence, each with its verbatim quote. */
export function relateArticle(article: ResolvedArticle, pipeline: string, rules: readonly Rule[] = RULES): ArticleGraph {
  const discourse = readDiscourse(article)
  const context: RelateContext = { discourse, speeches: readSpeech(discourse), ...eventFinder(discourse), parties: partyFinder(article) }
  const record = articleRecord(article, pipeline)
  const evidence = new Map<string, Evidence>()
  const quoter = quotesOf(discourse)
  const dates = new Map<string, string>()
  const dateOf = (from: number, to: number): string => {
    const key = `${from}:${to}`
    const known = dates.get(key) ?? eventDate(discourse, from, to, record.date)
    dates.set(key, known)
    return known
  }
  for (const rule of rules) {
    for (const draft of rule.match(context)) {
      const proof = toEvidence(article, record, rule, draft, { text: discourse.text, quoter, dateOf })
      if (proof && !evidence.has(proof.id)) evidence.set(proof.id, proof)
    }
  }
  return { article: record, entities: mergeById(article.entities), evidence: [...evidence.values()] }
}

function articleRecord({ extracted, entities, home }: ResolvedArticle, pipeline: string): ArticleRecord {
  const { article } = extracted.view
  const { raw } = article
  return {
    id: raw.id, title: raw.title, date: raw.date, source: raw.source, url: raw.url, byline: extracted.byline, homeId: home === undefined ? '' : (entities[home]?.id ?? ''),
    rawText: raw.text, cleanText: article.text, textHash: textHash(raw.text), offsets: article.offsets.serialize(), repairs: article.repairs, synthetic: raw.synthetic, pipeline,
  }
}

/** Local entities that came out with one id are one entity. */
function mergeById(entities: readonly ArticleEntity[]): ArticleEntity[] {
  const byId = new Map<string, ArticleEntity>()
  for (const entity of entities) {
    const known = byId.get(entity.id)
    if (!known) byId.set(entity.id, entity)
    else {
      const [lead, other] = entity.name.length > known.name.length ? [entity, known] : [known, entity]
      const aliases = [...new Set([...lead.aliases, other.name, ...other.aliases])].filter((form) => form !== lead.name)
      byId.set(entity.id, { ...lead, aliases, mentions: [...known.mentions, ...entity.mentions].sort((a, b) => a.span.start - b.span.start) })
    }
  }
  return [...byId.values()]
}

interface Proofs {
  readonly text: string
  readonly quoter: (draft: FactDraft) => CleanSpan | undefined
  readonly dateOf: (from: number, to: number) => string
}

function toEvidence(article: ResolvedArticle, record: ArticleRecord, rule: Rule, draft: FactDraft, { text, quoter, dateOf }: Proofs): Evidence | undefined {
  if (!rule.emits.includes(draft.type)) throw new RangeError(`${rule.id} emits ${draft.type} without declaring it`)
  const ends = [article.locals[draft.subject], article.locals[draft.object]] as const
  const ids = [article.entities[draft.subject]?.id, article.entities[draft.object]?.id] as const
  if (!ends[0] || !ends[1] || ids[0] === undefined || ids[1] === undefined || ids[0] === ids[1] || !isAllowed(draft.type, ends[0], ends[1])) return undefined
  const [subjectId, objectId] = RELATIONS[draft.type].symmetric && ids[1] < ids[0] ? [ids[1], ids[0]] : [ids[0], ids[1]]
  const span = quoter(draft)
  if (!span) return undefined
  const raw = article.extracted.view.article.offsets.toRaw(span)
  const title = draft.title ?? ''
  const fact = factId(draft.type, subjectId, objectId, title)
  const repairs = article.extracted.view.article.repairs.filter((repair) => repair.raw.start < raw.end && raw.start < repair.raw.end)
  return {
    id: evidenceId(fact, record.id, raw.start, raw.end, rule.id), factId: fact, articleId: record.id, type: draft.type, subjectId, objectId, title,
    quote: sliceSpan(record.rawText, raw), cleanQuote: sliceSpan(text, span), raw, span, sentence: draft.toSentence, cue: draft.cue, rule: rule.id,
    modality: draft.modality, strength: draft.strength, speakerId: draft.speaker === undefined ? '' : (article.entities[draft.speaker]?.id ?? ''),
    eventDate: dateOf(draft.fromSentence, draft.toSentence), textHash: record.textHash, repairs: [...new Set(repairs.map((repair) => repair.pass))].sort(),
  }
}
