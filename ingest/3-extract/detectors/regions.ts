import type { Candidate, Detector, Sentence, TextView } from '../document.js'
import { loadGazetteer, type Gazetteer, type Region } from '../gazetteer.js'
import { spanOf, tokenBefore } from '../text-view.js'

/** Everyday forms that are words or names as often as places; the text must give more before they count. */
const WORDLIKE = new Set(['和平', '新华', '城关', '中山', '太平', '平安', '安定', '永安', '新城', '城区', '郊区', '矿区', '东区', '西区', '朝阳', '长安', '清流', '大同', '建设', '向阳', '前进', '东方', '南山', '西湖', '大理', '白银', '黄山', '宝山', '金山', '安康', '高明', '文昌', '文山', '高平', '昌平', '武功', '通道', '大足', '清新', '海港', '新建', '兴隆', '明光', '开平', '安平', '平和', '大方', '从化', '天台', '江山', '建德', '仁和', '合作', '兴业', '建安', '嘉善', '安居', '宣武', '保康', '通城', '团结', '红旗', '新市', '长兴', '大兴', '光明', '金融', '安吉', '台山', '泰和', '沙洲', '会同', '中方', '中原', '石化', '二道', '三元', '市中', '市北', '市南', '任城', '大祥', '解放', '站前', '老边', '双清', '天元', '汇川', '海伦', '西安区', '西平', '商城', '方城', '永和', '高邑', '和田', '和静', '若羌', '尤溪', '大田', '将乐'])

/**
 * Regions of the gazetteer. Full names and everyday names of provinces and cities count by themselves; everyday names of
 * counties only beside their suffix, in a text that also names their city or province, or where the full name stands.
 */
export const regions: Detector = {
  id: 'regions',
  doc: 'Administrative divisions, countries and named areas of the gazetteer.',
  detect(view) {
    const gazetteer = loadGazetteer()
    const found: Candidate[] = []
    const hits: { start: number; end: number; form: string; sentence: Sentence }[] = []
    for (const sentence of view.sentences) {
      for (let i = sentence.span.start; i < sentence.span.end; i++) {
        const longest = gazetteer.longestAt(view.text, i)
        if (longest < 0) continue
        // 南京市长: the 市 belongs to the title.
        const end = /[省市区县镇乡州旗]长/.test(view.text.slice(longest - 1, longest + 1)) && gazetteer.byForm(view.text.slice(i, longest - 1)).length > 0 ? longest - 1 : longest
        hits.push({ start: i, end, form: view.text.slice(i, end), sentence })
        i = end - 1
      }
    }
    const context = contextOf(hits, gazetteer)
    for (const hit of hits) {
      const choices = gazetteer.byForm(hit.form)
      const region = choose(choices, context, gazetteer)
      const weight = trust(view, hit, region, context, gazetteer)
      if (weight <= 0 || region === undefined) continue
      found.push({ span: spanOf(hit.start, hit.end), text: hit.form, kind: 'REGION', subkind: region.level, by: 'regions', weight, code: region.code })
    }
    return found
  },
}

/** Codes that the text names beyond doubt: by a full name that only one region has, or by a province's or city's everyday name. */
function contextOf(hits: readonly { form: string }[], gazetteer: Gazetteer): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const { form } of hits) {
    const choices = gazetteer.byForm(form)
    const [only] = choices
    if (choices.length === 1 && only && (form === only.name ? only.level !== 'town' : isHigh(only))) codes.add(only.code)
  }
  return codes
}

const isHigh = (region: Region): boolean => region.level === 'province' || region.level === 'city' || region.level === 'area' || region.level === 'country'

/** Among regions with one form: the one within (or above) what the text names, else the highest, else none when two stand level. */
function choose(choices: readonly Region[], context: ReadonlySet<string>, gazetteer: Gazetteer): Region | undefined {
  if (choices.length < 2) return choices[0]
  const near = choices.filter((region) => context.has(region.code) || [...context].some((code) => gazetteer.isWithin(region.code, code)))
  if (near.length > 0) return near[0]
  return choices[0]
}

function trust(view: TextView, hit: { start: number; end: number; form: string; sentence: Sentence }, region: Region | undefined, context: ReadonlySet<string>, gazetteer: Gazetteer): number {
  if (region === undefined) return 0
  const full = hit.form === region.name && region.name !== region.short
  const atToken = startsToken(view, hit.sentence, hit.start)
  if (full) return region.level === 'town' && !atToken ? 0.35 : 0.74
  if (!atToken || WORDLIKE.has(hit.form)) {
    const known = [...context].some((code) => code === region.code || (!isHigh(region) && gazetteer.isWithin(region.code, code)))
    return known && atToken ? 0.45 : 0
  }
  if (isHigh(region)) return 0.7
  if (context.has(region.code)) return 0.7
  const parentNamed = [...context].some((code) => gazetteer.isWithin(region.code, code))
  return parentNamed && hit.form.length >= 2 ? 0.55 : 0
}

function startsToken(view: TextView, sentence: Sentence, offset: number): boolean {
  const index = tokenBefore(view, sentence, offset)
  const next = view.tokens[index + 1]
  return next === undefined || next.span.start === offset
}
