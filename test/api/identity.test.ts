import { reconcile } from '../../src/curation/reconcile.js'
import type { GraphStore } from '../../src/store/port.js'
import { ARTICLES, ID } from '../curation/articles.js'
import { storesUnderTest } from '../stores.js'
import { at, codesOf } from './ask.js'
import { exported, openDesk, type Desk, type Person } from './desk.js'

const shen: Person = { name: '沈校对', role: 'reviewer' }
const qu: Person = { name: '瞿读者', role: 'reader' }
const JUDGE = 'mutation($a: ID!, $b: ID!, $decision: JudgeDecision!, $version: Int) { judge(a: $a, b: $b, decision: $decision, reason: "核对过两地报道", expectedVersion: $version) { same moved entities { id version } act { actor kind decision } } }'
const SET = 'mutation($entity: ID!, $value: String) { setExternalId(entity: $entity, scheme: uscc, value: $value) { id externalIds { scheme value } } }'

for (const { name, fresh } of await storesUnderTest()) {
  describe(`${name}: who is who`, () => {
    let store: GraphStore
    let desk: Desk
    beforeAll(async () => {
      store = await (await fresh()).open()
      await store.write(ARTICLES)
      await reconcile(store)
      desk = await openDesk(store)
    })
    afterAll(async () => {
      await desk.close()
      await store.close()
    })

    test('finds a merged entity under its old id, with what was merged and why, and each form with the sentence that brings it', async () => {
      const { data, errors } = await desk.ask(`{ entity(id: "${ID.withoutForm}") { id version mergedFrom { referenceId referenceName reasons { code zh en weight } } aliasNotes { alias role quote raw { start end } article { id rawText } } } }`)
      expect(errors).toEqual([])
      expect(at(data, 'entity')).toMatchObject({ id: ID.full, version: 0, mergedFrom: [{ referenceId: ID.withoutForm, referenceName: '南通澜石新材料科技' }] })
      expect(at(data, 'entity', 'mergedFrom', 0, 'reasons', 0)).toMatchObject({ code: expect.stringMatching(/./u) as string, zh: expect.stringMatching(/./u) as string, weight: expect.any(Number) as number })
      const notes = at(data, 'entity', 'aliasNotes') as readonly { alias: string; quote: string; raw: { start: number; end: number }; article: { id: string; rawText: string } }[]
      expect(notes.map(({ alias, article }) => [alias, article.id])).toEqual([['南通澜石新材料科技', 'n2'], ['南通澜石新材料科技有限公司', 'n1']])
      for (const { quote, raw, article, alias } of notes) {
        expect(article.rawText.slice(raw.start, raw.end)).toBe(quote)
        expect(quote).toContain(alias)
      }
    })

    test('follows a judgement at once, shows doubt as a hint with its reasons, and takes both back', async () => {
      const before = await exported(store)
      const same = await desk.ask(JUDGE, { a: ID.mayor, b: ID.namesake, decision: 'SAME', version: 0 }, shen)
      expect(at(same.data, 'judge')).toMatchObject({ same: true, moved: 1, entities: [{ id: ID.mayor, version: 1 }], act: { actor: '沈校对', kind: 'JUDGE', decision: 'SAME' } })
      const unsure = await desk.ask(JUDGE, { a: ID.mayor, b: ID.namesake, decision: 'UNSURE', version: 1 }, shen)
      expect(at(unsure.data, 'judge')).toMatchObject({ same: false, moved: 1 })
      const hint = await desk.ask(`{ entity(id: "${ID.mayor}") { possiblySame { entity { id name } score cause reasons { code zh en weight effect left right } } } identityQueue(first: 100) { totalCount nodes { left { id } right { id } score cause } } }`)
      expect(hint.errors).toEqual([])
      expect(at(hint.data, 'entity', 'possiblySame')).toContainEqual(expect.objectContaining({ entity: { id: ID.namesake, name: '顾砚秋' }, cause: 'UNSURE' }))
      const pairs = at(hint.data, 'identityQueue', 'nodes') as readonly { left: { id: string }; right: { id: string } }[]
      expect(pairs.map(({ left, right }) => [left.id, right.id].sort())).toContainEqual([ID.mayor, ID.namesake].sort())
      expect(at(hint.data, 'identityQueue', 'totalCount')).toBe(pairs.length)
      await desk.ask(JUDGE, { a: ID.mayor, b: ID.namesake, decision: 'WITHDRAWN' }, shen)
      expect(await exported(store)).toBe(before)
    })

    test('pages through the queue without gap or repetition', async () => {
      const all = await desk.ask('{ identityQueue(first: 100) { nodes { left { id } right { id } } } }')
      const seen: unknown[] = []
      for (let after: unknown = null; ;) {
        const { data } = await desk.ask('query($after: String) { identityQueue(first: 1, after: $after) { nodes { left { id } right { id } } pageInfo { hasNextPage endCursor } } }', { after })
        seen.push(...(at(data, 'identityQueue', 'nodes') as readonly unknown[]))
        after = at(data, 'identityQueue', 'pageInfo', 'endCursor')
        if (at(data, 'identityQueue', 'pageInfo', 'hasNextPage') !== true) break
      }
      expect(seen).toEqual(at(all.data, 'identityQueue', 'nodes'))
    })

    test('sets a register number and takes it back', async () => {
      const set = await desk.ask(SET, { entity: ID.full, value: '91320600MA1X0D0C5W' }, shen)
      expect(at(set.data, 'setExternalId')).toEqual({ id: ID.full, externalIds: [{ scheme: 'uscc', value: '91320600MA1X0D0C5W' }] })
      expect(at((await desk.ask(SET, { entity: ID.full, value: null }, shen)).data, 'setExternalId', 'externalIds')).toEqual([])
    })

    test.each([
      ['FORBIDDEN', 'a reader', JUDGE, { a: ID.mayor, b: ID.namesake, decision: 'SAME' }, qu],
      ['NOT_FOUND', 'an unknown id', JUDGE, { a: ID.mayor, b: 'p_unknown', decision: 'SAME' }, shen],
      ['BAD_INPUT', 'two kinds', JUDGE, { a: ID.mayor, b: ID.full, decision: 'SAME' }, shen],
      ['STALE_VERSION', 'a pair judged meanwhile', JUDGE, { a: ID.mayor, b: ID.namesake, decision: 'SAME', version: 0 }, shen],
      ['BAD_INPUT', 'a wrong check character', SET, { entity: ID.full, value: '91320600MA1X0D0C5X' }, shen],
    ] as const)('%s: %s', async (code, _what, query, variables, person) => {
      const before = await exported(store)
      expect(codesOf(await desk.ask(query, variables, person))).toEqual([code])
      expect(await exported(store)).toBe(before)
    })
  })
}
