import { loadGazetteer } from '../../3-extract/gazetteer.js'
import { plainForm } from '../../4-resolve/same-name.js'
import type { LocalEntity } from '../../4-resolve/resolved-article.js'
import type { FactDraft, Rule } from '../rule.js'

/** What may stand between a place and one within it: 的, 最南端, 下辖的. */
const NEAR = /^(?:市|省|州)?(?:[ 　]|的|最?[东南西北中]+[部端]?|境内(?:的)?|下辖的?|下属的?)?$/

/** A place before a list is told of so many of its members and no more. */
const MOST_MATES = 24
/** Places that no gazetteer lists in full: what stands right before one holds it. */
const SMALL = /(?:村|社区|镇|乡|街道|街办|片区|苏木|寨|组)$/
const LARGER = /(?:[省市区县州旗镇乡]|街道|新区)$/

/** 上海市普陀区: a place right before a place that lies within it. */
export const regionChain: Rule = {
  id: 'region-chain/2',
  doc: 'Two adjoining regions of which the gazetteer puts the second within the first.',
  emits: ['PART_OF'],
  match({ discourse }) {
    const gazetteer = loadGazetteer()
    const { locals } = discourse.article
    const byCode = new Map<string, number>()
    locals.forEach((local, index) => {
      if (local.kind === 'REGION' && local.code !== '' && !byCode.has(local.code)) byCode.set(local.code, index)
    })
    return discourse.passages.flatMap((passage) => {
      const regions = passage.references.filter((reference) => reference.kind === 'REGION' && !reference.anaphoric)
      const draft = (inner: number, outer: number): FactDraft => ({
        type: 'PART_OF', subject: inner, object: outer, fromSentence: passage.sentence.index, toSentence: passage.sentence.index, cue: `${locals[outer]?.name ?? ''}${locals[inner]?.name ?? ''}`, modality: 'ASSERTED', strength: 'STATED',
      })
      return regions.flatMap((inner, index): FactDraft[] => {
        const drafts: FactDraft[] = []
        const outer = regions[index - 1]
        const own = locals[inner.entity]
        if (!own) return []
        // One mention may hold the whole chain (江苏省南通市崇川区).
        let code = ''
        const name = discourse.text.slice(inner.start, inner.end)
        for (let at = 0; at < name.length; ) {
          const end = gazetteer.longestAt(name, at)
          if (end <= at || end >= name.length) break
          code = gazetteer.byForm(name.slice(at, end)).find((region) => byCode.has(region.code) && gazetteer.isWithin(own.code, region.code))?.code ?? code
          at = end
        }
        const held = byCode.get(code)
        if (held !== undefined && held !== inner.entity) drafts.push(draft(inner.entity, held))
        const gap = outer ? discourse.text.slice(outer.end, inner.start) : '-'
        const within = outer !== undefined && (gazetteer.isWithin(own.code, locals[outer.entity]?.code ?? '-') || (gap === '' && SMALL.test(own.name) && LARGER.test(discourse.text.slice(outer.start, outer.end))))
        if (outer && within && outer.entity !== inner.entity && NEAR.test(gap)) {
          drafts.push(draft(inner.entity, outer.entity))
          // 某州A县、B县: the others of the list lie there too, when the gazetteer says so.
          const code = locals[outer.entity]?.code ?? '-'
          for (const mate of inner.attributive ? [] : regions.slice(index + 1, index + 1 + MOST_MATES)) {
            if (mate.outerStart !== mate.start || passage.lists.get(mate) === undefined || passage.lists.get(mate) !== passage.lists.get(inner) || !/[、和与及]/.test(discourse.text.charAt(mate.start - 1))) break
            if (mate.entity !== outer.entity && mate.entity !== inner.entity && gazetteer.isWithin(locals[mate.entity]?.code ?? '-', code)) drafts.push(draft(mate.entity, outer.entity))
          }
        }
        return drafts
      })
    })
  },
}

const SHORTEST_STEM = 3
/** The rest of a name that says no part: a legal form, the rest of a word, the other half of a joint body (某省纪委监委). */
const SAME_BODY = /^(?:(?:控股|集团|股份|有限|责任|总?公司|总部)+|公[室厅]|(?:国家)?监委|总队|本级)$/
/** 某会服务领导小组扩大会议: a meeting of a body, and no part of the occasion that the body serves. */
const OF_BODY = /(?:领导小组|指挥部|委员会|组委会|工作组|专班)/
const PARTED = new Set(['ORGANIZATION', 'COMPANY'])
/** Initiatives that are named for the one they belong to. */
const PARTED_INITIATIVES = new Set(['ZONE', 'EVENT'])

/** A body whose name carries that of a body which the article also names by itself (guideline ruling 1). */
export const namedForParent: Rule = {
  id: 'named-for-parent/2',
  doc: 'The name of a body or firm begins with that of another of its kind that stands by itself in the article.',
  emits: ['PART_OF'],
  match({ discourse }) {
    const { locals } = discourse.article
    const stems = new Map<string, number>()
    locals.forEach((parent, index) => {
      if (isParted(parent)) for (const form of [parent.name, ...parent.aliases]) if (plainForm(form).length >= SHORTEST_STEM) stems.set(`${kindOf(parent)} ${plainForm(form)}`, index)
    })
    return locals.flatMap((child, subject): FactDraft[] => {
      if (!isParted(child)) return []
      for (const form of [child.name, ...child.aliases].map(plainForm)) {
        for (let length = form.length - 2; length >= SHORTEST_STEM; length--) {
          const parent = stems.get(`${kindOf(child)} ${form.slice(0, length)}`)
          if (parent === undefined || parent === subject || SAME_BODY.test(form.slice(length)) || (child.subkind === 'EVENT' && OF_BODY.test(form.slice(length)))) continue
          const at = child.mentions.map((index) => discourse.article.extracted.mentions[index]).find((each) => each !== undefined && plainForm(each.text) === form)
          if (!at) break
          return [{ type: 'PART_OF', subject, object: parent, fromSentence: at.sentence, toSentence: at.sentence, cue: form.slice(length), modality: 'ASSERTED', strength: 'STATED' }]
        }
      }
      return []
    })
  },
}

const isParted = (local: LocalEntity): boolean => PARTED.has(local.kind) || PARTED_INITIATIVES.has(local.subkind)
const kindOf = (local: LocalEntity): string => (local.kind === 'INITIATIVE' ? local.subkind : local.kind)
