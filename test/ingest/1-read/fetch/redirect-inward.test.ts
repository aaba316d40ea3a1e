import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import * as http from 'node:http'
import type { LookupFunction } from 'node:net'
import { LocalSite } from './local-site.js'

/**
 * A public site that sends the reader on into the machine's own network. The one thing that is not real is where the public site
 * stands: connections to door.example, which the guard has let through, are led to this machine.
 */

const DOOR = 'door.example'
const PUBLIC = '203.0.114.7'
const toHere: LookupFunction = (_host, { all }, callback) => {
  if (all === true) callback(null, [{ address: '127.0.0.1', family: 4 }])
  else callback(null, '127.0.0.1', 4)
}
let guarded = 0

jest.unstable_mockModule('node:http', () => ({
  ...http,
  request: (url: URL, { lookup, ...options }: http.RequestOptions, ...rest: []) => {
    if (url.hostname !== DOOR || lookup === undefined) return http.request(url, { ...options, ...(lookup === undefined ? {} : { lookup }) }, ...rest)
    const checked: LookupFunction = (host, how, callback) => {
      lookup(host, how, (error, address, family) => {
        if (error !== null) {
          callback(error, address, family)
          return
        }
        guarded += 1
        toHere(host, how, callback)
      })
    }
    return http.request(url, { ...options, lookup: checked }, ...rest)
  },
}))

const { PageFetcher } = await import('../../../../ingest/1-read/fetch/fetch-page.js')

const site = new LocalSite()
beforeAll(() => site.open())
afterAll(() => site.close())
beforeEach(() => {
  site.reset()
  guarded = 0
})

const resolve = (host: string) => Promise.resolve([host === DOOR ? { address: PUBLIC, family: 4 } : { address: '127.0.0.1', family: 4 }])
const fetchDoor = () => new PageFetcher({ resolve, timeoutMs: 5_000 }).fetch(`http://${DOOR}:${new URL(site.address).port}/a`)

test('the door itself is open, or the tests below would prove nothing', async () => {
  site.serve('/a', 'text/html', 'open')
  expect(await fetchDoor()).toMatchObject({ mediaType: 'text/html', bytes: Buffer.from('open') })
  expect(guarded).toBe(2)
})

describe('a redirect of a public site is refused', () => {
  test.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:7f00:1]', 'inside.example'])('to %s', async (host) => {
    site.redirect('/a', `http://${host}:${new URL(site.address).port}/inside`)
    site.serve('/inside', 'text/html', 'secret')
    expect(await fetchDoor()).toMatchObject({ code: 'FETCH_REFUSED' })
    expect(site.visits.map(({ path }) => path)).toEqual(['/robots.txt', '/a'])
  })

  test('at its second step too', async () => {
    site.redirect('/a', '/b')
    site.redirect('/b', `${site.address}/inside`)
    site.serve('/inside', 'text/html', 'secret')
    expect(await fetchDoor()).toMatchObject({ code: 'FETCH_REFUSED' })
    expect(site.visits.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b'])
  })

  test('of its robots.txt, which then counts as closed', async () => {
    site.redirect('/robots.txt', `${site.address}/inside`)
    site.serve('/inside', 'text/plain', 'User-agent: *\nAllow: /')
    site.serve('/a', 'text/html', 'open')
    expect(await fetchDoor()).toMatchObject({ code: 'ROBOTS_DISALLOWED' })
    expect(site.visits.map(({ path }) => path)).toEqual(['/robots.txt'])
  })
})
