import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { CLOSED_ADDRESS, guardedLookup, isPublicAddress, type Resolve } from './address-guard.js'

/** Sent with every request, and the name by which robots.txt may address the reader. */
export const USER_AGENT = 'PolicyGraph/0.1 (reads news articles; honours robots.txt)'
export const AGENT_NAME = 'PolicyGraph'

export interface GetOptions {
  /** Lets addresses that are not of the public network through. */
  readonly allowPrivate: boolean
  /** The most bytes of an answer, unpacked. */
  readonly mostBytes: number
  readonly signal: AbortSignal
  /** Another resolver of names, for tests. */
  readonly resolve?: Resolve
}

/** One answer, redirects not followed. Failures are told apart by `why`. */
export type GetResult =
  | { readonly ok: true; readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer }
  | { readonly ok: false; readonly why: 'closed-address' | 'too-large' | 'timed-out' | 'failed'; readonly detail: string }

const ACCEPT = 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,application/pdf,text/plain,application/json;q=0.8,*/*;q=0.5'

/** One GET, without cookies or credentials. Never throws. */
export async function httpGet(url: URL, options: GetOptions): Promise<GetResult> {
  const failed = (error: unknown): GetResult => {
    if (options.signal.aborted) return { ok: false, why: 'timed-out', detail: '' }
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, why: hasCode(error, CLOSED_ADDRESS) ? 'closed-address' : 'failed', detail }
  }
  // the look-up is not asked about a host that is an address already
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!options.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return { ok: false, why: 'closed-address', detail: host }
  try {
    const response = await send(url, options)
    const status = response.statusCode ?? 0
    if (status < 200 || status > 299) {
      response.destroy()
      return { ok: true, status, headers: response.headers, body: Buffer.alloc(0) }
    }
    const body = await readBody(response, options)
    return body === undefined ? { ok: false, why: 'too-large', detail: '' } : { ok: true, status, headers: response.headers, body }
  } catch (error) {
    return failed(error)
  }
}

function send(url: URL, { allowPrivate, signal, resolve }: GetOptions): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((done, fail) => {
    const outgoing = request(url, {
      agent: false,
      headers: { 'user-agent': USER_AGENT, accept: ACCEPT, 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5', 'accept-encoding': 'gzip, deflate, br' },
      signal,
      ...(allowPrivate ? {} : { lookup: guardedLookup(resolve) }),
    })
    outgoing.on('response', done)
    outgoing.on('error', fail)
    outgoing.end()
  })
}

/** The unpacked body; undefined once it passes the limit, and the rest is not read. */
async function readBody(response: IncomingMessage, { mostBytes, signal }: GetOptions): Promise<Buffer | undefined> {
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) {
    response.destroy()
    return undefined
  }
  const parts: Buffer[] = []
  let size = 0
  for await (const part of unpacked(response, signal) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) {
      response.destroy()
      return undefined
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function unpacked(response: IncomingMessage, signal: AbortSignal): Readable {
  const unpacker = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }
  const coding = (response.headers['content-encoding'] ?? '').trim().toLowerCase()
  if (coding !== 'gzip' && coding !== 'x-gzip' && coding !== 'deflate' && coding !== 'br') return response
  const stream = unpacker[coding]()
  response.on('error', (error) => stream.destroy(error))
  signal.addEventListener('abort', () => stream.destroy(new Error('aborted')), { once: true })
  return response.pipe(stream)
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && (('code' in error && error.code === code) || (error instanceof AggregateError && error.errors.some((each) => hasCode(each, code))))
