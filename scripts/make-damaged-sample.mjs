// Writes samples/02-nantong-visit-copy.txt: the first sample, damaged by the project's own generator. Run after `npm run build`.
import { writeFileSync } from 'node:fs'
import { DAMAGED_SAMPLE, damagedSample } from '../dist/test/fixtures/damaged-sample.js'

writeFileSync(DAMAGED_SAMPLE, damagedSample())
