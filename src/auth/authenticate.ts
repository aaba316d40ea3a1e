import type { JwtVerifier } from './jwt.js'
import { isLocalRequest, mayBeCrossSite } from './local-request.js'
import { LOCAL_ACTOR, NOBODY, unauthenticated, type Principal } from './principal.js'
import type { TokenBook } from './token-book.js'
import { looksLikeToken } from './token-text.js'

/** What says who may. Without any of it the server is a person's own: open on loopback, closed elsewhere. */
export interface AuthOptions {
  readonly tokens?: TokenBook | undefined
  readonly jwt?: JwtVerifier | undefined
  /** Anybody may read, whoever can reach the server; false by default. */
  readonly openRead?: boolean | undefined
  /**
   * Requests that ask for a loopback host come from this machine; true by default. Pass false when the server's `fetch` is mounted in a
   * listener of your own that other machines can reach.
   */
  readonly local?: boolean | undefined
}

/**
 * Who makes a request. A token that is given is checked and never passed over: a wrong one does not make an anonymous reader.
 * UNAUTHENTICATED, TOKEN_EXPIRED, FORBIDDEN, AUTH_UNAVAILABLE.
 */
export type Authenticate = (request: Request) => Promise<Principal>

const OPEN: Principal = { actor: NOBODY, role: 'reader', how: 'open' }

async function byToken(header: string, { tokens, jwt }: AuthOptions): Promise<Principal> {
  const [, token] = /^Bearer +([\w.~+/=-]+)$/iu.exec(header) ?? []
  if (token === undefined) throw unauthenticated('Authorization 应写作 Bearer <令牌>', 'Authorization must read Bearer <token>')
  if (looksLikeToken(token) && tokens !== undefined) return tokens.holder(token)
  if (jwt !== undefined) return jwt(token)
  throw unauthenticated('令牌无效', 'the token is wrong')
}

function withoutToken(request: Request, { tokens, jwt, openRead = false, local = true }: AuthOptions): Principal {
  if (local && isLocalRequest(request)) {
    if (jwt !== undefined || tokens?.inUse === true) return OPEN
    return mayBeCrossSite(request) ? { ...OPEN, how: 'cross-site' } : { actor: LOCAL_ACTOR, role: 'editor', how: 'local' }
  }
  if (openRead) return OPEN
  throw unauthenticated('读取需要令牌：Authorization: Bearer …', 'reading needs a token here: Authorization: Bearer …')
}

/** `boundToLoopback` is asked at each request: false once the server listens where other machines reach it. */
export const makeAuthenticate = (options: AuthOptions, boundToLoopback: () => boolean): Authenticate => async (request) => {
  const header = request.headers.get('authorization')
  if (header !== null) return byToken(header.trim(), options)
  return withoutToken(request, { ...options, local: options.local !== false && boundToLoopback() })
}
