import { withFirmCores } from '../../../ingest/3-extract/firm-cores.js'
import type { Candidate } from '../../../ingest/3-extract/document.js'
import { candidate, viewOfText } from './rules-alone.js'

/** Every occurrence of the names, as the tagger might propose them. */
function proposed(text: string, names: readonly (readonly [string, Candidate['kind']])[]): Candidate[] {
  return names.flatMap(([name, kind]) => [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({ ...candidate(text, name, kind), span: { start: index, end: index + name.length } })))
}

describe('withFirmCores', () => {
  test.each([
    ['stands as a firm with its legal form elsewhere', '云芬奇公司回应。云芬奇称将退货。', [['云芬奇公司', 'COMPANY'], ['云芬奇', 'PERSON']]],
    ['has what only firms have', '星吉的股东同意，当地收购星吉的要约有效。', [['星吉', 'PERSON']]],
    ['is taken for a body before its legal form', '云联集团总裁到访，云联扩产。', [['云联', 'ORGANIZATION']]],
    ['is a firm that everybody knows', '路易达孚支持报价。', [['路易达孚', 'PERSON']]],
  ] as const)('a name that %s is a firm', (_, text, names) => {
    const kinds = withFirmCores(viewOfText(text), proposed(text, names)).map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['COMPANY']))
  })

  test.each([
    ['a person with a firm', '董事长周远公司致辞，周远先生表示感谢。', '周远', 'PERSON'],
    ['a person once beside a product', '周远的产品畅销。', '周远', 'PERSON'],
    ['a body whose name ends like one', '云岭市农科院公司成立。', '农科院', 'ORGANIZATION'],
  ] as const)('%s stays what it is', (_, text, name, kind) => {
    expect(withFirmCores(viewOfText(text), proposed(text, [[name, kind]])).every((one) => one.kind === kind)).toBe(true)
  })
})
