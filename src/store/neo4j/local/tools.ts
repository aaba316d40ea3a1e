import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { codeOf, PolicyGraphError } from '../../../core/errors.js'

/** The programs that a local Neo4j needs. */

const run = promisify(execFile)
const OLDEST_JAVA = 17

const missing = (tool: string, message: string, cause?: unknown): PolicyGraphError =>
  new PolicyGraphError('TOOL_MISSING', message, { details: { tool }, cause })

const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT'

async function outputOf(tool: string, args: readonly string[], install: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout, stderr } = await run(tool, [...args], { env })
    return stdout + stderr
  } catch (cause) {
    throw missing(tool, isAbsent(cause) ? `找不到 ${tool}，${install}` : `${tool} 无法运行，${install}`, cause)
  }
}

const JDK = '请安装 JDK 17 或 21（Debian/Ubuntu：apt install openjdk-17-jdk-headless） · install a JDK, 17 or 21'
const MAVEN = '请安装 Maven（Debian/Ubuntu：apt install maven） · install Maven'

/** Major version in the output of `java -version`: 17 for `17.0.15`, 8 for `1.8.0_402`; 0 when it cannot be told. */
export function javaMajor(output: string): number {
  const version = /version "(?:1\.)?(\d+)/u.exec(output)
  return Number(version?.[1] ?? 0)
}

/** Passes when a JDK of 17 or later is on the path; a bare runtime lacks the compiler that runs the launcher. TOOL_MISSING. */
export async function requireJava(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const major = javaMajor(await outputOf('java', ['-version'], JDK, env))
  if (major < OLDEST_JAVA) throw missing('java', `Java ${major} 过旧，${JDK}`)
  if (!(await outputOf('java', ['--list-modules'], JDK, env)).includes('jdk.compiler')) throw missing('java', `只有 Java 运行时，没有编译器；${JDK}`)
}

/** Passes when Maven is on the path. TOOL_MISSING. */
export async function requireMaven(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  await outputOf('mvn', ['-version'], MAVEN, env)
}
