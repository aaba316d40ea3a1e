import type { Candidate, Detector, TextView } from '../document.js'
import { FormTrie } from '../form-trie.js'
import { loadGazetteer, type Gazetteer } from '../gazetteer.js'
import { sentenceAt, spanOf, tokenBefore } from '../text-view.js'
import { matchesOf } from '../matches.js'

/** What only a place has right behind it: its head, its government, its committee, its congress. */
const OWNED =
  /(?<=^|[^\u4e00-\u9fff]|[与和及由在向对从据于到])([\u4e00-\u9fff]{2,3}?[市县区州镇乡旗])(?=(?:副)?(?:市|县|区|州|镇|乡|旗)长|人民政府|政府|(?:市|县|区|州|镇|乡|旗)委|委(?!托|派|员|屈|任|以|身|外)|党委|人大常委会|政协|公安局|财政局|教育局|科技局|工信局|发改)|(?:位于|地处|隶属|隶属于|前往|赴|来到|抵达|走进)([\u4e00-\u9fff]{2,3}?[市县区州镇乡旗])(?![\u4e00-\u9fff]{0,1}[场委])/g
/** What every match of OWNED holds. */
const OWNED_HINT = /[市县区州镇乡旗](?:副?[市县区州镇乡旗](?:长|委)|人民政府|政府|党?委|人大常委会|政协|公安局|财政局|教育局|科技局|工信局|发改)|(?:位于|地处|隶属|隶属于|前往|赴|来到|抵达|走进)[\u4e00-\u9fff]{2,3}?[市县区州镇乡旗]/
/** A place may also stand right behind another one. */
const OWNED_INSIDE = /(?<=[省市州])([\u4e00-\u9fff]{2,3}?[县区镇乡旗])(?=(?:副)?(?:县|区|镇|乡|旗)长|人民政府|政府|(?:县|区|镇|乡|旗)委|党委)/g
const NOT_A_STEM = /[省市县区州镇乡旗由从向的了在是和与及、各该本全每某小城新老两三几]|开发|高新|经开|园|产业|示范|试验|社|地|辖|主|大|整个|山|^[任据由摄为传将从向对于把被让使至往给按经因赴到离去来进出入]/
const LEVEL: Readonly<Record<string, string>> = { 市: 'city', 州: 'city', 县: 'county', 区: 'county', 旗: 'county', 镇: 'town', 乡: 'town' }

/** Names of places that no gazetteer lists (new, renamed or unknown ones), told once by what belongs to them and then taken wherever they stand. */
export const unlistedPlaces: Detector = {
  id: 'unlisted-places',
  doc: 'A name with the ending of a division before its head, government or committee; every further occurrence of it in the text.',
  detect(view, known) {
    const gazetteer = loadGazetteer()
    const names = new FormTrie<string>()
    let any = false
    for (const [pattern, hint] of [[OWNED, OWNED_HINT], [OWNED_INSIDE, undefined]] as const) {
      for (const match of matchesOf(view.text, pattern, hint)) {
        const name = match[1] ?? match[2] ?? ''
        if (name === '' || NOT_A_STEM.test(name.slice(0, -1)) || endsWithListed(name, gazetteer)) continue
        names.set(name, LEVEL[name.slice(-1)] ?? 'county')
        any = true
      }
    }
    if (!any) return []
    const found: Candidate[] = []
    names.eachIn(view.text, (start, end, subkind) => {
      if (!startsAWord(view, start)) return
      const candidate: Candidate = { span: spanOf(start, end), text: view.text.slice(start, end), kind: 'REGION', subkind, by: 'unlisted-places', weight: 0.7 }
      found.push(candidate)
      known.add(candidate)
    })
    return found
  },
}

/** 任北京市: a listed place with a word before it. */
const endsWithListed = (name: string, gazetteer: Gazetteer): boolean => Array.from({ length: name.length }, (_, i) => name.slice(i)).some((rest) => gazetteer.byForm(rest).length > 0)

/** False where the segmenter sees a longer word running into the name. */
function startsAWord(view: TextView, offset: number): boolean {
  const sentence = sentenceAt(view.sentences, offset)
  if (!sentence) return false
  const next = view.tokens[tokenBefore(view, sentence, offset) + 1]
  return next === undefined || next.span.start >= offset
}
