import { describe, expect, test } from '@jest/globals'
import type { LookupAddress } from 'node:dns'
import { CLOSED_ADDRESS, guardedLookup, isPublicAddress } from '../../../../ingest/1-read/fetch/address-guard.js'

describe('isPublicAddress', () => {
  test.each<[string, boolean]>([
    ['8.8.8.8', true], ['203.0.114.1', true], ['172.32.0.1', true], ['100.128.0.1', true], ['2606:4700::1111', true], ['240e::1', true],
    ['127.0.0.1', false], ['10.1.2.3', false], ['172.16.0.1', false], ['172.31.255.255', false], ['192.168.1.1', false], ['169.254.169.254', false],
    ['100.64.0.1', false], ['0.0.0.0', false], ['224.0.0.1', false], ['255.255.255.255', false], ['198.18.0.1', false],
    ['::1', false], ['::', false], ['fe80::1', false], ['fc00::1', false], ['fd12::1', false], ['ff02::1', false],
    ['::ffff:127.0.0.1', false], ['::ffff:8.8.8.8', false], ['64:ff9b::7f00:1', false], ['2002:7f00:1::', false], ['2001:db8::1', false], ['2001::1', false],
    ['example.com', false], ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected)
  })
})

/** What the connection is given for a name that resolves to the addresses, one list a look-up. */
async function connectTo(answers: readonly (readonly LookupAddress[])[], all: boolean): Promise<readonly unknown[]> {
  const left = [...answers]
  const lookup = guardedLookup(() => Promise.resolve(left.shift() ?? []))
  const once = (): Promise<unknown> =>
    new Promise((resolve) => {
      lookup('news.example', { all }, (error, address) => {
        resolve(error === null ? address : error.code)
      })
    })
  const given: unknown[] = []
  for (let i = 0; i < answers.length; i += 1) given.push(await once())
  return given
}

const OPEN = { address: '203.0.114.7', family: 4 }
const OWN = { address: '127.0.0.1', family: 4 }

describe('guardedLookup', () => {
  test('hands on the addresses that it checked and no others', async () => {
    expect(await connectTo([[OWN, OPEN]], true)).toEqual([[OPEN]])
    expect(await connectTo([[OWN, OPEN]], false)).toEqual([OPEN.address])
  })

  test('checks every look-up anew, so that a second answer cannot lead inside', async () => {
    expect(await connectTo([[OPEN], [OWN]], false)).toEqual([OPEN.address, CLOSED_ADDRESS])
  })
})
