import { readFileSync } from 'node:fs'
import glob from 'fast-glob'
import { parse } from 'yaml'
import { ANSWERED_TO_THE_END } from '../../src/api/parts/use-drain.js'
import { readConfig } from '../../src/config.js'
import { projectPath } from '../../src/core/paths.js'
import { buildProgram } from '../../src/cli/program.js'
import { at } from '../api/ask.js'

/** Dockerfile and compose.yaml against what the program understands; `npm run image:check` runs the steps themselves. */

const read = (file: string): string => readFileSync(projectPath(file), 'utf8')
const DOCKERFILE = read('Dockerfile').replace(/\\\n\s*/gu, ' ')
const COMPOSE: unknown = parse(read('compose.yaml'), { merge: true })
const SOURCES = glob.sync(['src/**/*.ts', 'ingest/**/*.ts'], { cwd: projectPath(), ignore: ['src/explorer/**'] }).map(read).join('\n')

const settings = (service: string): Readonly<Record<string, string>> => at(COMPOSE, 'services', service, 'environment') as Readonly<Record<string, string>>
const imageEnv = Object.fromEntries([...(/\nENV (.*)/u.exec(DOCKERFILE)?.[1] ?? '').matchAll(/(\w+)=(\S+)/gu)].map(([, name = '', value = '']) => [name, value]))
const commands = buildProgram(() => Promise.resolve(), { out: () => Promise.resolve(), say: () => undefined, screen: undefined, stdin: process.stdin }, '0').commands.map((command) => command.name())

/** As compose fills it in: given values, else the defaults. */
const filled = (env: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace(/\$\{\w+(?::\?[^}]*)\}/gu, 'a-long-password').replace(/\$\{\w+:-([^}]*)\}/gu, '$1')]))

describe('the image', () => {
  it('runs as an ordinary user, without the tools of its first stage, and starts a command that there is', () => {
    const [, last = ''] = DOCKERFILE.split(/\nFROM (?=.*-slim)/u)
    expect(/\nUSER (\d+)/u.exec(last)?.[1]).toBe('1000')
    expect(last).not.toMatch(/\bnpm\b|apt-get/u)
    expect(JSON.parse(/\nENTRYPOINT (.*)/u.exec(last)?.[1] ?? '')).toEqual(['node', at(JSON.parse(read('package.json')), 'bin', 'policygraph')])
    expect(commands).toContain((JSON.parse(/\nCMD (.*)/u.exec(last)?.[1] ?? '[]') as readonly string[])[0])
  })

  it('sets what the program reads, listens where it is exposed, and asks a path that is answered to the end', () => {
    const { host, port, dataFolder } = readConfig(imageEnv)
    expect([host, String(port), dataFolder]).toEqual(['0.0.0.0', /\nEXPOSE (\d+)/u.exec(DOCKERFILE)?.[1], '/data'])
    const path = /HEALTHCHECK.*\$\{process\.env\.PORT\}(\/\w+)/u.exec(DOCKERFILE)?.[1] ?? ''
    expect(ANSWERED_TO_THE_END).toContain(path)
  })

  it('takes a Node that the package allows', () => {
    const [, major = '0'] = /ARG NODE=(\d+)-/u.exec(DOCKERFILE) ?? []
    expect(Number(major)).toBeGreaterThanOrEqual(20)
  })
})

describe.each(['policygraph', 'worker'])('the service %s', (service) => {
  it('is set up by variables that the program reads, with values that it takes', () => {
    for (const name of Object.keys(settings(service))) expect([name, SOURCES.includes(`'${name}'`)]).toEqual([name, true])
    expect(readConfig({ ...imageEnv, ...filled(settings(service)) }).store).toMatchObject({ kind: 'neo4j', uri: 'bolt://neo4j:7687', password: 'a-long-password' })
  })

  it('runs a command that there is, and may finish before it is killed', () => {
    const command = at(COMPOSE, 'services', service, 'command')
    if (command !== undefined) expect(commands).toContain(at(command, 0))
    expect(1_000 * Number.parseInt(String(at(COMPOSE, 'services', service, 'stop_grace_period')), 10)).toBeGreaterThan(readConfig(filled(settings(service))).finishWithin + 5_000)
  })

  it('waits for services that there are and have a health check', () => {
    for (const [other, how] of Object.entries(at(COMPOSE, 'services', service, 'depends_on') as object)) {
      expect(how).toEqual({ condition: 'service_healthy' })
      expect(at(COMPOSE, 'services', other, 'healthcheck', 'test')).toBeDefined()
    }
  })
})

it('compose publishes ports on this machine only, and names every volume that it uses', () => {
  for (const service of Object.values(at(COMPOSE, 'services') as object)) {
    for (const port of (at(service, 'ports') ?? []) as readonly string[]) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/u)
    for (const volume of (at(service, 'volumes') ?? []) as readonly string[]) expect(Object.keys(at(COMPOSE, 'volumes') as object)).toContain(volume.split(':')[0])
  }
})
