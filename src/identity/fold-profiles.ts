import type { ArticleEntity, ArticleGraph, Evidence } from '../core/records.js'
import type { NameForm, Profile } from './profile.js'
import { codeOfKey, ProfileFold } from './profile-fold.js'

/** What is known of an entity that is not in its mentions: register numbers, and roles of forms where mentions tell none. */
export interface EntityNotes {
  /** Role of a form of the entity (introduced, former), or undefined for one in use. */
  role?(entityId: string, form: string): NameForm['role'] | undefined
  uscc?(entityId: string): string | undefined
  wikidata?(entityId: string): string | undefined
}

/**
 * Profiles of all entities that articles name: the fold of their records. Deterministic, and independent of the order of articles
 * and of their entities. Articles without a date leave dates unknown.
 */
export function foldProfiles(graphs: Iterable<ArticleGraph>, notes: EntityNotes = {}): Profile[] {
  const folds = new Map<string, ProfileFold>()
  for (const graph of graphs) foldArticle(graph, folds, notes)
  return [...folds].map(([id, fold]) => fold.toProfile({ uscc: notes.uscc?.(id), wikidata: notes.wikidata?.(id) })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** How often an article uses each form of an entity, and how it brings it. */
export function formsOf(entity: Pick<ArticleEntity, 'name' | 'aliases' | 'mentions'>): readonly NameForm[] {
  return [...new Set([entity.name, ...entity.aliases])].map((form) => {
    const mentions = entity.mentions.filter((mention) => mention.clean === form)
    return { form, count: Math.max(1, mentions.length), role: mentions.find(({ role }) => role !== undefined)?.role ?? 'used' }
  })
}

function foldArticle({ article, entities, evidence }: ArticleGraph, folds: Map<string, ProfileFold>, notes: EntityNotes): void {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const home = codeOfKey(byId.get(article.homeId)?.key ?? '')
  for (const entity of entities) {
    const fold = folds.get(entity.id) ?? new ProfileFold(entity)
    folds.set(entity.id, fold)
    fold.addNaming({ date: article.date, home, subkind: entity.subkind, forms: formsOf(entity).map((form) => ({ ...form, role: notes.role?.(entity.id, form.form) ?? form.role })) })
  }
  for (const fact of evidence) foldFact(fact, article.date, byId, folds)
}

function foldFact(fact: Evidence, date: string, byId: ReadonlyMap<string, ArticleEntity>, folds: ReadonlyMap<string, ProfileFold>): void {
  const [subject, object] = [byId.get(fact.subjectId), byId.get(fact.objectId)]
  if (!subject || !object) return
  const statement = { type: fact.type, modality: fact.modality, title: fact.title, seen: fact.eventDate === '' ? date : fact.eventDate }
  folds.get(subject.id)?.addStatement({ ...statement, asSubject: true, other: object })
  folds.get(object.id)?.addStatement({ ...statement, asSubject: false, other: subject })
}
