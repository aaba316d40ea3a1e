import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { ErrorCode } from '../../core/errors.js'
import { DEFAULT_LIMITS } from '../limits.js'

/** So many requests of one caller in a minute, whoever they say they are: an address is harder to change than a token. */

export interface RateOptions {
  /** 0 for no limit; `DEFAULT_LIMITS` where others reach the server, and none on loopback, when absent. */
  readonly requestsPerMinute: number | undefined
  /** Others than this machine reach the server. */
  readonly isOpen: () => boolean
  /** A proxy of ours stands before the server and tells in X-Forwarded-For who asks; what others wrote before its entry is not believed. */
  readonly behindProxy: boolean
}

const CODE: ErrorCode = 'RATE_LIMITED'
const MINUTE = 60

/** What watches over the server must not be shut out by it. */
const EXEMPT = ['/healthz', '/readyz']

/** The first 64 bits of an IPv6 address, which one caller has all to themselves; other addresses as they are. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : text.split(':'))
  const before = groups(head)
  const gap = tail === undefined ? 0 : 8 - before.length - groups(tail).length
  return [...before, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...groups(tail)].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

/** The caller's address, without its port; undefined for a request that came over no socket. */
export function addressOf(message: IncomingMessage | undefined, behindProxy: boolean): string | undefined {
  const address = message?.socket.remoteAddress
  if (address === undefined) return undefined
  const passedOn = behindProxy ? message?.headers['x-forwarded-for'] : undefined
  const last = (Array.isArray(passedOn) ? passedOn.at(-1) : passedOn)?.split(',').at(-1)?.trim()
  return last === undefined || last === '' ? address : last
}

export function useRateLimit({ requestsPerMinute, isOpen, behindProxy }: RateOptions): Plugin<Record<string, unknown>, { readonly req?: IncomingMessage }> {
  if (requestsPerMinute === 0) return {}
  const limiter = new RateLimiterMemory({ points: requestsPerMinute ?? DEFAULT_LIMITS.requestsPerMinute, duration: MINUTE })
  return {
    async onRequest(event) {
      const { url, serverContext } = event
      const address = addressOf(serverContext.req, behindProxy)
      if (address === undefined || EXEMPT.includes(url.pathname) || (requestsPerMinute === undefined && !isOpen())) return
      try {
        await limiter.consume(networkOf(address))
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
        const message = `请求过多，请 ${retryAfter} 秒后再试 · too many requests; try again in ${retryAfter} s`
        event.endResponse(Response.json({ errors: [{ message, extensions: { code: CODE, retryAfter } }] }, { status: 429, headers: { 'retry-after': String(retryAfter) } }))
      }
    },
  }
}
