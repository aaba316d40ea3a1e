import { exampleAddress, looksLikeQuestion, stepTo, suggestionsOf } from '../../src/explorer/search/suggestions.js'
import type { SuggestView } from '../../src/explorer/data/find-types.js'

const hit = (name: string, match: string, place?: { readonly name: string; readonly title: string }): SuggestView['search']['edges'][number] => ({
  match,
  node: { id: `id ${name}`, kind: 'COMPANY', name, articleCount: 2, facts: { nodes: place === undefined ? [] : [{ title: place.title, object: { id: 'r', kind: 'REGION', name: place.name } }] } },
})
const found = (...edges: SuggestView['search']['edges'][number][]): SuggestView => ({ search: { edges }, articles: { nodes: [{ id: 'a1', title: '岚州走访', date: null, source: '岚州日报' }] } })
const EXAMPLES = [{ zh: '岚州市与云泽湾如何相连？', en: 'How are they connected?', field: 'connection', names: ['岚州市', '云泽湾'] }, { zh: '汀江有哪些企业？', en: 'Which firms?', field: 'firmsLinkedTo', names: ['汀江'] }]
const zh = ({ zh: text }: { readonly zh: string }): string => text

it('groups entities, articles and questions, and offers the text itself as a question last', () => {
  const { groups } = suggestionsOf('岚州', found(hit('岚州泵业', 'PREFIX', { name: '岚州市', title: '' })), EXAMPLES, zh)
  expect(groups.map(({ group, items }) => [group, items.map(({ label }) => label)])).toEqual([
    ['entities', ['岚州泵业']], ['articles', ['岚州走访']], ['questions', ['岚州市与云泽湾如何相连？', '岚州']],
  ])
  expect(groups[0]?.items[0]).toMatchObject({ kind: 'COMPANY', place: '岚州市', articleCount: 2 })
  expect(groups[1]?.items[0]).toMatchObject({ place: '岚州日报', address: '/?screen=article&id=a1' })
})

it('offers nothing for an empty text', () => {
  expect(suggestionsOf('  ', found(), EXAMPLES, zh)).toEqual({ groups: [], best: '' })
})

it.each([
  ['a written match', '岚州', 'PREFIX', ''],
  ['what only sounds alike', 'lanzhou', 'PINYIN', `/?q=${encodeURIComponent('岚州市')}&id=id+${encodeURIComponent('岚州市')}`],
  ['a question', '谁走访过岚州', 'PREFIX', `/?screen=ask&question=${encodeURIComponent('谁走访过岚州')}`],
])('leads Enter on %s', (_, text, match, best) => {
  expect(suggestionsOf(text, found(hit('岚州市', match)), [], zh).best).toBe(best)
})

it.each([['谁主持岚州市', true], ['岚州市的企业？', true], ['who visited it', true], ['岚州市', false], ['island', false], ['zt', false]])('takes %j for a question: %j', (text, asks) => {
  expect(looksLikeQuestion(text)).toBe(asks)
})

it.each([[-1, 1, 3, 0], [2, 1, 3, -1], [-1, -1, 3, 2], [0, -1, 3, -1], [-1, 1, 0, -1]] as const)('goes from %i by %i among %i to %i', (active, step, count, next) => {
  expect(stepTo(active, step, count)).toBe(next)
})

it('leads a ready question to its screen', () => {
  expect(EXAMPLES.map(exampleAddress)).toEqual([`/?q=${encodeURIComponent('岚州市')}&to=${encodeURIComponent('云泽湾')}`, `/?q=${encodeURIComponent('汀江')}`])
})
