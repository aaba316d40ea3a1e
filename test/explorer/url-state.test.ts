import { addressOf, readQuestion } from '../../src/explorer/url-state.js'

describe('the question in the address', () => {
  it.each([
    ['a name', { q: '鹭江湾', id: '', to: '' }],
    ['a name with its id', { q: '丁一苇', id: 'p_0123456789abcdef', to: '' }],
    ['two ends', { q: '曜灯电子', id: '', to: '鹭江湾' }],
    ['signs that an address gives a meaning', { q: 'a&b=c?d#e+f%', id: '', to: '' }],
    ['nothing', { q: '', id: '', to: '' }],
  ])('comes back as it went: %s', (_, question) => {
    const address = addressOf(question)
    expect(readQuestion(address.slice(1))).toEqual(question)
  })

  it('is / when nothing is asked', () => {
    expect(addressOf({ q: '' })).toBe('/')
  })

  it('takes blanks off the ends', () => {
    expect(readQuestion('?q=+%E9%B9%AD+').q).toBe('鹭')
  })
})
