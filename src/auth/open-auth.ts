import type { AuthOptions } from './authenticate.js'
import { makeJwtVerifier } from './jwt.js'
import type { AuthSettings } from './settings.js'
import { TokenBook } from './token-book.js'

/** What the settings name, ready for a server. */
export const openAuth = ({ tokensFile, jwt, openRead, behindProxy }: AuthSettings): AuthOptions => ({
  tokens: new TokenBook(tokensFile), jwt: jwt === undefined ? undefined : makeJwtVerifier(jwt), openRead, local: !behindProxy,
})
