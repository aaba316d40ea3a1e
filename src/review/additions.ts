import { ENTITY_KINDS, RELATIONS, type EndSpec, type EntityKind, type RelationType } from '../../schema/ontology/index.js'
import { parseOffsetMap } from '../../ingest/2-clean/offset-map.js'
import { splitSentences } from '../../ingest/3-extract/sentences.js'
import { sentenceAt } from '../../ingest/3-extract/text-view.js'
import { loadGazetteer } from '../../ingest/3-extract/gazetteer.js'
import { identityKey } from '../../ingest/4-resolve/identity-key.js'
import type { LocalEntity } from '../../ingest/4-resolve/resolved-article.js'
import { articlesByIds } from '../answers/lookups.js'
import { entityById, resolveName } from '../answers/resolve-name.js'
import { text, texts } from '../answers/rows.js'
import { PolicyGraphError } from '../core/errors.js'
import { entityId, factId } from '../core/ids.js'
import type { ArticleRecord, EntityRecord, Mention } from '../core/records.js'
import { cleanSpan, overlaps, rawSpan, sliceSpan, type CleanSpan, type RawSpan } from '../core/span.js'
import type { AddedEntity, AddedFact, Addition } from '../curation/folds/fold-additions.js'
import { codeOfKey } from '../identity/index.js'
import type { GraphStore, StoreRow } from '../store/port.js'
import type { Proposal, ProposedEntity, ProposedFact } from './proposals.js'

/** From an accepted proposal to what it adds to the graph: names become references, the span becomes a quote. */

const bad = (zh: string, en: string, argument: string): PolicyGraphError => new PolicyGraphError('BAD_INPUT', `${zh} · ${en}`, { details: { argument } })

/** An article with the way between its two texts. */
class Text {
  readonly article: ArticleRecord
  readonly #offsets
  readonly #sentences

  constructor(article: ArticleRecord) {
    this.article = article
    this.#offsets = parseOffsetMap(article.offsets)
    this.#sentences = splitSentences(article.cleanText)
  }

  toRaw(span: CleanSpan): RawSpan {
    return this.#offsets.toRaw(span)
  }

  /** The clean characters that come from the raw span. */
  toClean(raw: RawSpan): CleanSpan {
    const from = (at: number): RawSpan => this.#offsets.toRaw(cleanSpan(at, at + 1))
    const first = this.#firstWhere((at) => from(at).end > raw.start)
    return cleanSpan(first, Math.max(first, this.#firstWhere((at) => from(at).start >= raw.end)))
  }

  /** Raw places never go back, so a binary search does. */
  #firstWhere(test: (at: number) => boolean): number {
    let [low, high] = [0, this.article.cleanText.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (test(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  sentenceOf({ start }: CleanSpan): number {
    return sentenceAt(this.#sentences, start)?.index ?? 0
  }

  mention(span: CleanSpan): Mention {
    const raw = this.toRaw(span)
    return { text: sliceSpan(this.article.rawText, raw), clean: sliceSpan(this.article.cleanText, span), raw, span, sentence: this.sentenceOf(span) }
  }

  /** The first place of any of the forms, within the quote if there is one, the longest form first. */
  find(forms: readonly string[], quote: CleanSpan): CleanSpan | undefined {
    const { cleanText } = this.article
    for (const [from, to] of [[quote.start, quote.end], [0, cleanText.length]] as const)
      for (const form of [...forms].sort((a, b) => b.length - a.length)) {
        const at = cleanText.indexOf(form, from)
        if (form !== '' && at >= 0 && at + form.length <= to) return cleanSpan(at, at + form.length)
      }
    return undefined
  }
}

/** What the article itself says of an entity that goes by this id. */
async function ownMention(store: GraphStore, articleId: string, id: string): Promise<StoreRow | undefined> {
  return (await store.read('mentions-of-articles', { ids: [articleId] })).find((row) => row['entityId'] === id)
}

const nearestTo = (quote: CleanSpan, mentions: readonly Mention[]): Mention | undefined =>
  mentions.find(({ span }) => overlaps(span, quote)) ?? [...mentions].sort((a, b) => Math.abs(a.span.start - quote.start) - Math.abs(b.span.start - quote.start))[0]

/** Key by which references of an entity are made, so that identity runs know its place. */
async function keyOf(store: GraphStore, reference: string): Promise<string> {
  const [row] = await store.read('references-by-ids', { ids: [reference] })
  return row === undefined ? '' : text(row, 'key')
}

/** The end of a fact under the reference that the article has for it, with a place where the article names it. */
async function endOf(store: GraphStore, words: Text, entity: EntityRecord, quote: CleanSpan, argument: string): Promise<AddedEntity> {
  const row = await ownMention(store, words.article.id, entity.id)
  const own = row === undefined ? undefined : nearestTo(quote, JSON.parse(text(row, 'mentions')) as readonly Mention[])
  if (row !== undefined && own !== undefined) {
    const { text: rawText, clean, raw, span, sentence } = own
    return {
      id: texts(row, 'refs')[0] ?? entity.id, kind: entity.kind, subkind: text(row, 'subkind'), name: text(row, 'name'), aliases: texts(row, 'aliases'), key: text(row, 'key'),
      mention: { text: rawText, clean, raw, span, sentence },
    }
  }
  const span = words.find([entity.name, ...entity.aliases], quote)
  if (span === undefined) throw bad(`文章没有提到“${entity.name}”；请先提议补入它`, 'the article does not name this entity; propose the entity first', argument)
  return { id: entity.id, kind: entity.kind, subkind: entity.subkind, name: entity.name, aliases: [], key: await keyOf(store, entity.id), mention: words.mention(span) }
}

const mayStand = (ends: readonly EndSpec<EntityKind>[], { kind, subkind }: EntityRecord): boolean =>
  ends.some((end) => end.kind === kind && (end.subkinds === undefined || subkind === '' || end.subkinds.includes(subkind)))

/** The one that the article names so, else the one in the graph. NOT_FOUND, AMBIGUOUS_NAME; BAD_INPUT for a kind that cannot stand there. */
async function resolveEnd(store: GraphStore, articleId: string, name: string, type: RelationType, side: 'subject' | 'object'): Promise<EntityRecord> {
  const named = (await store.read('mentions-of-articles', { ids: [articleId] })).filter((row) => text(row, 'name') === name || texts(row, 'aliases').includes(name))
  const [only] = named
  const entity = only !== undefined && named.length === 1 ? await entityById(store, text(only, 'entityId')) : undefined
  const found = entity ?? await resolveName(store, name, { argument: side })
  if (!mayStand(RELATIONS[type][side], found)) {
    const kinds = RELATIONS[type][side].map(({ kind }) => ENTITY_KINDS[kind].label.zh).join('、')
    throw bad(`“${found.name}”不能是“${RELATIONS[type].forward.zh}”的这一端（应为${kinds}）`, 'an entity of this kind cannot stand there', side)
  }
  return found
}

async function factAddition(store: GraphStore, words: Text, { raw }: Proposal, { type, subject, object, title, modality }: ProposedFact): Promise<Pick<Addition, 'entities' | 'fact'>> {
  const { article } = words
  const quoteSpan = words.toClean(rawSpan(raw.start, raw.end))
  const [first, second] = await Promise.all([resolveEnd(store, article.id, subject, type, 'subject'), resolveEnd(store, article.id, object, type, 'object')])
  if (first.id === second.id) throw bad('事实的两端是同一个实体', 'both ends of the fact are one entity', 'object')
  const entities = await Promise.all([endOf(store, words, first, quoteSpan, 'subject'), endOf(store, words, second, quoteSpan, 'object')])
  const ids = entities.map(({ id }) => id)
  const [subjectId = '', objectId = ''] = RELATIONS[type].symmetric ? ids.sort() : ids
  const repairs = article.repairs.filter((repair) => overlaps(repair.raw, rawSpan(raw.start, raw.end))).map(({ pass }) => pass)
  const fact: AddedFact = {
    factId: factId(type, subjectId, objectId, title), type, subjectId, objectId, title, modality,
    quote: sliceSpan(article.rawText, raw), cleanQuote: sliceSpan(article.cleanText, quoteSpan), raw: rawSpan(raw.start, raw.end), span: quoteSpan,
    sentence: words.sentenceOf(quoteSpan), repairs: [...new Set(repairs)].sort(),
  }
  return { entities, fact }
}

/** The region whose organs a bare 市委 of the article belongs to. */
async function homeOf(store: GraphStore, { homeId }: ArticleRecord): Promise<LocalEntity | undefined> {
  const home = homeId === '' ? undefined : await entityById(store, homeId)
  return home === undefined ? undefined : localOf('REGION', home.subkind, home.name, codeOfKey(await keyOf(store, homeId)))
}

const localOf = (kind: EntityKind, subkind: string, name: string, code: string): LocalEntity => ({ kind, subkind, name, aliases: [], code, mentions: [] })

/** An entity under the id that extraction would have given it, or an existing one that is given by its id. */
async function entityAddition(store: GraphStore, words: Text, { raw }: Proposal, { kind, name, subkind }: ProposedEntity): Promise<Pick<Addition, 'entities' | 'fact'>> {
  const span = words.toClean(rawSpan(raw.start, raw.end))
  const mention = { ...words.mention(span), raw: rawSpan(raw.start, raw.end), text: sliceSpan(words.article.rawText, raw) }
  const known = /^[a-z]_[0-9a-f]{16}$/u.test(name) ? await entityById(store, name) : undefined
  if (known !== undefined && known.kind !== kind) throw bad('此编号的实体不是所说的类型', 'the entity of this id is of another kind', 'name')
  const form = known?.name ?? name
  const aliases = mention.clean === form ? [] : [mention.clean]
  if (known !== undefined) return { entities: [{ id: known.id, kind, subkind: known.subkind, name: form, aliases, key: await keyOf(store, known.id), mention }], fact: null }
  const places = kind === 'REGION' ? loadGazetteer().byForm(name) : []
  const [place] = places
  if (places.length > 1) throw bad('不止一处叫这个名称，请给出已有实体的 id', 'several places bear this name; give the id of the entity', 'name')
  const local = localOf(kind, place?.level ?? subkind, name, place?.code ?? '')
  const key = identityKey(local, 0, { anchors: new Map(), home: await homeOf(store, words.article), articleId: words.article.id })
  return { entities: [{ id: entityId(kind, key), kind, subkind: local.subkind, name, aliases, key, mention }], fact: null }
}

/**
 * What accepting the proposal adds. BAD_INPUT when the text of the article has changed since or the ends cannot stand in such a fact,
 * NOT_FOUND and AMBIGUOUS_NAME for names of ends that are not clear.
 */
export async function additionOf(store: GraphStore, proposal: Proposal): Promise<Addition> {
  const article = (await articlesByIds(store, [proposal.articleId])).get(proposal.articleId)
  if (article === undefined || article.textHash !== proposal.textHash) throw bad('提议之后原文已改动，请重新提议', 'the text has changed since; propose it anew', 'id')
  const words = new Text(article)
  const added = proposal.fact !== null ? await factAddition(store, words, proposal, proposal.fact)
    : proposal.entity !== null ? await entityAddition(store, words, proposal, proposal.entity)
      : { entities: [], fact: null }
  return { textHash: article.textHash, ...added }
}
