/**
 * Which requests come from a person at this machine. Being reached over loopback is not enough: a page of any site can make the browser
 * send requests to 127.0.0.1, under a name of its own that resolves there (DNS rebinding) or across sites.
 */

/** `localhost`, 127.0.0.0/8 or ::1, as a host name or as the address that a server listens on. */
export const isLoopbackHost = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/iu.test(host)

/** Headers by which proxies say that they pass a request on. */
const PASSED_ON = ['forwarded', 'via', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip']
const isPassedOn = (headers: Headers): boolean => [...headers.keys()].some((name) => PASSED_ON.includes(name) || name.startsWith('x-forwarded'))

/** Host and port that the client meant to ask; of a request made in process, those of its URL. */
const hostOf = (request: Request): string => request.headers.get('host') ?? new URL(request.url).host

/** True when the client asked for this machine by name or number, and no proxy stands between. */
export function isLocalRequest(request: Request): boolean {
  const host = `http://${hostOf(request)}`
  return URL.canParse(host) && isLoopbackHost(new URL(host).hostname) && !isPassedOn(request.headers)
}

/**
 * True when a page of another origin may have made the request. Browsers say so by Origin and Sec-Fetch-Site; what a page can send to
 * another origin without asking first is limited to three content types, and JSON is none of them.
 */
export function mayBeCrossSite(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== hostOf(request))) return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  return !/^application\/json(?:;|$)/iu.test(request.headers.get('content-type') ?? '')
}
