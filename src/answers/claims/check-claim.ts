import { isAllowed, RELATIONS, type Label, type RelationType } from '../../../schema/ontology/index.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { EntityRecord } from '../../core/records.js'
import type { GraphStore, StoreRow } from '../../store/port.js'
import { dayOf, foldAsOf, foldOf, isKnownBy, type FactAsOf } from '../as-of.js'
import { articlesForQuotes, coMentionEvidence, coMentions } from '../co-mention.js'
import { connection } from '../connection.js'
import { checkDate } from '../dates.js'
import { MAX_CHAIN } from '../firms-linked-to.js'
import { groupBy } from '../group-by.js'
import { carriesChain, type LinkFact, type LinkPath, type Reason } from '../paths.js'
import type { Walk } from '../rank-paths.js'
import { resolveEnd, type Resolution } from '../resolve-end.js'
import { text, toEvidence, toFact } from '../rows.js'
import { storeSource } from '../path-source.js'
import { answerPaths } from '../trails.js'
import { emptyCheck, type ClaimArgs, type ClaimCandidate, type ClaimCheck } from './claim.js'
import { sourceReasons, sourcesOf } from './sources.js'
import { bestOf, weigh, type ToldEvidence } from './weigh.js'

/** Whether the articles say what somebody claims. */

/** Pieces of evidence shown; all are counted and weighed. */
export const EVIDENCE_SHOWN = 100
const PATHS_SHOWN = 5
const NEAREST_SHOWN = 3
/** Facts between two entities that are looked at. */
const FACTS_READ = 1_000
/** Articles quoted for a co-mention. */
const QUOTED_ARTICLES = 10

interface Asked {
  readonly subject: EntityRecord
  readonly object: EntityRecord
  readonly relation: RelationType | undefined
  readonly title: string
  readonly asOf: string
}

interface Between {
  /** Facts that say what is claimed. */
  readonly own: readonly FactAsOf[]
  /** The same relation, the other way round. */
  readonly reversed: readonly FactAsOf[]
  /** Taken back by reviewers. */
  readonly rejected: readonly FactAsOf[]
  readonly truncated: boolean
}

const reason = (code: string, zh: string, en: string): Reason => ({ code, zh, en })

/** The claim in words. */
export function wordsOf(subject: string, relation: RelationType | undefined, object: string, title = ''): Label {
  if (relation === undefined) return { zh: `${subject}与${object}有关联`, en: `${subject} and ${object} are linked` }
  const { zh, en } = RELATIONS[relation].forward
  const post = title === '' ? { zh: '', en: '' } : { zh: `（${title}）`, en: ` (${title})` }
  return { zh: `${subject} ${zh} ${object}${post.zh}`, en: `${subject} ${en} ${object}${post.en}` }
}

const plainTitle = (title: string): string => title.replace(/^(?:原|前)/u, '')
/** 市长 fits 市长 and 市委副书记、市长, and not 副市长. */
const fitsTitle = (fact: FactAsOf, wanted: string): boolean =>
  wanted === '' || fact.type !== 'HOLDS_POSITION' || plainTitle(fact.title).split(/[、，兼]/u).includes(plainTitle(wanted)) || plainTitle(fact.title) === plainTitle(wanted)

async function factsBetween(store: GraphStore, { subject, object, relation, title }: Asked): Promise<Between> {
  const ids = [subject.id, object.id]
  const rows = await store.read('facts-between', { ids, otherIds: ids, limit: FACTS_READ })
  const isRejected = (row: StoreRow): boolean => text(row, 'verdict') === 'REJECTED'
  const ofType = (fact: FactAsOf): boolean => relation === undefined || fact.type === relation
  const forward = (fact: FactAsOf): boolean => fact.subjectId === subject.id || relation === undefined || RELATIONS[relation].symmetric
  const standing = rows.filter((row) => !isRejected(row)).map(toFact).filter(ofType)
  return {
    own: standing.filter((fact) => forward(fact) && fitsTitle(fact, title)),
    reversed: standing.filter((fact) => !forward(fact)),
    rejected: rows.filter(isRejected).map(toFact).filter((fact) => ofType(fact) && forward(fact)),
    truncated: rows.length >= FACTS_READ,
  }
}

/** Evidence for the facts by fact id; one store call. */
async function evidenceFor(store: GraphStore, facts: readonly FactAsOf[]): Promise<ReadonlyMap<string, readonly ToldEvidence[]>> {
  if (facts.length === 0) return new Map()
  const rows = await store.read('evidence-of-facts', { ids: facts.map(({ id }) => id) })
  return groupBy(rows.map((row): ToldEvidence => ({ ...toEvidence(row), articleDate: text(row, 'articleDate') })), ({ factId }) => factId)
}

/** The fact as its evidence known by the day makes it, or undefined when none was. */
function asKnown(fact: FactAsOf, evidence: readonly ToldEvidence[], asOf: string): FactAsOf | undefined {
  if (asOf === '') return fact
  const fold = foldAsOf(evidence.map((item) => ({ ...item, seen: dayOf(item) })), asOf)
  return fold === undefined ? undefined : { ...fact, ...foldOf({ ...fact, ...fold }), asOf }
}

const newestFirst = (a: ToldEvidence, b: ToldEvidence): number =>
  a.articleDate === b.articleDate ? (a.id < b.id ? -1 : 1) : a.articleDate > b.articleDate ? -1 : 1

/** Facts between the two ends as paths of one hop. One or two store calls. */
function directPaths(store: GraphStore, { subject, object }: Asked, facts: readonly FactAsOf[], evidence: ReadonlyMap<string, readonly ToldEvidence[]>): Promise<readonly LinkPath[]> {
  const walks = facts.map((fact): Walk => {
    const articleIds = [...new Set((evidence.get(fact.id) ?? []).map(({ articleId }) => articleId))].sort()
    const link: LinkFact = { ...fact, articleIds }
    return { nodes: [subject.id, object.id], facts: [link], between: [] }
  })
  return walks.length === 0 ? Promise.resolve([]) : answerPaths(storeSource(store), walks)
}

/** What there is where no article says it: chains, then co-mention, then nothing. */
async function weaker(store: GraphStore, asked: Asked, between: Between, base: ClaimCheck): Promise<ClaimCheck> {
  const { subject, object, relation, asOf } = asked
  const own = new Set([...between.own, ...between.rejected].map(({ id }) => id))
  const reversed = new Set(between.reversed.map(({ id }) => id))
  const linked = await connection(store, { from: subject.id, to: object.id, maxHops: MAX_CHAIN, minStrength: 'CHAIN', first: 20, asOf })
  const sayIt = ({ hops }: LinkPath): boolean => hops.some(({ fact }) => own.has(fact.id))
  // A rumour links nobody, though it may be the nearest there is.
  const chains = relation === 'CO_MENTIONED' ? [] : linked.paths.filter((path) => !sayIt(path) && path.hops.every(({ fact }) => carriesChain(fact) && fact.modality !== 'HYPOTHETICAL'))
  const isReversed = ({ hops }: LinkPath): boolean => hops.length === 1 && hops.some(({ fact }) => reversed.has(fact.id))
  const near = [...linked.paths.filter(isReversed), ...linked.paths.filter(sayIt), ...linked.paths.filter((path) => !isReversed(path) && !sayIt(path)), ...linked.nearest]
  const nearest = near.filter(({ hops }) => !hops.some(({ fact }) => between.rejected.some(({ id }) => id === fact.id))).slice(0, NEAREST_SHOWN)
  const truncated = base.truncated || linked.truncated
  if (chains.length > 0) {
    const direct = chains.some(({ hops }) => hops.length === 1)
    const why = direct
      ? reason('OTHER_LINK', '文章没有这样说，但两者另有直接关系', 'no article says so; the two are linked directly in another way')
      : reason('CHAIN_ONLY', '没有文章这样说，两者只经由他人他事相连', 'no article says so; the two are linked only over others')
    return { ...base, verdict: 'INDIRECT', paths: chains.slice(0, PATHS_SHOWN), nearest, truncated, reasons: [...base.reasons, why] }
  }
  const { found, notes } = await coMentions(store, { ids: [subject.id], otherIds: [object.id], asOf })
  const [together] = found
  if (together === undefined) {
    return { ...base, verdict: 'NOT_FOUND', nearest, truncated, reasons: [...base.reasons, reason('NO_LINK', '没有文章这样说，也没有文章同时提到两者', 'no article says so, and none names both')] }
  }
  const evidence = coMentionEvidence(together, await articlesForQuotes(store, [together], QUOTED_ARTICLES), QUOTED_ARTICLES)
  const sources = await sourcesOf(store, evidence)
  const place = together.fact.strength === 'CO_SENTENCE' ? reason('SAME_SENTENCE', '两者只是同句提及', 'the two only stand in one sentence') : reason('SAME_ARTICLE_ONLY', '两者只是同文提及', 'the two only stand in one article')
  const dates = together.articles.map(({ date }) => date).filter((date) => date !== '').sort()
  return {
    ...base, verdict: 'CO_MENTIONED', evidence, evidenceCount: together.fact.evidenceCount, facts: [together.fact],
    paths: await directPaths(store, asked, [together.fact], new Map()), nearest, independentSources: sources.groups.length, sources: sources.groups,
    firstSaid: dates[0] ?? '', lastSaid: dates.at(-1) ?? '', narrated: true, damage: sources.damage,
    truncated: truncated || notes.length > 0 || together.articles.length > QUOTED_ARTICLES, reasons: [...base.reasons, place, ...sourceReasons(sources), ...notes],
  }
}

/** Why nothing supports the claim, as far as the facts between the two tell. */
function unsaid(asked: Asked, between: Between, evidence: ReadonlyMap<string, readonly ToldEvidence[]>): readonly Reason[] {
  const { subject, object, relation, asOf } = asked
  const reasons: Reason[] = []
  if (relation !== undefined && !isAllowed(relation, subject, object)) {
    const { zh, en } = RELATIONS[relation].forward
    reasons.push(reason('NOT_POSSIBLE', `“${zh}”不能自${subject.name}指向${object.name}`, `“${en}” cannot run from ${subject.name} to ${object.name}`))
  }
  if (between.reversed.length > 0) reasons.push(reason('WRONG_DIRECTION', '文章说的方向相反', 'the articles say it the other way round'))
  if (between.rejected.length > 0) reasons.push(reason('REJECTED', `${between.rejected.length} 条这样的事实已被审核否定，不作依据`, `${between.rejected.length} such fact(s) were rejected on review and do not count`))
  const all = between.own.flatMap(({ id }) => evidence.get(id) ?? [])
  const known = all.filter((item) => isKnownBy(asOf, item))
  if (all.length > 0 && known.length === 0) {
    const first = all.map(({ articleDate, eventDate }) => articleDate || eventDate).sort()[0] ?? ''
    reasons.push(reason('NOT_YET_KNOWN', `到 ${asOf} 为止没有文章这样说，最早见于 ${first}`, `no article said so by ${asOf}; the first was on ${first}`))
  }
  if (known.some(({ modality }) => modality === 'HYPOTHETICAL')) reasons.push(reason('ONLY_SUPPOSED', '文章只作假设或传闻提到', 'the articles only suppose it or tell it as a rumour'))
  if (known.some(({ modality }) => modality !== 'HYPOTHETICAL')) reasons.push(reason('ONLY_INFERRED', '只是推断，没有原文这样说', 'it is only inferred; no text says it'))
  return reasons
}

async function checkFound(store: GraphStore, asked: Asked): Promise<ClaimCheck> {
  const { subject, object, relation, title, asOf } = asked
  const between = await factsBetween(store, asked)
  const evidence = await evidenceFor(store, between.own)
  const cut = between.truncated ? [reason('FACTS_CUT', `两者之间事实过多，只看了 ${FACTS_READ} 条`, `too many facts between the two; ${FACTS_READ} of them were looked at`)] : []
  const base: ClaimCheck = { ...emptyCheck('NOT_FOUND', wordsOf(subject.name, relation, object.name, title)), subject, object, relation, title, asOf, truncated: between.truncated }
  const best = bestOf(between.own.map((fact) => {
    const said = (evidence.get(fact.id) ?? []).filter((item) => isKnownBy(asOf, item) && (item.strength === 'STATED' || item.strength === 'IMPLIED'))
    return { factId: fact.id, title: fact.title, ...weigh(fact.type, said) }
  }))
  if (best === undefined) return weaker(store, asked, between, { ...base, reasons: [...unsaid(asked, between, evidence), ...cut] })
  const facts = between.own.filter(({ id }) => best.factIds.includes(id)).flatMap((fact) => asKnown(fact, evidence.get(fact.id) ?? [], asOf) ?? [])
  const carrying = [...best.carrying].sort(newestFirst)
  const sources = await sourcesOf(store, carrying)
  const speakerIds = [...new Set(carrying.map(({ speakerId }) => speakerId).filter((id) => id !== ''))].sort()
  const narrated = carrying.some(({ speakerId }) => speakerId === '')
  const spoken = narrated ? [] : [reason('SPOKEN', '都是引述他人所说，不是文章自己的陈述', 'it is all what speakers say; no article says it of its own')]
  const implied = carrying.every(({ strength }) => strength === 'IMPLIED') ? [reason('IMPLIED', '需结合上下文才能看出', 'it needs its context to be read')] : []
  return {
    ...base, verdict: best.verdict, evidence: carrying.slice(0, EVIDENCE_SHOWN), evidenceCount: carrying.length, facts,
    paths: await directPaths(store, asked, facts, evidence), independentSources: sources.groups.length, sources: sources.groups, speakerIds, narrated,
    firstSaid: sources.firstSaid, lastSaid: sources.lastSaid, damage: sources.damage,
    truncated: base.truncated || sources.notes.length > 0 || carrying.length > EVIDENCE_SHOWN,
    reasons: [...best.reasons, ...spoken, ...implied, ...sourceReasons(sources), ...cut],
  }
}

const candidatesOf = (argument: 'subject' | 'object', { name, candidates }: Resolution): readonly ClaimCandidate[] => candidates.map((entity) => ({ argument, name, entity }))

/** The answer where a name does not stand for one entity: that comes before any look at the facts. */
function unresolved(ends: readonly (readonly ['subject' | 'object', Resolution])[], relation: RelationType | undefined): ClaimCheck {
  const [subject, object] = ends.map(([, resolution]) => resolution)
  const ambiguous = ends.some(([, { outcome }]) => outcome === 'AMBIGUOUS_NAME')
  const reasons = ends.flatMap(([argument, { outcome, name, candidates }]): readonly Reason[] => {
    const code = argument.toUpperCase()
    if (outcome === 'AMBIGUOUS_NAME') return [reason(`AMBIGUOUS_${code}`, `“${name}”可指多个实体，请从候选中选一个`, `“${name}” fits several entities; choose one of the candidates`)]
    if (outcome === 'FOUND') return []
    return [reason(`UNKNOWN_${code}`, `图中没有“${name}”${candidates.length > 0 ? '，候选为相近的名称' : ''}`, `nothing in the graph is called “${name}”${candidates.length > 0 ? '; the candidates are the nearest names' : ''}`)]
  })
  return {
    ...emptyCheck(ambiguous ? 'AMBIGUOUS_NAME' : 'NOT_FOUND', wordsOf(subject?.name ?? '', relation, object?.name ?? '')),
    subject: subject?.entity, object: object?.entity, relation, candidates: ends.flatMap(([argument, resolution]) => candidatesOf(argument, resolution)), reasons,
  }
}

/** The same for ends that are resolved already. Throws BAD_INPUT for two names of one entity. */
export async function checkResolved(store: GraphStore, subject: Resolution, object: Resolution, args: Omit<ClaimArgs, 'subject' | 'object'>): Promise<ClaimCheck> {
  const asOf = checkDate(args.asOf, 'asOf')
  const [relation, title] = [args.relation ?? undefined, args.title ?? '']
  if (subject.entity === undefined || object.entity === undefined) return { ...unresolved([['subject', subject], ['object', object]], relation), title, asOf }
  if (subject.entity.id === object.entity.id) {
    throw new PolicyGraphError('BAD_INPUT', `两端是同一个实体“${subject.entity.name}” · both ends are the same entity, ${subject.entity.name}`, { details: { argument: 'object', id: subject.entity.id } })
  }
  return checkFound(store, { subject: subject.entity, object: object.entity, relation, title, asOf })
}

/**
 * Whether the articles say that subject and object stand in the relation, in that direction. A name that fits several entities
 * or none is a verdict with candidates. Store calls do not grow with the evidence. Throws BAD_INPUT for a text that is no name,
 * a bad date, or two names of one entity.
 */
export async function checkClaim(store: GraphStore, args: ClaimArgs): Promise<ClaimCheck> {
  checkDate(args.asOf, 'asOf')
  const [subject, object] = [await resolveEnd(store, args.subject, 'subject'), await resolveEnd(store, args.object, 'object')]
  return checkResolved(store, subject, object, args)
}
