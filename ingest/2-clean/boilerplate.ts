import { cleanSpan, type CleanSpan } from '../../src/core/span.js'

/** Stretches that belong to the page, not to the report. Each pattern begins at a mark that reports do not use. */
const BOILERPLATE: readonly RegExp[] = [
  /返回搜狐[，,]?查看更多/g,
  /(?:责任编辑|责编|编辑|审核|校对|值班编辑|美编|监制|编审|制图|供图|供稿|图片来源|图源|摄影|视频)[：:|丨][^\n。，；]{0,24}/g,
  /(?:发布日期|发布时间|更新时间)[：:]?\s*\d{4}[-年]\d{1,2}[-月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?/g,
  /所属分类[：:]\s*\S{1,6}/g,
  /点击(?:进入|查看|下载|阅读)[^\n。，]{0,20}/g,
  /(?:扫码|扫一扫|长按识别)[^\n。]{0,24}/g,
  /(?:来源|稿源|文章来源|信息来源)[：:|丨]\s?[^\n。，；（）()]{2,20}?(?=频道|[\n。，；）)]|$)(?:频道)?/g,
  /[（(](?:来源|转自|据|完|资料图|图据)[^（）()]{0,24}[）)]/g,
  /(?:人民网|中新网|新华网|央视网|光明网|中国网)[－\-—][^\s，。]{1,8}频道/g,
  /(?:版权所有|未经授权|免责声明|特此声明|本文系|转载请注明)[^\n]{0,80}/g,
]

/** Clean spans of boilerplate, in order; extraction looks past them. */
export function boilerplateSpans(text: string): CleanSpan[] {
  const spans: CleanSpan[] = []
  for (const pattern of BOILERPLATE) for (const match of text.matchAll(pattern)) spans.push(cleanSpan(match.index, match.index + match[0].length))
  return spans.sort((a, b) => a.start - b.start)
}

/** A name in the byline, with the place where it stands. */
export interface BylineName {
  readonly name: string
  readonly span: CleanSpan
}

const ROLE = '(?:本报|本台|本网|本刊|人民网|中新网|新华社|新华网|[\\u4e00-\\u9fff]{2,8}(?:日报|晚报|新闻|网|发布|融媒|客户端|电视台))?(?:全媒体|融媒体|见习|实习|特约|首席|驻[\\u4e00-\\u9fff]{1,4})?(?:记者|通讯员|实习生|撰文|撰稿|文字|文|作者|采写|指导教师|特约记者|编辑|责任编辑|责编|校对|审核|摄影|编审|监制|值班主任|摄)'
const NAMES = '((?:[\\u4e00-\\u9fff·]{2,4}(?:[ 　、,，/]+|(?=[）)\\n]|$)))*[\\u4e00-\\u9fff·]{2,4})'
/** 记者 甲 乙 / 编辑：甲: the separator after the role is a space, a colon or a bar. */
const WITH_MARK = new RegExp(`${ROLE}\\s*[：:|丨 　]\\s*${NAMES}(?=[）)\\s　。|丨]|通讯员|实习生|摄|报道|文|电|讯|返回|$|\\d|[，,]|编辑|责)`, 'g')
const ROLE_END = '(?<=[者员生文稿字写师辑编对核影审制任摄][^])'
/** What stands right behind the role in every match of WITH_MARK, up to the separator: sought by its first character, which is rarer than the role's last. */
const MARK_HINT = new RegExp(`[：:|丨 　]${ROLE_END}|[^\\S 　]${ROLE_END}\\s*[：:|丨 　]`)
/** More than the role takes in any match of WITH_MARK. */
const MOST_ROLE = 32
/** (记者李彤) and (李彤 王五): the whole bracket is the byline. */
const IN_BRACKETS = new RegExp(`[（(]\\s*(?:${ROLE}\\s*[：:]?\\s*)?${NAMES}(?:\\s*(?:通讯员|摄影|实习生|指导教师)[：:]?\\s*${NAMES})?\\s*(?:摄|报道|文/图)?[）)]`, 'g')
const BRACKET_HINT = /(?:记者|通讯员|作者|文|撰)/
/** 人民网记者 甲摄, 记者甲报道. */
const SHOT = /(?:记者|通讯员)\s?([\u4e00-\u9fff·]{2,4}?)(?=摄|报道|文\/)/g
const NOT_A_NAME = /^(?:记者|通讯员|实习生|编辑|审校|校对|审核|责编|作者|技术组|报道|获悉|了解|从|在|看到|采访|近日|今日|昨日|日前|见到|来到|走进|表示|问|介绍|发现|手记|注意到|另有|以上|资料|现场|综合|整理)/

/** Between two names of one run: 记者 甲 通讯员 乙. */
const ROLE_WORD = /^(?:记者|通讯员|实习生|编辑|校对|审核|摄影)$/

/**
 * Reporters, editors and photographers, where the text lists them. Brackets with bare names count only at the head of a text (after
 * 电 or 讯) or at its end, where agencies put them.
 */
export function bylineOf(text: string): BylineName[] {
  const found = new Map<number, BylineName>()
  const add = (run: string, from: number): void => {
    for (const match of run.matchAll(/[\u4e00-\u9fff·]{2,4}/g)) {
      if (ROLE_WORD.test(match[0])) continue
      if (NOT_A_NAME.test(match[0])) return
      const start = from + match.index
      found.set(start, { name: match[0], span: cleanSpan(start, start + match[0].length) })
    }
  }
  const addGroups = (match: RegExpExecArray): void => {
    for (const group of match.slice(1) as (string | undefined)[]) if (group !== undefined) add(group, match.index + match[0].lastIndexOf(group))
  }
  const mark = MARK_HINT.exec(text)
  if (mark) {
    // A match is looked for from where the first one can start.
    WITH_MARK.lastIndex = Math.max(0, mark.index - MOST_ROLE)
    for (const match of text.matchAll(WITH_MARK)) addGroups(match)
  }
  for (const match of text.matchAll(SHOT)) addGroups(match)
  for (const match of text.matchAll(IN_BRACKETS)) {
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    const atEdge = /[电讯]\s?$/.test(before) || match.index + match[0].length >= text.trimEnd().length - 30
    const bare = (match[0].match(/[、,，]/g)?.length ?? 0) > 2
    if (BRACKET_HINT.test(match[0]) || (atEdge && !bare)) addGroups(match)
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start)
}

const ROLE_BEFORE = /(?:记者|通讯员|实习生|编辑|审校|校对|审核|责编|作者|撰文|撰稿|监制|摄影|图|文|制作|二审|三审)\s*[：:|丨/]?\s*$/
const NAMES_BEFORE = /(?:记者|通讯员|实习生|编辑|作者|撰文)\s*[：:|丨/]?(?:\s*[\u4e00-\u9fff·]{2,4}[ 　、]){1,5}$/
const WORK_AFTER = /^[ 　]?(?:摄|\/摄|\/文|文\/|摄影报道|报道(?!称|了|说)|供图|制图)/

/** True when the name at the span stands where a byline names those who wrote, shot or edited. */
export function standsInByline(text: string, span: CleanSpan): boolean {
  const before = text.slice(Math.max(0, span.start - 32), span.start)
  return ROLE_BEFORE.test(before) || NAMES_BEFORE.test(before) || WORK_AFTER.test(text.slice(span.end, span.end + 6))
}
