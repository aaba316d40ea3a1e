import type { ProofView } from '../data/review-types.js'
import type { Mark } from '../reader/segments.js'

/**
 * What to mark in the repaired quote, in offsets of the quote: the places that name either end, by the end's id, and the word that the
 * rule took hold of, as `cue`. Pure.
 */
export function marksOf({ cleanQuote, clean, cue, article: { mentions } }: Pick<ProofView, 'cleanQuote' | 'clean' | 'cue'> & { readonly article: Pick<ProofView['article'], 'mentions'> }, subject: string, object: string): readonly Mark[] {
  const names = mentions
    .filter(({ entity, clean: at }) => (entity.id === subject || entity.id === object) && at.start >= clean.start && at.end <= clean.end)
    .map(({ entity, clean: at }): Mark => ({ start: at.start - clean.start, end: at.end - clean.start, id: entity.id }))
  // The first place of the cue that is no part of a name: a name may hold the same word.
  for (let at = cue === '' ? -1 : cleanQuote.indexOf(cue); at >= 0; at = cleanQuote.indexOf(cue, at + 1)) {
    const [start, end] = [at, at + cue.length]
    if (names.every((name) => end <= name.start || start >= name.end)) return [...names, { start, end, id: 'cue' }]
  }
  return names
}
