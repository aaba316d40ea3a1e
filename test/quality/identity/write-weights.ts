/** Writes src/identity/weights.tsv anew: `node dist/test/quality/identity/write-weights.js`. */
import { writeFileSync } from 'node:fs'
import { projectPath } from '../../../src/core/paths.js'
import { fitWeights } from './fit-weights.js'
import { loadPairs } from './labelled-pairs.js'

writeFileSync(projectPath('src/identity/weights.tsv'), fitWeights(loadPairs()))
