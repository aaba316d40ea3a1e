import type { Plugin } from 'graphql-yoga'

const COMMON: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
/** GraphiQL is one page with its scripts, styles, fonts and workers inline; it still talks to this server only. */
const GRAPHIQL_POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Headers that keep pages to their own origin. No CORS header is ever set, so other origins cannot read answers. */
export const useSecurityHeaders = (): Plugin => ({
  onResponse({ request, response }) {
    for (const [name, value] of Object.entries(COMMON)) response.headers.set(name, value)
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return
    // A page may bring a policy of its own that is stricter.
    if (response.headers.has('content-security-policy')) return
    const isGraphiql = new URL(request.url).pathname.startsWith('/graphql')
    response.headers.set('content-security-policy', isGraphiql ? GRAPHIQL_POLICY : PAGE_POLICY)
  },
})
