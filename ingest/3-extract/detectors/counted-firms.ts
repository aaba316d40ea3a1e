import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector } from '../document.js'
import { loadGazetteer } from '../gazetteer.js'
import { matchesOf } from '../matches.js'
import { spanOf } from '../text-view.js'

/** 云岭和星澜两家企业: what is counted is firms, or what only firms are to somebody. */
const COUNTED = /((?:[\u4e00-\u9fffA-Za-z]{2,14}、){0,6}[\u4e00-\u9fffA-Za-z]{2,14}?)[和与及、]([\u4e00-\u9fffA-Za-z]{2,12}?)[这共等]?([两三四五六2-6])(?:大|家)(?!媒体|报|博物|医院|学校|高校|大学|单位|机构|协会|商会|农户|部门|法院)(?:上市|民营|国有|龙头|重点|本地|知名|外资)?(?:企业|公司|投资人|投资方|股东|房企|车企|药企|酒企|银行|券商|险企|央企|国企|民企|供应商|运营商|厂商|巨头|集团|平台公司)/g
/** What every match of COUNTED holds. */
const COUNTED_HINT = /[两三四五六2-6](?:大|家)[\u4e00-\u9fff]{0,3}(?:企|公司|投资|股东|银行|券商|供应商|运营商|厂商|巨头|集团|平台)/
/** What is done with firms, or joins them to what is before, right before the first. */
const BEFORE_FIRST = /^.*(?:引进|引入|促成|收购|并购|控股|参股|投资|包括|来自|通过|依托|支持|走访|走进|来到|入驻|签约|携手|联合|[是为有于与由对向在将把及如的了从])/
const NO_FIRM = /[的了是在有把将被从由]|^(?:其中|分别|以及|该|上述)|[省市县区个级类]$|方面$|领域$|行业$|产业$|企业$|公司$/
/** A list is of firms when it has as many members as it counts. */
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6 }
const FOUND: ReadonlySet<EntityKind> = new Set(['ORGANIZATION', 'PERSON'])

export const countedFirms: Detector = {
  id: 'counted-firms',
  doc: 'Firms joined by 和 or 、 and counted right behind (甲和乙两家企业).',
  detect(view, known) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      for (const match of matchesOf(sentence.text, COUNTED, COUNTED_HINT)) {
        const list = match[1] ?? ''
        const last = match[2] ?? ''
        let at = sentence.span.start + match.index
        const parts = list.split('、')
        if (parts.length + 1 !== COUNTS[match[3] ?? '']) continue
        const add = (start: number, text: string): void => {
          const end = start + text.length
          if (text.length < 2 || NO_FIRM.test(text) || loadGazetteer().byForm(text).length > 0 || known.endingAt(end, FOUND, start)?.span.start === start) return
          found.push({ span: spanOf(start, end), text, kind: 'COMPANY', subkind: '', by: 'counted-firms', weight: 0.5 })
        }
        for (const [index, part] of parts.entries()) {
          const lead = index === 0 ? (BEFORE_FIRST.exec(part)?.[0].length ?? 0) : 0
          add(at + lead, part.slice(lead))
          at += part.length + 1
        }
        add(at, last)
      }
    }
    return found
  },
}
