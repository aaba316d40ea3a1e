// Does what the Dockerfile says, without Docker: each stage in an empty folder with only what .dockerignore lets in, then the image's
// own command and health check, then a stop. What it cannot show is the base image: `npm run image:check`
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const work = mkdtempSync(join(tmpdir(), 'policygraph-image-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const fail = (text) => {
  throw new Error(text)
}

/** Instructions of a Dockerfile as [word, rest]. */
const instructions = readFileSync('Dockerfile', 'utf8').split('\n').filter((line) => !/^\s*#/u.test(line)).join('\n').replace(/\\\n\s*/gu, ' ')
  .split('\n').filter((line) => line.trim() !== '').map((line) => /^(\w+)\s+(.*)$/u.exec(line)?.slice(1) ?? fail(`not understood: ${line}`))

// What is tracked, and of that only what .dockerignore names after its `*`.
const context = join(work, 'context')
const allowed = readFileSync('.dockerignore', 'utf8').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1))
for (const file of execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')) {
  if (existsSync(file) && allowed.some((name) => file === name || file.startsWith(`${name}/`))) cpSync(file, join(context, file))
}

const stages = new Map()
let stage
for (const [word, rest] of instructions) {
  if (word === 'FROM') {
    const name = / AS (\w+)$/u.exec(rest)?.[1] ?? 'image'
    stage = { root: join(work, name), at: '/', env: {} }
    mkdirSync(stage.root)
    stages.set(name, stage)
  } else if (word === 'WORKDIR') {
    stage.at = rest
    mkdirSync(join(stage.root, rest), { recursive: true })
  } else if (word === 'ENV') {
    for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/gu)) stage.env[name] = value
  } else if (word === 'COPY') {
    const [, from, paths] = /^(?:--from=(\w+) )?(.+)$/u.exec(rest)
    const names = paths.split(' ')
    const target = join(stage.root, stage.at, names.pop())
    for (const name of names) {
      const source = from === undefined ? join(context, name) : join(stages.get(from).root, name)
      if (name === '.' || from !== undefined) cpSync(source, target, { recursive: true, verbatimSymlinks: true, force: true })
      else cpSync(source, join(target, basename(name)))
    }
  } else if (word === 'RUN') {
    // Folders of the root belong to the stage; there is no other user to give them to.
    const command = rest.replace(/ && chown \S+ \S+/gu, '').replace(/(?<= )\/(?=\w)/gu, `${stage.root}/`)
    process.stdout.write(`RUN ${command}\n`)
    const { status } = spawnSync('sh', ['-c', command], { cwd: join(stage.root, stage.at), env: { ...process.env, ...stage.env }, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) fail(`the step ended with ${status}`)
  } else if (word === 'HEALTHCHECK') stage.health = JSON.parse(/CMD (\[.*\])$/u.exec(rest)[1])
  else if (word === 'ENTRYPOINT') stage.entry = JSON.parse(rest)
  else if (word === 'CMD') stage.command = JSON.parse(rest)
}

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address()
    probe.close(() => resolve(port))
  })
})

const image = stages.get('image')
const cwd = join(image.root, image.at)
for (const name of ['test', 'node_modules/typescript', 'node_modules/jest', 'node_modules/vite']) if (existsSync(join(cwd, name))) fail(`${name} is in the image`)
const { PATH, HOME } = process.env
const env = { PATH, HOME, ...image.env, POLICYGRAPH_DATA: join(image.root, image.env.POLICYGRAPH_DATA), PORT: String(await freePort()), HOST: '127.0.0.1' }
const [program, ...args] = [...image.entry, ...image.command]
const server = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
try {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const [check, ...how] = image.health
  const late = Date.now() + 60_000
  while (spawnSync(check, how, { cwd, env }).status !== 0) {
    if (server.exitCode !== null || Date.now() > late) fail('the image does not become healthy')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  server.kill('SIGTERM')
  const code = await ended
  if (code !== 0) fail(`the image ended with ${code}`)
  if (spawnSync(check, how, { cwd, env }).status === 0) fail('the health check passes without a server')
  process.stdout.write(`healthy, and stopped with 0; ${execFileSync('du', ['-sm', cwd], { encoding: 'utf8' }).split('\t')[0]} MB with ${readdirSync(join(cwd, 'node_modules')).length} packages\n`)
} finally {
  server.kill('SIGKILL')
}
