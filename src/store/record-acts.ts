import type { Act, NewAct } from '../core/acts.js'
import { PolicyGraphError } from '../core/errors.js'
import { factOfProposal } from '../curation/folds/fold-additions.js'
import { contradiction } from '../curation/folds/standing-judgements.js'
import { actsOf } from './act-log.js'
import * as cypher from './act-statements.js'
import { badAct, checkAct, readDetail, readExternalId } from './check-act.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import type { StoreRow, StoreTraits } from './port.js'
import { refold, standing } from './refold.js'
import { resay } from './resay.js'
import { restoreArticle, retractArticle } from './retraction.js'
import * as statements from './statements.js'
import { sortedIds } from './write-batch.js'
import { STALE } from './write-rows.js'

/** Adds acts to the log, inside one transaction. */

const text = (row: StoreRow, column: string): string => String(row[column])
const notFound = (id: string): PolicyGraphError =>
  new PolicyGraphError('NOT_FOUND', `没有此编号 · no such id: ${id.slice(0, 80)}`, { details: { id: id.slice(0, 80) } })

/** Ids under which an act about this target is kept, after a check that the target is there. */
async function concernOf(run: RunCypher, act: NewAct): Promise<readonly string[]> {
  switch (act.kind) {
    case 'JUDGE': case 'EXTERNAL_ID': {
      const kinds = new Map((await run(cypher.KINDS_OF_REFERENCES, { ids: act.targets })).map((row) => [text(row, 'id'), text(row, 'kind')]))
      for (const id of act.targets) if (!kinds.has(id)) throw notFound(id)
      if (act.kind === 'JUDGE' && act.decision === 'SAME' && new Set(kinds.values()).size > 1) throw badAct('不同类型的实体不能合并 · entities of two kinds cannot be one', act)
      return act.targets
    }
    case 'VERDICT': case 'DISPUTE': {
      const [fact] = await run(cypher.FACTS_OPEN, { ids: act.targets })
      if (fact === undefined) throw notFound(act.targets[0] ?? '')
      if (act.kind === 'VERDICT' && act.decision !== 'WITHDRAWN' && fact['open'] !== true)
        throw new PolicyGraphError('CLOSED_FACT', `事实 ${text(fact, 'id')} 已无证据，不能再作判定 · the fact has no evidence any more`, { details: { id: fact['id'] } })
      return sortedIds([...act.targets, ...await basesOf(run, act.targets)])
    }
    case 'ARTICLE': case 'PROPOSAL': case 'INGEST': {
      const fact = act.kind === 'PROPOSAL' ? factOfProposal({ detail: act.detail ?? '' }) : undefined
      const stored = new Set((await readInChunks(run, cypher.STORED_ARTICLE_IDS, act.targets)).map((row) => text(row, 'id')))
      for (const id of act.targets) if (!stored.has(id)) throw notFound(id)
      return fact === undefined ? act.targets : [...act.targets, fact]
    }
  }
}

/** Base facts of a fact: what an act on it is kept under, so that it survives merging and taking apart. */
async function basesOf(run: RunCypher, factIds: readonly string[]): Promise<readonly string[]> {
  const evidence = await readInChunks(run, statements.FACT_VIEWS, factIds)
  const former = await readInChunks(run, statements.FORMER_OF_FACTS, factIds)
  return sortedIds([...evidence.map((row) => text(row, 'baseId')), ...former.map((row) => text(row, 'id'))])
}

/** Judgements of all that is joined with the ends of the act by judgements. */
async function judgementsAround(run: RunCypher, ids: readonly string[]): Promise<readonly Act[]> {
  const acts = new Map<string, Act>()
  const asked = new Set<string>()
  for (let frontier = ids; frontier.length > 0;) {
    for (const id of frontier) asked.add(id)
    const found = (await actsOf(run, frontier)).filter(({ kind }) => kind === 'JUDGE')
    for (const act of found) acts.set(act.id, act)
    frontier = sortedIds(found.filter(({ decision }) => decision === 'SAME').flatMap(({ targets }) => targets).filter((id) => !asked.has(id)))
  }
  return [...acts.values()]
}

/** CONTRADICTION when other judgements rule this one out. */
async function checkJudgements(run: RunCypher, act: NewAct): Promise<void> {
  const [a = '', b = ''] = act.targets
  const between = contradiction(act.decision, a, b, await judgementsAround(run, act.targets))
  if (between === undefined) return
  throw new PolicyGraphError(
    'CONTRADICTION',
    act.decision === 'SAME' ? '已有判断认为其中两者不同，请先撤回 · two of those that this would join were judged different; withdraw that first' : '其他判断已把两者连在一起，请先撤回 · other judgements join the two; withdraw one of them first',
    { details: { targets: act.targets, between } },
  )
}

/** STALE_VERSION when others have acted on the same since the actor looked. */
function checkVersion(act: NewAct, before: readonly Act[]): void {
  if (act.expectedVersion === undefined) return
  const version = act.kind === 'JUDGE' ? before.filter((each) => act.targets.every((id) => each.targets.includes(id))).length : before.length
  if (version !== act.expectedVersion)
    throw new PolicyGraphError('STALE_VERSION', '他人已先行处理，请刷新后再试 · somebody else decided meanwhile; look again', {
      details: { targets: act.targets.slice(0, 2), version, expectedVersion: act.expectedVersion },
    })
}

/** BAD_INPUT when there is nothing to withdraw, settle or restore, or when the article is retracted already. */
function checkState(act: NewAct, before: readonly Act[]): void {
  const same = before.filter((each) => each.kind === act.kind)
  const nothing = (): PolicyGraphError => badAct('没有可撤回的决定 · there is nothing to take back', act)
  switch (act.kind) {
    case 'JUDGE':
      if (act.decision === 'WITHDRAWN' && ['WITHDRAWN', undefined].includes(same.filter((each) => act.targets.every((id) => each.targets.includes(id))).at(-1)?.decision)) throw nothing()
      return
    case 'VERDICT':
      if (act.decision === 'WITHDRAWN' && ['WITHDRAWN', undefined].includes(same.filter((each) => each.actor === act.actor).at(-1)?.decision)) throw nothing()
      return
    case 'EXTERNAL_ID':
      if (act.decision === 'WITHDRAWN' && same.filter((each) => readExternalId(each).scheme === readExternalId(act).scheme).at(-1)?.decision !== 'SET') throw nothing()
      return
    case 'DISPUTE':
      if (act.decision === 'SETTLED' && same.at(-1)?.decision !== 'OPENED') throw nothing()
      return
    case 'ARTICLE':
      if (act.decision === 'RESTORED' && same.at(-1)?.decision !== 'RETRACTED') throw nothing()
      if (act.decision === 'RETRACTED' && same.at(-1)?.decision === 'RETRACTED') throw badAct('文章已被撤回 · the article is retracted already', act)
      return
    case 'PROPOSAL': case 'INGEST':
  }
}

/** Checks and writes acts in order; each sees those before it. */
export async function recordActs(run: RunCypher, acts: readonly NewAct[], traits: StoreTraits): Promise<readonly Act[]> {
  for (const act of acts) checkAct(act)
  const [numbers] = await run(cypher.TAKE_NUMBERS, { n: acts.length })
  const first = Number(numbers?.['last']) - acts.length + 1
  const recorded: Act[] = []
  for (const act of acts) {
    const concern = await concernOf(run, act)
    // A proposal is kept under the fact that it adds too, but decided by what was said of the article.
    const before = await actsOf(run, act.kind === 'PROPOSAL' ? act.targets : concern)
    checkVersion(act, before)
    checkState(act, before)
    if (act.kind === 'JUDGE') await checkJudgements(run, act)
    const seq = first + recorded.length
    const { at, actor, role, kind, targets, decision, reason = '' } = act
    const detail = isAboutFact(act) ? JSON.stringify({ ...readDetail(act), bases: concern.filter((id) => !targets.includes(id)) }) : act.detail ?? ''
    const row = { id: `act_${String(seq).padStart(10, '0')}`, seq, at, actor, role, kind, targets, decision, detail, reason }
    await run(cypher.PUT_ACTS, { rows: [row] })
    await writeInChunks(run, cypher.PUT_TARGETS, concern.map((id) => ({ id })))
    await writeInChunks(run, cypher.PUT_NAMES, concern.map((id) => ({ act: row.id, id })))
    recorded.push(row)
    await follow(run, row, concern, traits)
  }
  return recorded
}

const isAboutFact = ({ kind }: Pick<Act, 'kind'>): boolean => kind === 'VERDICT' || kind === 'DISPUTE'

/** Brings in line what depends on an act. */
async function follow(run: RunCypher, act: Act, concern: readonly string[], traits: StoreTraits): Promise<void> {
  const [target = ''] = act.targets
  switch (act.kind) {
    case 'VERDICT': case 'DISPUTE':
      await refold(run, await standing(run, [], [target]))
      return
    case 'ARTICLE':
      await (act.decision === 'RETRACTED' ? retractArticle : restoreArticle)(run, target, traits)
      return
    case 'JUDGE':
      await readInChunks(run, statements.MARK_REFERENCES, concern, { stale: STALE.judged })
      return
    case 'EXTERNAL_ID':
      await readInChunks(run, statements.MARK_REFERENCES, concern, { stale: STALE.changed })
      return
    case 'PROPOSAL':
      if (act.decision === 'ACCEPTED' || act.decision === 'WITHDRAWN') await resay(run, target, `PROPOSAL_${act.decision} ${act.id}`, traits)
      return
    case 'INGEST':
  }
}
