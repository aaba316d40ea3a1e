import { isLocalRequest, isLoopbackHost, mayBeCrossSite } from '../../src/auth/local-request.js'

const request = (headers: Readonly<Record<string, string>>, url = 'http://127.0.0.1:4000/graphql'): Request => new Request(url, { headers })

test.each([
  ['localhost', true], ['LOCALHOST', true], ['127.0.0.1', true], ['127.8.9.10', true], ['::1', true], ['[::1]', true],
  ['0.0.0.0', false], ['::', false], ['192.168.1.4', false], ['localhost.elsewhere.test', false], ['127.0.0.1.elsewhere.test', false], ['', false],
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected)
})

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['asks for 127.0.0.1', { host: '127.0.0.1:4000' }, true],
  ['asks for localhost', { host: 'localhost:4000' }, true],
  ['asks for ::1', { host: '[::1]:4000' }, true],
  ['has no Host', {}, true],
  ['asks for a name that was made to resolve here', { host: 'rebound.test:4000' }, false],
  ['has a Host that is none', { host: 'local host' }, false],
  ['hides a name behind a user', { host: '127.0.0.1@elsewhere.test' }, false],
  ['was passed on (X-Forwarded-For)', { host: '127.0.0.1:4000', 'x-forwarded-for': '203.0.113.7' }, false],
  ['was passed on (X-Forwarded-Host)', { host: '127.0.0.1:4000', 'x-forwarded-host': 'desk.test' }, false],
  ['was passed on (Forwarded)', { host: '127.0.0.1:4000', forwarded: 'for=203.0.113.7' }, false],
  ['was passed on (Via)', { host: '127.0.0.1:4000', via: '1.1 proxy' }, false],
])('a request that %s is local: %s', (_what, headers, expected) => {
  expect(isLocalRequest(request(headers))).toBe(expected)
})

const JSON_TYPE = { 'content-type': 'application/json', host: '127.0.0.1:4000' }
test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['a program', JSON_TYPE, false],
  ['a program that names the character set', { ...JSON_TYPE, 'content-type': 'application/json; charset=utf-8' }, false],
  ['the page of this server', { ...JSON_TYPE, origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }, false],
  ['a page elsewhere', { ...JSON_TYPE, origin: 'http://elsewhere.test' }, true],
  ['a page on another port here', { ...JSON_TYPE, origin: 'http://127.0.0.1:3000' }, true],
  ['a page without an origin of its own', { ...JSON_TYPE, origin: 'null' }, true],
  ['a page of a sibling site', { ...JSON_TYPE, 'sec-fetch-site': 'same-site' }, true],
  ['a form', { ...JSON_TYPE, 'content-type': 'application/x-www-form-urlencoded' }, true],
  ['a page that sends text', { ...JSON_TYPE, 'content-type': 'text/plain' }, true],
  ['somebody who does not say what they send', { host: '127.0.0.1:4000' }, true],
])('a request by %s may be cross-site: %s', (_who, headers, expected) => {
  expect(mayBeCrossSite(request(headers))).toBe(expected)
})
