import { arbitrate } from '../../../ingest/3-extract/arbitrate.js'
import { TRUST } from '../../../ingest/3-extract/lexicon/trust.js'
import { candidate } from './rules-alone.js'

const TEXT = '南通市财政局与星澜光电科技有限公司签约。'
const recognised = (name: string, kind: Parameters<typeof candidate>[2], weight: number): ReturnType<typeof candidate> => candidate(TEXT, name, kind, { by: 'recogniser', weight })
const rule = (name: string, kind: Parameters<typeof candidate>[2], by: string): ReturnType<typeof candidate> => candidate(TEXT, name, kind, { by })

describe('arbitrate', () => {
  test('a believed name stands over the names inside it', () => {
    expect(arbitrate([rule('南通市', 'REGION', 'regions/full-city'), rule('南通市财政局', 'ORGANIZATION', 'organs/seat')]).map(({ text }) => text)).toEqual(['南通市财政局'])
  })

  test('a name inside stands when the longer one is not believed', () => {
    expect(arbitrate([rule('南通市', 'REGION', 'regions/full-city'), rule('南通市财政局与星澜光电', 'COMPANY', 'companies/trade/open')]).map(({ text }) => text)).toEqual(['南通市'])
  })

  test('of two kinds for one span the surer stands', () => {
    const [only, ...rest] = arbitrate([recognised('星澜光电科技有限公司', 'ORGANIZATION', 0.5), recognised('星澜光电科技有限公司', 'COMPANY', 0.5), rule('星澜光电科技有限公司', 'COMPANY', 'companies/legal')])
    expect(only).toMatchObject({ kind: 'COMPANY', by: 'recogniser+companies/legal' })
    expect(rest).toEqual([])
  })

  test('what is believed too little is dropped', () => {
    expect(arbitrate([rule('星澜光电', 'COMPANY', 'companies/trade/open')])).toEqual([])
  })

  test.each([
    ['星澜协调发展', 'PROGRAM', []],
    ['“星澜通勤线”', 'PROGRAM', ['“星澜通勤线”']],
    ['星澜绿色产业园', 'ZONE', ['星澜绿色产业园']],
  ])('of efforts that the tagger alone takes, %s (%s) stands as %j', (name, subkind, expected) => {
    expect(arbitrate([candidate(`推进${name}。`, name, 'INITIATIVE', { by: 'recogniser', subkind, weight: 0.6 })]).map(({ text }) => text)).toEqual(expected)
  })

  test('a word that clings to a firm goes where the tagger takes the firm by itself too', () => {
    const text = '习云集团开会，自习云集团成立以来。'
    const by = { by: 'recogniser', weight: 0.8 }
    expect(arbitrate([candidate(text, '习云集团', 'COMPANY', by), candidate(text, '自习云集团', 'COMPANY', by)]).map((name) => name.text)).toEqual(['习云集团', '习云集团'])
  })

  test('the order of proposals does not matter', () => {
    const proposals = [rule('南通市', 'REGION', 'regions/full-city'), recognised('南通市财政局', 'ORGANIZATION', 0.7), rule('南通市财政局', 'ORGANIZATION', 'organs/bureau'), recognised('星澜光电科技有限公司', 'COMPANY', 0.7)]
    expect(arbitrate([...proposals].reverse()).map(({ text, kind }) => [text, kind])).toEqual(arbitrate(proposals).map(({ text, kind }) => [text, kind]))
  })
})

test('every share of trust lies between 0 and 1', () => {
  for (const shares of Object.values(TRUST)) for (const share of shares) expect(share > 0 && share < 1.001).toBe(true)
})
