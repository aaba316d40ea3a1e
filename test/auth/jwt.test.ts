import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose'
import { makeJwtVerifier, type JwtVerifier } from '../../src/auth/jwt.js'
import type { JwtSettings } from '../../src/auth/settings.js'
import { isPolicyGraphError } from '../../src/core/errors.js'

const folder = mkdtempSync(join(tmpdir(), 'policygraph-jwt-'))
const keyFile = join(folder, 'jwks.json')
const SETTINGS: JwtSettings = { issuer: 'https://id.test/', audience: 'policygraph', keys: keyFile, roleClaim: 'role', actorClaim: 'sub' }
const CLAIMS = { sub: '编号007', role: 'reviewer' }

let key: CryptoKey
let otherKey: CryptoKey
let jwks: string
let verify: JwtVerifier
let provider: Server | undefined
beforeAll(async () => {
  const [own, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')])
  key = own.privateKey
  otherKey = other.privateKey
  jwks = JSON.stringify({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'ES256' }] })
  writeFileSync(keyFile, jwks)
  verify = makeJwtVerifier(SETTINGS)
})
afterAll(() => {
  provider?.close()
  rmSync(folder, { recursive: true, force: true })
})

const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow

interface Draft {
  readonly claims?: JWTPayload
  readonly iss?: string
  readonly aud?: string
  readonly exp?: number | undefined
  readonly nbf?: number
  readonly kid?: string
  readonly by?: CryptoKey
}

/** A good token but for what the draft changes. */
function sign(draft: Draft = {}): Promise<string> {
  const { claims = CLAIMS, iss = SETTINGS.issuer, aud = SETTINGS.audience, nbf, kid = 'one', by = key } = draft
  const jwt = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).setIssuer(iss).setAudience(aud)
  const exp = 'exp' in draft ? draft.exp : seconds(60)
  if (exp !== undefined) jwt.setExpirationTime(exp)
  if (nbf !== undefined) jwt.setNotBefore(nbf)
  return jwt.sign(by)
}

const codeOf = async (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => (isPolicyGraphError(error) ? error.code : error))

describe('a JWT', () => {
  test('opens for its subject', async () => {
    expect(await verify(await sign())).toEqual({ actor: '编号007', role: 'reviewer', how: 'jwt' })
  })

  test.each<[string, Draft]>([
    ['expired within the tolerance of clocks', { exp: seconds(-10) }],
    ['not yet valid within the tolerance of clocks', { nbf: seconds(10) }],
  ])('is good when %s', async (_what, draft) => {
    expect(await verify(await sign(draft))).toMatchObject({ role: 'reviewer' })
  })

  test.each<[string, string, Draft]>([
    ['another issuer', 'UNAUTHENTICATED', { iss: 'https://elsewhere.test/' }],
    ['another audience', 'UNAUTHENTICATED', { aud: 'another-service' }],
    ['no expiry', 'UNAUTHENTICATED', { exp: undefined }],
    ['a time that has not come', 'UNAUTHENTICATED', { nbf: seconds(120) }],
    ['an unknown key', 'UNAUTHENTICATED', { kid: 'two' }],
    ['no subject', 'UNAUTHENTICATED', { claims: { role: 'editor' } }],
    ['a reserved subject', 'BAD_INPUT', { claims: { sub: 'local', role: 'editor' } }],
    ['an expiry long past', 'TOKEN_EXPIRED', { exp: seconds(-120) }],
    ['no role', 'FORBIDDEN', { claims: { sub: 'a' } }],
    ['a role that is unknown here', 'FORBIDDEN', { claims: { sub: 'a', role: 'admin' } }],
  ])('with %s is refused: %s', async (_what, code, draft) => {
    expect(await codeOf(verify(await sign(draft)))).toBe(code)
  })

  test('of another key is refused', async () => {
    expect(await codeOf(verify(await sign({ by: otherKey })))).toBe('UNAUTHENTICATED')
  })

  test('without a signature is refused', async () => {
    const unsigned = new UnsecuredJWT(CLAIMS).setIssuer(SETTINGS.issuer).setAudience(SETTINGS.audience).setExpirationTime('1m').encode()
    expect(await codeOf(verify(unsigned))).toBe('UNAUTHENTICATED')
  })

  test('signed with the public key as a shared secret is refused', async () => {
    const forged = await new SignJWT({ ...CLAIMS, role: 'editor' }).setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer(SETTINGS.issuer).setAudience(SETTINGS.audience).setExpirationTime('1m').sign(new TextEncoder().encode(jwks))
    expect(await codeOf(verify(forged))).toBe('UNAUTHENTICATED')
  })

  test.each([[''], ['a.b'], ['a.b.c'], ['x'.repeat(10_000)]])('that is no JWT (%#) is refused', async (text) => {
    expect(await codeOf(verify(text))).toBe('UNAUTHENTICATED')
  })
})

describe('claims', () => {
  test.each<[string, string, JWTPayload, string]>([
    ['a list, of which the highest counts', 'role', { role: ['reader', 'editor', 'reviewer'] }, 'editor'],
    ['words of a scope', 'scope', { scope: 'openid reviewer' }, 'reviewer'],
    ['a path', 'realm_access.roles', { realm_access: { roles: ['x', 'reader'] } }, 'reader'],
    ['a name with dots and slashes', 'https://desk.test/role', { 'https://desk.test/role': 'editor' }, 'editor'],
  ])('may give the role as %s', async (_what, roleClaim, claims, role) => {
    expect(await makeJwtVerifier({ ...SETTINGS, roleClaim })(await sign({ claims: { sub: 'a', ...claims } }))).toMatchObject({ role })
  })

  test('do not give one through inherited names', async () => {
    expect(await codeOf(makeJwtVerifier({ ...SETTINGS, roleClaim: 'constructor.name' })(await sign()))).toBe('FORBIDDEN')
  })

  test('may give the actor another name', async () => {
    expect(await makeJwtVerifier({ ...SETTINGS, actorClaim: 'email' })(await sign({ claims: { ...CLAIMS, email: 'lu@desk.test' } }))).toMatchObject({ actor: 'lu@desk.test' })
  })
})

describe('keys', () => {
  test('of a file are read again when it changes', async () => {
    const file = join(folder, 'turning.json')
    writeFileSync(file, '{"keys": []}')
    const turning = makeJwtVerifier({ ...SETTINGS, keys: file })
    expect(await codeOf(turning(await sign()))).toBe('UNAUTHENTICATED')
    writeFileSync(file, jwks)
    expect(await turning(await sign())).toMatchObject({ role: 'reviewer' })
  })

  test('come over HTTP too', async () => {
    provider = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(jwks))
    const server = provider
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => {
      resolve()
    }))
    const { port } = server.address() as AddressInfo
    const remote = makeJwtVerifier({ ...SETTINGS, keys: new URL(`http://127.0.0.1:${port}/keys`) })
    expect(await remote(await sign())).toMatchObject({ actor: '编号007' })
  })

  test.each([
    ['a file that is not there', join(folder, 'absent.json')],
    ['a file that is no key set', join(folder, 'broken.json')],
    ['a provider that is down', new URL('http://127.0.0.1:1/keys')],
  ])('from %s are AUTH_UNAVAILABLE, not a wrong token', async (_what, keys) => {
    writeFileSync(join(folder, 'broken.json'), '{"keys": 1')
    expect(await codeOf(makeJwtVerifier({ ...SETTINGS, keys })(await sign()))).toBe('AUTH_UNAVAILABLE')
  })
})
