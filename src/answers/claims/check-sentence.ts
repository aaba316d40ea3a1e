import { cleanSentence, readSentence, type GivenName } from '../../../ingest/read-sentence.js'
import { MODALITIES } from '../../../schema/ontology/index.js'
import { PolicyGraphError } from '../../core/errors.js'
import type { ArticleEntity, ArticleGraph, Evidence } from '../../core/records.js'
import type { GraphStore } from '../../store/port.js'
import { checkDate } from '../dates.js'
import { groupRelations } from '../group-relations.js'
import type { LinkPath, Reason } from '../paths.js'
import { resolveEnds, type Resolution } from '../resolve-end.js'
import { checkResolved, wordsOf } from './check-claim.js'
import { emptyCheck, type ClaimCheck, type ClaimVerdict } from './claim.js'
import { namesInSentence } from './sentence-names.js'

/** A claim in words: one plain sentence, read as an article is. */

/** UTF-16 code units. */
export const MAX_SENTENCE_LENGTH = 300
/** Facts of one sentence that are checked. */
export const MAX_CLAIMS = 10
/** Names whose links are shown where the sentence itself is not understood. */
const MAX_NAMES = 12

export interface SentenceArgs {
  readonly text: string
  readonly asOf?: string | null | undefined
}

const reason = (code: string, zh: string, en: string): Reason => ({ code, zh, en })

function checkText(text: string): string {
  const sentence = text.trim()
  if (sentence === '') throw new PolicyGraphError('BAD_INPUT', '句子不能为空 · a sentence must not be empty', { details: { argument: 'text' } })
  if (sentence.length > MAX_SENTENCE_LENGTH) {
    throw new PolicyGraphError('BAD_INPUT', `句子不得超过 ${MAX_SENTENCE_LENGTH} 字 · a sentence has at most ${MAX_SENTENCE_LENGTH} characters`, { details: { argument: 'text', length: sentence.length } })
  }
  return sentence
}

/** The form under which an entity of the sentence is looked up: as the graph knows it, else the fullest one. */
function formOf(entity: ArticleEntity, given: readonly GivenName[]): string {
  const known = given.find(({ span }) => entity.mentions.some((mention) => mention.span.start === span.start && mention.span.end === span.end))
  return known?.text ?? entity.name
}

/** Of several entities that a name fits, the one of the kind that the sentence shows, when there is one. */
function narrowed(resolution: Resolution, { kind }: ArticleEntity): Resolution {
  if (resolution.outcome !== 'AMBIGUOUS_NAME') return resolution
  const fitting = resolution.candidates.filter((candidate) => candidate.kind === kind)
  const [only] = fitting
  if (only !== undefined && fitting.length === 1) return { name: resolution.name, outcome: 'FOUND', entity: only, candidates: [] }
  return fitting.length === 0 ? resolution : { ...resolution, candidates: fitting }
}

/** What the sentence says, each statement once. */
function statements(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Map<string, Evidence>()
  for (const item of evidence) if (!seen.has(item.factId)) seen.set(item.factId, item)
  return [...seen.values()]
}

const TURNED: Partial<Readonly<Record<ClaimVerdict, ClaimVerdict>>> = { SUPPORTED: 'DENIED', DENIED: 'SUPPORTED' }

/** A sentence that denies is borne out by articles that deny. */
function asClaimed(check: ClaimCheck, { modality }: Evidence): ClaimCheck {
  if (modality === 'ASSERTED') return check
  const { label } = MODALITIES[modality]
  const understood = { zh: `${check.understood.zh}（${label.zh}）`, en: `${check.understood.en} (${label.en.toLowerCase()})` }
  if (modality !== 'DENIED') return { ...check, understood, reasons: [...check.reasons, reason(`CLAIMED_${modality}`, `句子说的是“${label.zh}”`, `the sentence says it as ${label.en.toLowerCase()}`)] }
  return { ...check, understood, verdict: TURNED[check.verdict] ?? check.verdict, reasons: [...check.reasons, reason('CLAIMED_DENIED', '句子是否认，结论针对否认本身', 'the sentence denies; the verdict is about the denial')] }
}

const linkVerdict = (path: LinkPath): ClaimVerdict => (path.strength === 'CO_SENTENCE' || path.strength === 'CO_ARTICLE' ? 'CO_MENTIONED' : 'INDIRECT')

/** Where no statement was understood: what links the names that stand in the sentence. */
async function linksInstead(store: GraphStore, forms: readonly string[], resolutions: readonly Resolution[], asOf: string): Promise<readonly ClaimCheck[]> {
  const names = forms.join('、')
  const understood = forms.length === 0
    ? { zh: '没有读懂这句话，也没有找到名称', en: 'the sentence was not understood, and no name was found in it' }
    : { zh: `没有读懂句中的关系，找到的名称：${names}`, en: `no relation was understood; names found: ${names}` }
  const why = reason('NOT_UNDERSTOOD', '没有读懂句中的关系，只列出所提名称之间的关联', 'no relation was understood; the links between the names are given instead')
  const ambiguous = resolutions.filter(({ outcome }) => outcome === 'AMBIGUOUS_NAME')
  if (ambiguous.length > 0) {
    const candidates = ambiguous.flatMap(({ name, candidates: fitting }) => fitting.map((entity) => ({ argument: 'subject' as const, name, entity })))
    return [{ ...emptyCheck('AMBIGUOUS_NAME', understood), asOf, candidates, reasons: [why] }]
  }
  const ids = [...new Set(resolutions.flatMap(({ entity }) => (entity === undefined ? [] : [entity.id])))]
  const unknown = resolutions.filter(({ outcome }) => outcome === 'NOT_FOUND')
  const candidates = unknown.flatMap(({ name, candidates: nearest }) => nearest.map((entity) => ({ argument: 'subject' as const, name, entity })))
  if (ids.length < 2) return [{ ...emptyCheck('NOT_FOUND', understood), asOf, subject: resolutions.find(({ entity }) => entity !== undefined)?.entity, candidates, reasons: [why] }]
  const group = await groupRelations(store, { names: ids.slice(0, MAX_NAMES), asOf })
  const truncated = group.truncated || ids.length > MAX_NAMES
  if (group.links.length === 0) return [{ ...emptyCheck('NOT_FOUND', understood), asOf, candidates, reasons: [why, ...group.notes], truncated }]
  return group.links.map(({ a, b, path }): ClaimCheck => ({
    ...emptyCheck(linkVerdict(path), understood), asOf, subject: a, object: b, paths: [path], nearest: [path], candidates, reasons: [why, ...group.notes], truncated,
  }))
}

/**
 * One check per statement that the sentence makes; names are those of the graph, whole or shortened. Where no statement is
 * understood it says so and gives the links between the names. Throws BAD_INPUT for an empty or overlong text or a bad date.
 */
export async function checkSentence(store: GraphStore, args: SentenceArgs): Promise<readonly ClaimCheck[]> {
  const asOf = checkDate(args.asOf, 'asOf')
  const article = cleanSentence(checkText(args.text))
  const given = await namesInSentence(store, article.text)
  const graph: ArticleGraph = readSentence(article, given)
  const forms = graph.entities.map((entity) => formOf(entity, given))
  const resolutions = (await resolveEnds(store, forms, 'text')).map((resolution, index) => {
    const entity = graph.entities[index]
    return entity === undefined ? resolution : narrowed(resolution, entity)
  })
  const byId = new Map(graph.entities.map(({ id }, index) => [id, resolutions[index]]))
  const said = statements(graph.evidence)
  const checks: ClaimCheck[] = []
  for (const item of said.slice(0, MAX_CLAIMS)) {
    const [subject, object] = [byId.get(item.subjectId), byId.get(item.objectId)]
    // Two names of the sentence may mean one entity of the graph; that is no claim.
    if (subject === undefined || object === undefined || (subject.entity !== undefined && subject.entity.id === object.entity?.id)) continue
    const check = await checkResolved(store, subject, object, { relation: item.type, title: item.title, asOf })
    checks.push(asClaimed({ ...check, understood: wordsOf(subject.entity?.name ?? subject.name, item.type, object.entity?.name ?? object.name, item.title) }, item))
  }
  if (checks.length === 0) return linksInstead(store, forms, resolutions, asOf)
  const cut = reason('CLAIMS_CUT', `句中说法过多，只核查了 ${MAX_CLAIMS} 条`, `the sentence says too much; ${MAX_CLAIMS} statements were checked`)
  return said.length <= MAX_CLAIMS ? checks : checks.map((check) => ({ ...check, truncated: true, reasons: [...check.reasons, cut] }))
}
