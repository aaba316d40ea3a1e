/** `npm run questions`: asks the worked examples of the samples and writes their answers and docs/questions.md. */
import { writeFileSync } from 'node:fs'
import { openTempStore } from '../fixtures/temp-store.js'
import { answerAll, ANSWERS_FILE, DOCUMENT_FILE, fill } from './answers.js'
import { compact, documentOf } from './document.js'

const opened = await openTempStore()
try {
  await fill(opened.store)
  const answered = await answerAll(opened.store)
  writeFileSync(ANSWERS_FILE, `${compact(Object.fromEntries(answered.map(({ name, answer }) => [name, answer])))}\n`)
  writeFileSync(DOCUMENT_FILE, documentOf(answered))
  process.stdout.write(`${answered.length} 个问题 · questions\n`)
} finally {
  await opened.remove()
}
