/** Prints the confusion matrix of identity on the labelled pairs, and the pairs it gets wrong: `node dist/test/quality/identity/run.js [dev|test]`. */
import { loadPairs } from './labelled-pairs.js'
import { confusionMatrix, judgePairs, misses } from './measure.js'

const half = process.argv[2]
const judged = judgePairs(loadPairs().filter((pair) => half === undefined || pair.half === half))
console.log(confusionMatrix(judged))
console.log(`\n${misses(judged)}`)
