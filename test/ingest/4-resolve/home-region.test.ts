import type { EntityMention } from '../../../ingest/3-extract/document.js'
import { regionOfLevel, regionScores } from '../../../ingest/4-resolve/home-region.js'

const mention = (text: string, kind: EntityMention['kind'], code?: string): EntityMention => ({
  span: { start: 0, end: text.length }, text, kind, subkind: '', by: 'test', weight: 0.8, sentence: 0, ...(code === undefined ? {} : { code }),
})

describe('home region', () => {
  test('the dateline outweighs a place named in passing', () => {
    const scores = regionScores('南通日报讯 昨日，代表团从苏州来访。', [mention('苏州', 'REGION', '320500')])
    expect(regionOfLevel(scores, 'city')?.name).toBe('南通市')
  })

  test('organs speak for their place', () => {
    const scores = regionScores('会上，如东县财政局、如东县教育局发言，启东市派员。', [mention('如东县财政局', 'ORGANIZATION'), mention('如东县教育局', 'ORGANIZATION'), mention('启东市', 'REGION', '320681')])
    expect(regionOfLevel(scores, 'county')?.name).toBe('如东县')
  })

  test('two that stand level tell nothing', () => {
    const scores = regionScores('会上发言。', [mention('南通市', 'REGION', '320600'), mention('苏州市', 'REGION', '320500')])
    expect(regionOfLevel(scores, 'city')).toBeUndefined()
  })

  test('a municipality under the state counts as a city', () => {
    expect(regionOfLevel(regionScores('会上发言。', [mention('上海', 'REGION', '310000')]), 'city')?.name).toBe('上海市')
  })
})
