import { RELATIONS, RELATION_NAMES, type Label, type RelationType } from '../../../schema/ontology/index.js'
import { articlesByIds, factsOfEntities } from '../../answers/lookups.js'
import { resolveName } from '../../answers/resolve-name.js'
import { mentionsOf, text } from '../../answers/rows.js'
import type { ArticleRecord, EntityRecord, Mention } from '../../core/records.js'
import type { RawSpan } from '../../core/span.js'
import type { GraphStore } from '../../store/port.js'
import type { ExportFact } from '../export-graph.js'
import { factPage, isWanted, judgedFactsByIds } from '../read-facts.js'
import { doubtsOf, independentOriginals, type Doubt } from './doubts.js'
import { sentenceAround } from './quoted.js'

/** All that the articles say of one entity. */

/** Facts of one dossier, those in most articles first; the rest is counted. */
export const MAX_DOSSIER_FACTS = 500
const FACT_PAGE = 100
const ROWS = 10_000

/** A form of the name with the earliest words that bring it. */
export interface DossierName {
  readonly form: string
  /** Absent for a form that no article writes (made from parts). */
  readonly introduced: { readonly quote: string; readonly raw: RawSpan; readonly article: ArticleRecord } | undefined
}

export interface DossierFact {
  readonly item: ExportFact
  readonly originals: number
  readonly doubts: readonly Doubt[]
}

/** Facts of one relation in one direction. */
export interface DossierGroup {
  readonly type: RelationType
  /** True when the entity is the subject. */
  readonly forward: boolean
  readonly label: Label
  readonly facts: readonly DossierFact[]
}

export interface Dossier {
  readonly entity: EntityRecord
  readonly names: readonly DossierName[]
  readonly groups: readonly DossierGroup[]
  /** Articles that the facts rest on, the latest first. */
  readonly articles: ReadonlyMap<string, ArticleRecord>
  /** Facts that are not in it, since there are too many. */
  readonly factsLeftOut: number
}

interface FirstMention {
  readonly articleId: string
  readonly date: string
  readonly mention: Mention
}

const isRepaired = ({ mention }: FirstMention): boolean => mention.text !== mention.clean

/** Undated articles last; of one day, undamaged text first. */
function earlier(a: FirstMention, b: FirstMention): boolean {
  if (a.date !== b.date) return a.date !== '' && (b.date === '' || a.date < b.date)
  return isRepaired(a) === isRepaired(b) ? a.articleId < b.articleId : isRepaired(b)
}

/** Where each form first stands, by the form as repaired. */
async function firstMentions(store: GraphStore, id: string): Promise<ReadonlyMap<string, FirstMention>> {
  const found = new Map<string, FirstMention>()
  for (let skip = 0; ; skip += ROWS) {
    const rows = await store.read('articles-of-entities', { ids: [id], skip, limit: ROWS })
    for (const row of rows) {
      for (const mention of mentionsOf(row)) {
        const here = { articleId: text(row, 'articleId'), date: text(row, 'date'), mention }
        const known = found.get(mention.clean)
        if (known === undefined || earlier(here, known)) found.set(mention.clean, here)
      }
    }
    if (rows.length < ROWS) return found
  }
}

async function namesOf(store: GraphStore, { id, name, aliases }: EntityRecord): Promise<readonly DossierName[]> {
  const first = await firstMentions(store, id)
  const forms = [...new Set([name, ...aliases])]
  const ids = [...new Set(forms.flatMap((form) => first.get(form)?.articleId ?? []))]
  const articles = ids.length === 0 ? new Map<string, ArticleRecord>() : await articlesByIds(store, ids)
  return forms.map((form) => {
    const place = first.get(form)
    const article = place === undefined ? undefined : articles.get(place.articleId)
    return { form, introduced: place === undefined || article === undefined ? undefined : { ...sentenceAround(article, place.mention.span), article } }
  })
}

const latestFirst = (a: DossierFact, b: DossierFact): number => {
  const [x, y] = [a.item.fact, b.item.fact]
  return x.lastSeen === y.lastSeen ? (x.id < y.id ? -1 : 1) : x.lastSeen > y.lastSeen ? -1 : 1
}

/** Posts first, then the order of the ontology; each relation from the entity's side. */
function groupsOf(id: string, facts: readonly DossierFact[]): readonly DossierGroup[] {
  const order: readonly RelationType[] = ['HOLDS_POSITION', ...RELATION_NAMES.filter((type) => type !== 'HOLDS_POSITION')]
  return order.flatMap((type) => {
    const { forward, backward, symmetric } = RELATIONS[type]
    const own = facts.filter(({ item }) => item.fact.type === type).sort(latestFirst)
    const sides = symmetric ? [{ forward: true, label: forward, facts: own }] : [
      { forward: true, label: forward, facts: own.filter(({ item }) => item.fact.subjectId === id) },
      { forward: false, label: backward, facts: own.filter(({ item }) => item.fact.subjectId !== id) },
    ]
    return sides.filter((side) => side.facts.length > 0).map((side): DossierGroup => ({ type, ...side }))
  })
}

/** The dossier of an entity by id or name. BAD_INPUT, NOT_FOUND, AMBIGUOUS_NAME. */
export async function dossierOf(store: GraphStore, nameOrId: string): Promise<Dossier> {
  const entity = await resolveName(store, nameOrId, { argument: 'entity' })
  const all = (await factsOfEntities(store, [entity.id])).get(entity.id) ?? []
  const shown = all.slice(0, MAX_DOSSIER_FACTS).map(({ id }) => id)
  const facts: DossierFact[] = []
  const articles = new Map<string, ArticleRecord>()
  for (let at = 0; at < shown.length; at += FACT_PAGE) {
    const judged = (await judgedFactsByIds(store, shown.slice(at, at + FACT_PAGE))).filter((fact) => isWanted(fact, {}))
    const page = await factPage(store, judged)
    for (const [id, article] of page.articles) articles.set(id, article)
    for (const item of page.facts) {
      const originals = independentOriginals(item, page.articles)
      facts.push({ item, originals, doubts: doubtsOf(item, page.articles, originals) })
    }
  }
  return { entity, names: await namesOf(store, entity), groups: groupsOf(entity.id, facts), articles, factsLeftOut: all.length - shown.length }
}
