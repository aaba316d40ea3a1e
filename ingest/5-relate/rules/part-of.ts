import { loadGazetteer } from '../../3-extract/gazetteer.js'
import { plainForm } from '../../4-resolve/same-name.js'
import type { FactDraft, Rule } from '../rule.js'

/** 上海市普陀区: a place right before a place that lies within it. */
export const regionChain: Rule = {
  id: 'region-chain/1',
  doc: 'Two adjoining regions of which the gazetteer puts the second within the first.',
  emits: ['PART_OF'],
  match({ discourse }) {
    const gazetteer = loadGazetteer()
    return discourse.passages.flatMap((passage) =>
      passage.references.flatMap((inner, index): FactDraft[] => {
        const outer = passage.references[index - 1]
        if (!outer || outer.kind !== 'REGION' || inner.kind !== 'REGION' || outer.end !== inner.start || inner.anaphoric || outer.anaphoric) return []
        const [a, b] = [discourse.article.locals[inner.entity], discourse.article.locals[outer.entity]]
        if (!a || !b || !gazetteer.isWithin(a.code, b.code)) return []
        return [{ type: 'PART_OF', subject: inner.entity, object: outer.entity, fromSentence: passage.sentence.index, toSentence: passage.sentence.index, cue: `${b.name}${a.name}`, modality: 'ASSERTED', strength: 'STATED' }]
      }),
    )
  },
}

/** A body whose name carries that of a body which the article also names by itself (guideline ruling 1). */
export const namedForParent: Rule = {
  id: 'named-for-parent/1',
  doc: 'The name of a body or firm begins with that of another of its kind that stands by itself in the article.',
  emits: ['PART_OF'],
  match({ discourse }) {
    const { locals } = discourse.article
    const drafts: FactDraft[] = []
    locals.forEach((child, subject) => {
      if (child.kind !== 'ORGANIZATION' && child.kind !== 'COMPANY') return
      const name = plainForm(child.name)
      let best: { index: number; length: number } | undefined
      locals.forEach((parent, index) => {
        if (index === subject || parent.kind !== child.kind) return
        for (const form of [parent.name, ...parent.aliases]) {
          const stem = plainForm(form)
          if (stem.length >= 3 && name.startsWith(stem) && name.length >= stem.length + 2 && stem.length > (best?.length ?? 0)) best = { index, length: stem.length }
        }
      })
      if (!best) return
      const mention = child.mentions.map((at) => discourse.article.extracted.mentions[at]).find((at) => at !== undefined && plainForm(at.text) === name)
      if (!mention) return
      drafts.push({ type: 'PART_OF', subject, object: best.index, fromSentence: mention.sentence, toSentence: mention.sentence, cue: name.slice(best.length), modality: 'ASSERTED', strength: 'STATED' })
    })
    return drafts
  },
}

const BELONGS = /隶属于|隶属|属于|旗下|下属|下辖|辖|子公司|成员企业|成员单位|的(?:全资|控股)/

/** 属于三菱集团, 旗下某公司. */
export const belongs: Rule = {
  id: 'belongs/1',
  doc: 'A verb or noun of belonging between two of a kind.',
  emits: ['PART_OF'],
  match({ discourse }) {
    return discourse.passages.flatMap((passage) =>
      passage.references.flatMap((right, index): FactDraft[] => {
        const left = passage.references.slice(0, index).reverse().find((reference) => reference.kind === right.kind && reference.kind !== 'PERSON' && right.start - reference.end <= 24)
        if (!left || right.inPost) return []
        const gap = discourse.text.slice(left.end, right.start)
        const cue = BELONGS.exec(gap)
        if (!cue || /[。；]/.test(gap)) return []
        const down = /旗下|下属|下辖|^辖|子公司/.test(cue[0])
        const [subject, object] = down ? [right.entity, left.entity] : [left.entity, right.entity]
        return [{ type: 'PART_OF', subject, object, fromSentence: passage.sentence.index, toSentence: passage.sentence.index, cue: cue[0], modality: 'ASSERTED', strength: left.anaphoric || right.anaphoric ? 'IMPLIED' : 'STATED' }]
      }),
    )
  },
}
