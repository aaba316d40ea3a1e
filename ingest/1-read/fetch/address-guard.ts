/** Keeps the reader of the web away from the machine's own network. */
import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** IPv4 ranges that are not the public network (IANA special-purpose registry), as address/bits. */
const CLOSED_V4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
] as const
/** Public IPv6 is 2000::/3 without these: protocol assignments and Teredo, documentation, 6to4, documentation. */
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const

const split = (range: string): readonly [string, number] => {
  const [address = '', bits = ''] = range.split('/')
  return [address, Number(bits)]
}

const closed = new BlockList()
for (const range of CLOSED_V4) closed.addSubnet(...split(range), 'ipv4')
for (const range of CLOSED_V6) closed.addSubnet(...split(range), 'ipv6')
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/** True for an address of the public network. What is no address, or wraps an IPv4 address in an IPv6 one, is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4: return !closed.check(address, 'ipv4')
    case 6: return global.check(address, 'ipv6') && !closed.check(address, 'ipv6')
    default: return false
  }
}

/** Carried by the error of a look-up that gave a closed address. */
export const CLOSED_ADDRESS = 'CLOSED_ADDRESS'

/** Finds the addresses of a host; the system's by default, another in tests. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

const resolveBySystem: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) => {
      if (error) reject(error)
      else resolve(addresses)
    })
  })

/**
 * A look-up for `http.request` that hands on public addresses only, so that what was checked is what is connected to:
 * a second answer of the name server cannot slip in between. Without a public address it fails with CLOSED_ADDRESS.
 */
export const guardedLookup = (resolve: Resolve = resolveBySystem): LookupFunction => (host, options, callback) => {
  resolve(host).then(
    (found) => {
      const family = options.family === 4 || options.family === 6 ? options.family : 0
      const open = found.filter((each) => isPublicAddress(each.address) && (family === 0 || each.family === family))
      const [first] = open
      if (first === undefined) callback(Object.assign(new Error(`no public address for ${host}`), { code: CLOSED_ADDRESS }), '', 4)
      else if (options.all === true) callback(null, [...open])
      else callback(null, first.address, first.family)
    },
    (error: unknown) => {
      callback(error instanceof Error ? error : new Error(String(error)), '', 4)
    },
  )
}
