// Prints `N passed, M failed` for the report of a jest run; a test file that did not load counts as one failure.
// usage: tests-passed.mjs REPORT.json     exit 1 when a test failed, or none passed
import { readFileSync } from 'node:fs'

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const count = (state) => testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === state).length
const notLoaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed')).length
const passed = count('passed')
const failed = count('failed') + notLoaded
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
