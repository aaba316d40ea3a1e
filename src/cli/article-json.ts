/**
 * What `extract` prints: one article as one JSON value.
 * Offsets are UTF-16 code units into the raw text, end exclusive. `quote` is the raw slice, verbatim, and `clean` gives its repaired
 * reading where it differs. A mention's `text` is the raw slice too, unless damage or script hides its characters: then it is the
 * repaired form, and `damaged` gives the slice.
 */
import type { Issue } from '../core/issue.js'
import type { ArticleGraph, Evidence, Mention } from '../core/records.js'
import { foldFact } from '../store/fold.js'

type Json = Readonly<Record<string, unknown>>

/** Leaves out what the article does not say. */
const known = (fields: Readonly<Record<string, string>>): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))

const letters = (form: string): string => form.replace(/[^\p{L}\p{N}]/gu, '').normalize('NFKC')

const mentionJson = ({ text, clean, raw }: Mention): Json =>
  letters(text) === letters(clean) ? { text, raw: [raw.start, raw.end] } : { text: clean, raw: [raw.start, raw.end], damaged: text }

const evidenceJson = (item: Evidence): Json => ({
  quote: item.quote,
  raw: [item.raw.start, item.raw.end],
  ...(item.cleanQuote === item.quote ? {} : { clean: item.cleanQuote }),
  rule: item.rule,
  modality: item.modality,
  strength: item.strength,
  ...known({ cue: item.cue, speaker: item.speakerId, eventDate: item.eventDate }),
  ...(item.repairs.length === 0 ? {} : { repairs: item.repairs }),
})

/** The evidence of one article folded into its facts, in the order in which the text tells them. */
function factsJson(evidence: readonly Evidence[], articleDate: string): readonly Json[] {
  const byFact = new Map<string, Evidence[]>()
  for (const item of evidence) byFact.set(item.factId, [...(byFact.get(item.factId) ?? []), item])
  return [...byFact.values()].flatMap((items): Json[] => {
    const fold = foldFact(items.map((item) => ({ ...item, seen: item.eventDate === '' ? articleDate : item.eventDate })))
    const leading = items.find((item) => item.modality === fold?.modality && item.strength === fold.strength)
    if (fold === undefined || leading === undefined) return []
    return [
      {
        type: leading.type,
        subject: leading.subjectId,
        object: leading.objectId,
        modality: fold.modality,
        strength: fold.strength,
        ...known({ title: leading.title, rule: leading.rule, speaker: fold.speakerId, eventDate: leading.eventDate }),
        evidence: items.map(evidenceJson),
      },
    ]
  })
}

export function articleJson({ article, entities, evidence }: ArticleGraph, issues: readonly Issue[]): Json {
  return {
    article: {
      id: article.id,
      ...known({ title: article.title, date: article.date, source: article.source, url: article.url, home: article.homeId }),
      byline: article.byline,
      pipeline: article.pipeline,
      repairs: article.repairs.length,
    },
    entities: entities.map(({ id, kind, subkind, name, mentions }) => ({ id, kind, subkind, name, mentions: mentions.map(mentionJson) })),
    facts: factsJson(evidence, article.date),
    issues,
  }
}

/** An article that a stage failed on: nothing but its issues. */
export const failedArticleJson = (id: string, issues: readonly Issue[]): Json => ({ article: { id }, entities: [], facts: [], issues })
