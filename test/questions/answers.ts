import { readFileSync } from 'node:fs'
import { exampleQueries, type ExampleQuery } from '../../src/api/example-queries.js'
import { createServer } from '../../src/api/server.js'
import { projectPath } from '../../src/core/paths.js'
import { reconcile } from '../../src/curation/reconcile.js'
import type { GraphStore } from '../../src/store/port.js'
import { ask, at } from '../api/ask.js'
import { readSamples } from '../e2e/samples.js'
import { DECISIONS } from './decisions.js'

/** The worked examples of queries/*.graphql, asked of the samples. */

export interface Answered extends ExampleQuery {
  /** `data` of the answer. */
  readonly answer: unknown
}

export const ANSWERS_FILE = projectPath('test', 'questions', 'answers.json')
export const DOCUMENT_FILE = projectPath('docs', 'questions.md')

/** Answers by name as they were when the document was last written. */
export const knownAnswers = (): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(ANSWERS_FILE, 'utf8')) as Record<string, unknown>

/** Puts the samples into an empty store, with who is who and a few decisions of people. */
export async function fill(store: GraphStore): Promise<void> {
  await store.write((await readSamples()).graphs)
  await reconcile(store)
  const server = createServer({ store })
  for (const { claim, ...decision } of DECISIONS) {
    const { data } = await ask(server, 'query($s: String!, $r: RelationType, $o: String!) { checkClaim(subject: $s, relation: $r, object: $o) { facts { id } } }', { s: claim[0], r: claim[1], o: claim[2] })
    await store.record([{ ...decision, targets: [String(at(data, 'checkClaim', 'facts', 0, 'id'))], detail: '' }])
  }
  await server.close()
}

/** Asks every example with the variables that it brings. An error in an answer is thrown. */
export async function answerAll(store: GraphStore): Promise<readonly Answered[]> {
  const server = createServer({ store })
  const answered: Answered[] = []
  for (const example of exampleQueries()) {
    const { data, errors } = await ask(server, example.query)
    if (errors.length > 0) throw new Error(`${example.name}: ${errors.map(({ message }) => message).join('; ')}`)
    answered.push({ ...example, answer: data })
  }
  await server.close()
  return answered
}
