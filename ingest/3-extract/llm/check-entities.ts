import { ENTITY_KIND_NAMES, ENTITY_KINDS, type EntityKind } from '../../../schema/ontology/index.js'
import { entityId } from '../../../src/core/ids.js'
import type { ArticleEntity, Mention } from '../../../src/core/records.js'
import { cleanSpan, overlaps, sliceSpan, type CleanSpan } from '../../../src/core/span.js'
import { identityKey } from '../../4-resolve/identity-key.js'
import type { LocalEntity, ResolvedArticle } from '../../4-resolve/resolved-article.js'
import { loadGazetteer } from '../gazetteer.js'
import type { DropReason, Drops } from './drops.js'
import type { EntityProposal } from './proposals.js'

/** A name: letters of any script and digits, with the marks that stand inside names; no pronoun, no sentence. */
const NAME = /^[\p{L}\p{N}“《（(][\p{L}\p{N}“”《》（）()·・—\-+、.&／/ ]{0,58}[\p{L}\p{N}”》）)]$/u
const PERSON_NAME = /^[\p{L}·・.]{2,24}$/u
/** Words that stand for something named elsewhere. */
const STANDS_FOR = /^(?:该|本|我|你|他|她|它|这|那|其|各|某|双方|企业|公司|集团|园区|市委|市政府|省委|省政府|区委|区政府|县委|县政府|政府|部门|有关部门|相关部门|会议|活动|项目|当地|全市|全省|全国|全县|全区)/

const isKind = (text: string): text is EntityKind => ENTITY_KIND_NAMES.some((kind) => kind === text)

/** The entities of the article with those proposals added that hold; mentions stay disjoint. */
export function addEntities(article: ResolvedArticle, known: readonly ArticleEntity[], proposals: readonly EntityProposal[], drops: Drops): readonly ArticleEntity[] {
  const entities = new Map(known.map((entity) => [entity.id, entity]))
  const taken = known.flatMap(({ mentions }) => mentions.map(({ span }) => span))
  const forms = new Set(known.flatMap(({ name, aliases, mentions }) => [name, ...aliases, ...mentions.map(({ clean }) => clean)]))
  for (const proposal of proposals) {
    if (forms.has(proposal.name)) continue // said already: nothing new, nothing wrong
    const local = checkedForm(article, proposal)
    if (typeof local === 'string') {
      drops.add(local)
      continue
    }
    const all = occurrences(article.extracted.view.text, local.name)
    const spans = all.filter((span) => !taken.some((each) => overlaps(each, span)))
    if (spans.length === 0) {
      drops.add(all.length === 0 ? 'NOT_IN_TEXT' : 'OVERLAPS')
      continue
    }
    const entity = entityOf(article, local, spans)
    if (entity.mentions.length === 0) continue
    forms.add(local.name)
    taken.push(...spans)
    const before = entities.get(entity.id)
    entities.set(entity.id, before === undefined ? entity : joined(before, entity))
  }
  return [...entities.values()]
}

function checkedForm(article: ResolvedArticle, { name, kind, subkind }: EntityProposal): LocalEntity | DropReason {
  if (!isKind(kind)) return 'BAD_KIND'
  const subkinds = Object.keys(ENTITY_KINDS[kind].subkinds)
  // an initiative without a subkind could stand in no relation; other kinds may leave it open
  if (subkind === '' ? kind === 'INITIATIVE' : !subkinds.includes(subkind)) return 'BAD_KIND'
  if (!NAME.test(name) || STANDS_FOR.test(name) || (kind === 'PERSON' && !PERSON_NAME.test(name))) return 'BAD_NAME'
  if (kind === 'PERSON' && article.extracted.byline.includes(name)) return 'BYLINE'
  const places = kind === 'REGION' ? loadGazetteer().byForm(name) : []
  // which of several places of one name is meant, a model cannot prove
  if (places.length > 1) return 'BAD_NAME'
  return { kind, subkind: places[0]?.level ?? subkind, name, aliases: [], code: places[0]?.code ?? '', mentions: [] }
}

/** Every place of a text where the form stands, in order, without overlaps. */
export function occurrences(text: string, form: string): readonly CleanSpan[] {
  const spans: CleanSpan[] = []
  for (let at = text.indexOf(form); at >= 0 && form !== ''; at = text.indexOf(form, at + form.length)) spans.push(cleanSpan(at, at + form.length))
  return spans
}

function entityOf(article: ResolvedArticle, local: LocalEntity, spans: readonly CleanSpan[]): ArticleEntity {
  const home = article.home === undefined ? undefined : article.locals[article.home]
  const { view } = article.extracted
  const key = identityKey(local, article.locals.length, { anchors: new Map(), home, articleId: view.article.raw.id })
  const mentions = spans.flatMap((span): Mention[] => {
    const sentence = view.sentences.find((each) => each.span.start <= span.start && span.end <= each.span.end)
    if (sentence === undefined) return []
    const raw = view.article.offsets.toRaw(span)
    return [{ text: sliceSpan(view.article.raw.text, raw), clean: local.name, raw, span, sentence: sentence.index }]
  })
  return { id: entityId(local.kind, key), kind: local.kind, subkind: local.subkind, name: local.name, aliases: [], key, mentions }
}

function joined(before: ArticleEntity, more: ArticleEntity): ArticleEntity {
  const aliases = [...new Set([...before.aliases, more.name])].filter((form) => form !== before.name)
  return { ...before, aliases, mentions: [...before.mentions, ...more.mentions].sort((a, b) => a.span.start - b.span.start) }
}
