import type { EntityKind } from '../../../schema/ontology/index.js'
import { CharSet } from '../char-set.js'
import type { Candidate, Detector, Sentence, TextView } from '../document.js'
import { endingIndex, type Ending } from '../endings.js'
import { FormTrie } from '../form-trie.js'
import type { KnownNames } from '../known-names.js'
import { CENTRAL_GOVERNMENT, CENTRAL_OTHER, CENTRAL_PARTY, GENERIC_STEM, ORGAN_FAMILIES, PARTY_DEPARTMENTS, type EndingFamily } from '../lexicon/organs.js'
import { quotedStart } from '../phrase.js'
import { spanOf } from '../text-view.js'
import { openedBy, walkLeft, type WalkStyle } from '../walk.js'

const endings = endingIndex(ORGAN_FAMILIES)
const OPENERS: ReadonlySet<EntityKind> = new Set(['REGION', 'ORGANIZATION', 'COMPANY', 'INITIATIVE'])
const STYLE: WalkStyle = { maxStem: 22, openers: OPENERS, joins: true, verbs: false }

/** Seats of power of a place: what follows 南通市 or 金水区. */
const SEAT = new RegExp(
  `^(?:(?:[省市州盟县区旗镇乡]|地)?委(?![员托派任办])(?:${PARTY_DEPARTMENTS})?|(?:(?:省|市|州|县|区|旗|镇|乡|自治区)?(?:人民)?政府)(?:办公厅|办公室|新闻办公室|新闻办|国资委|研究室|国有资产监督管理委员会|驻[\\u4e00-\\u9fff]{2,6}办事处)?|人民代表大会常务委员会|人大常委会(?:办公室|机关)?|人大(?![会代])|政协(?:办公厅|办公室|机关|[\\u4e00-\\u9fff]{2,4}委员会)?|纪委监委|纪委|监委|监察委员会|监察局|党委|党工委|工委|团委|武装部|人武部|军分区|警备区|法院|检察院|公安局|政务服务中心|高院|中院|党校)`,
)
/** The same without a place: only departments count, bare 市委 and 市政府 name nothing. */
const BARE_DEPARTMENT = new RegExp(`^(?:省|市|州|县|区|旗|自治区党)委(?![员托派任])${PARTY_DEPARTMENTS}|^(?:省|市|州|县|区|旗)(?:纪委监委|纪委宣传部|高级人民法院|中级人民法院|高院|中院|检察院|人武部|人大常委会[\\u4e00-\\u9fff]{2,8}(?:工委|委员会)|政府(?:办公厅|办公室|新闻办公室|新闻办|研究室|国资委)|府办)`)
/** Parties and leagues that have committees in a place. */
const PARTIES = ['中共', '共青团', '民建', '民革', '民盟', '九三学社', '农工党', '致公党', '民进']

const FIXED: readonly (readonly [name: string, subkind: string])[] = [
  ...['上交所', '深交所', '北交所', '港交所', '上海证券交易所', '深圳证券交易所', '北京证券交易所', '香港交易所', '香港联交所', '上海期货交易所', '郑州商品交易所', '大连商品交易所', '纽约证券交易所', '伦敦证券交易所'].map((name) => [name, 'other'] as const),
  ...CENTRAL_PARTY.map((name) => [name, 'party'] as const),
  ...CENTRAL_GOVERNMENT.map((name) => [name, 'government'] as const),
  ...CENTRAL_OTHER,
]
const fixed = new FormTrie<string>(13)
for (const [name, subkind] of FIXED) if (fixed.get(name) === undefined) fixed.set(name, subkind)

export const organs: Detector = {
  id: 'organs',
  doc: 'Party and government organs, courts, schools, institutes and associations, by fixed names, by the place or level that opens them and by their ending.',
  detect(view, known) {
    const found: Candidate[] = []
    const add = (candidate: Candidate): void => {
      found.push(candidate)
      known.add(candidate)
    }
    for (const sentence of view.sentences) {
      for (const candidate of fixedNames(view, sentence)) add(candidate)
      for (const candidate of seats(view, sentence, known)) add(candidate)
      for (const [end, ending] of endings.hits(sentence)) {
        const candidate = byEnding(view, sentence, known, end, ending)
        if (candidate) add(candidate)
      }
    }
    return found
  },
}

const organ = (view: TextView, start: number, end: number, subkind: string, by: string): Candidate => ({
  span: spanOf(start, end), text: view.text.slice(start, end), kind: 'ORGANIZATION', subkind, by, weight: 0.5,
})

function fixedNames(view: TextView, sentence: Sentence): Candidate[] {
  const found: Candidate[] = []
  const last = sentence.span.end - 1
  for (let i = fixed.nextAt(view.text, sentence.span.start, last); i < last; i = fixed.nextAt(view.text, i + 1, last)) {
    const end = fixed.longestAt(view.text, i)
    if (end < 0 || /^[门队员]/.test(view.text.charAt(end))) continue
    found.push(organ(view, i, end, fixed.get(view.text.slice(i, end)) ?? '', 'organs/fixed'))
    i = end - 1
  }
  return found
}

/** 南通市委组织部, 海晏县政府, 省委宣传部. */
function seats(view: TextView, sentence: Sentence, known: KnownNames): Candidate[] {
  const found: Candidate[] = []
  const { start: floor, end: ceiling } = sentence.span
  for (let i = floor; i < ceiling; i++) {
    if (!SEAT_FIRST.has(view.text.charCodeAt(i))) continue
    const rest = view.text.slice(i, Math.min(ceiling, i + 26))
    const place = openedBy(known, i, floor, REGIONS_AND_ZONES)
    const seat = place ? SEAT.exec(rest) : null
    if (place && seat && seat[0].length > 0) {
      found.push(organ(view, partyBefore(view, place.start, floor), i + seat[0].length, partyOrGovernment(seat[0]), 'organs/seat'))
      continue
    }
    // 广东省纪委: the level is the end of the place.
    const bare = known.endingAt(i + 1, REGIONS_AND_ZONES, floor) ? null : BARE_DEPARTMENT.exec(rest)
    if (bare) found.push(organ(view, i, i + bare[0].length, partyOrGovernment(bare[0]), 'organs/bare'))
  }
  return found
}

const REGIONS_AND_ZONES: ReadonlySet<EntityKind> = new Set(['REGION', 'INITIATIVE'])
const SEAT_FIRST = new CharSet(Array.from('省市州盟县区旗镇乡地委人政纪监党工团武军警法检公高中自', (char) => char.charCodeAt(0)))

function partyBefore(view: TextView, start: number, floor: number): number {
  for (const party of PARTIES) {
    if (start - party.length >= floor && view.text.startsWith(party, start - party.length)) return start - party.length
  }
  return start
}

function partyOrGovernment(seat: string): string {
  if (/法院|高院|中院/.test(seat)) return 'other'
  if (seat === '团委') return 'association'
  return /纪委|党|工委|部$|委(?!员会)/.test(seat) && !/国资委|^监委|武装部|人武部|政府|政协|人大/.test(seat) ? 'party' : 'government'
}

/** “特事特办、急事急办”, “花钱就可读想要的学校”: what is said, not who. */
const SAID = /[、，；！？]|[就可想吗吧]/
/** 广东潮州局地有雨, 云岭局部有雨. */
const PARTLY = /^局(?:地(?![址处点])|部(?![署门队长]))/

/** 省经信委, 市妇联: the ending says which body, the level whose; with a place in front the name starts there. */
const LEVELLED: ReadonlySet<string> = new Set(['发改委', '国资委', '卫健委', '卫计委', '住建委', '经信委', '经贸委', '工信委', '教委', '农委', '商务委', '交通委', '城管委', '民宗委', '贸促会', '工商联', '妇联', '总工会', '科协', '文联', '残联', '侨联', '台联', '作协', '新联会', '红十字会', '关工委', '融媒体中心', '疾控中心'])
const LEVEL_ONLY = /^(?:省|市|州|盟|县|区|旗)$/
const STARTS_CLAUSE = /^[^\u4e00-\u9fff]?$|[与和由据但经从向对在及跟同]/

function byEnding(view: TextView, sentence: Sentence, known: KnownNames, end: number, { text: ending, family }: Ending<EndingFamily>): Candidate | undefined {
  const stemEnd = end - ending.length
  const quoted = quotedStart(view.text, end, Math.max(sentence.span.start, end - 40))
  const walk = quoted >= 0 ? { start: quoted, anchored: true, opener: '' as const } : walkLeft(view, sentence, known, stemEnd, STYLE)
  const stem = view.text.slice(walk.start, stemEnd)
  if ((quoted >= 0 && SAID.test(stem)) || (ending === '局' && PARTLY.test(view.text.slice(end - 1, end + 2)))) return undefined
  if (family.underBody === true && walk.opener !== 'ORGANIZATION') return undefined
  if (!walk.anchored && (family.anchoredOnly || stem.length < family.minStem)) return undefined
  if (walk.anchored && walk.opener === '' && LEVEL_ONLY.test(stem) && LEVELLED.has(ending) && STARTS_CLAUSE.test(view.text.charAt(walk.start - 1))) return organ(view, walk.start, end, family.subkind, `organs/${family.id}/level`)
  if (stem.length < 1 || GENERIC_STEM.test(stem) || (walk.anchored && walk.opener === '' && stem.length < 2)) return undefined
  const start = ending === '委员会' ? partyBefore(view, walk.start, sentence.span.start) : walk.start
  const opening = quoted >= 0 ? '/quoted' : walk.opener === '' ? (walk.anchored ? '/level' : '/open') : ''
  return organ(view, start, end, family.subkind, `organs/${family.id}${opening}`)
}
