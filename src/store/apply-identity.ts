import { PolicyGraphError } from '../core/errors.js'
import { readRows } from './base-facts.js'
import { readInChunks, writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { keepFindings } from './identity-findings.js'
import type { IdentityCounts, IdentityFindings, StoreRow, StoreTraits } from './port.js'
import { knownIn, putBare } from './new-rows.js'
import { refold, standing } from './refold.js'
import { homeEvidence, homeFact, homeMentions, partsOf, type Canon } from './rehome.js'
import type { Said } from './said.js'
import * as cypher from './statements.js'
import { put, sortedIds } from './write-batch.js'
import { entityRows, factRows } from './write-rows.js'

/** Sets who is who and moves what depends on it, inside one transaction. */

type Rows = readonly StoreRow[]

const text = (row: StoreRow, column: string): string => String(row[column])

interface Move {
  readonly ref: string
  readonly from: string
  readonly to: string
}

/** References whose id changes. Throws for a map that makes no sense. */
async function movesOf(run: RunCypher, canonical: ReadonlyMap<string, string>, among: readonly string[] | undefined): Promise<readonly Move[]> {
  const merged = among === undefined ? (await run(cypher.MERGED_REFERENCES)).map((row) => text(row, 'id')) : among
  const ids: readonly string[] = sortedIds([...merged, ...(among === undefined ? canonical.keys() : [])])
  const set = new Set(ids)
  const targets = sortedIds(ids.flatMap((id) => canonical.get(id) ?? []))
  const known = new Map((await readInChunks(run, cypher.STORED_REFERENCES, sortedIds([...ids, ...targets]))).map((row) => [text(row, 'id'), row]))
  return ids.flatMap((ref) => {
    const to = canonical.get(ref) ?? ref
    const [row, target] = [known.get(ref), known.get(to)]
    if (row === undefined || target === undefined) {
      const id = row === undefined ? ref : to
      throw new PolicyGraphError('NOT_FOUND', `没有此实体 · no such entity: ${id.slice(0, 80)}`, { details: { id: id.slice(0, 80) } })
    }
    const onward = among === undefined || set.has(to) ? canonical.get(to) ?? to : text(target, 'canonicalId')
    if (onward !== to) throw new PolicyGraphError('BAD_INPUT', '合并目标本身又被合并 · an id is mapped to one that is itself mapped on', { details: { id: ref, to } })
    if (row['kind'] !== target['kind']) throw new PolicyGraphError('BAD_INPUT', '不同类型的实体不能合并 · entities of two kinds cannot be one', { details: { id: ref, to } })
    const from = text(row, 'canonicalId')
    return from === to ? [] : [{ ref, from, to }]
  })
}

/** Canonical ids as they are after the moves, of all references that rows name. */
async function canonAfter(run: RunCypher, moves: readonly Move[], references: Iterable<string>): Promise<Canon> {
  const moved = new Map(moves.map(({ ref, to }) => [ref, to]))
  const stored = await readInChunks(run, cypher.STORED_REFERENCES, sortedIds([...references].filter((ref) => ref !== '' && !moved.has(ref))))
  const standing = new Map(stored.map((row) => [text(row, 'id'), text(row, 'canonicalId')]))
  return (reference) => moved.get(reference) ?? standing.get(reference) ?? reference
}

const mentionKey = (row: StoreRow): string => `${text(row, 'entityId')} ${text(row, 'articleId')}`

/** Makes sure that there is what these mentions and this evidence need. */
async function putNodes(run: RunCypher, said: Said, traits: StoreTraits): Promise<void> {
  const there = await standing(run, entityRows(said.mentions).map(({ id }) => id), factRows(said.evidence).map(({ id }) => id))
  await putBare(run, said, knownIn(there), traits)
}

/** Moves what articles say of the references; returns the entities and articles touched. */
async function moveMentions(run: RunCypher, moves: readonly Move[], traits: StoreTraits): Promise<{ readonly entityIds: readonly string[]; readonly articleIds: readonly string[] }> {
  const moving = new Map(moves.map((move) => [move.ref, move]))
  const left = (await readInChunks(run, cypher.MENTIONS_OF_ENTITIES, sortedIds(moves.map(({ from }) => from)))).filter((row) => partsOf(row).some(({ ref }) => moving.has(ref)))
  const arrivals = new Map(left.flatMap((row) => partsOf(row).flatMap(({ ref }): [string, StoreRow][] => {
    const move = moving.get(ref)
    const place = { entityId: move?.to ?? '', articleId: text(row, 'articleId') }
    return move === undefined ? [] : [[mentionKey(place), place]]
  })))
  const leftKeys = new Set(left.map(mentionKey))
  const joined = await readRows(run, cypher.MENTIONS_AT, [...arrivals].filter(([key]) => !leftKeys.has(key)).map(([, place]) => place))
  const parts = [...left, ...joined].flatMap((row) => partsOf(row).map((part) => ({ articleId: text(row, 'articleId'), part })))
  const canon = await canonAfter(run, moves, parts.map(({ part }) => part.ref))
  const wanted = homeMentions(parts, canon)
  const before = new Set([...left, ...joined].map(mentionKey))
  const after = new Set(wanted.map(mentionKey))
  await writeInChunks(run, cypher.DELETE_MENTIONS, left.filter((row) => !after.has(mentionKey(row))))
  await putNodes(run, { mentions: wanted, evidence: [] }, traits)
  await put(run, cypher.putMentions, wanted, (row) => before.has(mentionKey(row)))
  return {
    entityIds: sortedIds([...left, ...wanted].map((row) => text(row, 'entityId'))),
    articleIds: sortedIds(left.map((row) => text(row, 'articleId'))),
  }
}

const refsOf = (row: StoreRow): readonly string[] => [text(row, 'subjectRef'), text(row, 'objectRef'), text(row, 'speakerRef')]

/** Moves evidence and what is left of former facts; returns the facts touched, old and new. */
async function moveFacts(run: RunCypher, moves: readonly Move[], articleIds: readonly string[], traits: StoreTraits): Promise<readonly string[]> {
  const moving = new Set(moves.map(({ ref }) => ref))
  const touched = (rows: Rows): Rows => rows.filter((row) => refsOf(row).some((ref) => moving.has(ref)))
  const entityIds = sortedIds(moves.map(({ from }) => from))
  const told = await readInChunks(run, cypher.EVIDENCE_TOLD_IN, articleIds)
  const evidence = [...new Map([...touched(await readInChunks(run, cypher.EVIDENCE_OF_ENTITIES, entityIds)), ...touched(told)].map((row) => [text(row, 'id'), row])).values()]
  const former = touched(await readInChunks(run, cypher.FORMER_OF_ENTITIES, entityIds))
  const canon = await canonAfter(run, moves, [...evidence, ...former].flatMap(refsOf))
  const homed = evidence.map((row): StoreRow => ({ ...homeEvidence(row, canon), from: text(row, 'factId') }))
  const ghosts = former.map((row): StoreRow => ({ ...row, ...homeFact({ ...row, baseId: text(row, 'id') }, canon), from: text(row, 'factId') }))
  const changed = (row: StoreRow): boolean => row['factId'] !== row['from']
  const kinds = new Map((await readInChunks(run, cypher.STORED_REFERENCES, sortedIds([...homed, ...ghosts].flatMap((row) => [text(row, 'subjectId'), text(row, 'objectId')])))).map((row) => [text(row, 'id'), text(row, 'kind')]))
  const ends = [...homed, ...ghosts].flatMap((row) => [row['subjectId'], row['objectId']].map((id) => ({ entityId: id ?? '', kind: kinds.get(String(id)) ?? '' })))
  await putNodes(run, { mentions: ends, evidence: [...homed, ...ghosts].filter(changed) }, traits)
  await writeInChunks(run, cypher.UNHANG_EVIDENCE, homed.filter(changed))
  await writeInChunks(run, cypher.SET_EVIDENCE_HOME, homed)
  await writeInChunks(run, cypher.MERGE_SUPPORT, homed.filter(changed))
  await writeInChunks(run, cypher.UNHANG_FORMER, ghosts.filter(changed))
  await writeInChunks(run, cypher.MERGE_STANDING, ghosts.filter(changed))
  return sortedIds([...homed, ...ghosts].flatMap((row) => [text(row, 'factId'), text(row, 'from')]))
}

interface Asked {
  readonly canonical: ReadonlyMap<string, string>
  readonly among?: readonly string[] | undefined
  readonly findings?: IdentityFindings
}

/** See GraphStore.applyIdentity. */
export async function applyIdentity(run: RunCypher, { canonical, among, findings }: Asked, traits: StoreTraits): Promise<IdentityCounts> {
  const moves = await movesOf(run, canonical, among)
  if (moves.length > 0) {
    const { entityIds, articleIds } = await moveMentions(run, moves, traits)
    const factIds = await moveFacts(run, moves, articleIds, traits)
    await writeInChunks(run, cypher.SET_CANONICAL, moves.map(({ ref, to }) => ({ id: ref, canonicalId: to })))
    await refold(run, await standing(run, sortedIds([...entityIds, ...moves.flatMap(({ from, to }) => [from, to])]), factIds))
  }
  if (among !== undefined && findings !== undefined) await keepFindings(run, among, findings)
  const [count] = await run(cypher.COUNT_MERGED)
  return { referencesMoved: moves.length, referencesMerged: Number(count?.['merged'] ?? 0) }
}

