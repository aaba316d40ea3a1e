import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { once } from 'node:events'
import { claimPort, storedPassword, writeSettings } from '../../../src/store/neo4j/local/neo4j-home.js'
import { javaMajor, requireJava, requireMaven } from '../../../src/store/neo4j/local/tools.js'

const folder = mkdtempSync(join(tmpdir(), 'policygraph-local-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** An environment whose only `java` prints this. */
function withJava(prints: string): NodeJS.ProcessEnv {
  const tools = mkdtempSync(join(folder, 'tools-'))
  writeFileSync(join(tools, 'java'), `#!/bin/sh\necho '${prints}'\n`)
  chmodSync(join(tools, 'java'), 0o755)
  return { ...process.env, PATH: [tools, '/bin', '/usr/bin'].join(delimiter) }
}

describe('tools', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_402"', 8],
    ['no such thing', 0],
  ])('reads the major version of %j', (output, major) => {
    expect(javaMajor(output)).toBe(major)
  })

  it.each([
    ['java is not on the path', { PATH: folder }],
    ['java is too old', withJava('openjdk version "11.0.2"')],
    ['java has no compiler', withJava('openjdk version "17.0.1" java.base@17')],
  ])('TOOL_MISSING: %s', async (_what, env) => {
    await expect(requireJava(env)).rejects.toMatchObject({ code: 'TOOL_MISSING', details: { tool: 'java' } })
  })

  it('TOOL_MISSING: no Maven', async () => {
    await expect(requireMaven({ PATH: folder })).rejects.toMatchObject({ code: 'TOOL_MISSING', details: { tool: 'mvn' } })
  })

  it('takes a JDK of 17', async () => {
    await expect(requireJava(withJava('openjdk version "17.0.1" jdk.compiler@17'))).resolves.toBeUndefined()
  })
})

describe('home of a local server', () => {
  it('makes a password once, for its owner only', () => {
    const home = join(folder, 'home')
    const first = storedPassword(home)
    expect(first).toMatchObject({ fresh: true })
    expect(first.password).toMatch(/^[\w-]{24}$/u)
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600)
    expect(storedPassword(home)).toEqual({ password: first.password, fresh: false })
    expect(storedPassword(join(folder, 'other')).password).not.toBe(first.password)
  })

  it('listens on loopback only, asks for a password and reports to nobody', () => {
    const home = join(folder, 'settings')
    writeSettings(home, 7_777)
    const settings = readFileSync(join(home, 'conf', 'neo4j.conf'), 'utf8').split('\n')
    expect(settings).toEqual(expect.arrayContaining(['server.bolt.listen_address=127.0.0.1:7777', 'dbms.security.auth_enabled=true', 'server.http.enabled=false', 'dbms.usage_report.enabled=false']))
    expect(settings.join('\n')).not.toContain('0.0.0.0')
  })

  it('PORT_TAKEN: somebody listens there; 0 takes a free one', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const taken = typeof address === 'object' && address !== null ? address.port : 0
    await expect(claimPort(taken)).rejects.toMatchObject({ code: 'PORT_TAKEN', details: { port: taken } })
    other.close()
    await once(other, 'close')
    expect(await claimPort(taken)).toBe(taken)
    expect(await claimPort(0)).toBeGreaterThan(0)
  })
})
