import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector } from '../document.js'
import { spanOf } from '../text-view.js'
import { matchesOf } from '../matches.js'

/** A town, street or village right behind the place that holds it. */
const SMALL_PLACE = /^[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道|村|社区|苏木)(?![\u4e00-\u9fff]{0,2}长|民|庄|落|级|办|集体|容|干部|企|医|规划|振兴|风|土|愁|亲|贤|域|建设|小学|中学|卫生|“)/
const NOT_A_PLACE = /[的了在和与及、，]|民族|^(?:等|各|该|本|全|每|多|小|城|农|某|两|三|几|示范|试点|重点|特色|美丽|中心城|乡|镇|村|行政|自然|脱贫|传统|古|新农|工业重)/
/** A wider area named after a place: 合肥都市圈, 渝东北地区. */
const WIDE_AREA = /^(?:都市圈|城市圈|城市群|都市区|大都市圈|半岛城市群|半岛|平原|经济圈|经济带(?!发展|建设|高质量)|盆地|城镇带)(?![\u4e00-\u9fff]?规划)/
const CORNER = /[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?:东北|东南|西北|西南|东|南|西|北|中)(?:部)?地区|[渝鄂皖豫冀黔滇川湘桂](?:东北|东南|西北|西南)(?!部)/g

const REGION: ReadonlySet<EntityKind> = new Set(['REGION'])

export const places: Detector = {
  id: 'places',
  doc: 'Towns, villages and wider areas that no gazetteer lists, told by the place before them and their ending.',
  detect(view, known) {
    const found: Candidate[] = []
    const add = (start: number, end: number, subkind: string, weight: number): void => {
      const candidate: Candidate = { span: spanOf(start, end), text: view.text.slice(start, end), kind: 'REGION', subkind, by: `places/${subkind}`, weight }
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
      for (const match of matchesOf(sentence.text, CORNER)) add(floor + match.index, floor + match.index + match[0].length, 'area', 0.7)
    }
    return found
  },
}
