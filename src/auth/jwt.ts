import { readFileSync } from 'node:fs'
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import { PolicyGraphError } from '../core/errors.js'
import { checkActor, unauthenticated, type Principal } from './principal.js'
import { reaches, roleNamed, type Role } from './roles.js'
import type { JwtSettings } from './settings.js'
import { WatchedFile } from './watched-file.js'

/** Asymmetric signatures only: with a shared secret whoever can check a token could also forge one, and `none` checks nothing. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
/** Seconds that the clocks of the identity provider and of this machine may differ. */
const CLOCK_TOLERANCE = 30
/** Milliseconds that the identity provider has to give its keys. */
const FETCH_TIMEOUT = 5_000

/** Checks a JWT and says whose it is. UNAUTHENTICATED, TOKEN_EXPIRED, FORBIDDEN (no known role in it), AUTH_UNAVAILABLE. */
export type JwtVerifier = (token: string) => Promise<Principal>

const unavailable = (cause: unknown): PolicyGraphError =>
  new PolicyGraphError('AUTH_UNAVAILABLE', '无法取得身份提供方的公钥 · the keys of the identity provider cannot be read', { cause })

/** The token's fault, as against a key set that is away or broken. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported

function fileKeys(path: string): JWTVerifyGetKey {
  const file = new WatchedFile(path, (text) => createLocalJWKSet(JSON.parse(text ?? readFileSync(path, 'utf8')) as JSONWebKeySet))
  return (header, token) => file.read()(header, token)
}

function keysOf(source: URL | string): JWTVerifyGetKey {
  const keys = typeof source === 'string' ? fileKeys(source) : createRemoteJWKSet(source, { timeoutDuration: FETCH_TIMEOUT })
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      throw isOfToken(error) ? error : unavailable(error)
    }
  }
}

/** The claim of that name, else the value at a dotted path (`realm_access.roles`). */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name]
  return name.split('.').reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Readonly<Record<string, unknown>>)[key] : undefined), payload)
}

/** The highest role among the words of a claim, which is a text or a list of texts. */
function roleIn(claim: unknown): Role | undefined {
  const words = (Array.isArray(claim) ? claim : [claim]).flatMap((item) => (typeof item === 'string' ? item.split(/\s+/u) : []))
  return words.map(roleNamed).reduce((best, role) => (role !== undefined && (best === undefined || reaches(role, best)) ? role : best), undefined)
}

/** Errors as callers see them. What exactly was wrong stays in `cause`: it would help only a forger. */
function explain(error: unknown): unknown {
  if (error instanceof PolicyGraphError) return error
  if (error instanceof errors.JWTExpired) return new PolicyGraphError('TOKEN_EXPIRED', '令牌已过期 · the token has expired', { cause: error })
  if (error instanceof errors.JOSEError) return new PolicyGraphError('UNAUTHENTICATED', '令牌未通过验证 · the token does not pass: signature, issuer, audience or form', { cause: error })
  return error
}

export function makeJwtVerifier({ issuer, audience, keys, roleClaim, actorClaim }: JwtSettings): JwtVerifier {
  const keyFor = keysOf(keys)
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keyFor, { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE, requiredClaims: ['exp'] })
      const actor = claimAt(payload, actorClaim)
      if (typeof actor !== 'string') throw unauthenticated(`令牌缺少 ${actorClaim}`, `the token has no ${actorClaim}`)
      const role = roleIn(claimAt(payload, roleClaim))
      if (role === undefined) throw new PolicyGraphError('FORBIDDEN', '令牌中没有角色 · the token names no role that is known here', { details: { claim: roleClaim } })
      return { actor: checkActor(actor), role, how: 'jwt' }
    } catch (error) {
      throw explain(error)
    }
  }
}
