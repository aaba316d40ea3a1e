/** Regions are told by code; a form without a code may mean several. */
import { compared, found, text, type KindRules } from '../feature.js'
import { nameOfCode } from '../names/places.js'
import type { PreparedRegion } from '../prepared.js'
import { weightOf } from '../weights.js'
import { disjoint, first, homesFeature, intersects, placeNames, registerGuards, registerProofs } from './shared.js'

const ownCode = (region: PreparedRegion): string => region.profile.regions[0] ?? ''

export const REGION_RULES: KindRules<PreparedRegion> = {
  proofs: [
    ...registerProofs,
    {
      id: 'code',
      doc: 'The same code is the same region.',
      find: (a, b) => (ownCode(a) !== '' && ownCode(a) === ownCode(b) ? found(text('行政区划代码相同', 'the same region code'), nameOfCode(ownCode(a)), nameOfCode(ownCode(b))) : undefined),
    },
  ],
  guards: [
    ...registerGuards,
    {
      id: 'code-differs',
      doc: 'Regions are by code: different codes are different regions, save a region and what it became (密云县, 密云区).',
      find: (a, b) => (a.coded && b.coded && first(a.codes) !== first(b.codes) ? found(text('行政区划代码不同', 'different region codes'), nameOfCode(ownCode(a)), nameOfCode(ownCode(b))) : undefined),
    },
    {
      id: 'name-excludes',
      doc: 'A form that cannot mean the other\'s code is another region.',
      find: (a, b) => (disjoint(a.codes, b.codes) ? found(text('名称不可能指同一地区', 'the name cannot mean that region'), placeNames(a.codes), placeNames(b.codes)) : undefined),
    },
  ],
  features: [
    {
      id: 'meaning',
      doc: 'How many regions the forms may mean, after the homes of the articles.',
      weight: weightOf('REGION', 'meaning'),
      compare(a, b) {
        const choices = Math.max(a.codes.length, b.codes.length)
        if (choices === 0 || !intersects(a.codes, b.codes)) return undefined
        return compared(choices === 1 ? 1 : -0.5, choices === 1 ? text('名称只能指这一地区', 'the form can only mean this region') : text('名称可指多个地区', 'the form may mean several regions'), placeNames(a.codes), placeNames(b.codes))
      },
    },
    {
      id: 'form',
      doc: 'The same form, for areas that no code knows.',
      weight: weightOf('REGION', 'form'),
      compare(a, b) {
        if (intersects(a.codes, b.codes)) return undefined
        const shared = a.forms.find((form) => b.forms.includes(form))
        return shared === undefined ? compared(-1, text('称呼不同', 'no form in common'), first(a.forms), first(b.forms)) : compared(shared.length >= 4 ? 1 : 0.5, text('有相同的称呼', 'a form in common'), shared, shared)
      },
    },
    homesFeature('REGION'),
  ],
  caps: [
    {
      id: 'became',
      doc: 'A region and what it became have two codes; whether they are one is for a person to say.',
      find: (a, b) => (ownCode(a) !== '' && ownCode(b) !== '' && ownCode(a) !== ownCode(b) ? found(text('建制曾变更', 'the division was changed'), nameOfCode(ownCode(a)), nameOfCode(ownCode(b))) : undefined),
    },
    {
      id: 'ambiguous',
      doc: 'A form that may mean several regions is at most possibly one of them.',
      find: (a, b) => (Math.max(a.codes.length, b.codes.length) > 1 ? found(text('名称可指多个地区', 'the form may mean several regions'), placeNames(a.codes), placeNames(b.codes)) : undefined),
    },
  ],
}
