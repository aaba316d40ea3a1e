import { initiativeForms, once } from '../lexicon.js'
import { plainName, readNumber } from './plain.js'
import { codesOfForm, readPlace } from './places.js'

/** An initiative's name: what it is, where, which year and which edition. */
export interface InitiativeName {
  readonly form: string
  readonly core: string
  readonly places: readonly string[]
  /** 2023, 2021-2025, or ''. */
  readonly year: string
  /** 第三届 gives 届3, 二期 gives 期2; or ''. */
  readonly edition: string
  /** 国家 省 市 …: whose status it is, or ''. */
  readonly level: string
  /** 开幕式, 分论坛: a part of the event; 征求意见稿: a state of the document; or ''. */
  readonly part: string
}

const EDITION = /第([零〇一二两三四五六七八九十百\d]+)(届|期|次|批|轮|季)|首(届|期|次|批)/
const PHASE = /(?:项目|工程)?([一二三四五六七八九\d]+)期(?=工程|项目|$)/
const VERSION = /(\d(?:\.\d)?)版/
const YEARS = /(?<!\d)((?:19|20)\d\d)(?:年)?[-—–~至到]+((?:19|20)\d\d)(?:年度|年)?/
const YEAR = /(?<!\d)((?:19|20)\d\d)(?:年度|年)?(?!\d)|(二〇[一二三]〇|二〇[〇一二三][〇一二三四五六七八九])年(?:度)?/
const PART = /(开幕式|闭幕式|开幕会|闭幕会|签约仪式|启动仪式|开工仪式|揭牌仪式|新闻发布会|分论坛|分会场|主论坛|平行论坛|专场(?:活动|推介会)?|预备会|颁奖典礼|颁奖仪式)$/
const STATE = /\((征求意见稿|草案|修订草案|试行|暂行|修订|\d{4}年?(?:修订|版|修正版)|修正)\)/
const LEVEL = /^(?:(国家)级?|(全国)|(省)级|(市)级|(县)级|(区)级|(全省)|(全市)|(全区)|(全县)|(全州)|(世界)级)/
const TAILS: readonly (readonly [subkinds: RegExp, tail: RegExp])[] = [
  [/DESIGNATION/, /(?:企业)?(?:称号|资质|认定|荣誉|名单|名录)?$/],
  [/STRATEGY/, /(?:重大国家战略|国家战略|发展战略|战略)$/],
  [/PROJECT/, /(?:工程项目|建设项目|项目|工程)$/],
  [/PROGRAM/, /(?:计划|方案|工作)$/],
]

/** 中国 in front of a name is no place among others. */
const china = once(() => codesOfForm('中国')[0] ?? '')

const forms = once(() => new Map(initiativeForms()))
const formPattern = once(() => new RegExp(initiativeForms().map(([short]) => short).join('|'), 'g'))

/** Reads an initiative's name. Never fails: what it cannot tell is empty. */
export function readInitiativeName(written: string, subkind: string): InitiativeName {
  const form = plainName(written)
  let rest = form.replace(/[·•]/g, '')
  let part = ''
  let year = ''
  let edition = ''
  const take = (pattern: RegExp, use: (match: RegExpExecArray) => boolean): void => {
    const match = pattern.exec(rest)
    if (match && use(match)) rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length)
  }
  take(STATE, (match) => {
    part = match[1] ?? ''
    return true
  })
  // 中国(江苏)自由贸易试验区 is 江苏's.
  rest = rest.replace(/^中国\(/, '').replace(/[()]/g, '')
  take(YEARS, (match) => {
    year = `${match[1] ?? ''}-${match[2] ?? ''}`
    return true
  })
  take(YEAR, (match) => {
    // 2030年前碳达峰, 2035年远景目标: the year is what it is about.
    if (year !== '' || /^[前远]/.test(rest.slice(match.index + match[0].length))) return false
    year = match[1] ?? String(readNumber(match[2] ?? '') ?? '')
    return true
  })
  take(EDITION, (match) => {
    edition = match[3] === undefined ? `${match[2] ?? ''}${readNumber(match[1] ?? '') ?? match[1] ?? ''}` : `${match[3]}1`
    return true
  })
  if (edition === '')
    take(VERSION, (match) => {
      edition = `版${match[1] ?? ''}`
      return true
    })
  if (edition === '' && subkind !== 'EVENT')
    take(PHASE, (match) => {
      edition = `期${readNumber(match[1] ?? '') ?? match[1] ?? ''}`
      return true
    })
  if (part === '' && subkind === 'EVENT')
    take(PART, (match) => {
      // X项目开工仪式 is an event of its own; X大会开幕式 a part of one.
      if (!/(会|论坛|节|赛|周|展|博览会|年会)$/.test(rest.slice(0, match.index))) return false
      part = match[1] ?? ''
      return true
    })
  rest = rest.replace(formPattern(), (short) => forms().get(short) ?? short)
  const place = readPlace(rest, 2)
  rest = rest.slice(place.length).replace(place.length > 0 ? /^[省市县区](?=.{3})/ : /^(?!)/, '')
  const level = LEVEL.exec(rest)
  if (level) rest = rest.slice(level[0].length)
  let core = rest.replace(/^关于(印发)?/, '').replace(/^共建/, '')
  const tail = TAILS.find(([subkinds]) => subkinds.test(subkind))?.[1]
  const bare = tail ? core.replace(tail, '') : core
  if (bare.length >= 2) core = bare
  return { form, core: core === '' ? form : core, places: place.codes.filter((code) => code !== china()), year, edition, level: (level?.slice(1).find((text: string | undefined) => text !== undefined) ?? '').replace(/^全(?=[省市区县州])/, ''), part }
}
