import { ENTITY_KIND_NAMES, ENTITY_KINDS, MODALITY_NAMES, RELATION_NAMES, RELATIONS, type EntityKind, type Modality, type RelationType } from '../../schema/ontology/index.js'
import { articlesByIds } from '../answers/lookups.js'
import { pageOf, type Page, type PageArgs } from '../answers/paging.js'
import { checkName } from '../answers/resolve-name.js'
import type { Act, ActDecision } from '../core/acts.js'
import { isPolicyGraphError, PolicyGraphError } from '../core/errors.js'
import type { ArticleRecord } from '../core/records.js'
import { rawSpan, sliceSpan } from '../core/span.js'
import { reconcile } from '../curation/reconcile.js'
import { pagesOf } from '../store/pages.js'
import type { GraphStore } from '../store/port.js'
import { actsOfTargets, toAct } from './acts.js'
import { additionOf } from './additions.js'
import { recordOne, type Decider, type Decision } from './decide.js'

/** What extraction missed, as a reader of the article tells it: an entity, or a fact. Recorded with its span and decided by a reviewer. */

export interface ProposedEntity {
  readonly kind: EntityKind
  /** Finer sort, or ''. */
  readonly subkind: string
  /** Name, or id of an entity that there is. */
  readonly name: string
}

export interface ProposedFact {
  readonly type: RelationType
  /** Names or ids. */
  readonly subject: string
  readonly object: string
  readonly title: string
  readonly modality: Modality
}

/** UTF-16 code units into the raw text, half-open. */
interface Offsets {
  readonly start: number
  readonly end: number
}

export interface Proposal {
  /** Id of the act that opened it. */
  readonly id: string
  readonly articleId: string
  readonly state: ActDecision<'PROPOSAL'>
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly raw: Offsets
  /** Slice of the raw text, verbatim. */
  readonly quote: string
  /** SHA-256 of the raw text that the span counts in; when the article's is another by now, the span may point elsewhere. */
  readonly textHash: string
  readonly entity: ProposedEntity | null
  readonly fact: ProposedFact | null
  readonly decidedBy: Act | null
}

export interface ProposeArgs {
  readonly article: string
  readonly raw: Offsets
  readonly entity?: (Omit<ProposedEntity, 'subkind'> & { readonly subkind?: string | null | undefined }) | null | undefined
  readonly fact?: (Omit<ProposedFact, 'title' | 'modality'> & { readonly title?: string | null | undefined; readonly modality?: Modality | null | undefined }) | null | undefined
  readonly reason: string
}

/** Longest quote of a proposal, in UTF-16 code units: a long sentence. */
const MAX_QUOTE = 1_000
const MAX_TITLE = 100

const bad = (zh: string, en: string, argument: string): PolicyGraphError => new PolicyGraphError('BAD_INPUT', `${zh} · ${en}`, { details: { argument } })
const noProposal = (id: string): PolicyGraphError => new PolicyGraphError('NOT_FOUND', '没有此编号的提议 · no such proposal', { details: { id: id.slice(0, 80) } })

const splitsCharacter = (text: string, at: number): boolean => /[\ud800-\udbff]/u.test(text.charAt(at - 1)) && /[\udc00-\udfff]/u.test(text.charAt(at))

/** The slice of the article, or BAD_INPUT for a span that is outside, empty, too long or cuts a character in two. */
function quoteAt({ rawText }: ArticleRecord, { start, end }: Offsets): string {
  if (start < 0 || end > rawText.length || start >= end) throw bad(`区间应在原文之内（0–${rawText.length}） · the span must lie within the raw text`, 'it is empty or outside', 'raw')
  if (end - start > MAX_QUOTE) throw bad(`引文至多 ${MAX_QUOTE} 字`, `a quote has at most ${MAX_QUOTE} characters`, 'raw')
  if (splitsCharacter(rawText, start) || splitsCharacter(rawText, end)) throw bad('区间把一个字切成了两半', 'the span cuts a character in two', 'raw')
  return sliceSpan(rawText, rawSpan(start, end))
}

/** Exactly one of entity and fact, with names of a fit length. */
function contentOf({ entity, fact }: ProposeArgs): Pick<Proposal, 'entity' | 'fact'> {
  if ((entity == null) === (fact == null)) throw bad('请提议一个实体或一条事实，二者择一', 'propose an entity or a fact, one of the two', 'entity')
  if (entity != null) {
    const subkind = entity.subkind ?? ''
    if (subkind !== '' && !Object.hasOwn(ENTITY_KINDS[entity.kind].subkinds, subkind)) throw bad(`没有这个细类，有：${Object.keys(ENTITY_KINDS[entity.kind].subkinds).join('、')}`, 'no such subkind of this kind', 'subkind')
    return { entity: { kind: entity.kind, subkind, name: checkName(entity.name) }, fact: null }
  }
  if (fact == null) throw bad('缺少事实', 'the fact is missing', 'fact')
  if (RELATIONS[fact.type].derived) throw bad('同文提及由程序推出，不能提议', 'a co-mention is derived by the program and cannot be proposed', 'type')
  const title = fact.title ?? ''
  if (title.length > MAX_TITLE) throw bad(`职务至多 ${MAX_TITLE} 字`, `a title has at most ${MAX_TITLE} characters`, 'title')
  return { entity: null, fact: { type: fact.type, subject: checkName(fact.subject, 'subject'), object: checkName(fact.object, 'object'), title, modality: fact.modality ?? 'ASSERTED' } }
}

/** Records what was missed. NOT_FOUND for an unknown article, BAD_INPUT for a bad span, name or reason. */
export async function propose(store: GraphStore, who: Decider, args: ProposeArgs): Promise<Proposal> {
  const article = (await articlesByIds(store, [args.article])).get(args.article)
  if (article === undefined) throw new PolicyGraphError('NOT_FOUND', '没有此编号的文章 · no such article', { details: { id: args.article.slice(0, 80) } })
  const detail = { raw: { start: args.raw.start, end: args.raw.end }, quote: quoteAt(article, args.raw), textHash: article.textHash, ...contentOf(args) }
  const act = await recordOne(store, who, { kind: 'PROPOSAL', targets: [article.id], decision: 'OPENED', detail: JSON.stringify(detail) }, { reason: args.reason })
  return readProposal(act, null)
}

const isOneOf = <T extends string>(names: readonly T[], value: unknown): value is T => names.some((name) => name === value)
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {})
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

function readEntity(value: unknown): ProposedEntity | null {
  const { kind, subkind, name } = fieldsOf(value)
  return isOneOf(ENTITY_KIND_NAMES, kind) ? { kind, subkind: textOf(subkind), name: textOf(name) } : null
}

function readFact(value: unknown): ProposedFact | null {
  const { type, subject, object, title, modality } = fieldsOf(value)
  return isOneOf(RELATION_NAMES, type) && isOneOf(MODALITY_NAMES, modality) ? { type, subject: textOf(subject), object: textOf(object), title: textOf(title), modality } : null
}

const detailOf = ({ detail }: Act): Readonly<Record<string, unknown>> => (detail === '' ? {} : fieldsOf(JSON.parse(detail)))

function readProposal(opened: Act, decidedBy: Act | null): Proposal {
  const { raw, quote, textHash, entity, fact } = detailOf(opened)
  const { start, end } = fieldsOf(raw)
  return {
    id: opened.id, articleId: opened.targets[0] ?? '', state: decidedBy?.decision as ActDecision<'PROPOSAL'> | undefined ?? 'OPENED', by: opened.actor, at: opened.at, reason: opened.reason,
    raw: { start: numberOf(start), end: numberOf(end) }, quote: textOf(quote), textHash: textOf(textHash), entity: readEntity(entity), fact: readFact(fact), decidedBy,
  }
}

/** Proposals of a log, in the order in which they were made. A decision names its proposal in `detail`. */
export function foldProposals(acts: readonly Act[]): readonly Proposal[] {
  const proposals = acts.filter(({ kind }) => kind === 'PROPOSAL')
  const decided = new Map(proposals.filter(({ decision }) => decision !== 'OPENED').map((act) => [textOf(detailOf(act)['proposal']), act]))
  return proposals.filter(({ decision }) => decision === 'OPENED').map((act) => readProposal(act, decided.get(act.id) ?? null))
}

export type ProposalDecision = Exclude<ActDecision<'PROPOSAL'>, 'OPENED'>

/** Tries when somebody acts on the same article meanwhile. */
const TRIES = 5

/** States that a decision may follow. */
const BEFORE: Readonly<Record<ProposalDecision, ActDecision<'PROPOSAL'>>> = { ACCEPTED: 'OPENED', DECLINED: 'OPENED', WITHDRAWN: 'ACCEPTED' }

/** What the decision writes down beside its reason. */
const consequence = async (store: GraphStore, proposal: Proposal, decision: ProposalDecision): Promise<object> =>
  (decision === 'ACCEPTED' ? { addition: await additionOf(store, proposal) } : decision === 'WITHDRAWN' && proposal.decidedBy !== null ? { addition: detailOf(proposal.decidedBy)['addition'] } : {})

/**
 * Accepts or declines a proposal, once, or withdraws an acceptance. What is accepted stands in the graph from then on, and who is who is
 * worked out again. NOT_FOUND for an unknown one, BAD_INPUT for one that is decided already, whoever came first; for what cannot be added
 * the errors of additionOf. The version of the article guards the moment between looking and writing; an act about something else in the article only means looking again.
 */
export async function decideProposal(store: GraphStore, who: Decider, args: Pick<Decision, 'reason'> & { readonly id: string; readonly decision: ProposalDecision }): Promise<Proposal> {
  const articleId = await articleOfProposal(store, args.id)
  for (let tries = 1; ; tries++) {
    const acts = (await actsOfTargets(store, [articleId])).get(articleId) ?? []
    const proposal = foldProposals(acts).find(({ id }) => id === args.id)
    if (proposal === undefined) throw noProposal(args.id)
    if (proposal.state !== BEFORE[args.decision]) throw args.decision === 'WITHDRAWN' ? bad('只有已采纳的提议可以收回', 'only an accepted proposal can be withdrawn', 'id') : bad('此提议已有决定', 'the proposal has been decided', 'id')
    const detail = JSON.stringify({ proposal: args.id, ...await consequence(store, proposal, args.decision) })
    try {
      const act = { kind: 'PROPOSAL', targets: [articleId], decision: args.decision, detail } as const
      const decidedBy = await recordOne(store, who, act, { reason: args.reason, expectedVersion: acts.length })
      if (args.decision !== 'DECLINED') await reconcile(store)
      return { ...proposal, state: args.decision, decidedBy }
    } catch (error) {
      if (!isPolicyGraphError(error) || error.code !== 'STALE_VERSION' || tries === TRIES) throw error
    }
  }
}

async function articleOfProposal(store: GraphStore, id: string): Promise<string> {
  const [row] = /^act_\d{10}$/u.test(id) ? await store.read('acts-by-ids', { ids: [id] }) : []
  const act = row === undefined ? undefined : toAct(row)
  const [articleId] = act?.kind === 'PROPOSAL' && act.decision === 'OPENED' ? act.targets : []
  if (articleId === undefined) throw noProposal(id)
  return articleId
}

export interface ProposalsArgs extends PageArgs {
  readonly states?: readonly ActDecision<'PROPOSAL'>[] | null | undefined
}

/** Acts read at once. */
const LOG_PAGE = 1_000

/** Proposals about any article, latest first; those that wait when no state is named. Reads what people have proposed in all. */
export async function proposals(store: GraphStore, args: ProposalsArgs): Promise<Page<Proposal>> {
  const acts: Act[] = []
  for await (const rows of pagesOf(store, 'all-acts', 'id', LOG_PAGE, { kinds: ['PROPOSAL'] })) acts.push(...rows.map(toAct))
  const states = args.states == null || args.states.length === 0 ? ['OPENED'] : args.states
  const seqs = new Map(acts.map(({ id, seq }) => [id, seq]))
  return pageOf(foldProposals(acts).filter(({ state }) => states.includes(state)), ({ id }) => [-(seqs.get(id) ?? 0)], args)
}
