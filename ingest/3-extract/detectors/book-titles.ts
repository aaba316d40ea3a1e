import type { Candidate, Detector } from '../document.js'
import { spanOf } from '../text-view.js'

const BOOK = /《([^《》\n]{2,60})》/g
/** Nouns that make a title in 《》 a document of policy rather than a song, a film or a paper. */
const DOCUMENT_NOUN = /(意见|方案|办法|条例|规划|规划纲要|纲要|通知|清单|指南|法|规定|细则|决定|计划|措施|政策|白皮书|标准|规范|公报|建议|倡议|协议|协定|宣言|规程|规则|准则|决议|公告|章程|条款|举措|若干|报告)(（[^）]*）|\([^)]*\))?$/

export const bookTitles: Detector = {
  id: 'book-titles',
  doc: 'Documents in 《》 whose last noun is one of policy.',
  detect(view) {
    const found: Candidate[] = []
    for (const match of view.text.matchAll(BOOK)) {
      const name = match[1] ?? ''
      if (!DOCUMENT_NOUN.test(name) || /协议$|报告$/.test(name)) continue
      found.push({ span: spanOf(match.index, match.index + match[0].length), text: match[0], kind: 'INITIATIVE', subkind: 'POLICY', by: 'book-titles', weight: 0.9 })
    }
    return found
  },
}
