import iconv from 'iconv-lite'

/** Bytes of one character in GBK: two, or one for ASCII. */
export type ByteValue = number

const LEADS = { first: 0x81, last: 0xfe }
const TRAILS = { first: 0x40, last: 0xfe }
const NONE = 0

interface Tables {
  /** Code unit of a byte pair, at `lead << 8 | trail`; 0 where the pair means nothing. */
  readonly units: Uint16Array
  /** Byte pair of a code unit, `lead << 8 | trail`; 0 where GBK has no such character. */
  readonly pairs: Uint16Array
}

function build(): Tables {
  const units = new Uint16Array(0x10000)
  const pairs = new Uint16Array(0x10000)
  const row = Buffer.alloc(2)
  for (let lead = LEADS.first; lead <= LEADS.last; lead += 1) {
    for (let trail = TRAILS.first; trail <= TRAILS.last; trail += 1) {
      if (trail === 0x7f) continue
      row[0] = lead
      row[1] = trail
      const text = iconv.decode(row, 'gbk')
      const unit = text.length === 1 ? text.charCodeAt(0) : NONE
      if (unit < 0x80 || unit === 0xfffd) continue
      units[(lead << 8) | trail] = unit
      if (pairs[unit] === NONE) pairs[unit] = (lead << 8) | trail
    }
  }
  return { units, pairs }
}

let tables: Tables | undefined
const ready = (): Tables => (tables ??= build())

/** The character of a byte pair, or '' where GBK has none. User-defined pairs give private-use characters. */
export function charOfPair(lead: ByteValue, trail: ByteValue): string {
  const unit = ready().units[(lead << 8) | trail] ?? NONE
  return unit === NONE ? '' : String.fromCharCode(unit)
}

/** `lead << 8 | trail` of a character, or 0 where GBK has no pair for it (ASCII included). */
export const pairOfUnit = (unit: number): number => ready().pairs[unit] ?? NONE

/** True for characters of GB 2312 level 1 (3,755 hanzi of daily use): rows B0–D7. */
export function isLevelOne(unit: number): boolean {
  const pair = pairOfUnit(unit)
  return pair >= 0xb0a1 && pair <= 0xd7f9 && (pair & 0xff) >= 0xa1
}

/** True for hanzi of GB 2312 (6,763, nearly all of them Simplified or common to both scripts): rows B0–F7. */
export function isGb2312Han(unit: number): boolean {
  const pair = pairOfUnit(unit)
  return pair >= 0xb0a1 && pair <= 0xf7fe && (pair & 0xff) >= 0xa1
}

/** Bytes that a GBK decoder shows as private-use characters, which web pages drop: rows AA–AF and F8–FE. */
export const isUserDefinedLead = (lead: ByteValue): boolean => (lead >= 0xaa && lead <= 0xaf) || (lead >= 0xf8 && lead <= 0xfe)
