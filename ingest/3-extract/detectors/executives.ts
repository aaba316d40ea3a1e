import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Candidate, Detector } from '../document.js'
import { isCoined } from '../coined-names.js'
import { spanOf } from '../text-view.js'
import { matchesOf } from '../matches.js'

/** A title that only a firm gives, with what narrows it. */
const POST = '(?:党委(?:副书记|书记)、)?(?:行政|全球|中国区?|大中华区|亚太区?|亚洲区?|北美区?)?(?:原|前|时任|行政|执行|联合|常务|联席|高级)?(?:副?总经理|副?董事长|副?总裁|首席执行官|首席[\\u4e00-\\u9fff]{2,4}官|CEO|联合创始人|创始人)(?!会|联席|助理)'
/** What every such title holds. */
const POST_HINT = /总经理|董事长|总裁|首席|CEO|创始人/
/** A stretch between a mark or a join and such a title. */
const HEADED = new RegExp(`(?<=^|[，。；：、！？\\s]|[与和])([\\u4e00-\\u9fff]{2,12}?)(?=${POST})`, 'g')
/** What a firm's name does not hold, and firms that are not named. */
const NO_FIRM = /[的了在是为与和等从对由被把将向及至兼任]|董事|总裁|经理|书记|主席|[省市县区镇局部]长|代表|阻碍|选举|聘任|公司$|^(?:集团|企业|该|本|上述|原|时任|一家|有关|相关|其)|[会网台报社]$|机构$|平台$|品牌$|安全$|^同时|未|大学$|学院$/
/** Shorter names must be no word of the language. */
const SHORT = 4
const REGION: ReadonlySet<EntityKind> = new Set(['REGION'])
const FOUND: ReadonlySet<EntityKind> = new Set(['COMPANY', 'ORGANIZATION', 'PERSON', 'INITIATIVE'])

export const executives: Detector = {
  id: 'executives',
  doc: 'Firms by trade name alone, told by the head of a firm right behind them.',
  detect(view, known) {
    const found: Candidate[] = []
    for (const sentence of view.sentences) {
      for (const match of matchesOf(sentence.text, HEADED, POST_HINT)) {
        const name = match[1] ?? ''
        const start = sentence.span.start + match.index
        const end = start + name.length
        if (name.length < SHORT && !isCoined(view, start, end)) continue
        if (NO_FIRM.test(name) || known.endingAt(end, FOUND, sentence.span.start) || known.endingAt(end, REGION, start)?.span.start === start) continue
        found.push({ span: spanOf(start, end), text: name, kind: 'COMPANY', subkind: '', by: 'executives', weight: 0.5 })
      }
    }
    return found
  },
}
