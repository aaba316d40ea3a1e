import { join, resolve } from 'node:path'
import { PolicyGraphError } from '../core/errors.js'
import { isLoopbackHost } from './local-request.js'

/** Whose JWTs count here. */
export interface JwtSettings {
  readonly issuer: string
  readonly audience: string
  /** Where the public keys are: a URL, or the absolute path of a file that holds a JWK set. */
  readonly keys: URL | string
  /** Claim, or dotted path of one, that holds the role or a list of them. */
  readonly roleClaim: string
  /** Claim that acts are logged under. It must be one that a person cannot change by themselves. */
  readonly actorClaim: string
}

export interface AuthSettings {
  /** Absolute path of the file of tokens; need not be there. */
  readonly tokensFile: string
  readonly jwt: JwtSettings | undefined
  /** Anybody may read, whoever can reach the server. */
  readonly openRead: boolean
  /** A proxy stands before the server. Some pass requests on as if they came from this machine, so then nobody counts as local. */
  readonly behindProxy: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const bad = (name: string, zh: string, en: string): PolicyGraphError => new PolicyGraphError('BAD_INPUT', `${name}：${zh} · ${en}`, { details: { variable: name } })

/** Keys that came over an open network could be anybody's. */
function keySource(text: string): URL | string {
  if (!/^[a-z]+:\/\//iu.test(text)) return resolve(text)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname))) return url
  throw bad('POLICYGRAPH_JWKS', '应为 https 网址或文件路径', 'must be an https URL or the path of a file')
}

function jwtSettings(given: (name: string) => string | undefined): JwtSettings | undefined {
  const names = ['POLICYGRAPH_JWT_ISSUER', 'POLICYGRAPH_JWT_AUDIENCE', 'POLICYGRAPH_JWKS'] as const
  const [issuer, audience, jwks] = names.map(given)
  if (issuer === undefined && audience === undefined && jwks === undefined) return undefined
  // A token for another service of the same provider must not open this one: all three or none.
  if (issuer === undefined || audience === undefined || jwks === undefined) {
    throw bad(names.find((name) => given(name) === undefined) ?? names[0], `应与 ${names.join('、')} 一并设置`, 'set all three or none')
  }
  return {
    issuer, audience, keys: keySource(jwks),
    roleClaim: given('POLICYGRAPH_JWT_ROLE_CLAIM') ?? 'role', actorClaim: given('POLICYGRAPH_JWT_ACTOR_CLAIM') ?? 'sub',
  }
}

/** An empty variable counts as unset. @throws PolicyGraphError BAD_INPUT. */
export function authSettingsFromEnv(env: Environment, dataFolder: string): AuthSettings {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])
  return {
    tokensFile: resolve(given('POLICYGRAPH_TOKENS') ?? join(dataFolder, 'tokens.json')),
    jwt: jwtSettings(given),
    openRead: given('POLICYGRAPH_OPEN_READ') === '1',
    behindProxy: given('POLICYGRAPH_BEHIND_PROXY') === '1',
  }
}
