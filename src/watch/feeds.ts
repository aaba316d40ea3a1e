import { MODALITIES, RELATIONS } from '../../schema/ontology/index.js'
import { articlesByIds, entitiesByIds, evidenceOfFacts, factsByIds, factsOfEntities } from '../answers/lookups.js'
import { firmsLinkedTo } from '../answers/firms-linked-to.js'
import { resolveName, type ResolveOptions } from '../answers/resolve-name.js'
import { PolicyGraphError } from '../core/errors.js'
import type { FactRecord } from '../core/records.js'
import type { AskAnswer } from '../ask/ask.js'
import { idsOfQuestion } from '../export/scopes.js'
import type { GraphStore } from '../store/port.js'
import type { AtomEntry, AtomFeed } from './atom.js'

/** What a newsroom can follow: an entity, an initiative, the firms linked to an initiative, a catalogued or a plain question. */

/** Entries of a feed, the latest. */
const MOST_ENTRIES = 50
/** A tag URI (RFC 4151) under a name that no one can own. */
const idOf = (kind: string, id: string): string => `tag:policygraph.invalid,2025:${kind}/${id}`

const byDay = (a: FactRecord, b: FactRecord): number => (a.lastSeen < b.lastSeen ? 1 : a.lastSeen > b.lastSeen ? -1 : a.id < b.id ? -1 : 1)

/** Facts as entries: the statement, its latest quote with its source, the permalink. Three store calls. */
async function entriesOf(store: GraphStore, facts: readonly FactRecord[], base: string): Promise<readonly AtomEntry[]> {
  const latest = [...new Map(facts.map((fact) => [fact.id, fact])).values()].sort(byDay).slice(0, MOST_ENTRIES)
  if (latest.length === 0) return []
  const [names, evidence] = await Promise.all([
    entitiesByIds(store, [...new Set(latest.flatMap(({ subjectId, objectId }) => [subjectId, objectId]))]),
    evidenceOfFacts(store, latest.map(({ id }) => id), 1),
  ])
  const proofs = new Map(latest.map(({ id }) => [id, evidence.get(id)?.[0]]))
  const articles = await articlesByIds(store, [...new Set([...proofs.values()].flatMap((proof) => (proof === undefined ? [] : [proof.articleId])))])
  return latest.map((fact): AtomEntry => {
    const proof = proofs.get(fact.id)
    const article = proof === undefined ? undefined : articles.get(proof.articleId)
    const { forward } = RELATIONS[fact.type]
    const modality = fact.modality === 'ASSERTED' ? '' : `（${MODALITIES[fact.modality].label.zh}）`
    const source = [article?.source, article?.title, article?.date].filter((part) => part !== undefined && part !== '').join('，')
    return {
      id: idOf('fact', fact.id), updated: fact.lastSeen, link: `${base}fact/${encodeURIComponent(fact.id)}`,
      title: `${names.get(fact.subjectId)?.name ?? ''} ${forward.zh}${fact.title === '' ? '' : `（${fact.title}）`} ${names.get(fact.objectId)?.name ?? ''}${modality}`,
      summary: `${proof?.quote ?? ''}${source === '' ? '' : `\n—— ${source}`}`,
    }
  })
}

/** All facts of an entity. NOT_FOUND, AMBIGUOUS_NAME; BAD_INPUT for one of another kind. */
export async function entityFeed(store: GraphStore, name: string, kinds: ResolveOptions['kinds'], { base, self }: { readonly base: string; readonly self: string }): Promise<AtomFeed> {
  const entity = await resolveName(store, name, { kinds, argument: 'entity' })
  const facts = (await factsOfEntities(store, [entity.id])).get(entity.id) ?? []
  return { id: idOf('entity', entity.id), title: `PolicyGraph：${entity.name}`, self, entries: await entriesOf(store, facts, base) }
}

/** The facts of the best links of firms to an initiative, co-mention left out. */
export async function firmsFeed(store: GraphStore, initiative: string, { base, self }: { readonly base: string; readonly self: string }): Promise<AtomFeed> {
  const found = await firmsLinkedTo(store, { initiative, minStrength: 'CHAIN', first: 100 })
  const facts = found.page.edges.flatMap(({ node }) => node.paths.flatMap(({ hops }) => hops.map(({ fact }) => fact)))
  return { id: idOf('firms-linked-to', found.initiative.id), title: `PolicyGraph：与${found.initiative.name}有关的企业`, self, entries: await entriesOf(store, facts, base) }
}

const factsNamed = async (store: GraphStore, ids: Iterable<string>): Promise<readonly FactRecord[]> => [...(await factsByIds(store, [...new Set(ids)])).values()].filter(({ open }) => open)

/** The facts that answer a catalogued question (firmsLinkedTo, connection, factsOf), as `/export/question/…` has them. NOT_FOUND, AMBIGUOUS_NAME, BAD_INPUT. */
export async function questionFeed(store: GraphStore, name: string, params: Readonly<Record<string, string>>, { base, self }: { readonly base: string; readonly self: string }): Promise<AtomFeed> {
  const { factIds } = await idsOfQuestion(store, name, params)
  const given = Object.keys(params).sort().map((key) => `${key}=${params[key] ?? ''}`)
  return {
    id: idOf('question', `${encodeURIComponent(name)}?${given.map(encodeURIComponent).join('&')}`), title: `PolicyGraph：${name}（${given.join('，')}）`, self,
    entries: await entriesOf(store, await factsNamed(store, factIds), base),
  }
}

/** Ids of facts anywhere in an answer. */
function factIdsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.entries(value).flatMap(([key, inner]) => (key === 'id' && typeof inner === 'string' && inner.startsWith('f_') ? [inner] : []))
  return [...own, ...Object.values(value).flatMap(factIdsIn)]
}

/** The facts in the answer to a plain question. BAD_INPUT when it was not understood: a feed that is silent for that would mislead. */
export async function askFeed(store: GraphStore, answer: Pick<AskAnswer, 'outcome' | 'question' | 'understood' | 'answer'>, { base, self }: { readonly base: string; readonly self: string }): Promise<AtomFeed> {
  const { outcome, question, understood } = answer
  if (outcome !== 'UNDERSTOOD') throw new PolicyGraphError('BAD_INPUT', `${understood.zh} · ${understood.en}`, { details: { argument: 'question', outcome } })
  return { id: idOf('ask', encodeURIComponent(question)), title: `PolicyGraph：${understood.zh}`, self, entries: await entriesOf(store, await factsNamed(store, factIdsIn(answer.answer)), base) }
}
