import { offsetMap } from '../../ingest/2-clean/offset-map.js'
import { coMentionEvidence, coMentionId, coMentions, endsOfCoMention, type CoMention } from '../../src/answers/co-mention.js'
import { factsByIds } from '../../src/answers/lookups.js'
import { entityId } from '../../src/core/ids.js'
import type { ArticleRecord, Mention } from '../../src/core/records.js'
import { cleanSpan, rawSpan } from '../../src/core/span.js'
import type { GraphStore } from '../../src/store/port.js'
import { ANSWER_GRAPH, IDS, openWith } from './answer-graph.js'

let opened: Awaited<ReturnType<typeof openWith>>
let store: GraphStore
beforeAll(async () => {
  opened = await openWith(ANSWER_GRAPH)
  store = opened.store
})
afterAll(() => opened.close())

const [a = '', b = ''] = [entityId('COMPANY', '甲'), entityId('INITIATIVE', '乙')].sort()

describe('the id of a co-mention', () => {
  it('is the same from both sides and gives its ends back', () => {
    expect(coMentionId(a, b)).toBe(coMentionId(b, a))
    expect(endsOfCoMention(coMentionId(a, b))).toEqual([a, b])
  })

  it.each(['co_', `co_${b}_${a}`, `co_${a}_${a}`, `f_${a.slice(2)}`, `co_${a}_x`])('is not %s', (id) => {
    expect(endsOfCoMention(id)).toBeUndefined()
  })
})

describe('coMentions', () => {
  it('tells one sentence from one article and counts the articles', async () => {
    const { found } = await coMentions(store, { ids: [IDS.lamps], otherIds: [IDS.valves, IDS.zone] })
    const strengths = Object.fromEntries(found.map(({ fact }) => [fact.id, [fact.strength, fact.articleCount]]))
    expect(strengths).toEqual({ [coMentionId(IDS.lamps, IDS.valves)]: ['CO_SENTENCE', 3], [coMentionId(IDS.lamps, IDS.zone)]: ['CO_ARTICLE', 1] })
  })

  it('takes its dates from the articles', async () => {
    const { found } = await coMentions(store, { ids: [IDS.lamps], otherIds: [IDS.valves] })
    expect(found[0]?.fact).toMatchObject({ firstSeen: '2032-05-10', lastSeen: '2033-01-05' })
  })

  it('can be found again by id, and only where there is one', async () => {
    const real = coMentionId(IDS.lamps, IDS.zone)
    const facts = await factsByIds(store, [real, coMentionId(IDS.silk, IDS.zone)])
    expect([...facts.keys()]).toEqual([real])
  })
})

describe('coMentionEvidence over repaired text', () => {
  const rawText = '甲（jiǎ）公司开工。市里推进乙?计划。'
  const cleanText = '甲公司开工。市里推进乙项计划。'
  const offsets = offsetMap(cleanText.length, [
    { rawStart: 1, rawEnd: 6, cleanStart: 1, cleanEnd: 1 },
  ])
  const article: ArticleRecord = {
    id: 'x', title: '', date: '', source: '', url: '', byline: [], homeId: '', rawText, cleanText, textHash: 'h', synthetic: true, pipeline: 't',
    offsets: offsets.serialize(),
    repairs: [{ pass: 'gloss', raw: rawSpan(1, 6), before: '（jiǎ）', after: '', certainty: 1 }],
  }
  const mention = (text: string, sentence: number): Mention => {
    const start = cleanText.indexOf(text)
    const span = cleanSpan(start, start + text.length)
    return { text, clean: text, span, raw: offsets.toRaw(span), sentence }
  }
  const together: CoMention = {
    fact: {
      id: coMentionId(a, b), type: 'CO_MENTIONED', subjectId: a, objectId: b, title: '', modality: 'ASSERTED', strength: 'CO_ARTICLE', speakerId: '',
      firstSeen: '', lastSeen: '', articleCount: 1, evidenceCount: 2, open: true, closedWhy: '', articleIds: ['x'],
    },
    articles: [{ articleId: 'x', date: '', subject: [mention('甲公司', 0)], object: [mention('乙项计划', 1)], oneSentence: false }],
  }

  it('quotes the raw sentence of each, as it stands', () => {
    const quotes = coMentionEvidence(together, new Map([['x', article]]), 1)
    expect(quotes.map(({ quote }) => quote)).toEqual(['甲（jiǎ）公司开工。', '市里推进乙?计划。'])
    for (const { quote, raw } of quotes) expect(quote).toBe(rawText.slice(raw.start, raw.end))
  })

  it('names the repairs within a quote', () => {
    const quotes = coMentionEvidence(together, new Map([['x', article]]), 1)
    expect(quotes.map(({ repairs }) => repairs)).toEqual([['gloss'], []])
  })
})
