import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'graphql-yoga'
import { projectPath } from '../../core/paths.js'

/** The page at `/`: HTML and CSS as they stand in src/explorer, scripts as the build left them in dist/explorer. */

interface Asset {
  readonly body: string
  readonly type: string
  readonly tag: string
}

const TYPES: readonly (readonly [string, string])[] = [
  ['.html', 'text/html; charset=utf-8'], ['.css', 'text/css; charset=utf-8'], ['.js', 'text/javascript; charset=utf-8'], ['.svg', 'image/svg+xml'],
]

function assetsOf(folder: string, prefix: string, endings: readonly string[]): readonly (readonly [string, Asset])[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const type = TYPES.find(([ending]) => endings.includes(ending) && name.endsWith(ending))?.[1]
    if (type === undefined) return []
    const body = readFileSync(join(folder, name), 'utf8')
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    return [[`${prefix}${name.replaceAll('\\', '/')}`, { body, type, tag }] as const]
  })
}

/** Every path that is served, read once; a path that is not listed is not served, so no path can leave the folders. */
function explorerAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map([
    ...assetsOf(projectPath('src', 'explorer'), '/explorer/', ['.html', '.css', '.svg']),
    ...assetsOf(projectPath('dist', 'explorer'), '/explorer/', ['.js']),
  ])
  const page = assets.get('/explorer/index.html')
  if (page !== undefined) assets.set('/', page)
  return assets
}

export function useExplorer(): Plugin {
  const assets = explorerAssets()
  return {
    onRequest(event) {
      const { url, request, fetchAPI } = event
      const asset = assets.get(url.pathname)
      if (asset === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return
      const headers = { 'content-type': asset.type, 'cache-control': 'no-cache', etag: asset.tag }
      const known = request.headers.get('if-none-match') === asset.tag
      event.endResponse(new fetchAPI.Response(known || request.method === 'HEAD' ? null : asset.body, { status: known ? 304 : 200, headers }))
    },
  }
}
