import { setTimeout as wait } from 'node:timers/promises'
import type { Issue } from '../../../src/core/issue.js'
import type { Resolve } from './address-guard.js'
import { httpGet, type GetOptions, type GetResult } from './http-get.js'
import { parseAddress } from './parse-address.js'
import { fetchRobots, type RobotRules } from './robots.js'

export interface FetchOptions {
  /** Lets addresses of the machine and its own network through; `POLICYGRAPH_FETCH_PRIVATE=1`. */
  readonly allowPrivate?: boolean
  /** The most bytes of one page, unpacked; 10 MB by default. */
  readonly mostBytes?: number
  /** For one page with its redirects, robots.txt not counted; 15 000 ms by default. */
  readonly timeoutMs?: number
  /** Another resolver of names, for tests. */
  readonly resolve?: Resolve
}

/** A page as it came. */
export interface FetchedPage {
  /** Where it was found, after all redirects. */
  readonly url: URL
  /** Media type without parameters, lower case, '' when the server gives none. */
  readonly mediaType: string
  /** Encoding that the header names, if any. */
  readonly charset?: string
  readonly bytes: Buffer
}

const MOST_HOPS = 5
/** A site that wants longer pauses than this (s) gets this one. */
const LONGEST_PAUSE = 30
const DEFAULT_BYTES = 10 * 1024 * 1024
const DEFAULT_TIMEOUT = 15_000

type Failure = Pick<Issue, 'code' | 'message'>

/** Fetches pages for one run; remembers each site's robots.txt and keeps the pauses it asks for. */
export class PageFetcher {
  readonly #options: FetchOptions
  readonly #robots = new Map<string, RobotRules | 'closed-address'>()
  readonly #lastVisit = new Map<string, number>()

  constructor(options: FetchOptions = {}) {
    this.#options = options
  }

  /**
   * The page behind an address, or an issue that says why not and what to do: FETCH_REFUSED (scheme, credentials, a private
   * address), ROBOTS_DISALLOWED, FETCH_FAILED, TOO_LARGE, TIMED_OUT. Every redirect is checked like the first address.
   */
  async fetch(address: string): Promise<FetchedPage | Issue> {
    const found = await this.#follow(address)
    return 'bytes' in found ? found : { ...found, severity: 'error', file: address }
  }

  async #follow(address: string): Promise<FetchedPage | Failure> {
    const timeout = this.#options.timeoutMs ?? DEFAULT_TIMEOUT
    let left = timeout
    let url = parseAddress(address)
    for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
      const refusal = refusalOf(url)
      if (url === undefined || refusal !== undefined) return refusal ?? failure('FETCH_REFUSED', address)
      const rules = await this.#rulesFor(url)
      if (rules === 'closed-address') return closedAddress(url)
      if (!rules.allows(url)) return failure('ROBOTS_DISALLOWED', `${url.href} 的 robots.txt 不允许读取，或无法取得；可在浏览器中另存网页再读入 · robots.txt forbids it or cannot be had; save the page in a browser and read the file`)
      await this.#pause(url, rules)
      const began = performance.now()
      const answer = await httpGet(url, this.#get(left))
      left -= performance.now() - began
      if (!answer.ok) return this.#explain(url, answer)
      const { status, headers, body } = answer
      if (status >= 200 && status < 300) return { url, ...contentType(headers['content-type'] ?? ''), bytes: body }
      if (status < 300 || status >= 400 || headers.location === undefined) return failure('FETCH_FAILED', `${url.href} 回答 HTTP ${status}，请核对网址 · the server answered HTTP ${status}; check the address`)
      if (left <= 0) return this.#explain(url, { ok: false, why: 'timed-out', detail: '' })
      url = parseAddress(headers.location, url)
    }
    return failure('FETCH_FAILED', `${address} 转向超过 ${MOST_HOPS} 次 · more than ${MOST_HOPS} redirects; check the address`)
  }

  #get(timeout: number): GetOptions {
    const { allowPrivate = false, mostBytes = DEFAULT_BYTES, resolve } = this.#options
    return { allowPrivate, mostBytes, signal: AbortSignal.timeout(Math.max(1, Math.round(timeout))), ...(resolve === undefined ? {} : { resolve }) }
  }

  async #rulesFor(url: URL): Promise<RobotRules | 'closed-address'> {
    const known = this.#robots.get(url.origin)
    if (known !== undefined) return known
    const rules = await fetchRobots(url.origin, this.#get(this.#options.timeoutMs ?? DEFAULT_TIMEOUT))
    this.#robots.set(url.origin, rules)
    return rules
  }

  async #pause({ origin }: URL, { delay }: RobotRules): Promise<void> {
    const last = this.#lastVisit.get(origin)
    if (last !== undefined && delay > 0) await wait(Math.max(0, last + Math.min(delay, LONGEST_PAUSE) * 1000 - performance.now()))
    this.#lastVisit.set(origin, performance.now())
  }

  #explain(url: URL, { why, detail }: Extract<GetResult, { ok: false }>): Failure {
    const { mostBytes = DEFAULT_BYTES, timeoutMs = DEFAULT_TIMEOUT } = this.#options
    switch (why) {
      case 'closed-address': return closedAddress(url)
      case 'too-large': return failure('TOO_LARGE', `${url.href} 超过 ${mostBytes} 字节；请下载后拆开再读 · more than ${mostBytes} bytes; download it and read it in parts`)
      case 'timed-out': return failure('TIMED_OUT', `${url.href} 在 ${timeoutMs} 毫秒内没有传完；请稍后再试 · not received within ${timeoutMs} ms; try again later`)
      case 'failed': return failure('FETCH_FAILED', `${url.href} 无法读取（${detail}）；请核对网址与网络 · cannot be fetched; check the address and the network`)
    }
  }
}

function contentType(header: string): Pick<FetchedPage, 'mediaType' | 'charset'> {
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(header)?.[1]
  return { mediaType: header.split(';')[0]?.trim().toLowerCase() ?? '', ...(charset === undefined ? {} : { charset }) }
}

const failure = (code: string, message: string): Failure => ({ code, message })

const closedAddress = (url: URL): Failure =>
  failure('FETCH_REFUSED', `${url.href} 指向本机或内网，未读取；确要读取请设 POLICYGRAPH_FETCH_PRIVATE=1 · points into this machine's own network; set POLICYGRAPH_FETCH_PRIVATE=1 to allow it`)

/** What is wrong with an address before anything is sent. */
function refusalOf(url: URL | undefined): Failure | undefined {
  if (url === undefined) return failure('FETCH_REFUSED', '不是合法的网址 · not a valid address')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return failure('FETCH_REFUSED', `${url.href} 不是 http 或 https 网址 · only http and https are read`)
  if (url.username !== '' || url.password !== '') return failure('FETCH_REFUSED', `网址里带有用户名或密码，未读取：${url.origin} · addresses with credentials are not read`)
  return undefined
}
