import { isAllowed, MODALITY_NAMES, RELATIONS, STATED_RELATION_NAMES, type Modality, type RelationType } from '../../../schema/ontology/index.js'
import { evidenceId, factId } from '../../../src/core/ids.js'
import type { ArticleEntity, ArticleGraph, Evidence, Mention } from '../../../src/core/records.js'
import { cleanSpan, contains, sliceSpan, type CleanSpan } from '../../../src/core/span.js'
import { eventDate } from '../../5-relate/event-date.js'
import type { Discourse } from '../../5-relate/passage.js'
import type { Speech } from '../../5-relate/speech.js'
import { occurrences } from './check-entities.js'
import type { DropReason } from './drops.js'
import type { FactProposal } from './proposals.js'
import { strictModality } from './strict-modality.js'

/** What proposals are checked against. */
export interface FactChecks {
  readonly graph: ArticleGraph
  /** Those of the graph and those that a model proposed and that hold. */
  readonly entities: readonly ArticleEntity[]
  readonly discourse: Discourse
  readonly speeches: readonly (readonly Speech[])[]
  readonly rule: string
}

/** A quote is a sentence or two; a longer one proves nothing (UTF-16 code units). */
const LONGEST_QUOTE = 600
/** A quote that stands in the text more often than this is looked at in so many places. */
const MOST_PLACES = 8

const isType = (text: string): text is RelationType => STATED_RELATION_NAMES.some((type) => type === text)
const isModality = (text: string): text is Modality => MODALITY_NAMES.some((name) => name === text)

/** The evidence of a proposal that holds, the reason why it does not, or undefined when a rule has said the same. */
export function checkFact(checks: FactChecks, proposal: FactProposal): Evidence | DropReason | undefined {
  const { type, quote, modality } = proposal
  if (!isType(type)) return 'BAD_TYPE'
  if (!isModality(modality)) return 'BAD_MODALITY'
  const [subject, object] = [entityNamed(checks.entities, proposal.subject), entityNamed(checks.entities, proposal.object)]
  if (subject === undefined || object === undefined || subject.id === object.id) return 'UNKNOWN_END'
  if (!isAllowed(type, subject, object)) return 'NOT_ALLOWED'
  if (quote.length > LONGEST_QUOTE) return 'QUOTE_TOO_LONG'
  const places = occurrences(checks.discourse.text, quote).slice(0, MOST_PLACES)
  if (places.length === 0) return 'QUOTE_NOT_VERBATIM'
  if (type === 'HOLDS_POSITION' ? proposal.title === '' || proposal.title.length > 40 || !quote.includes(proposal.title) : proposal.title !== '') return 'BAD_TITLE'
  const found = places.map((place) => proven(checks, place, subject, object)).find((each) => each !== undefined)
  if (found === undefined) return 'END_NOT_IN_QUOTE'
  return evidenceOf(checks, { ...proposal, type, modality }, subject, object, found)
}

const entityNamed = (entities: readonly ArticleEntity[], form: string): ArticleEntity | undefined =>
  entities.find(({ name, aliases }) => name === form || aliases.includes(form)) ?? entities.find(({ mentions }) => mentions.some(({ clean }) => clean === form))

interface Proof {
  readonly quote: CleanSpan
  readonly subject: Mention
  readonly object: Mention
  readonly fromSentence: number
  readonly toSentence: number
}

/** Both ends within the quote, or one of them in the sentence before it; the quote must not reach over more than two sentences. */
function proven({ discourse }: FactChecks, quote: CleanSpan, subject: ArticleEntity, object: ArticleEntity): Proof | undefined {
  const touched = discourse.passages.filter(({ start, end }) => start < quote.end && quote.start < end)
  const [first, last] = [touched[0], touched.at(-1)]
  if (first === undefined || last === undefined || touched.length > 2) return undefined
  const inQuote = ({ mentions }: ArticleEntity): readonly Mention[] => mentions.filter(({ span }) => contains(quote, span))
  const [subjects, objects] = [inQuote(subject), inQuote(object)]
  const before = discourse.passages[first.sentence.index - 1]
  const inFocus = ({ mentions }: ArticleEntity): Mention | undefined => mentions.find(({ sentence }) => sentence === before?.sentence.index)
  const [s, o] = nearest(subjects, objects)
  const pair = s !== undefined && o !== undefined ? [s, o] : touched.length > 1 ? [] : s !== undefined ? [s, inFocus(object)] : o !== undefined ? [inFocus(subject), o] : []
  if (pair[0] === undefined || pair[1] === undefined) return undefined
  const sentences = [pair[0].sentence, pair[1].sentence]
  return { quote, subject: pair[0], object: pair[1], fromSentence: Math.min(...sentences), toSentence: Math.max(...sentences) }
}

/** A mention of each, in one sentence when there is such a pair. */
function nearest(subjects: readonly Mention[], objects: readonly Mention[]): readonly [Mention | undefined, Mention | undefined] {
  for (const subject of subjects) {
    const object = objects.find(({ sentence }) => sentence === subject.sentence)
    if (object !== undefined) return [subject, object]
  }
  return [subjects[0], objects[0]]
}

function evidenceOf(checks: FactChecks, { type, title, cue, modality }: FactProposal & { readonly type: RelationType; readonly modality: Modality }, subject: ArticleEntity, object: ArticleEntity, proof: Proof): Evidence | undefined {
  const { graph, discourse, rule } = checks
  const [first, last] = [discourse.passages[proof.fromSentence], discourse.passages[proof.toSentence]]
  if (first === undefined || last === undefined) return undefined
  const [subjectId, objectId] = RELATIONS[type].symmetric && object.id < subject.id ? [object.id, subject.id] : [subject.id, object.id]
  const fact = factId(type, subjectId, objectId, title)
  const span = cleanSpan(first.start, last.end)
  if (graph.evidence.some((item) => item.factId === fact && contains(item.span, span))) return undefined
  const cueAt = cue === '' ? -1 : discourse.text.slice(proof.quote.start, proof.quote.end).indexOf(cue)
  const offsets = [
    { sentence: proof.subject.sentence, at: proof.subject.span.start },
    { sentence: proof.object.sentence, at: proof.object.span.start },
    ...(cueAt < 0 ? [] : [{ sentence: proof.toSentence, at: proof.quote.start + cueAt }].filter(({ at }) => at >= last.start && at < last.end)),
  ]
  const same = graph.evidence.filter((item) => item.type === type && item.subjectId === subjectId && item.objectId === objectId)
  const read = strictModality(checks, offsets, modality, same, span)
  const { article } = discourse.article.extracted.view
  const raw = article.offsets.toRaw(span)
  const repairs = article.repairs.filter((repair) => repair.raw.start < raw.end && raw.start < repair.raw.end)
  return {
    id: evidenceId(fact, graph.article.id, raw.start, raw.end, rule), factId: fact, articleId: graph.article.id, type, subjectId, objectId, title,
    quote: sliceSpan(graph.article.rawText, raw), cleanQuote: sliceSpan(discourse.text, span), raw, span, sentence: proof.toSentence, cue: cueAt < 0 ? '' : cue, rule,
    modality: read.modality, strength: proof.subject.sentence === proof.object.sentence ? 'STATED' : 'IMPLIED',
    speakerId: read.speech === undefined ? '' : (discourse.article.entities[read.speech.speaker]?.id ?? ''),
    eventDate: eventDate(discourse, proof.fromSentence, proof.toSentence, graph.article.date), textHash: graph.article.textHash, repairs: [...new Set(repairs.map(({ pass }) => pass))].sort(),
  }
}
