import { containment, groupReprints, SAME_ORIGINAL, shinglesOf, type DatedText } from '../../src/answers/reprints.js'

const STORY = '五月九日上午，市里的人到灯厂看了新做的船灯，问了订单和用工，又到食堂同值夜班的工人说了一会儿话，中午才走。'
const OTHER = '渡口的旧仓库开始拆瓦，工人把梁木一根一根编号，准备搬到新址重新搭起来，给后来的人看看从前的码头是什么样子。'

const text = (id: string, body: string, date = '2032-01-01'): DatedText => ({ id, date, text: body })

describe('groupReprints', () => {
  it.each<readonly [string, readonly DatedText[], readonly (readonly string[])[]]>([
    ['a reprint with a line before it', [text('b', `据灯报消息，${STORY}`, '2032-01-02'), text('a', STORY)], [['a', 'b']]],
    ['a shortened reprint', [text('a', STORY + OTHER), text('b', STORY, '2032-01-03')], [['a', 'b']]],
    ['other punctuation and width', [text('a', STORY), text('b', STORY.replaceAll('，', ', '))], [['a', 'b']]],
    ['two stories apart', [text('a', STORY), text('b', OTHER)], [['a'], ['b']]],
    ['a story half of which is new apart', [text('a', STORY + OTHER.slice(0, 10)), text('b', STORY.slice(0, 24) + OTHER)], [['a'], ['b']]],
    ['short texts only when they are equal', [text('a', '灯亮了。'), text('b', '灯亮了'), text('c', '灯亮了，人来了。')], [['a', 'b'], ['c']]],
    ['undated articles last', [text('a', STORY, ''), text('b', STORY, '2032-05-01')], [['b', 'a']]],
    ['nothing', [], []],
  ])('groups %s', (_, texts, groups) => {
    expect(groupReprints(texts)).toEqual(groups)
  })

  it('does not depend on the order of the articles', () => {
    const texts = [text('a', STORY), text('b', `转载：${STORY}`), text('c', OTHER), text('d', STORY + OTHER)]
    expect(groupReprints([...texts].reverse())).toEqual(groupReprints(texts))
  })

  it('measures containment in the shorter text', () => {
    expect(containment(shinglesOf(STORY), shinglesOf(STORY + OTHER))).toBe(1)
    expect(containment(shinglesOf(STORY), shinglesOf(OTHER))).toBeLessThan(SAME_ORIGINAL / 4)
    expect(containment(shinglesOf('灯'), shinglesOf(STORY))).toBe(0)
  })
})
