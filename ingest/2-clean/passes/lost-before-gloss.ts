import { bigramModel } from '../language/bigrams.js'
import { decodeOutOfStep, lostGlossAt, type Entry } from '../language/byte-channel.js'
import { pairOfUnit } from '../language/gbk.js'
import { charactersRead, trailsRead } from '../language/readings.js'
import { edit, type Edit, type Pass } from '../pass.js'
import { SIGNAL } from '../signals.js'

/** A solution by bytes must beat the text as it stands by this much (natural log). */
const MIN_GAIN = 4
const BY_BYTES = 0.97

/**
 * A program that writes glosses into GBK bytes also strikes across two characters: after the second byte of one and the first
 * of the next, when those two together make a character that it knows. So the byte before `?` and the lost byte are read as the gloss says,
 * and the lost byte begins the next true character.
 */
function byBytes(text: string, at: number): Edit | undefined {
  const lost = lostGlossAt(text, at)
  const before = text.charAt(at - 1)
  const pair = pairOfUnit(text.charCodeAt(at - 1))
  if (lost === undefined || pair === 0) return undefined
  const entries = trailsRead(pair & 0xff, lost.reading).map((carry): Entry => ({ start: at, at: lost.end, before, text: '', carry, known: true, score: 0 }))
  const decoded = decodeOutOfStep(text, entries)
  return decoded === undefined || decoded.gain < MIN_GAIN ? undefined : edit(at, decoded.end, decoded.text, BY_BYTES)
}

interface Guess {
  readonly char: string
  /** Share of this character among all that are read so, given its neighbours. */
  readonly share: number
}

/** The character read so that fits its neighbours best. */
function byContext(text: string, at: number, end: number, reading: string): Guess | undefined {
  const before = text.charAt(at - 1)
  const after = text.charAt(end)
  const scored = charactersRead(reading).map((char) => ({ char, weight: Math.exp(bigramModel().logString(char, before, after)) }))
  const sum = scored.reduce((total, { weight }) => total + weight, 0)
  const best = scored.sort((a, b) => b.weight - a.weight)[0]
  return best === undefined ? undefined : { char: best.char, share: best.weight / sum }
}

const DECIDED = 0.6
const UNDECIDED = 0.2

function repairAt(text: string, at: number): Edit | undefined {
  const solved = byBytes(text, at)
  if (solved !== undefined) return solved
  const lost = lostGlossAt(text, at)
  if (lost === undefined) return undefined
  const guess = byContext(text, at, lost.end, lost.reading)
  if (guess !== undefined && guess.share >= DECIDED) return edit(at, lost.end, guess.char, Math.min(guess.share, 0.95))
  return edit(at, lost.end, text.charAt(at), UNDECIDED)
}

export const lostBeforeGloss: Pass = {
  id: 'lost-before-gloss',
  doc: 'Restores characters that a pinyin gloss displaced or outlived, from the bytes around them or from reading and context; where neither decides, only the gloss goes.',
  when: SIGNAL.toned,
  apply(text) {
    const edits: Edit[] = []
    for (let at = text.search(/[?\ufffd□]/); at >= 0 && at < text.length; at += 1) {
      if (lostGlossAt(text, at) === undefined) continue
      const found = repairAt(text, at)
      if (found === undefined) continue
      edits.push(found)
      at = found.end - 1
    }
    return edits
  },
}

