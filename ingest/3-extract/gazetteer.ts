import { readFileSync } from 'node:fs'
import { projectPath } from '../../src/core/paths.js'
import { FormTrie } from './form-trie.js'

export type RegionLevel = 'country' | 'province' | 'city' | 'county' | 'town' | 'area'

/** One row of the gazetteer. Codes are GB/T 2260 where there is one. */
export interface Region {
  readonly code: string
  readonly name: string
  /** Everyday form (南通 for 南通市), or the name itself. */
  readonly short: string
  readonly level: RegionLevel
  /** Code of the region that contains it, or ''. */
  readonly parent: string
}

/** 延边州 for 延边朝鲜族自治州, 威宁县 for 威宁彝族回族苗族自治县. */
function everydayForms({ name, short, level }: Region): readonly string[] {
  const self = /自治(州|县|旗)$/.exec(name)?.[1]
  if (self !== undefined && name !== short) return [short.endsWith(self) ? short : short + self]
  return level === 'area' || level === 'country' || !name.endsWith('特别行政区') ? [] : [name.replace('特别行政区', '')]
}

/** Regions by code and by form, and the places in a text where a form stands. */
export class Gazetteer {
  readonly #byCode = new Map<string, Region>()
  readonly #byForm = new FormTrie<Region[]>(19)

  constructor(regions: readonly Region[]) {
    for (const region of regions) {
      this.#byCode.set(region.code, region)
      for (const form of new Set([region.name, region.short, ...everydayForms(region)])) this.#add(form, region)
    }
  }

  #add(form: string, region: Region): void {
    const known = this.#byForm.get(form)
    if (known) known.push(region)
    else this.#byForm.set(form, [region])
  }

  byCode(code: string): Region | undefined {
    return this.#byCode.get(code)
  }

  /** All regions that go by the form, highest level first. */
  byForm(form: string): readonly Region[] {
    return this.#byForm.get(form) ?? []
  }

  /** End of the longest form that starts at `start`, or -1. */
  longestAt(text: string, start: number): number {
    return this.#byForm.longestAt(text, start)
  }

  /** The first offset from `from` on where a form may start; `to` when none does before it. */
  nextAt(text: string, from: number, to: number): number {
    return this.#byForm.nextAt(text, from, to)
  }

  /** True when `code` lies within `container`, at any depth. */
  isWithin(code: string, container: string): boolean {
    for (let region = this.#byCode.get(code); region !== undefined; region = this.#byCode.get(region.parent)) {
      if (region.parent === container) return true
      if (region.parent === '') return false
    }
    return false
  }

  /** The region itself or the one above it that has the level. */
  ancestor(code: string, level: RegionLevel): Region | undefined {
    for (let region = this.#byCode.get(code); region !== undefined; region = this.#byCode.get(region.parent)) {
      if (region.level === level) return region
    }
    return undefined
  }
}

const LEVELS: readonly string[] = ['country', 'province', 'city', 'county', 'town', 'area']
const isLevel = (value: string): value is RegionLevel => LEVELS.includes(value)

let shared: Gazetteer | undefined

/** The gazetteer that ships with the project; read once. */
export function loadGazetteer(): Gazetteer {
  if (shared) return shared
  const regions: Region[] = []
  for (const line of readFileSync(projectPath('ingest/3-extract/lexicon/regions.tsv'), 'utf8').split('\n')) {
    const [code = '', name = '', short = '', level = '', parent = ''] = line.split('\t')
    if (line.startsWith('#') || name === '' || !isLevel(level)) continue
    regions.push({ code, name, short: short === '' ? name : short, level, parent })
  }
  for (const line of readFileSync(projectPath('ingest/3-extract/lexicon/regions-towns.tsv'), 'utf8').split('\n').slice(1)) {
    const [county = '', towns = ''] = line.split('\t')
    for (const town of towns === '' ? [] : towns.split(' ')) {
      const name = town.slice(3)
      regions.push({ code: county + town.slice(0, 3), name, short: name, level: 'town', parent: county })
    }
  }
  shared = new Gazetteer(regions)
  return shared
}
