import { addressOf, readAddress } from '../../src/explorer/app/address.js'

const NOTHING = { screen: '', q: '', id: '', to: '', more: {} } as const

describe('the question in the address', () => {
  it.each([
    ['a name', { ...NOTHING, q: '鹭江湾' }],
    ['a name with its id', { ...NOTHING, q: '丁一苇', id: 'p_0123456789abcdef' }],
    ['two ends', { ...NOTHING, q: '曜灯电子', to: '鹭江湾' }],
    ['signs that an address gives a meaning', { ...NOTHING, q: 'a&b=c?d#e+f%' }],
    ['a screen with what it keeps', { ...NOTHING, screen: 'graph' as const, id: 'x', more: { hide: 'REGION', types: 'VISITED,PROMOTES' } }],
    ['nothing', NOTHING],
  ])('comes back as it went: %s', (_, question) => {
    const written = addressOf(question)
    expect(readAddress(written.slice(1))).toEqual(question)
  })

  it('is / when nothing is asked', () => {
    expect(addressOf({ q: '' })).toBe('/')
    expect(addressOf({ more: { hide: '' } })).toBe('/')
  })

  it('takes blanks off the ends, and does not know a screen that there is not', () => {
    expect(readAddress('?q=+%E9%B9%AD+&screen=cellar')).toEqual({ ...NOTHING, q: '鹭' })
  })

  it('is the same whatever the order of what a screen keeps', () => {
    expect(addressOf({ more: { b: '1', a: '2' } })).toBe(addressOf({ more: { a: '2', b: '1' } }))
  })
})
