import robotsParserModule from 'robots-parser'
import { AGENT_NAME, httpGet, type GetOptions } from './http-get.js'
import { parseAddress } from './parse-address.js'

/** What a site allows: asked once a site and a run. */
export interface RobotRules {
  allows(url: URL): boolean
  /** Seconds that the site wants between two requests. */
  readonly delay: number
}

interface ParsedRobots {
  isAllowed(url: string, agent?: string): boolean | undefined
  getCrawlDelay(agent?: string): number | undefined
}

// the package is CommonJS and declares an ES default
const parseRobots = robotsParserModule as unknown as (url: string, text: string) => ParsedRobots

const MOST_BYTES = 512 * 1024
const MOST_HOPS = 5
const ALL: RobotRules = { allows: () => true, delay: 0 }
const NONE: RobotRules = { allows: () => false, delay: 0 }

/**
 * The rules of a site by RFC 9309: a robots.txt that is not there (4xx) allows everything; one that cannot be had
 * (5xx, no answer, too many redirects) allows nothing.
 */
export async function fetchRobots(origin: string, options: GetOptions): Promise<RobotRules | 'closed-address'> {
  const home = new URL('/robots.txt', origin)
  let url = home
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const answer = await httpGet(url, { ...options, mostBytes: MOST_BYTES })
    if (!answer.ok) return answer.why === 'closed-address' && hop === 0 ? 'closed-address' : NONE
    const { status, headers, body } = answer
    if (status >= 200 && status < 300) return rulesOf(home, body.toString('utf8'))
    if (status >= 400 && status < 500) return ALL
    if (status < 300 || status >= 400 || headers.location === undefined) return NONE
    const next = parseAddress(headers.location, url)
    if (next === undefined || !/^https?:$/.test(next.protocol)) return NONE
    url = next
  }
  return NONE
}

function rulesOf(url: URL, text: string): RobotRules {
  const parsed = parseRobots(url.href, text)
  return { allows: (page) => parsed.isAllowed(page.href, AGENT_NAME) !== false, delay: Math.max(0, parsed.getCrawlDelay(AGENT_NAME) ?? 0) }
}
