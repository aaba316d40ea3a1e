/** Opens the trained recogniser that ships under models/. */
import { readFileSync } from 'node:fs'
import { cleanSpan } from '../../../src/core/span.js'
import { projectPath } from '../../../src/core/paths.js'
import type { Candidate, Recogniser, Token } from '../document.js'
import { subkindOf } from '../subkind.js'
import { Tagger } from './tagger.js'
import { TAGGED_KINDS } from './tags.js'
import { parseWeights } from './weights.js'

/** Text beside a name that its subkind may depend on, in UTF-16 units. */
const CONTEXT = 24

/**
 * Reads the weights and builds the tagger (well under a second); keep the result, it holds some megabytes.
 * Its candidates' spans count from the start of the text passed in, do not overlap, and carry as weight the chance
 * that the name is right when nothing else confirms it (counted on held-out articles, models/CARD.md). Tokens may have any base; only their lengths are used.
 * @throws PolicyGraphError BAD_INPUT when the file is damaged or of another version.
 */
export const loadRecogniser = (path: string = projectPath('models', 'recogniser.bin')): Recogniser => {
  const data = parseWeights(readFileSync(path))
  const tagger = new Tagger(data)
  return {
    name: data.name,
    recognise: (text: string, tokens: readonly Token[]): readonly Omit<Candidate, 'by'>[] =>
      tagger.tag(text, tokens).map(({ start, end, kind, lead }) => {
        const name = text.slice(start, end)
        const entityKind = TAGGED_KINDS[kind] ?? 'PERSON'
        return {
          span: cleanSpan(start, end),
          text: name,
          kind: entityKind,
          subkind: subkindOf(entityKind, name, text.slice(Math.max(0, start - CONTEXT), start), text.slice(end, end + CONTEXT)),
          weight: chance(data.calibration[kind], lead),
        }
      }),
  }
}

const chance = ([slope, offset]: readonly [number, number] = [1, 0], lead: number): number => 1 / (1 + Math.exp(-(slope * lead + offset)))
