import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TokenBook, type TokenWish } from '../../src/auth/token-book.js'
import { isPolicyGraphError } from '../../src/core/errors.js'

const folder = mkdtempSync(join(tmpdir(), 'policygraph-tokens-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

let count = 0
const newFile = (): string => join(folder, `inner-${count++}`, 'tokens.json')
const WISH: TokenWish = { name: '王编辑', role: 'editor', expiresAt: '' }

const codeOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return isPolicyGraphError(error) ? error.code : error
  }
}

describe('a token', () => {
  test('opens for its holder, again after the file is read anew', () => {
    const file = newFile()
    const { token } = new TokenBook(file).create(WISH)
    expect(new TokenBook(file).holder(token)).toEqual({ actor: '王编辑', role: 'editor', how: 'token' })
  })

  test('is kept as a hash, in a file that only its owner may read', () => {
    const file = newFile()
    const { token } = new TokenBook(file).create(WISH)
    const [, , secret = ''] = /^pgt_([0-9a-f]{12})_(.+)$/u.exec(token) ?? []
    expect(secret).toHaveLength(43)
    expect(readFileSync(file, 'utf8')).not.toContain(secret)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['another secret', (token: string) => `${token.slice(0, -6)}${token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`],
    ['another id', (token: string) => token.replace(/_[0-9a-f]{12}_/u, '_000000000000_')],
    ['a shorter secret', (token: string) => token.slice(0, -1)],
    ['something after it', (token: string) => `${token}x`],
    ['nothing', () => ''],
  ])('is refused with %s', (_what, spoil) => {
    const book = new TokenBook(newFile())
    const { token } = book.create(WISH)
    expect(codeOf(() => book.holder(spoil(token)))).toBe('UNAUTHENTICATED')
  })

  test('ends when it expires', () => {
    const book = new TokenBook(newFile())
    const { token } = book.create({ ...WISH, expiresAt: '2031-01-01T00:00:00.000Z' })
    expect(book.holder(token, new Date('2030-12-31T23:59:59.999Z')).actor).toBe('王编辑')
    expect(codeOf(() => book.holder(token, new Date('2031-01-01T00:00:00.000Z')))).toBe('TOKEN_EXPIRED')
  })

  test('ends when it is revoked, once and for all', () => {
    const book = new TokenBook(newFile())
    const { token, record } = book.create(WISH)
    const first = book.revoke(record.id, new Date('2031-01-01T00:00:00.000Z'))
    expect(book.revoke(record.id, new Date('2032-01-01T00:00:00.000Z'))).toEqual(first)
    expect(codeOf(() => book.holder(token))).toBe('UNAUTHENTICATED')
    expect(codeOf(() => book.revoke('000000000000'))).toBe('NOT_FOUND')
  })
})

describe('the file of tokens', () => {
  test('is heard of by a book that is open already', () => {
    const file = newFile()
    const serving = new TokenBook(file)
    expect(serving.inUse).toBe(false)
    const { token, record } = new TokenBook(file).create(WISH)
    expect(serving.holder(token).role).toBe('editor')
    new TokenBook(file).revoke(record.id)
    expect(codeOf(() => serving.holder(token))).toBe('UNAUTHENTICATED')
  })

  test('counts as in use when every token is revoked', () => {
    const book = new TokenBook(newFile())
    book.revoke(book.create(WISH).record.id)
    expect(book.inUse).toBe(true)
  })

  test.each(['', 'null', '{"tokens": [{}]}', '{"tokens": [], ', '[]'])('that holds %j closes the server instead of opening it', (text) => {
    const file = newFile()
    const book = new TokenBook(file)
    book.create(WISH)
    writeFileSync(file, text)
    expect(codeOf(() => book.inUse)).toBe('AUTH_UNAVAILABLE')
    expect(codeOf(() => book.create(WISH))).toBe('AUTH_UNAVAILABLE')
  })

  test('is not written while another command writes it', () => {
    const file = newFile()
    const book = new TokenBook(file)
    const { record } = book.create(WISH)
    writeFileSync(`${file}.lock`, '')
    expect(codeOf(() => book.create(WISH))).toBe('AUTH_UNAVAILABLE')
    expect(book.list()).toEqual([record])
    rmSync(`${file}.lock`)
    expect(book.create(WISH).record.name).toBe('王编辑')
  })

  test.each(['', '  ', 'local', 'anonymous', '名'.repeat(101), 'a\u0000b', 'a\u202eb'])('takes no holder called %j', (name) => {
    const book = new TokenBook(newFile())
    expect(codeOf(() => book.create({ ...WISH, name }))).toBe('BAD_INPUT')
    expect(book.list()).toEqual([])
  })
})
