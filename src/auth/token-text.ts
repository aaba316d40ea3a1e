import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The form of a token: `pgt_<id>_<secret>`. The id says which record to look at and is no secret; the secret is 256 random bits.
 * The secret is kept as its SHA-256. A slow hash (scrypt, argon2) protects passwords that people choose and a list of guesses could find;
 * 256 random bits cannot be guessed at any speed, so a fast hash loses nothing and costs no time at each request.
 */
const FORM = /^pgt_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/u
const PREFIX = 'pgt_'

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** True for what wants to be one of our tokens, well-formed or not. */
export const looksLikeToken = (text: string): boolean => text.startsWith(PREFIX)

export interface NewToken {
  readonly id: string
  /** Shown once, stored nowhere. */
  readonly token: string
  /** SHA-256 of the secret, hex. */
  readonly hash: string
}

export function newToken(): NewToken {
  const id = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { id, token: `${PREFIX}${id}_${secret}`, hash: digest(secret).toString('hex') }
}

/** Id and secret of a token, or undefined when it is none. */
export function readToken(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = FORM.exec(text) ?? []
  return id === undefined || secret === undefined ? undefined : { id, secret }
}

/** Compares in constant time, so that the time to refuse tells nothing of the hash. */
export function secretMatches(secret: string, hash: string): boolean {
  const [given, kept] = [digest(secret), Buffer.from(hash, 'hex')]
  return given.length === kept.length && timingSafeEqual(given, kept)
}
