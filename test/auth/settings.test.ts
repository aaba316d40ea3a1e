import { join, resolve } from 'node:path'
import { authSettingsFromEnv } from '../../src/auth/settings.js'
import { isPolicyGraphError } from '../../src/core/errors.js'

const ALL = { POLICYGRAPH_JWT_ISSUER: 'https://id.test/', POLICYGRAPH_JWT_AUDIENCE: 'policygraph', POLICYGRAPH_JWKS: 'https://id.test/keys' }
const read = (env: Readonly<Record<string, string>>): ReturnType<typeof authSettingsFromEnv> => authSettingsFromEnv(env, resolve('graph'))

test('keeps tokens beside the graph and reading closed by default', () => {
  expect(read({ POLICYGRAPH_OPEN_READ: '', POLICYGRAPH_JWKS: '' })).toEqual({ tokensFile: join(resolve('graph'), 'tokens.json'), jwt: undefined, openRead: false, behindProxy: false })
})

test('takes what is set', () => {
  expect(read({ ...ALL, POLICYGRAPH_TOKENS: 'other.json', POLICYGRAPH_OPEN_READ: '1', POLICYGRAPH_BEHIND_PROXY: '1', POLICYGRAPH_JWT_ROLE_CLAIM: 'roles' })).toEqual({
    tokensFile: resolve('other.json'), openRead: true, behindProxy: true,
    jwt: { issuer: 'https://id.test/', audience: 'policygraph', keys: new URL('https://id.test/keys'), roleClaim: 'roles', actorClaim: 'sub' },
  })
})

test.each([['jwks.json', resolve('jwks.json')], ['http://127.0.0.1:9/keys', new URL('http://127.0.0.1:9/keys')]])('takes keys from %s', (text, keys) => {
  expect(read({ ...ALL, POLICYGRAPH_JWKS: text }).jwt?.keys).toEqual(keys)
})

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['no audience', { ...ALL, POLICYGRAPH_JWT_AUDIENCE: '' }, 'POLICYGRAPH_JWT_AUDIENCE'],
  ['no issuer', { ...ALL, POLICYGRAPH_JWT_ISSUER: '' }, 'POLICYGRAPH_JWT_ISSUER'],
  ['no keys', { ...ALL, POLICYGRAPH_JWKS: '' }, 'POLICYGRAPH_JWKS'],
  ['keys over an open network', { ...ALL, POLICYGRAPH_JWKS: 'http://id.test/keys' }, 'POLICYGRAPH_JWKS'],
  ['keys over another protocol', { ...ALL, POLICYGRAPH_JWKS: 'ftp://id.test/keys' }, 'POLICYGRAPH_JWKS'],
])('refuses %s and names the variable', (_what, env, variable) => {
  let thrown: unknown
  try {
    read(env)
  } catch (error) {
    thrown = error
  }
  expect(isPolicyGraphError(thrown) && [thrown.code, thrown.details['variable']]).toEqual(['BAD_INPUT', variable])
})
