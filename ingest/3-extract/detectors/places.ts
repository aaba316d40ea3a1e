import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector, Sentence, TextView } from '../document.js'
import { spanOf, tokenBefore } from '../text-view.js'
import { matchesOf } from '../matches.js'

/** A town, street or village right behind the place that holds it. */
const SMALL_PLACE = /^[\u4e00-\u9fff]{1,4}?(?:镇|乡(?!村)|街道|村|社区|苏木)(?![\u4e00-\u9fff]{0,2}长|民|庄|落|级|办|集体|容|干部|企|医|规划|振兴|风|土|愁|亲|贤|域|建设|小学|中学|卫生|“)/
const NOT_A_PLACE = /[的了在和与及、，]|民族|^(?:等|各|该|本|全|每|多|小|城|农|某|两|三|几|示范|试点|重点|特色|美丽|中心城|乡|镇|村|行政|自然|脱贫|传统|古|新农|工业重)/
/** A village or a community by itself, at a mark or behind a word of place, before what a village has. */
const VILLAGE =
  /(?<=^|[、，。；：！？\s（(“]|[在到赴向往和与至对从]|来到|走进|深入|前往|走访|位于|组织|奔赴)((?![在到赴向往和与至对从由])[\u4e00-\u9fff]{2,3}?(?:村|社区)(?:第?[\d一二三四五六七八九十]{1,2}组)?)(?=[、，。；）)\s\d]|村|党|支部|支书|两委|“|的|等|居民|网格|调研|考察|慰问|走访|实地|书记|主任|里|内|是|位于)/g
const NO_VILLAGE = /[的了在和与及、，挂为入出下回个名位]|^(?:等|各|该|本|全|每|多|小|城|农|某|两|三|几|我|此|整|示范|试点|重点|特色|美丽|乡|镇|村|行政|自然|脱贫|传统|古|新农|工业|工人|智慧|和谐|幸福|平安|文明|数字|未来|现代|老旧|城市|涉农|移民|少数|贫困|周边|附近|驻|包|挂|帮扶|空心|城中|山|渔|国际|养老|网络|线上|虚拟|康养|开发者|技术|用户|品牌|学习|人类|命运|经济|政治|欧洲|东盟|非洲)|奥运|亚运|度假|民俗|命运|共同|一村|驻村|到村|进村|建村|强村|兴村|富村|乡村|农村/
/** A wider area named after a place: 合肥都市圈, 渝东北地区. */
const WIDE_AREA = /^(?:都市圈|城市圈|城市群|都市区|大都市圈|半岛城市群|半岛|平原|经济圈|经济带(?!发展|建设|高质量)|盆地|城镇带)(?![\u4e00-\u9fff]?规划)/
const CORNER = /[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?:东北|东南|西北|西南|东|南|西|北|中)(?:部)?地区|[渝鄂皖豫冀黔滇川湘桂](?:东北|东南|西北|西南)(?!部)/g

const REGION: ReadonlySet<EntityKind> = new Set(['REGION'])

export const places: Detector = {
  id: 'places',
  doc: 'Towns, villages and wider areas that no gazetteer lists, told by the place before them and their ending.',
  detect(view, known) {
    const found: Candidate[] = []
    const add = (start: number, end: number, subkind: string, weight: number, rule = subkind): void => {
      const candidate: Candidate = { span: spanOf(start, end), text: view.text.slice(start, end), kind: 'REGION', subkind, by: `places/${rule}`, weight }
      found.push(candidate)
      known.add(candidate)
    }
    for (const sentence of view.sentences) {
      const { start: floor, end: ceiling } = sentence.span
      for (let at = floor + 2; at < ceiling - 1; at++) {
        const place = known.endingAt(at, REGION, floor)
        if (!place) continue
        const rest = view.text.slice(at, Math.min(ceiling, at + 12))
        const small = SMALL_PLACE.exec(rest)
        if (small && !NOT_A_PLACE.test(small[0].slice(0, -1))) add(at, at + small[0].length, 'town', 0.6)
        const wide = WIDE_AREA.exec(rest)
        if (wide) add(place.span.start, at + wide[0].length, 'area', 0.8)
      }
      for (const match of sentence.text.includes('村') || sentence.text.includes('社区') ? matchesOf(sentence.text, VILLAGE) : []) {
        const name = match[1] ?? ''
        if (NO_VILLAGE.test(name) || startsWithDeed(view, sentence, floor + match.index) || known.endingAt(floor + match.index + name.length, REGION, floor)) continue
        add(floor + match.index, floor + match.index + name.length, 'town', 0.5, 'village')
      }
      for (const match of matchesOf(sentence.text, CORNER)) add(floor + match.index, floor + match.index + match[0].length, 'area', 0.7)
    }
    return found
  },
}

/** 解决社区难题, 但以前村里: a verb or a joint before 村, not the start of its name. */
function startsWithDeed(view: TextView, sentence: Sentence, start: number): boolean {
  const token = view.tokens[tokenBefore(view, sentence, start) + 1]
  return token === undefined || token.span.start !== start || (/^(?:v|d|c|r|p|m)/.test(token.tag) && token.text.length > 1)
}
