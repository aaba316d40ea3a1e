// Prints `N passed, M failed` over the reports of several jest runs; a test that ran twice counts once, and fails if it failed once.
// usage: tests-passed.mjs REPORT.json…     exit 1 when a test failed, or none passed
import { readFileSync } from 'node:fs'

const states = new Map()
let broken = 0
for (const file of process.argv.slice(2)) {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  for (const { name, assertionResults, status } of testResults) {
    if (status === 'failed' && assertionResults.every((test) => test.status !== 'failed')) broken += 1 // the file itself did not load
    for (const { fullName, status: state } of assertionResults) {
      if (state !== 'passed' && state !== 'failed') continue
      const key = `${name} ${fullName}`
      states.set(key, states.get(key) === 'failed' ? 'failed' : state)
    }
  }
}
const count = (state) => [...states.values()].filter((value) => value === state).length
const failed = count('failed') + broken
console.log(`${count('passed')} passed, ${failed} failed`)
process.exit(failed === 0 && count('passed') > 0 ? 0 : 1)
