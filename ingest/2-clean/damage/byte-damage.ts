/** Damage at the level of bytes: text decoded in a wrong encoding, and GBK text whose bytes lost their step. */
import iconv from 'iconv-lite'
import { charOfPair, pairOfUnit } from '../language/gbk.js'
import { readingsOf } from '../language/readings.js'
import type { Random } from './random.js'

const HAN = /[\u4e00-\u9fff]/

/** Each line that the chance picks is read as if it were in the other encoding. */
export const misread = (text: string, encoding: 'gbk' | 'latin1', rate: number, random: Random): string =>
  text.split('\n').map((line) => (random() < rate ? iconv.decode(Buffer.from(line, 'utf8'), encoding) : line)).join('\n')

/** What a browser shows of a GBK byte string: `?` where a first byte finds no second one, nothing for the user-defined rows. */
function shown(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0
    const trail = bytes[i + 1] ?? 0
    if (lead < 0x80) {
      text += String.fromCharCode(lead)
      i += 1
      continue
    }
    const char = charOfPair(lead, trail)
    // a first byte swallows the ASCII byte after it
    text += char === '' ? '?' : char >= '\ue000' && char <= '\uf8ff' ? '' : char
    i += 2
  }
  return text
}

const bytesOf = (text: string): number[] =>
  Array.from(text).flatMap((char) => {
    const pair = pairOfUnit(char.charCodeAt(0))
    return pair === 0 ? [char.charCodeAt(0)] : [pair >> 8, pair & 0xff]
  })

/** Stretches of hanzi and Chinese marks: the most that one lost byte can spoil. */
const STRETCH = /[\u4e00-\u9fff、，。；：]{4,}/g

/** One byte is lost in each stretch that the chance picks; what follows in the stretch is out of step. */
export const loseByte = (text: string, rate: number, random: Random): string =>
  text.replace(STRETCH, (stretch: string) => {
    if (random() >= rate || !Array.from(stretch).every((char) => pairOfUnit(char.charCodeAt(0)) !== 0)) return stretch
    const bytes = bytesOf(stretch)
    const at = Math.floor(random() * (bytes.length - 6))
    return shown(bytes.filter((_, i) => i !== at))
  })

const LONGEST_RUN = 6

const readingOf = (char: string): string => (HAN.test(char) ? (readingsOf(char)[0] ?? '') : '')

interface Strike {
  readonly index: number
  readonly across: string
}

/** Places where the second byte of one character and the first of the next make a character that can be glossed. */
function strikes(chars: readonly string[]): Strike[] {
  return chars.slice(0, -1).flatMap((char, index) => {
    const [left, right] = [pairOfUnit(char.charCodeAt(0)), pairOfUnit((chars[index + 1] ?? '').charCodeAt(0))]
    const across = left === 0 || right === 0 ? '' : charOfPair(left & 0xff, right >> 8)
    return across !== '' && readingOf(across) !== '' ? [{ index, across }] : []
  })
}

/** A gloss goes in between the bytes of the character after the place; a second one, some characters on, brings the bytes into step again. */
function struck(chars: readonly string[], { index, across }: Strike, random: Random): { text: string; used: number } | undefined {
  const run = chars.slice(index + 1, index + 2 + Math.floor(random() * LONGEST_RUN))
  const last = run.at(-1) ?? ''
  const reading = readingOf(last)
  if (reading === '' || !run.every((char) => pairOfUnit(char.charCodeAt(0)) !== 0)) return undefined
  const [first = 0, ...rest] = bytesOf(run.join(''))
  // both brackets that open are swallowed by the half characters before them
  return { text: `${shown([first, 0x28])}${readingOf(across)})${shown([...rest, 0x28])}${reading})`, used: run.length }
}

/** Glosses that a program wrote across two characters, as in 日?qǐng)?bào)訊 for 日報訊. */
export const strikeAcross = (text: string, rate: number, random: Random): string =>
  text.replace(STRETCH, (stretch: string) => {
    const chars = Array.from(stretch)
    const places = strikes(chars)
    const place = places[Math.floor(random() * places.length)]
    if (place === undefined || random() >= rate) return stretch
    const found = struck(chars, place, random)
    if (found === undefined) return stretch
    return [...chars.slice(0, place.index + 1), found.text, ...chars.slice(place.index + 1 + found.used)].join('')
  })
