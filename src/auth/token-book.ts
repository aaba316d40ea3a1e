import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PolicyGraphError } from '../core/errors.js'
import { checkActor, unauthenticated, type Principal } from './principal.js'
import { roleNamed, type Role } from './roles.js'
import { newToken, readToken, secretMatches } from './token-text.js'
import { WatchedFile } from './watched-file.js'

/** What is kept of a token. Times are ISO date-times; '' for never. */
export interface TokenRecord {
  readonly id: string
  /** Name that the holder's acts are logged under. */
  readonly name: string
  readonly role: Role
  /** SHA-256 of the secret, hex. */
  readonly hash: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt: string
}

export interface TokenWish {
  readonly name: string
  readonly role: Role
  /** ISO date-time, or '' for never. */
  readonly expiresAt: string
}

const unreadable = (path: string, cause?: unknown): PolicyGraphError =>
  new PolicyGraphError('AUTH_UNAVAILABLE', '令牌文件无法读取 · the token file cannot be read', { details: { file: path }, cause })

function isRecord(value: unknown): value is TokenRecord {
  if (typeof value !== 'object' || value === null) return false
  const fields: Readonly<Record<string, unknown>> = { ...value }
  const texts = ['id', 'name', 'role', 'hash', 'createdAt', 'expiresAt', 'revokedAt']
  return texts.every((name) => typeof fields[name] === 'string') && roleNamed(String(fields['role'])) !== undefined
}

/** A file that is there and is not understood must not count as "no tokens": that would open the server. */
function parse(path: string, text: string | undefined): readonly TokenRecord[] {
  if (text === undefined) return []
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw unreadable(path, cause)
  }
  const tokens = typeof value === 'object' && value !== null && 'tokens' in value ? value.tokens : undefined
  if (!Array.isArray(tokens) || !tokens.every(isRecord)) throw unreadable(path)
  return tokens
}

/** The tokens of a deployment, in one small file that commands write and a running server reads again when it changes. */
export class TokenBook {
  readonly #path: string
  readonly #file: WatchedFile<readonly TokenRecord[]>

  constructor(path: string) {
    this.#path = path
    this.#file = new WatchedFile(path, (text) => parse(path, text))
  }

  /** Every token ever made, revoked ones too, oldest first. AUTH_UNAVAILABLE when the file is broken. */
  list(): readonly TokenRecord[] {
    try {
      return this.#file.read()
    } catch (error) {
      throw error instanceof PolicyGraphError ? error : unreadable(this.#path, error)
    }
  }

  /** Tokens are in use here. Stays true when all are revoked: taking the last one away must not open the server. */
  get inUse(): boolean {
    return this.list().length > 0
  }

  /** Makes a token; its text is in the answer only. BAD_INPUT for a bad name, AUTH_UNAVAILABLE when the file cannot be written. */
  create({ name, role, expiresAt }: TokenWish, now: Date = new Date()): { readonly token: string; readonly record: TokenRecord } {
    const { id, token, hash } = newToken()
    const record: TokenRecord = { id, name: checkActor(name), role, hash, createdAt: now.toISOString(), expiresAt, revokedAt: '' }
    this.#change((tokens) => [...tokens, record])
    return { token, record }
  }

  /** Ends a token for good; once revoked it stays as it is. NOT_FOUND for an unknown id. */
  revoke(id: string, now: Date = new Date()): TokenRecord {
    if (!this.list().some((token) => token.id === id)) throw new PolicyGraphError('NOT_FOUND', `没有编号为 ${id} 的令牌 · no such token; see policygraph token list`, { details: { id } })
    const tokens = this.#change((all) => all.map((token) => (token.id === id && token.revokedAt === '' ? { ...token, revokedAt: now.toISOString() } : token)))
    const record = tokens.find((token) => token.id === id)
    if (record === undefined) throw unreadable(this.#path)
    return record
  }

  /** Whose token this is. UNAUTHENTICATED for one that is malformed, unknown, wrong or revoked; TOKEN_EXPIRED for an old one. */
  holder(text: string, now: Date = new Date()): Principal {
    const given = readToken(text)
    const record = given === undefined ? undefined : this.list().find(({ id }) => id === given.id)
    if (given === undefined || record === undefined || !secretMatches(given.secret, record.hash) || record.revokedAt !== '') {
      throw unauthenticated('令牌无效或已吊销', 'the token is wrong or revoked')
    }
    if (record.expiresAt !== '' && record.expiresAt <= now.toISOString()) throw new PolicyGraphError('TOKEN_EXPIRED', '令牌已过期 · the token has expired')
    return { actor: record.name, role: record.role, how: 'token' }
  }

  /** Writes beside and renames, so that a reader sees the old file or the new one; the lock keeps two commands from losing each other's token. */
  #change(edit: (tokens: readonly TokenRecord[]) => readonly TokenRecord[]): readonly TokenRecord[] {
    const [lock, draft] = [`${this.#path}.lock`, `${this.#path}.new`]
    try {
      mkdirSync(dirname(this.#path), { recursive: true })
      closeSync(openSync(lock, 'wx', 0o600))
    } catch (cause) {
      throw new PolicyGraphError('AUTH_UNAVAILABLE', `令牌文件正被另一命令改写，或不可写；若无其他命令在运行，请删除 ${lock} · the token file is being written, or is not writable; delete the lock if no other command runs`, { cause, details: { lock } })
    }
    try {
      const tokens = edit(this.list())
      const file = openSync(draft, 'w', 0o600)
      writeFileSync(file, `${JSON.stringify({ tokens }, null, 2)}\n`)
      fsyncSync(file)
      closeSync(file)
      renameSync(draft, this.#path)
      return tokens
    } finally {
      rmSync(lock, { force: true })
    }
  }
}
