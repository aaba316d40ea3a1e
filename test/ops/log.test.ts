import { makeLogger, strikeOut, STRUCK } from '../../src/ops/log.js'

const PASSWORD = 'p"a\\ss 词/1'

function logged(work: (logger: ReturnType<typeof makeLogger>) => void): string {
  let text = ''
  work(makeLogger({ write: (line) => { text += line } }, [PASSWORD, 'abc']))
  return text
}

it('a line is one JSON object with its time', () => {
  const line = JSON.parse(logged((logger) => { logger.error({ id: 'x', err: new Error('坏了') }, 'fault') })) as Readonly<Record<string, unknown>>
  expect(line).toMatchObject({ name: 'policygraph', id: 'x', msg: 'fault', err: { message: '坏了' } })
  expect(String(line['time'])).toMatch(/^\d{4}-\d{2}-\d{2}T/u)
})

it.each<[string, (logger: ReturnType<typeof makeLogger>) => void]>([
  ['in a message', (logger) => { logger.info(`password is ${PASSWORD}.`) }],
  ['in a field', (logger) => { logger.info({ deep: { list: [PASSWORD] } }, 'm') }],
  ['in an error and its cause', (logger) => { logger.error({ err: new Error('outer', { cause: new Error(PASSWORD) }) }) }],
  ['in an address', (logger) => { logger.info(`http://user:${encodeURIComponent(PASSWORD)}@host/`) }],
])('a secret %s is struck out, and the line stays JSON', (_, work) => {
  const line = logged(work)
  expect(line).toContain(STRUCK)
  expect(JSON.stringify(JSON.parse(line))).not.toMatch(/p\\"a|ss 词|%22a/u)
})

it.each([
  ['authorization: Bearer eyJhbGciOi.J9.x_y-z', `authorization: Bearer ${STRUCK}`],
  [`token pgt_0123456789ab_${'x'.repeat(43)}.`, `token pgt_0123456789ab_${STRUCK}.`],
  ['bolt://neo4j:hunter2@host:7687', `bolt://neo4j:${STRUCK}@host:7687`],
  ['http://host:7687/a@b', 'http://host:7687/a@b'],
  ['an abc of things', 'an abc of things'],
])('%s is written %s', (line, written) => {
  expect(strikeOut(line, ['abc'])).toBe(written)
})
