import type { Candidate, Detector } from '../document.js'
import { spanOf } from '../text-view.js'
import { matchesOf } from '../matches.js'

const BOOK = /《([^《》\n]{2,60})》/g
/** Nouns that make a title in 《》 a document of policy rather than a song, a film or a paper. */
const DOCUMENT_NOUN =
  /(?:意见|方案|办法|条例|规划|规划纲要|纲要|通知|清单|指南|法|规定|细则|决定|计划|措施|政策|白皮书|标准|规范|公报|建议|倡议|倡议书|协议|协议书|协定|宣言|规程|规则|准则|决议|公告|章程|条款|举措|若干|备忘录|目录|愿景|名单|意向书|报告(?:\d{4})?|蓝皮书|绿皮书|指引|指标体系|\d+条|[一二三四五六七八九十]+条)(?:（[^）]*）|\([^)]*\))?$/
/** Papers that two parties sign: named only when something is left besides their kind. */
const CONTRACT = /(?:协议|协议书|备忘录|意向书|合同)$/
const CONTRACT_WORDS = /战略|合作|框架|三方|双方|多方|项目|投资|共建|协议书?|备忘录|意向书|合同|全面|深化|谅解|购销|入驻|补充|保密|产业|的|关于/g

/** Reports on one matter, one firm or one year: no paper of policy. */
const PLAIN_REPORT = /^.{0,3}报告|(?:年度|季度|财务|检验|检测|体检|调查|审计|鉴定|述职|分析|病理|可行性研究|做空)报告/

export const bookTitles: Detector = {
  id: 'book-titles',
  doc: 'Documents in 《》 whose last noun is one of policy.',
  detect(view) {
    const found: Candidate[] = []
    for (const match of matchesOf(view.text, BOOK)) {
      const name = match[1] ?? ''
      if (!DOCUMENT_NOUN.test(name) || PLAIN_REPORT.test(name) || (CONTRACT.test(name) && name.replace(CONTRACT_WORDS, '').length < 3)) continue
      found.push({ span: spanOf(match.index, match.index + match[0].length), text: match[0], kind: 'INITIATIVE', subkind: 'POLICY', by: CONTRACT.test(name) ? 'book-titles/contract' : 'book-titles', weight: 0.9 })
    }
    return found
  },
}
