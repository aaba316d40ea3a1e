// Lets Node run the TypeScript sources as they are, for processes that tests start and kill: `node --import …/typescript.mjs src/cli/main.ts`.
// What has been compiled is kept for the other processes of the run.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, threadId } from 'node:worker_threads'

if (isMainThread) register(import.meta.url)

export async function resolve(specifier, context, next) {
  if (/^\.{1,2}\//u.test(specifier) && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/u, '.ts'), context.parentURL)
    if (existsSync(fileURLToPath(source))) return { url: source.href, shortCircuit: true }
  }
  return next(specifier, context)
}

async function compile(file, source) {
  const { transformSync } = await import('@swc/core')
  return transformSync(source, { filename: file, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }).code
}

async function compiled(file) {
  const source = readFileSync(file, 'utf8')
  const folder = process.env.POLICYGRAPH_TEST_FOLDER
  if (folder === undefined) return compile(file, source)
  const kept = join(folder, 'compiled', createHash('sha256').update(file).update(source).digest('hex'))
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const code = await compile(file, source)
  mkdirSync(join(folder, 'compiled'), { recursive: true })
  writeFileSync(`${kept}.${process.pid}.${threadId}`, code)
  renameSync(`${kept}.${process.pid}.${threadId}`, kept)
  return code
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true }
}
