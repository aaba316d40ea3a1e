import { join } from 'node:path'
import { TokenBook } from '../../src/auth/token-book.js'
import { accessNote } from '../../src/cli/access-note.js'
import { readConfig } from '../../src/config.js'
import { testFolder } from '../fixtures/test-folder.js'

const folder = testFolder('note-')
const note = (env: Readonly<Record<string, string>>): string => accessNote(readConfig({ POLICYGRAPH_DATA: folder, ...env }))

test('says nothing on loopback, and elsewhere who may do what', () => {
  expect(note({})).toBe('')
  expect(note({ HOST: '0.0.0.0' })).toMatch(/reading needs a token.*no tokens yet/u)
  expect(note({ HOST: '0.0.0.0', POLICYGRAPH_OPEN_READ: '1' })).toMatch(/anybody may read/u)
  expect(note({ POLICYGRAPH_BEHIND_PROXY: '1' })).toMatch(/reading needs a token/u)
  new TokenBook(join(folder, 'tokens.json')).create({ name: '甲', role: 'editor', expiresAt: '' })
  expect(note({ HOST: '0.0.0.0' })).not.toMatch(/no tokens/u)
})
