import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { PolicyGraphError } from '../../../core/errors.js'

/** The folder of a local server: its settings, its password, its data. */

export const LOOPBACK = '127.0.0.1'

export interface StoredPassword {
  readonly password: string
  /** Made just now, not yet known to the server. */
  readonly fresh: boolean
}

/** The password kept in the folder, readable by its owner only; made when absent. */
export function storedPassword(folder: string): StoredPassword {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'password')
  if (existsSync(file)) return { password: readFileSync(file, 'utf8').trim(), fresh: false }
  const password = randomBytes(18).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return { password, fresh: true }
}

/** Writes the server's settings: Bolt on loopback and nothing else. */
export function writeSettings(folder: string, port: number): void {
  mkdirSync(join(folder, 'conf'), { recursive: true })
  writeFileSync(join(folder, 'conf', 'neo4j.conf'), [
    '# written at each start by policygraph neo4j',
    'dbms.security.auth_enabled=true',
    'dbms.usage_report.enabled=false',
    `server.default_listen_address=${LOOPBACK}`,
    'server.bolt.enabled=true',
    `server.bolt.listen_address=${LOOPBACK}:${port}`,
    `server.bolt.advertised_address=${LOOPBACK}:${port}`,
    'server.http.enabled=false',
    'server.memory.pagecache.size=256m',
    '',
  ].join('\n'))
}

/** The port itself when free, a free one for 0. PORT_TAKEN. */
export function claimPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause) => {
      reject(new PolicyGraphError('PORT_TAKEN', `端口 ${port} 已被占用，请用 --port 另选 · port ${port} is taken; choose another with --port`, { details: { port }, cause }))
    })
    probe.listen(port, LOOPBACK, () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
  })
}
