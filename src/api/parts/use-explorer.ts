import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'graphql-yoga'
import { projectPath } from '../../core/paths.js'

/** The page at `/`, as the build left it in dist/explorer. */

interface Asset {
  readonly body: string
  readonly type: string
  readonly tag: string
  readonly cache: string
}

const TYPES: readonly (readonly [string, string])[] = [
  ['.html', 'text/html; charset=utf-8'], ['.css', 'text/css; charset=utf-8'], ['.js', 'text/javascript; charset=utf-8'], ['.svg', 'image/svg+xml'],
]

const PREFIX = '/explorer/'

/** Every path that is served, read once; a path that is not listed is not served, so no path can leave the folder. */
function explorerAssets(folder: string): ReadonlyMap<string, Asset> {
  if (!existsSync(folder)) return new Map()
  const assets = new Map<string, Asset>(readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const type = TYPES.find(([ending]) => name.endsWith(ending))?.[1]
    if (type === undefined) return []
    const path = name.replaceAll('\\', '/')
    const body = readFileSync(join(folder, name), 'utf8')
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    // The build names what lies in assets/ by its content.
    const cache = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return [[`${PREFIX}${path}`, { body, type, tag, cache }] as const]
  }))
  const page = assets.get(`${PREFIX}index.html`)
  if (page !== undefined) assets.set('/', page)
  return assets
}

export function useExplorer(): Plugin {
  const assets = explorerAssets(projectPath('dist', 'explorer'))
  return {
    onRequest(event) {
      const { url, request, fetchAPI } = event
      const asset = assets.get(url.pathname)
      if (asset === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return
      const headers = { 'content-type': asset.type, 'cache-control': asset.cache, etag: asset.tag }
      const known = request.headers.get('if-none-match') === asset.tag
      event.endResponse(new fetchAPI.Response(known || request.method === 'HEAD' ? null : asset.body, { status: known ? 304 : 200, headers }))
    },
  }
}
