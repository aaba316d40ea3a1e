import type { Candidate, Detector } from '../document.js'
import { spanOf } from '../text-view.js'

const QUOTED = /“([^“”\n。]{2,24})”/g
/** A noun right after the quote that tells what the quoted name is. */
const NOUN_AFTER = /^([^，。；：、“”（(《]{0,12}?)(三年行动计划|三年行动|专项行动|行动计划|行动|计划|工程|试点|专项|战略|政策|条例|制度|活动|赛|论坛|大会|博览会|项目|基地|服务)/
/** What somebody does with a programme, right before the quote; several quotes in a row share it. */
const VERB_BEFORE = /(实施|推进|推动|开展|落实|打造|深化|启动|做深做实|做实|做强|擦亮|推行|践行|落地|建设|完善|抓好|用好|聚焦|深入推进|持续推进|助力|组织实施|推广|参与|推出)(?:了|好)?(?:[^，。；：“”]{0,4})(?:“[^“”]{2,24}”[、和与及]?)*$/
/** Talk, themes and comparisons that quotes also hold. */
const NOT_A_NAME = /(为主题|主题为|为题|题为|称为|被誉为|誉为|享有|叫做|称作|所谓|堪称|口号|理念|当好|争当|做好|精神|变成|成为)[^，。；]{0,3}$/

const SUBKIND: readonly (readonly [RegExp, string])[] = [
  [/战略$/, 'STRATEGY'], [/政策$|条例$/, 'POLICY'], [/活动$|赛$|论坛$|大会$|博览会$/, 'EVENT'], [/项目$|基地$/, 'PROJECT'],
]

export const quotedInitiatives: Detector = {
  id: 'quoted-initiatives',
  doc: 'Programmes named in quotation marks, told by the noun after or the verb before.',
  detect(view) {
    const found: Candidate[] = []
    for (const match of view.text.matchAll(QUOTED)) {
      const start = match.index
      const end = start + match[0].length
      const left = view.text.slice(Math.max(0, start - 60), start)
      if (NOT_A_NAME.test(left) || /[，,！!？?；;]/.test(match[1] ?? '')) continue
      const noun = NOUN_AFTER.exec(view.text.slice(end, end + 20))
      if (noun) {
        const to = end + noun[0].length
        const text = view.text.slice(start, to)
        const subkind = SUBKIND.find(([pattern]) => pattern.test(text))?.[1] ?? 'PROGRAM'
        found.push({ span: spanOf(start, to), text, kind: 'INITIATIVE', subkind, by: 'quoted/noun', weight: noun[2] === '服务' || noun[2] === '制度' ? 0.5 : 0.76 })
      } else if (VERB_BEFORE.test(left)) {
        found.push({ span: spanOf(start, end), text: match[0], kind: 'INITIATIVE', subkind: 'PROGRAM', by: 'quoted/verb', weight: 0.66 })
      }
    }
    return found
  },
}
