/** Places at the start of names, and how near two places are. */
import { loadGazetteer, type Region } from '../../../ingest/3-extract/gazetteer.js'
import { readFileSync } from 'node:fs'
import { projectPath } from '../../core/paths.js'
import { once } from '../lexicon.js'

export interface PlaceReading {
  /** Codes that the form may mean, the most specific region of the chain; empty when there is no place. */
  readonly codes: readonly string[]
  /** Characters taken by the chain. */
  readonly length: number
  /** True when the last form carries its level (南通市), false for an everyday form (南通). */
  readonly full: boolean
  readonly level: Region['level'] | ''
}

const NONE: PlaceReading = { codes: [], length: 0, full: false, level: '' }
const chains = once(() => new Map<string, readonly string[]>())
const heirs = once(() => new Map<string, string>())

/** Codes of divisions that were abolished (column `until` of the gazetteer). */
const abolished = once((): ReadonlySet<string> =>
  new Set(readFileSync(projectPath('ingest/3-extract/lexicon/regions.tsv'), 'utf8').split('\n').map((line) => line.split('\t')).filter((cells) => (cells[5] ?? '') !== '').map(([code = '']) => code)))

/**
 * One code for a region and what it became: an abolished division goes by the standing one of its level, parent and everyday name
 * (密云县 by 密云区; 伊宁县 and 伊宁市 both stand), and forms of one area or country by the first. Any other code stays.
 */
export function standingCode(code: string): string {
  const known = heirs().get(code)
  if (known !== undefined) return known
  const gazetteer = loadGazetteer()
  const region = gazetteer.byCode(code)
  let standing = code
  if (region && region.level !== 'town')
    for (const other of gazetteer.byForm(region.short))
      if (other.level === region.level && other.parent === region.parent && other.short === region.short && (code.startsWith('X') ? other.code < standing : abolished().has(code) && !abolished().has(other.code))) standing = other.code
  heirs().set(code, standing)
  return standing
}

const standing = (codes: readonly string[]): readonly string[] => (codes.length < 2 ? codes.map(standingCode) : [...new Set(codes.map(standingCode))])

/** The region itself and those above it, nearest first. Standing codes in, standing codes out. */
export function upward(code: string): readonly string[] {
  const known = chains().get(code)
  if (known) return known
  const gazetteer = loadGazetteer()
  const chain: string[] = []
  for (let region = gazetteer.byCode(code); region !== undefined && chain.length < 8; region = gazetteer.byCode(region.parent)) chain.push(standingCode(region.code))
  chains().set(code, chain)
  return chain
}

/** Regions that a form at `start` may mean: the longest form that is a region and leaves at least `leave` characters. */
function regionsAt(name: string, start: number, leave: number): { readonly end: number; readonly regions: readonly Region[] } | undefined {
  const gazetteer = loadGazetteer()
  for (let end = Math.min(gazetteer.longestAt(name, start), name.length - leave); end >= start + 2; end--) {
    const form = name.slice(start, end)
    const regions = gazetteer.byForm(form).filter((region) => region.level !== 'town' || (form.length >= 3 && /[镇乡道木]$/.test(form)))
    if (regions.length > 0) return { end, regions }
  }
  return undefined
}

/** The chain of regions that a name starts with (江苏省南通市…): each lies within the one before. At least `leave` characters stay. */
export function readPlace(name: string, leave = 1): PlaceReading {
  let reading = NONE
  for (;;) {
    const found = regionsAt(name, reading.length, leave)
    if (!found) return reading
    const within = reading.length === 0 ? found.regions : found.regions.filter((region) => upward(standingCode(region.code)).slice(1).some((code) => reading.codes.includes(code)))
    const [first] = within
    if (!first) return reading
    const form = name.slice(reading.length, found.end)
    // 鼓楼 stands for several districts; one level goes before another (吉林 the province and the city).
    const codes = within.filter((region) => region.level === first.level || reading.length > 0).map((region) => region.code)
    reading = { codes: standing(codes), length: found.end, full: first.name === form && first.short !== form, level: first.level }
  }
}

/** Codes of the regions that a whole form names. */
export const codesOfForm = (form: string): readonly string[] => standing(loadGazetteer().byForm(form).map((region) => region.code))

export const levelOfCode = (code: string): Region['level'] | '' => loadGazetteer().byCode(code)?.level ?? ''
export const nameOfCode = (code: string): string => loadGazetteer().byCode(code)?.name ?? code

/** Province of a region, or ''. */
export const provinceOf = (code: string): string => upward(code).find((above) => levelOfCode(above) === 'province') ?? ''
/** City of a region (a municipality counts as its own), or ''. */
export function cityOf(code: string): string {
  const chain = upward(code)
  return chain.find((above) => levelOfCode(above) === 'city') ?? (/^(11|12|31|50)0000$/.test(chain.at(-1) ?? '') ? chain.at(-1) ?? '' : '')
}

/**
 * How near two regions are, from 1 (the same) over nested and neighbouring ones to -1 (other provinces).
 * Undefined when one is a country or an area, which tell nothing.
 */
export function nearness(a: string, b: string): number | undefined {
  if (a === b) return 1
  const [left, right] = [upward(a), upward(b)]
  const provinces = [left.at(-1) ?? '', right.at(-1) ?? '']
  if (provinces.some((code) => levelOfCode(code) !== 'province')) return undefined
  if (provinces[0] !== provinces[1]) return -1
  const city = cityOf(a)
  if (left.includes(b) || right.includes(a)) return city !== '' && city === cityOf(b) ? 0.8 : 0.5
  return city !== '' && city === cityOf(b) ? 0.4 : 0
}

/** The best nearness of any two regions of the lists; undefined when nothing can be said. */
export function nearest(a: readonly string[], b: readonly string[]): { readonly value: number; readonly left: string; readonly right: string } | undefined {
  let best: { value: number; left: string; right: string } | undefined
  for (const left of a)
    for (const right of b) {
      const value = nearness(left, right)
      if (value !== undefined && (best === undefined || value > best.value)) best = { value, left, right }
    }
  return best
}
