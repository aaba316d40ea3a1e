import { readCompanyName } from './names/company-name.js'
import { cityOf, provinceOf } from './names/places.js'
import type { Prepared, PreparedCompany, PreparedInitiative, PreparedOrgan, PreparedPerson } from './prepared.js'

/**
 * One way in which a profile may meet others. Profiles that share `key` are compared; where too many do, those that share a key
 * of the first finer level, and so on. A finer level is a function, since only crowded blocks ask for it.
 */
export interface BlockingKey {
  readonly key: string
  /** Shared by part of a name only (a start, an end): many that share it have nothing to do with each other. */
  readonly loose: boolean
  readonly finer: readonly (() => readonly string[])[]
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]

/** Places by which a crowded block is split: those written or said, else the homes; '' where nothing is known. */
function placesOf(profile: Prepared): readonly string[] {
  switch (profile.kind) {
    case 'COMPANY': case 'INITIATIVE': return [...profile.places, ...profile.regions, ...profile.homes]
    case 'ORGANIZATION': return [...profile.places, ...profile.homes]
    case 'PERSON': return [...profile.posts.map((post) => post.place), ...profile.homes]
    case 'REGION': return profile.codes
  }
}

const orNone = (codes: readonly string[]): readonly string[] => {
  const known = unique(codes).filter((code) => code !== '')
  return known.length === 0 ? [''] : known
}

const byPlace = (prefix: string, profile: Prepared): BlockingKey['finer'] => [
  () => orNone(placesOf(profile).map(provinceOf)).map((code) => `${prefix}@${code}`),
  () => orNone(placesOf(profile).map(cityOf)).map((code) => `${prefix}@${code}`),
]

function companyKeys(firm: PreparedCompany): BlockingKey[] {
  const trades = unique([...firm.names, ...firm.former.map((form) => readCompanyName(form))].map((name) => name.trade)).filter((trade) => trade.length >= 2)
  return trades.flatMap((trade): BlockingKey[] => {
    const start: BlockingKey = { key: `c<${trade.slice(0, 2)}`, loose: trade.length > 2, finer: [() => [`c=${trade}`], ...byPlace(`c=${trade}`, firm)] }
    // A damaged first character still meets by the end.
    return trade.length < 3 ? [start] : [start, { key: `c>${trade.slice(-2)}`, loose: true, finer: [() => [`c=${trade}`], ...byPlace(`c>${trade.slice(-2)}`, firm)] }]
  })
}

function organKeys(body: PreparedOrgan): BlockingKey[] {
  const cores = unique(body.names.map((name) => name.core.replace('经开区', '开发区'))).filter((core) => core !== '')
  const places = body.places.length > 0 ? body.places : [body.main.national ? 'national' : '']
  return [
    ...cores.flatMap((core) => places.flatMap((code): BlockingKey[] => [
      { key: `o=${core}@${code}`, loose: false, finer: [() => body.names.map((name) => `o=${core}@${code}/${name.unit}`)] },
      { key: `o~${core.charAt(0)}${core.charAt(core.length - 1)}@${code}`, loose: true, finer: [() => [`o~${core.slice(0, 2)}${core.slice(-2)}@${code}`]] },
    ])),
    ...body.forms.filter((form) => form.length >= 3).map((form): BlockingKey => ({ key: `of${form}`, loose: false, finer: byPlace(`of${form}`, body) })),
  ]
}

function initiativeKeys(initiative: PreparedInitiative): BlockingKey[] {
  return unique(initiative.names.map((name) => name.core)).flatMap((core): BlockingKey[] => {
    const issue = (): string[] => orNone([...initiative.editions, ...initiative.years]).map((text) => `i=${core}#${text}`)
    const whole: BlockingKey = { key: `i=${core}`, loose: false, finer: [...byPlace(`i=${core}`, initiative), issue] }
    if (core.length < 4) return [whole]
    return [whole, { key: `i<${core.slice(0, 4)}`, loose: true, finer: byPlace(`i<${core.slice(0, 4)}`, initiative) }, { key: `i>${core.slice(-4)}`, loose: true, finer: byPlace(`i>${core.slice(-4)}`, initiative) }]
  })
}

const personKeys = (person: PreparedPerson): BlockingKey[] =>
  unique(person.names.flatMap((name) => [name.form, ...(name.last === '' ? [] : [name.last])])).map((name) => ({ key: `p=${name}`, loose: false, finer: byPlace(`p=${name}`, person) }))

/** Every way in which a profile may meet others of its kind. Two profiles without a common key are not compared. */
export function blockingKeys(profile: Prepared): readonly BlockingKey[] {
  const { uscc, wikidata } = profile.profile
  const registers = [...(uscc === '' ? [] : [`u=${uscc}`]), ...(wikidata === '' ? [] : [`w=${wikidata}`])].map((key): BlockingKey => ({ key, loose: false, finer: [] }))
  return [...registers, ...namedKeys(profile)]
}

function namedKeys(profile: Prepared): BlockingKey[] {
  switch (profile.kind) {
    case 'COMPANY': return companyKeys(profile)
    case 'ORGANIZATION': return organKeys(profile)
    case 'INITIATIVE': return initiativeKeys(profile)
    case 'PERSON': return personKeys(profile)
    case 'REGION': return unique([...profile.codes.map((code) => `r=${code}`), ...profile.forms.map((form) => `rf${form}`)]).map((key) => ({ key, loose: false, finer: [] }))
  }
}
