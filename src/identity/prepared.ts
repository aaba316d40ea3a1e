/** Profiles with their names read once, so that a million comparisons do not parse. */
import { readCompanyName, type CompanyName } from './names/company-name.js'
import { readInitiativeName, type InitiativeName } from './names/initiative-name.js'
import { placesFromHomes, readOrganName, type OrganLevel, type OrganName } from './names/organ-name.js'
import { nameFrequency, readPersonName, type PersonName } from './names/person-name.js'
import { nearest, readPlace, standingCode, codesOfForm } from './names/places.js'
import { plainName } from './names/plain.js'
import type { Profile, ProfilePost } from './profile.js'

export interface PreparedBase {
  readonly profile: Profile
  /** Plain forms in use, most telling first (longest, then by text). */
  readonly forms: readonly string[]
  /** Plain forms introduced by the text as a short name. */
  readonly introduced: readonly string[]
  readonly former: readonly string[]
  readonly homes: readonly string[]
  readonly regions: readonly string[]
}

export interface PreparedCompany extends PreparedBase {
  readonly kind: 'COMPANY'
  readonly main: CompanyName
  readonly names: readonly CompanyName[]
  /** Codes written in any of its names. */
  readonly places: readonly string[]
}

export interface PreparedOrgan extends PreparedBase {
  readonly kind: 'ORGANIZATION'
  readonly main: OrganName
  readonly names: readonly OrganName[]
  /** Where it belongs: written in a name, else told by the home regions. */
  readonly places: readonly string[]
  readonly placeWritten: boolean
}

export interface PreparedInitiative extends PreparedBase {
  readonly kind: 'INITIATIVE'
  readonly main: InitiativeName
  readonly names: readonly InitiativeName[]
  readonly places: readonly string[]
  readonly years: readonly string[]
  readonly editions: readonly string[]
}

export interface PreparedPost {
  readonly title: string
  readonly body: string
  readonly bodyId: string
  readonly bodyName: string
  readonly place: string
  /** What the body is without its place; 政府 and 委 of a place, and the place itself, are its leadership (LEADERSHIP). */
  readonly core: string
  /** Trade name when the body is a firm, or ''. */
  readonly trade: string
  /** Days since 1970, or NaN. */
  readonly from: number
  readonly to: number
}

export interface PreparedPerson extends PreparedBase {
  readonly kind: 'PERSON'
  readonly names: readonly PersonName[]
  /** Logarithm of the share of bearers of its most usual name. */
  readonly frequency: number
  readonly posts: readonly PreparedPost[]
}

export interface PreparedRegion extends PreparedBase {
  readonly kind: 'REGION'
  /** Its own code, or all that its name may mean. */
  readonly codes: readonly string[]
  readonly coded: boolean
}

export type Prepared = PreparedCompany | PreparedOrgan | PreparedInitiative | PreparedPerson | PreparedRegion

const byLength = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0)
const unique = (values: readonly string[]): string[] => [...new Set(values)]

/** First or last day of a date of any precision, in days since 1970; NaN for ''. */
function dayOf(date: string, end: boolean): number {
  if (date === '') return Number.NaN
  const [year = 0, month, day] = date.split('-').map(Number)
  const time = day === undefined && end ? Date.UTC(year, month ?? 12, 0) : Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  return time / 86_400_000
}

/** Codes that fit the homes when a form stands for several regions. */
function narrow(codes: readonly string[], homes: readonly string[]): readonly string[] {
  if (codes.length < 2 || homes.length === 0) return codes
  const fitting = codes.filter((code) => (nearest([code], homes)?.value ?? -1) > 0)
  return fitting.length > 0 ? fitting : codes
}

function baseOf(profile: Profile): PreparedBase {
  const of = (role: string): string[] => unique(profile.names.filter((name) => name.role === role).map((name) => plainName(name.form))).sort(byLength)
  const used = of('used')
  const introduced = of('introduced')
  return {
    profile,
    forms: introduced.length === 0 ? used : unique([...used, ...introduced]).sort(byLength),
    introduced,
    former: of('former'),
    homes: unique(profile.homes.map(standingCode)),
    regions: unique(profile.regions.map(standingCode)),
  }
}

/**
 * The names that agree with the main one, and their forms. Within an article a short form is sometimes laid to the wrong long one
 * (中信证券 to 中信建投证券); such a form must not tie two entities together. A short name that the text introduces stays.
 */
function agreeing<N extends { readonly form: string }>(base: PreparedBase, names: readonly N[], agrees: (name: N) => boolean): { readonly names: readonly N[]; readonly forms: readonly string[] } {
  if (names.length < 2) return { names, forms: base.forms }
  const kept = names.filter((name) => agrees(name) || base.introduced.includes(name.form))
  return { names: kept, forms: kept.map((name) => name.form) }
}

const writtenPlaces = (names: readonly { readonly places: readonly string[] }[]): string[] => unique(names.flatMap((name) => [...name.places]))

function prepareCompany(base: PreparedBase): PreparedCompany {
  const around = [...base.homes, ...base.regions]
  const all = base.forms.map((form) => readCompanyName(form, around))
  const main = all.find((name) => name.full) ?? all[0] ?? readCompanyName('')
  const { names, forms } = agreeing(base, all, (name) => name.trade === main.trade)
  return { ...base, forms, kind: 'COMPANY', names, main, places: narrow(writtenPlaces(names), around) }
}

function prepareOrgan(base: PreparedBase): PreparedOrgan {
  const all = base.forms.map(readOrganName)
  const main = all.find((name) => name.places.length > 0 || name.national) ?? all[0] ?? readOrganName('')
  const { names, forms } = agreeing(base, all, (name) => name.core === main.core && name.unit === main.unit)
  const around = base.regions.length > 0 ? base.regions : base.homes
  const written = narrow(main.places, around)
  return { ...base, forms, kind: 'ORGANIZATION', names, main, places: written.length > 0 || main.national ? written : placesFromHomes(main, around), placeWritten: written.length > 0 }
}

function prepareInitiative(base: PreparedBase): PreparedInitiative {
  const all = base.forms.map((form) => readInitiativeName(form, base.profile.subkind))
  const main = all[0] ?? readInitiativeName('', '')
  const { names, forms } = agreeing(base, all, (name) => name.core === main.core || (name.core.length >= 4 && main.core.includes(name.core)))
  return {
    ...base, forms, kind: 'INITIATIVE', names, main,
    places: narrow(writtenPlaces(names), [...base.homes, ...base.regions]),
    years: unique(names.map((name) => name.year).filter((year) => year !== '')),
    editions: unique(names.map((name) => name.edition).filter((edition) => edition !== '')),
  }
}

function preparePerson(base: PreparedBase): PreparedPerson {
  const names = base.forms.map(readPersonName).filter((name) => name !== undefined)
  const posts = base.profile.posts.map((post): PreparedPost => {
    const body = plainName(post.bodyName)
    return { title: post.title, body, bodyId: post.bodyId, bodyName: post.bodyName, ...bodyOf(body, post, base.homes), from: dayOf(post.from, false), to: dayOf(post.to === '' ? post.from : post.to, true) }
  })
  return { ...base, kind: 'PERSON', names, frequency: Math.max(-9, ...names.map(nameFrequency)), posts }
}

/** Core of a body that leads a place: its party committee, its government, or the place named alone (南通市市长). */
export const LEADERSHIP = 'leadership'

const FIRM = /(公司|集团|银行|支行|分行|厂|股份|控股)$/
const HEAD_OF: readonly (readonly [RegExp, OrganLevel])[] = [[/省长|省委|自治区/, 'province'], [/市长|市委|州长|州委/, 'city'], [/区长|区委|县长|县委|旗长/, 'county'], [/镇长|镇党委|乡长/, 'town']]

/** Where the body of a post is and what it is; a firm's place is not told by the region in its name. */
function bodyOf(body: string, post: ProfilePost, homes: readonly string[]): Pick<PreparedPost, 'place' | 'core' | 'trade'> {
  const given = post.regionCode === '' ? '' : standingCode(post.regionCode)
  if (FIRM.test(body)) {
    const firm = readCompanyName(body)
    return { place: given, core: '', trade: firm.generic ? '' : firm.trade }
  }
  const whole = readWhole(body)
  if (whole.length > 0) return { place: given === '' ? narrow(whole, homes)[0] ?? '' : given, core: LEADERSHIP, trade: '' }
  if (body === '') {
    // 市长 without a body is of the city that the articles are about.
    const level = HEAD_OF.find(([pattern]) => pattern.test(post.title))?.[1]
    const heads = level === undefined ? [] : placesFromHomes({ level }, homes)
    return given === '' && heads.length === 1 ? { place: heads[0] ?? '', core: LEADERSHIP, trade: '' } : { place: given, core: given === '' ? '' : LEADERSHIP, trade: '' }
  }
  const organ = readOrganName(body)
  const places = organ.places.length > 0 ? narrow(organ.places, homes) : organ.level === '' || organ.national ? [] : placesFromHomes(organ, homes)
  return { place: given === '' ? places[0] ?? '' : given, core: ['委', '政府', '党委'].includes(organ.core) && organ.unit === '' ? LEADERSHIP : organ.core + organ.unit, trade: '' }
}

function prepareRegion(base: PreparedBase): PreparedRegion {
  const own = base.profile.regions[0]
  if (own !== undefined) return { ...base, kind: 'REGION', codes: [own], coded: true }
  const codes = narrow(unique(base.forms.flatMap((form) => [...codesOfForm(form), ...readWhole(form)])), base.homes)
  return { ...base, kind: 'REGION', codes, coded: false }
}

/** 江苏省南通市: the chain read as a whole. */
function readWhole(form: string): readonly string[] {
  const place = readPlace(form, 0)
  return place.length === form.length ? place.codes : []
}

/** Reads a profile's names and posts. The result keeps the profile itself. */
export function prepareProfile(profile: Profile): Prepared {
  const base = baseOf(profile)
  switch (profile.kind) {
    case 'COMPANY': return prepareCompany(base)
    case 'ORGANIZATION': return prepareOrgan(base)
    case 'INITIATIVE': return prepareInitiative(base)
    case 'PERSON': return preparePerson(base)
    case 'REGION': return prepareRegion(base)
  }
}
