import type { Candidate, Detector } from '../document.js'
import { spanOf } from '../text-view.js'

const QUOTED = /[“‘]([^“”‘’\n。]{2,24})[”’]/g
/** A noun right after the quote that tells what the quoted name is, with the words between. */
const NOUN_AFTER = /^([^，。；：、“”‘’（(《的了在和与为是将以\s]{0,8}?)(三年行动计划|三年行动|专项行动|行动计划|行动|计划|工程|试点|专项|战略|政策|条例|制度|机制|活动|大赛|赛|论坛|大会|博览会|项目|改革|平台|模式|工作站)(?:支持计划|培育计划|行动计划|提升行动|行动|计划|工程|方案)?/
/** Words between that leave the quote to stand alone: 等系列政策, 重点项目. */
const LOOSE_GAP = /等|系列|相关|有关|重点|国家|重大|配套|一系列|举办|开展|参加|主办|推进|打造|建设|出口|志愿者|产品|产业(?!链)/
/** What somebody does with a programme, right before the quote; several quotes in a row share it. */
const VERB_BEFORE =
  /(?:实施|推进|推动|开展|落实|打造|深化|启动|做深做实|做实|做强|擦亮|推行|践行|落地|建设|完善|抓好|用好|运用好|聚焦|助力|推广|参与|推出|扎实做好|持续做好|优化|升级|创新|探索|构建|出台|制定|发布|鼓励企业推进|围绕|紧扣|发起|创建|首创)(?:了|好)?(?:[^，。；：“”‘’]{0,4})(?:[“‘][^“”‘’]{2,24}[”’][、和与及]?)*$/
/** Talk, themes, shares and comparisons that quotes also hold. */
const NOT_A_NAME = /(?:为主题|主题为|为题|题为|称为|被誉为|誉为|享有|叫做|称作|所谓|堪称|口号|理念|当好|争当|做好|精神|变成|成为|以及|定位|简称|下称|愿景|目标是|品牌|荣获|获评|获|授予|坚持)[^，。；]{0,3}$/
/** Themes and manners rather than efforts. */
const MANNER = /式$|感$|度$|性$|化$|力$|^(?:一|零|全|最|大|小|新|老|高|好|真|点|线|面|走出去|引进来|请进来|土|店|保姆|管家|金|绿|红|娘家|朋友)[^行计工]{0,3}$|[，,！!？?；;]/

/** An activity that is held is an event; one that is carried out is a programme. */
const HELD = /(?:举行|举办|参加|出席|主办|承办)[^，。；]{0,6}$/
const HELD_LATER = /^(?:在[^，。]{2,10})?(?:成功|隆重|正式)?(?:举行|举办|启动|开幕)/

const SUBKIND: readonly (readonly [RegExp, string])[] = [
  [/战略$/, 'STRATEGY'], [/政策$|条例$/, 'POLICY'], [/赛$|论坛$|大会$|博览会$/, 'EVENT'], [/项目$|平台$/, 'PROJECT'],
]

export const quotedInitiatives: Detector = {
  id: 'quoted-initiatives',
  doc: 'Programmes named in quotation marks, told by the noun after or the verb before.',
  detect(view) {
    const found: Candidate[] = []
    const add = (start: number, end: number, subkind: string, by: string, weight: number): void => {
      found.push({ span: spanOf(start, end), text: view.text.slice(start, end), kind: 'INITIATIVE', subkind, by, weight })
    }
    for (const match of view.text.matchAll(QUOTED)) {
      const start = match.index
      const end = start + match[0].length
      const inner = match[1] ?? ''
      const left = view.text.slice(Math.max(0, start - 60), start)
      if (NOT_A_NAME.test(left) || MANNER.test(inner)) continue
      const [whole = '', gap = '', noun = ''] = NOUN_AFTER.exec(view.text.slice(end, end + 20)) ?? []
      if (noun !== '' && !LOOSE_GAP.test(gap)) {
        const subkind = SUBKIND.find(([pattern]) => pattern.test(noun))?.[1] ?? (noun === '活动' && (gap !== '' || HELD.test(left) || HELD_LATER.test(view.text.slice(end + whole.length, end + whole.length + 12))) ? 'EVENT' : 'PROGRAM')
        add(start, end + whole.length, subkind, /^(?:制度|机制|平台|模式|政策)$/.test(noun) ? 'quoted/noun-weak' : 'quoted/noun', 0.6)
      } else if (noun !== '') add(start, end, 'PROGRAM', 'quoted/gap', 0.5)
      else if (VERB_BEFORE.test(left)) add(start, end, 'PROGRAM', 'quoted/verb', 0.66)
    }
    return found
  },
}
