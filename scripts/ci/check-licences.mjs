// node scripts/ci/check-licences.mjs: every package that goes with the program has a licence that may be used in it.
// The list is package-lock.json; what is marked dev or is not installed on this platform is passed over, and said so.
import { existsSync, readFileSync } from 'node:fs'

const ALLOWED = new Set(['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'Zlib'])

/** Words of older packages that are no SPDX name, read in their own files: duck (of mammoth) carries the BSD 2-clause text. */
const READ = { 'node_modules/duck': 'BSD-2-Clause' }

/** True when the expression can be met by allowed licences alone: every part of an AND, one part of an OR. */
const fits = (expression) => expression.replace(/[()]/g, ' ').split(/\s+OR\s+/).some((side) => side.trim().split(/\s+AND\s+/).every((one) => ALLOWED.has(one.trim())))

/** Older packages write an object or a list. */
function licenceOf({ license, licenses }) {
  const given = license ?? licenses
  if (Array.isArray(given)) return given.map((one) => one.type ?? one).join(' OR ')
  return typeof given === 'object' ? given?.type : given
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const wrong = []
let checked = 0
let absent = 0
for (const [path, { dev, optional }] of Object.entries(packages)) {
  if (path === '' || dev) continue
  if (!existsSync(`${path}/package.json`)) {
    if (!optional) wrong.push(`${path}: not installed`)
    absent++
    continue
  }
  checked++
  const licence = READ[path] ?? licenceOf(JSON.parse(readFileSync(`${path}/package.json`, 'utf8')))
  if (typeof licence !== 'string' || !fits(licence)) wrong.push(`${path}: ${licence ?? 'no licence given'}`)
}
console.log(`${checked} packages, ${absent} for other platforms`)
if (wrong.length > 0) {
  console.error(wrong.join('\n'))
  process.exitCode = 1
}
