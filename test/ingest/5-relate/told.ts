/**
 * Builds what relation works on from marked text: [P 林一舟] names a person, [C 云岭公司] a firm, and so on by MARKS. A name that
 * goes by another is marked [C=云岭公司 云岭]. Places that are real take their code from the gazetteer.
 */
import type { CleanArticle } from '../../../ingest/2-clean/clean-article.js'
import { offsetMap } from '../../../ingest/2-clean/offset-map.js'
import type { EntityMention, Segmenter } from '../../../ingest/3-extract/document.js'
import { loadGazetteer } from '../../../ingest/3-extract/gazetteer.js'
import { readPosts } from '../../../ingest/3-extract/posts.js'
import { sentenceAt, spanOf, viewOf } from '../../../ingest/3-extract/text-view.js'
import { regionScores } from '../../../ingest/4-resolve/home-region.js'
import type { LocalEntity, ResolvedArticle } from '../../../ingest/4-resolve/resolved-article.js'
import { settlePosts } from '../../../ingest/4-resolve/settle-posts.js'
import { relateArticle } from '../../../ingest/5-relate/relate.js'
import type { Rule } from '../../../ingest/5-relate/rule.js'
import { RULES } from '../../../ingest/5-relate/rules/index.js'
import type { EntityKind } from '../../../schema/ontology/index.js'
import type { Evidence } from '../../../src/core/records.js'

const MARKS: Readonly<Record<string, readonly [EntityKind, string]>> = {
  P: ['PERSON', 'official'], C: ['COMPANY', ''], O: ['ORGANIZATION', 'government'], S: ['ORGANIZATION', 'academic'], R: ['REGION', 'city'],
  EVENT: ['INITIATIVE', 'EVENT'], ZONE: ['INITIATIVE', 'ZONE'], PROGRAM: ['INITIATIVE', 'PROGRAM'], POLICY: ['INITIATIVE', 'POLICY'], STRATEGY: ['INITIATIVE', 'STRATEGY'], PROJECT: ['INITIATIVE', 'PROJECT'], STATUS: ['INITIATIVE', 'DESIGNATION'],
}
const MARK = /\[([A-Z]+)(?:=([^\s\]]+))? ([^\]]+)\]/g

/** Relation never asks for tokens, so one a sentence does. */
const whole: Segmenter = { name: 'whole', segment: (text) => [{ text, tag: '', span: spanOf(0, text.length) }] }

interface Marked {
  readonly text: string
  readonly mentions: readonly (Omit<EntityMention, 'sentence'> & { readonly entity: string })[]
}

function readMarks(marked: string): Marked {
  const mentions: (Omit<EntityMention, 'sentence'> & { entity: string })[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(MARK)) {
    const [all, mark = '', entity, name = ''] = match
    text += marked.slice(at, match.index)
    const [kind, subkind] = MARKS[mark] ?? ['PERSON', '']
    const code = kind === 'REGION' ? loadGazetteer().byForm(name)[0]?.code : undefined
    mentions.push({ span: spanOf(text.length, text.length + name.length), text: name, kind, subkind, by: 'test', weight: 1, entity: `${kind} ${entity ?? name}`, ...(code === undefined ? {} : { code }) })
    text += name
    at = match.index + all.length
  }
  return { text: text + marked.slice(at), mentions }
}

export interface Telling {
  readonly date?: string
  /** Name of the home region. */
  readonly home?: string
}

export function resolved(marked: string, { date = '2023-08-10', home }: Telling = {}): ResolvedArticle {
  const { text, mentions: found } = readMarks(marked)
  const raw = { id: 'told', title: '', date, source: '', url: '', byline: [], text, synthetic: true, origin: { file: 'told', index: 0 } }
  const article: CleanArticle = { raw, text, repairs: [], offsets: offsetMap(text.length, []) }
  const view = viewOf(article, whole)
  const mentions = found.map((mention): EntityMention => ({ ...mention, sentence: sentenceAt(view.sentences, mention.span.start)?.index ?? 0 }))
  const byEntity = new Map<string, number[]>()
  for (const [index, { entity }] of found.entries()) byEntity.set(entity, [...(byEntity.get(entity) ?? []), index])
  const order = new Map([...byEntity.keys()].map((entity, index) => [entity, index]))
  const locals = [...byEntity].map(([entity, own]): LocalEntity => {
    const forms = [...new Set(own.map((index) => mentions[index]?.text ?? ''))].sort((a, b) => b.length - a.length)
    const lead = mentions[own[0] ?? 0]
    const [, name = ''] = entity.split(' ')
    return { kind: lead?.kind ?? 'PERSON', subkind: lead?.subkind ?? '', name, aliases: forms.filter((form) => form !== name), code: lead?.code ?? '', mentions: own }
  })
  const entityOf = found.map(({ entity }) => order.get(entity) ?? -1)
  const extracted = { view, mentions, posts: readPosts(view, mentions), byline: [] }
  const entities = locals.map(({ kind, subkind, name, aliases }, index) => ({ id: `e${index}`, kind, subkind, name, aliases, key: name, mentions: [] }))
  const at = home === undefined ? -1 : locals.findIndex((local) => local.kind === 'REGION' && local.name === home)
  return { extracted, locals, entities, entityOf, posts: settlePosts({ extracted, locals, entityOf, scores: regionScores(text, mentions) }), home: at < 0 ? undefined : at }
}

export interface Told {
  readonly evidence: readonly Evidence[]
  readonly nameOf: (id: string) => string
}

export function tell(marked: string, telling: Telling = {}, rules: readonly Rule[] = RULES): Told {
  const graph = relateArticle(resolved(marked, telling), 'test', rules)
  const names = new Map(graph.entities.map(({ id, name }) => [id, name]))
  return { evidence: graph.evidence, nameOf: (id) => names.get(id) ?? id }
}

/** One line a fact: 林一舟 VISITED 云岭公司; what is not asserted ends in its modality, a post in its title. Sorted. */
export function facts(marked: string, telling: Telling = {}, rules: readonly Rule[] = RULES): string[] {
  const { evidence, nameOf } = tell(marked, telling, rules)
  const lines = evidence.map((each) => {
    const ends = each.type === 'COLLABORATES_WITH' ? [nameOf(each.subjectId), nameOf(each.objectId)].sort() : [nameOf(each.subjectId), nameOf(each.objectId)]
    return [ends[0], each.type, ends[1], ...(each.modality === 'ASSERTED' ? [] : [each.modality]), ...(each.title === '' ? [] : [each.title])].join(' ')
  })
  return [...new Set(lines)].sort()
}

/** The facts of some types only. */
export const factsOf = (types: readonly string[], marked: string, telling: Telling = {}): string[] => facts(marked, telling).filter((line) => types.includes(line.split(' ')[1] ?? ''))
