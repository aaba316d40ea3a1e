import { actOfRule, ruleOfAct, standingAdditions, type AddedEntity, type StandingAddition } from '../curation/folds/fold-additions.js'
import type { Act } from '../core/acts.js'
import { evidenceId } from '../core/ids.js'
import type { Evidence, Mention } from '../core/records.js'
import type { StoreRow } from './port.js'
import type { PlacedPart } from './rehome.js'
import type { Unhomed } from './said.js'
import { evidenceRow } from './write-rows.js'

/**
 * What people have added by hand lies over what a program read of an article: it can be taken off and laid on again, so it survives
 * re-reading, retraction and re-extraction, and goes when it is withdrawn.
 */

interface AddedMention extends Mention {
  /** Act that added it. */
  readonly added?: string
}

const mentionsOf = ({ part }: PlacedPart): readonly AddedMention[] => JSON.parse(part.mentions) as readonly AddedMention[]
const withMentions = ({ articleId, part }: PlacedPart, mentions: readonly AddedMention[]): PlacedPart =>
  ({ articleId, part: { ...part, count: mentions.length, mentions: JSON.stringify(mentions) } })

/** What a program read, without what people added. */
export function withoutAdditions({ parts, evidence }: Unhomed): Unhomed {
  return {
    parts: parts.flatMap((placed) => {
      const mentions = mentionsOf(placed)
      const read = mentions.filter(({ added }) => added === undefined)
      return read.length === mentions.length ? [placed] : read.length === 0 ? [] : [withMentions(placed, read)]
    }),
    evidence: evidence.filter((row) => actOfRule(String(row['rule'])) === undefined),
  }
}

/** The article with the entity named at that place. */
function withEntity(parts: readonly PlacedPart[], articleId: string, { id, kind, subkind, name, aliases, key, mention }: AddedEntity, act: string): readonly PlacedPart[] {
  const marked: AddedMention = { ...mention, added: act }
  const known = parts.find((placed) => placed.articleId === articleId && placed.part.ref === id)
  if (known === undefined) {
    return [...parts, { articleId, part: { ref: id, name, aliases, key, kind, subkind, count: 1, mentions: JSON.stringify([marked]) } }]
  }
  const mentions = mentionsOf(known)
  if (mentions.some(({ raw }) => raw.start === mention.raw.start && raw.end === mention.raw.end)) return parts
  const joined = [...mentions, marked].sort((a, b) => a.raw.start - b.raw.start || a.raw.end - b.raw.end)
  return parts.map((placed) => (placed === known ? withMentions(placed, joined) : placed))
}

function rowOf({ act, textHash, fact }: StandingAddition, articleId: string, date: string): readonly StoreRow[] {
  if (fact === null) return []
  const rule = ruleOfAct(act)
  const item: Evidence = {
    ...fact, id: evidenceId(fact.factId, articleId, fact.raw.start, fact.raw.end, rule), articleId, cue: '', rule, strength: 'STATED', speakerId: '', eventDate: '', textHash,
  }
  return [evidenceRow(item, date)]
}

/** An article as far as additions need it. */
export interface Dated {
  readonly id: string
  readonly date: string
  readonly textHash: string
}

/** What the article says, read and added. What was added to another text of it waits in the log. */
export function withAdditions(said: Unhomed, { id, date, textHash }: Dated, acts: readonly Act[]): Unhomed {
  const additions = standingAdditions(acts).filter((addition) => addition.textHash === textHash)
  return additions.reduce<Unhomed>(({ parts, evidence }, addition) => ({
    parts: addition.entities.reduce((all, entity) => withEntity(all, id, entity, addition.act), parts),
    evidence: [...evidence, ...rowOf(addition, id, date)],
  }), said)
}

/** Those of the acts that are on proposals about an article. */
export const proposalsAbout = (acts: readonly Act[], articleId: string): readonly Act[] => acts.filter(({ kind, targets }) => kind === 'PROPOSAL' && targets.includes(articleId))
