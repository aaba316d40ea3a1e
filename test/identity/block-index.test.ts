import fc from 'fast-check'
import { affectedBy, BlockIndex, updateCandidates } from '../../src/identity/block-index.js'
import { BLOCK_LIMIT, makeBlocks, pairsOf } from '../../src/identity/blocks.js'
import { findCandidates } from '../../src/identity/find-candidates.js'
import { prepareProfile } from '../../src/identity/prepared.js'
import type { Profile } from '../../src/identity/profile.js'
import { syntheticProfiles } from '../bench/synthetic-profiles.js'
import { company, person, profile } from './profiles.js'

const crowd = (count: number, home: (index: number) => string): Profile[] => Array.from({ length: count }, (_each, index) => person(`p${String(index).padStart(4, '0')}`, `王伟; @${home(index)}; #official`))
const blocksOf = (profiles: readonly Profile[]): ReturnType<typeof makeBlocks> => makeBlocks(profiles.map(prepareProfile))

describe('blocking', () => {
  it.each([
    ['a short name with its full one', 'COMPANY', '江苏澜石', '江苏澜石新材料股份有限公司'],
    ['a name without its region', 'COMPANY', '澜石新材料', '江苏澜石新材料股份有限公司'],
    ['a damaged character', 'COMPANY', '江苏傲维克斯电子有限公司', '江苏奥维克斯电子有限公司'],
    ['an introduced short name', 'COMPANY', '观澜数科', '浙江观澜数字科技有限公司=^观澜数科'],
    ['a former name', 'COMPANY', '合肥启航机械厂', '安徽新启程装备有限公司=~合肥启航机械厂'],
    ['a number of the register', 'COMPANY', '甲乙; uscc 1', '丙丁; uscc 1'],
    ['a body by level and home', 'ORGANIZATION', '市发改委; @南通市', '南通市发展和改革委员会'],
    ['a body without a level', 'ORGANIZATION', '发改委; @崇川区', '南通市发展和改革委员会'],
    ['an initiative without its place', 'INITIATIVE', '高企培育三年行动; #PROGRAM', '南通市高新技术企业培育三年行动计划; #PROGRAM'],
    ['a foreign name by its last part', 'PERSON', '马斯克', '埃隆·马斯克'],
    ['a region by what its name may mean', 'REGION', '通州区; @南通市', '通州区; in 320612'],
  ] as const)('brings together %s', (_name, kind, left, right) => {
    expect(blocksOf([profile('a', kind, left), profile('b', kind, right)]).blocks.length).toBeGreaterThan(0)
  })

  it('splits a crowded name by place and loses nothing within a place', () => {
    const homes = ['宿州市', '株洲市', '长治市', '本溪市']
    const { blocks } = blocksOf(crowd(160, (index) => homes[index % 4] ?? ''))
    expect(Math.max(...blocks.map(({ length }) => length))).toBeLessThanOrEqual(BLOCK_LIMIT)
    expect(blocks.reduce((sum, { length }) => sum + pairsOf(length), 0)).toBe(4 * pairsOf(40))
  })

  it('says how many pairs a name too crowded to split leaves out', () => {
    const { blocks, notCompared, crowded } = blocksOf(crowd(200, () => '宿州市'))
    const pairs = new Set(blocks.flatMap((members) => members.flatMap((a) => members.filter((b) => b > a).map((b) => `${a} ${b}`))))
    expect(notCompared).toBe(pairsOf(200) - pairs.size)
    expect(crowded).toEqual([{ key: 'p=王伟', members: 200, notCompared }])
  })

  it('compares about as many pairs for each profile when profiles grow fourfold', () => {
    const ratio = (count: number): number => findCandidates(syntheticProfiles(count, 7)).report.compared / count
    expect(ratio(8000)).toBeLessThan(2 * ratio(2000))
  })
})

describe('affectedBy', () => {
  const known = [company('full', '江苏澜石新材料股份有限公司; @常州市'), company('far', '苏州穹宇航天科技有限公司'), person('mayor', '张彤; post 市长/南通市/2023')]

  it('names the existing profiles that a new one may be, and no others', () => {
    const index = new BlockIndex(known)
    const affected = affectedBy([company('new', '江苏澜石; @常州市'), company('new2', '澜石新材料')], index)
    expect(affected.ids).toEqual(['full'])
    expect(affected.partners.get('new')).toEqual(['full'])
    expect(index.size).toBe(3)
  })

  it('forgets what was removed or renamed', () => {
    const index = new BlockIndex(known)
    index.remove('full')
    index.put(company('far', '江苏澜石'))
    expect(affectedBy([company('new', '澜石新材料')], index).ids).toEqual(['far'])
  })
})

describe('updateCandidates', () => {
  it('ends where a full run ends, whatever arrives in which order', () => {
    const all = syntheticProfiles(240, 11)
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (order, sizes) => {
      const index = new BlockIndex()
      let candidates = findCandidates([])
      let at = 0
      for (const size of [...sizes, order.length]) {
        candidates = updateCandidates(candidates, order.slice(at, at + size), [], index)
        at += size
      }
      const whole = findCandidates(all)
      expect({ same: candidates.same, maybe: candidates.maybe }).toEqual({ same: whole.same, maybe: whole.maybe })
    }), { numRuns: 10 })
  })

  it('drops what an article took away, and compares anew what changed', () => {
    const [full, short] = [company('full', '江苏澜石新材料股份有限公司; @常州市'), company('short', '江苏澜石; @常州市')]
    const index = new BlockIndex()
    const both = updateCandidates(findCandidates([]), [full, short], [], index)
    expect(both.same).toHaveLength(1)
    expect(updateCandidates(both, [company('short', '河北观澜')], [], index).same).toEqual([])
    expect(updateCandidates(both, [], ['short'], index).same).toEqual([])
    expect(index.size).toBe(1)
  })
})
