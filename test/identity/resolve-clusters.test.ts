import fc from 'fast-check'
import type { Judgement } from '../../src/identity/judgement.js'
import type { Profile } from '../../src/identity/profile.js'
import { canonicalId } from '../../src/identity/resolution.js'
import { resolveClusters, SUGGESTIONS_PER_ENTITY } from '../../src/identity/resolve-clusters.js'
import { loadPairs } from '../quality/identity/labelled-pairs.js'
import { company, groupsOf, judge, person, profile } from './profiles.js'

const full = company('full', '江苏澜石新材料股份有限公司; @常州市; d 2024-03-01')
const short = company('short', '江苏澜石; @常州市; d 2024-05-01')
const seated = company('seated', '澜石新材料; @常州市; d 2024-06-01')
const estate = company('estate', '江苏澜石置业有限公司; @常州市; d 2024-07-01')

describe('resolveClusters', () => {
  it('joins what comparison finds to be one and names the cluster after the member seen first', () => {
    const resolution = resolveClusters([seated, short, full], [])
    expect(groupsOf(resolution)).toEqual([['full', 'seated', 'short']])
    expect(canonicalId(resolution, 'short')).toBe('full')
    expect(canonicalId(resolution, 'elsewhere')).toBe('elsewhere')
    expect(resolution.clusters[0]?.links).toHaveLength(2)
  })

  it('merges nothing where a short name fits two that are not each other, and says so', () => {
    const resolution = resolveClusters([full, short, estate], [])
    expect(groupsOf(resolution)).toEqual([])
    expect(resolution.suggestions.map(({ cause, between }) => [cause, [...between].sort()])).toEqual([['fork', ['estate', 'full']], ['fork', ['estate', 'full']]])
    expect(resolution.suggestions[0]?.reasons.length).toBeGreaterThan(0)
  })

  it('follows a judgement at a fork and keeps the other end out', () => {
    expect(groupsOf(resolveClusters([full, short, estate], [judge('short', 'estate', 'same')]))).toEqual([['estate', 'short']])
  })

  it('cuts the weakest automatic link where a chain would join what was judged different', () => {
    const lined = company('lined', '江苏澜石新材料; @常州市')
    expect(groupsOf(resolveClusters([full, lined, seated], []))).toEqual([['full', 'lined', 'seated']])
    const resolution = resolveClusters([full, lined, seated], [judge('full', 'lined', 'different')])
    expect(groupsOf(resolution).flat()).toContain('seated')
    expect(canonicalId(resolution, 'full')).not.toBe(canonicalId(resolution, 'lined'))
    const [kept] = resolution.clusters.flatMap(({ links }) => links)
    const [cut] = resolution.suggestions.filter(({ cause }) => cause === 'wall')
    expect(cut?.score).toBeLessThanOrEqual(kept?.score ?? 0)
  })

  it('lets no chain of judgements cross a wall, and says which could not be followed', () => {
    const judgements = [judge('full', 'short', 'different', 5), judge('full', 'seated', 'same', 1), judge('seated', 'short', 'same', 2)]
    const resolution = resolveClusters([full, short, seated], judgements)
    expect(canonicalId(resolution, 'full')).not.toBe(canonicalId(resolution, 'short'))
    expect(resolution.unfollowed).toEqual([{ judgementId: 'j-full-seated-same-1', cause: 'wall' }])
  })

  it('joins by judgement what comparison holds apart', () => {
    expect(groupsOf(resolveClusters([company('a', '南通中天'), company('b', '海门中天')], [judge('a', 'b', 'same')]))).toEqual([['a', 'b']])
  })

  it('takes an unsure judgement for no merge, and keeps showing the pair', () => {
    const resolution = resolveClusters([full, short], [judge('full', 'short', 'unsure')])
    expect(groupsOf(resolution)).toEqual([])
    expect(resolution.suggestions).toMatchObject([{ left: 'full', right: 'short', cause: 'unsure' }])
  })

  it('joins a renamed firm with those that know only one of its names', () => {
    const renamed = company('renamed', '安徽新启航智能装备有限公司=~合肥启航机械厂有限公司; @合肥市')
    const before = company('before', '合肥启航机械厂有限公司; @合肥市')
    const after = company('after', '安徽新启航; @合肥市')
    expect(groupsOf(resolveClusters([before, after, renamed], []))).toEqual([['after', 'before', 'renamed']])
  })

  it('lets no former name join two entries of the register', () => {
    const resolution = resolveClusters([company('a', '合肥启航机械厂有限公司; uscc 1'), company('b', '安徽新启航装备有限公司=~合肥启航机械厂有限公司'), company('c', '安徽新启航装备有限公司; uscc 2=~合肥启航机械厂有限公司')], [])
    expect(canonicalId(resolution, 'a')).not.toBe(canonicalId(resolution, 'c'))
  })

  it('reports judgements of two kinds and of ids that are gone', () => {
    const resolution = resolveClusters([full, person('p', '顾砚秋')], [judge('full', 'p', 'same', 1), judge('full', 'gone', 'different', 2)])
    expect(resolution.unfollowed.map(({ cause }) => cause).sort()).toEqual(['kinds', 'unknown-id'])
    expect(groupsOf(resolution)).toEqual([])
  })

  it('shows an entity only its strongest suggestions and counts the rest', () => {
    const people = Array.from({ length: 12 }, (_each, index) => person(`p${index}`, '欧阳牧野; @南通市; #official'))
    const resolution = resolveClusters(people, [])
    const shown = new Map<string, number>()
    for (const { left, right } of resolution.suggestions) for (const id of [left, right]) shown.set(id, (shown.get(id) ?? 0) + 1)
    expect(resolution.suggestions.length + resolution.suggestionsLeftOut).toBe((12 * 11) / 2)
    expect(Math.min(...shown.values())).toBeGreaterThanOrEqual(SUGGESTIONS_PER_ENTITY)
    expect(resolution.suggestionsLeftOut).toBeGreaterThan(0)
  })
})

/** Everything that a reader sees, for comparison. */
const seen = (profiles: readonly Profile[], judgements: readonly Judgement[]): unknown => {
  const { clusters, canonical, suggestions, unfollowed } = resolveClusters(profiles, judgements)
  return { clusters, canonical: [...canonical].sort(), suggestions: suggestions.map(({ left, right, score, cause, between, reasons }) => ({ left, right, score, cause, between, reasons })), unfollowed }
}

const pool: readonly Profile[] = [
  full, short, seated, estate,
  company('other', '河北澜石新材料有限公司; @邢台市'), company('group', '澜石集团; @常州市'), company('branch', '江苏澜石新材料股份有限公司无锡分公司'),
  person('p1', '张彤; post 市长/南通市/2023..2024; @南通市; #official'), person('p2', '张彤; post 市长//2024-08; @南通市; #official'), person('p3', '张彤; @南通市; #official'), person('p4', '张彤; post 记者/北京晚报/2024; @北京市'),
  profile('o1', 'ORGANIZATION', '南通市发改委'), profile('o2', 'ORGANIZATION', '市发改委; @南通市'), profile('o3', 'ORGANIZATION', '发改委; @南通市'),
  ...loadPairs().slice(0, 60).flatMap(({ left, right }) => [left, right]),
]
const ids = pool.map(({ id }) => id)
const verdicts = fc.constantFrom<Judgement['verdict']>('same', 'different', 'unsure')
const judgementOf = fc.record({ left: fc.constantFrom(...ids.slice(0, 24)), right: fc.constantFrom(...ids.slice(0, 24)), verdict: verdicts, minute: fc.integer({ min: 0, max: 59 }) })
  .filter(({ left, right }) => left !== right)
  .map(({ left, right, verdict, minute }) => judge(left, right, verdict, minute))
const judgementLists = fc.uniqueArray(judgementOf, { selector: ({ id }) => id, maxLength: 8 })

describe('judgements', () => {
  it('are undone by taking them back: the graph is as before', () => {
    fc.assert(fc.property(judgementLists, judgementOf, (kept, extra) => {
      const before = kept.filter(({ id }) => id !== extra.id)
      const takenBack = [...before, { ...extra, retracted: { by: 'reader', at: '2024-09-02T00:00:00Z', why: 'a slip' } }]
      expect(seen(pool, takenBack)).toEqual(seen(pool, before))
    }), { numRuns: 25 })
  })

  it('give the same clusters in whatever order profiles and judgements come', () => {
    fc.assert(fc.property(judgementLists, fc.shuffledSubarray([...pool], { minLength: pool.length }), (judgements, shuffled) => {
      expect(seen(shuffled, [...judgements].reverse())).toEqual(seen(pool, judgements))
    }), { numRuns: 25 })
  })

  it('of different are never crossed, and each cluster has one kind', () => {
    fc.assert(fc.property(judgementLists, (judgements) => {
      const resolution = resolveClusters(pool, judgements)
      const latest = new Map<string, Judgement>()
      for (const judgement of [...judgements].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))) latest.set([judgement.left, judgement.right].sort().join(' '), judgement)
      for (const { left, right, verdict } of latest.values()) if (verdict === 'different') expect(canonicalId(resolution, left)).not.toBe(canonicalId(resolution, right))
      const kinds = new Map(pool.map(({ id, kind }) => [id, kind]))
      for (const { members, links } of resolution.clusters) {
        expect(new Set(members.map((id) => kinds.get(id))).size).toBe(1)
        expect(links).toHaveLength(members.length - 1)
      }
    }), { numRuns: 40 })
  })
})
