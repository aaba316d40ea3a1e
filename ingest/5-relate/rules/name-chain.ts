import { loadGazetteer } from '../../3-extract/gazetteer.js'
import type { FactDraft, RelateContext, Rule } from '../rule.js'

/** 江苏省南通市崇川区人民政府: a body's name says which place lies in which. */
export const nameChain: Rule = {
  id: 'name-chain/1',
  doc: 'Places of the article that adjoin in the name of a body, or right before it, where the gazetteer puts the second within the first.',
  emits: ['PART_OF'],
  match: chained,
}

/** 江苏省南通市崇川区人民政府: places of the article within each other in the name of a body, or right before it. */
function chained({ discourse }: RelateContext): FactDraft[] {
  const gazetteer = loadGazetteer()
  const byCode = new Map<string, number>()
  discourse.article.locals.forEach((local, index) => {
    if (local.kind === 'REGION' && local.code !== '' && !byCode.has(local.code)) byCode.set(local.code, index)
  })
  return discourse.passages.flatMap((passage) =>
    passage.references.flatMap((body, index): FactDraft[] => {
      if (body.kind !== 'ORGANIZATION' || body.anaphoric) return []
      const drafts: FactDraft[] = []
      const before = passage.references[index - 1]
      let outer = before?.kind === 'REGION' && before.end === body.start ? discourse.article.locals[before.entity]?.code : undefined
      const name = discourse.text.slice(body.start, body.end).replace(/^(?:中共|共青团|国家税务总局)/, '')
      for (let at = 0; at < name.length; ) {
        const end = gazetteer.longestAt(name, at)
        if (end <= at) break
        const holder = outer
        const region = gazetteer.byForm(name.slice(at, end)).find((each) => holder === undefined || gazetteer.isWithin(each.code, holder))
        if (!region) break
        const [inner, whole] = [byCode.get(region.code), holder === undefined ? undefined : byCode.get(holder)]
        if (inner !== undefined && whole !== undefined) drafts.push({ type: 'PART_OF', subject: inner, object: whole, fromSentence: passage.sentence.index, toSentence: passage.sentence.index, cue: name.slice(0, end), modality: 'ASSERTED', strength: 'STATED' })
        outer = region.code
        at = end
      }
      return drafts
    }),
  )
}
