// Packs the project in the current folder (built before), installs the tarball into an empty folder as a user would, and asks the
// server that its command starts: node scripts/ci/package-runs.mjs
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'policygraph-package-'))
const fail = (text) => {
  throw new Error(text)
}
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** Nothing else may be in the package. */
const ALLOWED = /^(?:package\.json|LICENSE|(?:README|README\.en|CHANGELOG|SECURITY)\.md|dist\/(?:src|ingest|schema|models)\/.+\.js|dist\/explorer\/.+|queries\/.+|samples\/.+|schema\/generated\/.+|models\/(?:recogniser\.bin|CARD\.md)|src\/.+\.(?:graphql|tsv)|src\/store\/neo4j\/local\/(?:Launcher\.java|pom\.xml)|ingest\/.+\.tsv|docs\/[\w-]+\.(?:md|graphql))$/u

let server
try {
  const [{ filename, files, unpackedSize }] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]))
  const odd = files.map(({ path }) => path).filter((path) => !ALLOWED.test(path) || /(?:^|\/)(?:node_modules|test)\//u.test(path) || path.endsWith('.test.js'))
  if (odd.length > 0) fail(`these do not belong in the package: ${odd.slice(0, 10).join(', ')}`)
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', join(folder, filename)], folder)
  const version = run('npx', ['--no-install', 'policygraph', '--version'], folder).trim()
  const wanted = JSON.parse(readFileSync('package.json', 'utf8')).version
  if (version !== wanted) fail(`policygraph --version says ${version}, not ${wanted}`)

  let said = ''
  server = spawn(join(folder, 'node_modules', '.bin', 'policygraph'), ['start'], { cwd: folder, env: { ...process.env, PORT: '0', POLICYGRAPH_DATA: join(folder, 'data') }, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.stderr.setEncoding('utf8').on('data', (text) => { said += text })
  const late = Date.now() + 120_000
  let url
  while ((url = /open {2}(http:\/\/127\.0\.0\.1:\d+)/u.exec(said)?.[1]) === undefined) {
    if (server.exitCode !== null || Date.now() > late) fail(`the server did not start:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const query = '{ firmsLinkedTo(initiative: "长江口", minStrength: CHAIN) { totalCount } ask(question: "哪些企业与长江口有关？") { outcome } }'
  const answer = await (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json()
  if (answer.data?.firmsLinkedTo?.totalCount !== 3) fail(`the answer from the package is ${JSON.stringify(answer)}`)
  const page = await (await fetch(url)).text()
  const script = /src="([^"]+\.js)"/u.exec(page)?.[1] ?? fail('the page has no script')
  for (const path of [script, '/ontology/context.jsonld', '/readyz', '/export/graph?format=csv']) if (!(await fetch(new URL(path, url))).ok) fail(`${path} is missing in the package`)
  server.kill('SIGTERM')
  const code = await ended
  if (code !== 0) fail(`the server ended with ${code}:\n${said}`)
  process.stdout.write(`${files.length} files, ${Math.round(unpackedSize / 1e5) / 10} MB; installed, started and asked\n`)
} finally {
  server?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
