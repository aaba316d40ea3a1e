import { readViews, renamedView, withoutView, withView, type SavedView } from '../../src/explorer/views/saved-views.js'

const view = (name: string, address = '/?q=x'): SavedView => ({ name, address, at: '2031-01-02T03:04:05.000Z' })

it('puts a view first, in the place of one of the same name', () => {
  expect(withView([view('甲'), view('乙')], view(' 乙 ', '/?q=y'))).toEqual([view('乙', '/?q=y'), view('甲')])
  expect(withView([view('甲')], view('  '))).toEqual([view('甲')])
  expect(withoutView([view('甲'), view('乙')], '甲')).toEqual([view('乙')])
})

it.each([['丙', ['丙', '乙']], ['甲', ['甲', '乙']], ['乙', undefined], [' ', undefined]])('renames to %j: %j', (to, names) => {
  expect(renamedView([view('甲'), view('乙')], '甲', to)?.map(({ name }) => name)).toEqual(names)
})

it.each([
  ['nothing', null], ['no JSON', '{'], ['no list', '{}'], ['an address elsewhere', JSON.stringify([view('甲', 'https://elsewhere.example/')])],
  ['a script', JSON.stringify([view('甲', 'javascript:alert(1)')])], ['a host behind slashes', JSON.stringify([view('甲', '//elsewhere.example/?q=x')])],
])('reads no view from %s', (_, text) => {
  expect(readViews(text)).toEqual([])
})
