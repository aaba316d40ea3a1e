import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PolicyGraphError } from '../../../core/errors.js'
import { projectPath } from '../../../core/paths.js'
import { requireMaven } from './tools.js'

/** The jars of the server, fetched once per user by Maven. */

const run = promisify(execFile)
const POM = projectPath('src', 'store', 'neo4j', 'local', 'pom.xml')

const version = (): string => /<neo4j\.version>([\d.]+)</u.exec(readFileSync(POM, 'utf8'))?.[1] ?? 'unknown'

/** An empty variable counts as unset. */
const cacheRoot = (env: NodeJS.ProcessEnv): string => (env['XDG_CACHE_HOME'] ?? '') || join(homedir(), '.cache')

/** Folder of the jars, fetching them (about 130 MB) when it is absent. TOOL_MISSING, STORE_FAILED. */
export async function ensureJars(log: (line: string) => void, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const folder = join(cacheRoot(env), 'policygraph', `neo4j-${version()}`)
  if (existsSync(folder)) return folder
  await requireMaven(env)
  log(`首次运行：用 Maven 下载 Neo4j ${version()}（约 130 MB） · first run: fetching Neo4j by Maven`)
  const partial = `${folder}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  try {
    await run('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`], { env })
    keep(partial, folder)
  } catch (cause) {
    const tail = typeof cause === 'object' && cause !== null && 'stdout' in cause ? String(cause.stdout).trim().split('\n').slice(0, 5).join('\n') : String(cause)
    throw new PolicyGraphError('STORE_FAILED', `下载 Neo4j 失败，请检查网络或 Maven 设置 · fetching Neo4j failed; check the network or Maven's settings\n${tail}`, { cause })
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
  return folder
}

/** A whole folder appears at once, and one that another process put there first is as good. */
function keep(partial: string, folder: string): void {
  try {
    renameSync(partial, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}
