import type { EntityKind } from '../../schema/ontology/index.js'
import type { ArticleEntity, ArticleGraph, Evidence } from '../core/records.js'
import type { NameForm, Profile, ProfilePost } from './profile.js'

/** What an article says of an entity that is not in its mentions: register numbers, roles of its forms. */
export interface EntityNotes {
  /** Role of a form of the entity (introduced, former), or undefined for one in use. */
  role?(entityId: string, form: string): NameForm['role'] | undefined
  uscc?(entityId: string): string | undefined
  wikidata?(entityId: string): string | undefined
}

/** Relations that tie an entity to others; co-mention and containment say too little. */
const TIES: ReadonlySet<string> = new Set(['VISITED', 'ATTENDED', 'PROMOTES', 'PARTICIPATES_IN', 'DESIGNATED', 'COLLABORATES_WITH', 'INVESTS_IN', 'HOLDS_POSITION'])
/** What is kept of homes, relations and posts: the most frequent. A mayor with a thousand visits is told by a few. */
const KEPT = 24

interface Draft {
  readonly id: string
  readonly kind: EntityKind
  readonly subkinds: Map<string, number>
  readonly forms: Map<string, number>
  readonly homes: Map<string, number>
  readonly regions: Map<string, number>
  readonly related: Map<string, number>
  readonly posts: Map<string, ProfilePost>
  first: string
  last: string
}

const count = (map: Map<string, number>, key: string, by = 1): void => {
  if (key !== '') map.set(key, (map.get(key) ?? 0) + by)
}

/** Keys by count, then by text. */
const ranked = (map: ReadonlyMap<string, number>): string[] => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)

/** Code of a region from its identity key (`gb:320600`), or ''. */
const codeOf = (entity: ArticleEntity | undefined): string => (entity?.kind === 'REGION' && entity.key.startsWith('gb:') ? entity.key.slice(3) : '')

/**
 * Profiles of all entities that articles name: the fold of their records. Deterministic, and independent of the order of articles
 * and of their entities. Articles without a date leave dates unknown.
 */
export function foldProfiles(graphs: Iterable<ArticleGraph>, notes: EntityNotes = {}): Profile[] {
  const drafts = new Map<string, Draft>()
  for (const graph of graphs) foldArticle(graph, drafts)
  return [...drafts.values()].map((draft) => toProfile(draft, notes)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function foldArticle({ article, entities, evidence }: ArticleGraph, drafts: Map<string, Draft>): void {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const home = codeOf(byId.get(article.homeId))
  for (const entity of entities) {
    const draft = draftOf(drafts, entity)
    count(draft.subkinds, entity.subkind)
    for (const form of [entity.name, ...entity.aliases]) count(draft.forms, form, Math.max(1, entity.mentions.filter((mention) => mention.clean === form).length))
    count(draft.homes, home)
    count(draft.regions, codeOf(entity))
    if (article.date === '') continue
    if (draft.first === '' || article.date < draft.first) draft.first = article.date
    if (article.date > draft.last) draft.last = article.date
  }
  for (const fact of evidence) foldFact(fact, article.date, byId, drafts)
}

function foldFact(fact: Evidence, date: string, byId: ReadonlyMap<string, ArticleEntity>, drafts: Map<string, Draft>): void {
  if (fact.modality === 'DENIED' || fact.modality === 'HYPOTHETICAL') return
  const [subject, object] = [drafts.get(fact.subjectId), drafts.get(fact.objectId)]
  if (!subject || !object) return
  if (fact.type === 'LOCATED_IN') count(subject.regions, codeOf(byId.get(fact.objectId)))
  if (TIES.has(fact.type)) {
    count(subject.related, fact.objectId)
    count(object.related, fact.subjectId)
  }
  if (fact.type !== 'HOLDS_POSITION') return
  const body = byId.get(fact.objectId)
  const at = fact.eventDate === '' ? date : fact.eventDate
  const key = `${fact.title} ${fact.objectId}`
  const known = subject.posts.get(key)
  const dates = [at, known?.from ?? '', known?.to ?? ''].filter((day) => day !== '').sort()
  subject.posts.set(key, { title: fact.title, bodyName: body?.name ?? '', bodyId: fact.objectId, regionCode: codeOf(body), from: dates[0] ?? '', to: dates.at(-1) ?? '' })
}

function draftOf(drafts: Map<string, Draft>, { id, kind }: ArticleEntity): Draft {
  const known = drafts.get(id)
  if (known) return known
  const draft: Draft = { id, kind, subkinds: new Map(), forms: new Map(), homes: new Map(), regions: new Map(), related: new Map(), posts: new Map(), first: '', last: '' }
  drafts.set(id, draft)
  return draft
}

function toProfile(draft: Draft, notes: EntityNotes): Profile {
  const { id, kind, first, last } = draft
  return {
    id, kind, first, last,
    subkind: ranked(draft.subkinds)[0] ?? '',
    names: ranked(draft.forms).map((form) => ({ form, count: draft.forms.get(form) ?? 0, role: notes.role?.(id, form) ?? 'used' })),
    regions: ranked(draft.regions).slice(0, KEPT),
    homes: ranked(draft.homes).slice(0, KEPT),
    posts: [...draft.posts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, post]) => post).slice(0, KEPT),
    related: ranked(draft.related).slice(0, KEPT).sort(),
    uscc: notes.uscc?.(id) ?? '',
    wikidata: notes.wikidata?.(id) ?? '',
  }
}
