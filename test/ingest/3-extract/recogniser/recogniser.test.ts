import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Token } from '../../../../ingest/3-extract/document.js'
import { loadRecogniser } from '../../../../ingest/3-extract/recogniser/load-recogniser.js'
import { Tagger, type TaggedSpan } from '../../../../ingest/3-extract/recogniser/tagger.js'
import { parseWeights } from '../../../../ingest/3-extract/recogniser/weights.js'
import { openSegmenter } from '../../../../ingest/3-extract/segmenter/open-segmenter.js'
import { readFixture, spanFigures, type Figures } from '../../../../models/train/report.js'
import { cleanSpan } from '../../../../src/core/span.js'
import { projectPath } from '../../../../src/core/paths.js'

const segmenter = openSegmenter()
const recogniser = loadRecogniser()
const scores = JSON.parse(readFileSync(projectPath('models', 'scores.json'), 'utf8')) as { name: string; bytes: number; segmenter: string; fixture: Figures }
const weightsFile = readFileSync(projectPath('models', 'recogniser.bin'))

describe('shipped weights', () => {
  test('are the ones that were scored', () => {
    expect(recogniser.name).toBe(scores.name)
    expect(recogniser.name).toMatch(/^policygraph-crf@[0-9a-f]{8}$/)
    expect(weightsFile.length).toBe(scores.bytes)
    expect(weightsFile.length).toBeLessThan(12 * 2 ** 20)
  })

  test('reach the scores of the card on the invented sentences', () => {
    const figures = spanFigures(new Tagger(parseWeights(weightsFile)), segmenter, readFixture())
    if (segmenter.name === scores.segmenter) expect(figures).toEqual(scores.fixture)
    // Another binding cuts a few words differently.
    else expect(figures['all']?.[2] ?? 0).toBeGreaterThan((scores.fixture['all']?.[2] ?? 1) - 0.04)
    expect(readFileSync(projectPath('models', 'CARD.md'), 'utf8')).toContain((scores.fixture['all']?.[2] ?? 0).toFixed(3))
  })
})

const SENTENCE = '江北恒越精密制造有限公司董事长贺敬山在上海会见了东岭理工大学校长郝明哲。'

describe('recognise', () => {
  test('finds names with kind and subkind', () => {
    const found = recogniser.recognise(SENTENCE, segmenter.segment(SENTENCE)).map(({ text, kind, subkind }) => [text, kind, subkind])
    expect(found).toEqual([
      ['江北恒越精密制造有限公司', 'COMPANY', ''],
      ['贺敬山', 'PERSON', 'executive'],
      ['上海', 'REGION', 'area'],
      ['东岭理工大学', 'ORGANIZATION', 'academic'],
      ['郝明哲', 'PERSON', 'expert'],
    ])
  })

  test.each(readFixture().map(({ text }) => text))('gives ordered, separate, exact spans with a weight between 0 and 1: %s', (text) => {
    let end = 0
    for (const candidate of recogniser.recognise(text, segmenter.segment(text))) {
      expect(candidate.span.start).toBeGreaterThanOrEqual(end)
      expect(candidate.text).toBe(text.slice(candidate.span.start, candidate.span.end))
      expect(candidate.weight).toBeGreaterThan(0)
      expect(candidate.weight).toBeLessThan(1)
      end = candidate.span.end
    }
  })

  test('does not mind what was read before', () => {
    const short = SENTENCE.slice(0, -1)
    const after = (before: string): readonly TaggedSpan[] => {
      const tagger = new Tagger(parseWeights(weightsFile))
      tagger.tag(before, segmenter.segment(before))
      return tagger.tag(short, segmenter.segment(short))
    }
    const alone = after('')
    // A quotation that reaches to where the next sentence ends, or past it.
    const filler = '云'.repeat(short.length - 3)
    for (const before of [`${filler}“岭云岭云”山`, `《${filler}${filler}》`, `“${filler}${filler}”`]) expect(after(before)).toEqual(alone)
  })

  test('does not mind where the tokens count from', () => {
    const tokens = segmenter.segment(SENTENCE)
    const shifted = tokens.map((token): Token => ({ ...token, span: cleanSpan(token.span.start + 1000, token.span.end + 1000) }))
    expect(recogniser.recognise(SENTENCE, shifted)).toEqual(recogniser.recognise(SENTENCE, tokens))
  })

  test('does not depend on what it read before', () => {
    const alone = loadRecogniser().recognise(SENTENCE, segmenter.segment(SENTENCE))
    recogniser.recognise('“'.repeat(50), segmenter.segment('“'.repeat(50)))
    expect(recogniser.recognise(SENTENCE, segmenter.segment(SENTENCE))).toEqual(alone)
  })

  test.each(['', ' ', '。', '🎉🎊', '\ud83d', 'abc 123', '（'.repeat(300), '张'.repeat(5000)])('takes odd text: %j', (text) => {
    for (const { span } of recogniser.recognise(text, segmenter.segment(text))) expect(span.end).toBeLessThanOrEqual(text.length)
  })
})

test.each([
  ['no weights at all', Buffer.from('not a model')],
  ['half a file', weightsFile.subarray(0, weightsFile.length >> 1)],
])('refuses %s', (_, bytes) => {
  const path = join(mkdtempSync(join(tmpdir(), 'weights-')), 'bad.bin')
  writeFileSync(path, bytes)
  expect(() => loadRecogniser(path)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }) as Error)
})
