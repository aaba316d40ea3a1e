import type { Candidate, Detector } from '../document.js'
import { spanOf } from '../text-view.js'
import { matchesOf } from '../matches.js'

const QUOTED = /[“‘]([^“”‘’\n。]{2,24})[”’]/g
/** A noun right after the quote that tells what the quoted name is, with the words between. */
const NOUN_AFTER = /^([^，。；：、“”‘’（(《的了在和与为是将以\s]{0,8}?)(三年行动计划|三年行动|专项行动|行动计划|行动|计划|工程|试点|专项|战略|政策|条例|制度|机制|活动|大赛|赛(?![事道程场区车制季段前后马手])|论坛|大会|博览会|项目|改革|平台|模式|工作站)(?:支持计划|培育计划|行动计划|提升行动|行动|计划|工程|方案)?/
/** Words between that leave the quote to stand alone: 等系列政策, 重点项目. */
const LOOSE_GAP = /等|系列|相关|有关|重点|国家|重大|配套|一系列|举办|开展|参加|主办|推进|打造|建设|出口|志愿者|产品|产业(?!链)/
/** What somebody does with a programme, right before the quote; several quotes in a row share it. */
const VERB_BEFORE =
  /(?:实施|推进|推动|开展|落实|打造|深化|启动|做深做实|做实|做强|擦亮|推行|践行|落地|建设|完善|抓好|抓|用好|运用好|推广|推出|扎实做好|持续做好|优化|升级|创新|探索|出台|制定|发布|紧扣|发起|创建|首创|加大|强化|锚定|聚力|系统推进|接续实施|提升|谋划|拓宽)(?:了|好)?(?:[^，。；：“”‘’的]{0,4})(?:[“‘][^“”‘’]{2,24}[”’][、和与及]?)*$/
/** Verbs of topics as well: only counted efforts are named behind them (围绕“五个中心”). */
const TOPIC_BEFORE = /(?:围绕|聚焦|助力|实现|参与|服务)(?:了|好)?[^，。；：“”‘’的]{0,4}(?:[“‘][^“”‘’]{2,24}[”’][、和与及]?)*$/
/** Talk, themes, shares and comparisons that quotes also hold. */
const NOT_A_NAME = /(?:为主题|主题为|为题|题为|称为|被誉为|誉为|享有|叫做|称作|所谓|堪称|口号|理念|当好|争当|做好|精神|变成|成为|以及|定位|简称|下称|愿景|目标是|品牌|荣获|获评|获|授予|坚持|素有|美誉|称号|号称|打好|撑起)[^，。；]{0,3}$/
/** Stock figures and lists of deeds: no effort goes by them. */
const STOCK = /^(?:信号|布局|含金量|牛鼻子|快捷键|快马加鞭|硬骨头|先手棋|当头炮|主战场|叛乱|钱袋子|米袋子|加速跑|开门红|强心针|强心剂|润滑剂|新赛道|新名片|回头看|最后一公里|紧日子|直通车|零距离|面对面|及时雨|大民生|近零|基站|魔方|桥梁|三农|需求|服务|资源|随借随还|基建狂魔|进退自如)$|^[^、]+(?:、[^、]+){2,}$/
/** What follows a theme, a brand or a saying. */
const TALKED_OF = /^(?:的(?:原则|要求|名义|责任|宗旨|方式|意识|共识|思路|理念|任务|位置|局面|目标|工作原则|工作思路|专有|全链条|享惠)|的?(?:主题|品牌|视频|内容|传奇|故事|讲话|话题|口号|梦想|说法|审计)|为(?:主题|内容|目标|抓手)|类)/
/** Themes, manners, topics and figures of speech rather than efforts. */
const MANNER =
  /^(?:一|零|全|最|真|点|线|面|走出去|引进来|请进来|土|店|保姆|管家|金|绿|红|娘家|朋友)[^行计工]{0,3}$|[，,！!？?；;的所是]|(?:样板|组合拳|文章|聚集地|集聚地|加速器|桥头堡|新高地|高地|名片|引擎|排头兵|领头雁|半边天|压舱石|稳定器|助推器|主力军|试验田|先行者|领跑者|风向标|晴雨表|生力军|蓄水池|动力源|增长极|路径|内容|治理|防控|建设发展|功能|铁腕|小二|贴心人|指挥棒|金钥匙|催化剂|突破口|发力点|着力点|切入点|绊脚石|拦路虎|及时雨|定心丸|聚宝盆|创业|生活|版|期|关|仗|奋进曲|协奏曲|交响曲|进行曲|进度条|加速度|快车道|加速键|快进键|新引擎|主引擎)$|^(.)[^、]*(?:、\1[^、]*)+$|^(?:加快|增强|激发|推进|提升|促进|坚持)/
/** A lone quality in quotes (“智慧化”); in a run of quotes the neighbours tell that names are listed. */
const QUALITY = /[式感度性化力]$/
/** A number and what it counts (五个中心, 三大高地): a strategy told in short. */
const COUNTED = /^[“‘](?:[一二三四五六七八九十两]+(?:个|大|项|条|基|高|区|地|新|城|强|核|带|轴|圈|港)|[一二三四五六七八九十]{1}[\u4e00-\u9fff][一二三四五六七八九十]{1}[\u4e00-\u9fff]|\d+(?:\+[\dNXn]+)*)[\u4e00-\u9fff]{0,5}[”’]$/
const STRATEGIC_BEHIND = /^(?:联动|布局|蓝图|美好蓝图|发展布局|发展格局|产业体系|现代化产业体系|总体布局|发展思路|目标)/
/** Such a word that belongs to the name. */
const NAMED_BEHIND = /^(?:联动|布局|蓝图|美好蓝图|发展布局|发展格局|产业体系|总体布局)/

/** One build of a row of them (“云岭一号”); seeds and boats are numbered by digits. */
const NUMBERED = /^[\u4e00-\u9fff]{2,4}[一二三四五六七八九十]{1,2}号$/

/** Longer quotes are talk, unless they list names. */
const MOST_TALK = 14
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
    for (const match of matchesOf(view.text, QUOTED)) {
      const start = match.index
      const end = start + match[0].length
      const inner = match[1] ?? ''
      const left = view.text.slice(Math.max(0, start - 60), start)
      const inRun = left.endsWith('”') || view.text.charAt(end) === '“'
      if (NUMBERED.test(inner)) {
        add(start, end, 'PROJECT', 'quoted/numbered', 0.6)
        continue
      }
      if (NOT_A_NAME.test(left) || (MANNER.test(inner) && !COUNTED.test(match[0])) || (!inRun && QUALITY.test(inner))) continue
      if (/[由从]$/.test(left) && /^[向到]/.test(view.text.slice(end, end + 1))) continue
      const [whole = '', gap = '', noun = ''] = NOUN_AFTER.exec(view.text.slice(end, end + 20)) ?? []
      if (noun !== '' && !LOOSE_GAP.test(gap)) {
        const subkind = SUBKIND.find(([pattern]) => pattern.test(noun))?.[1] ?? (noun === '活动' && (gap !== '' || HELD.test(left) || HELD_LATER.test(view.text.slice(end + whole.length, end + whole.length + 12))) ? 'EVENT' : 'PROGRAM')
        add(start, end + whole.length, subkind, /^(?:制度|机制|平台|模式|政策)$/.test(noun) ? 'quoted/noun-weak' : 'quoted/noun', 0.6)
      } else if (noun !== '') add(start, end, 'PROGRAM', 'quoted/gap', 0.5)
      else if ((VERB_BEFORE.test(left) || (COUNTED.test(match[0]) && TOPIC_BEFORE.test(left))) && !STOCK.test(inner) && !TALKED_OF.test(view.text.slice(end, end + 6)) && (inner.length <= MOST_TALK || inner.includes('、'))) {
        const strategic = COUNTED.test(match[0]) || STRATEGIC_BEHIND.test(view.text.slice(end, end + 8))
        add(start, end + (NAMED_BEHIND.exec(view.text.slice(end, end + 8))?.[0].length ?? 0), strategic ? 'STRATEGY' : 'PROGRAM', strategic ? 'quoted/counted' : 'quoted/verb', 0.5)
      }
    }
    return found
  },
}
