import { toStore } from '../../schema/to-store.js'
import type { EntityKind } from '../../schema/ontology/index.js'
import { actsByTarget } from './act-log.js'
import { groupRows } from './base-facts.js'
import { writeInChunks } from './chunks.js'
import type { RunCypher } from './cypher-client.js'
import { foldEntity } from './fold.js'
import type { StoreRow, StoreTraits } from './port.js'
import { entityView, foldedFact, hasEdge, linkRow, type Standing } from './refold.js'
import type { Said } from './said.js'
import * as cypher from './statements.js'
import { entityRows, factRows } from './write-rows.js'

/**
 * Entities and facts that the store does not hold yet. All that is said of them stands in the rows at hand, so they are written once,
 * folded, where what is stored has to be read again and set.
 */

const text = (row: StoreRow, column: string): string => String(row[column])

/** Ids that the store holds. */
export interface Known {
  readonly entities: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
}

const idsIn = (rows: readonly StoreRow[]): ReadonlySet<string> => new Set(rows.map((row) => text(row, 'id')))
export const knownIn = ({ entities, facts }: Standing): Known => ({ entities: idsIn(entities), facts: idsIn(facts) })

async function createEntities(run: RunCypher, rows: readonly StoreRow[], { kindLabels }: StoreTraits): Promise<void> {
  const labels = kindLabels ? groupRows(rows, 'kind') : new Map([['', rows]])
  await Promise.all([...labels].map(([kind, ofKind]) => writeInChunks(run, cypher.createEntities(kind === '' ? '' : toStore().kindLabels[kind as EntityKind]), ofKind)))
}

async function createFacts(run: RunCypher, rows: readonly StoreRow[]): Promise<void> {
  await Promise.all([
    writeInChunks(run, cypher.CREATE_FACTS, rows),
    ...[...groupRows(rows.filter(hasEdge), 'type')].map(([type, ofType]) => writeInChunks(run, cypher.putLinks('CREATE', type), ofType.map(linkRow))),
  ])
}

function foldedEntities(mentions: readonly StoreRow[]): readonly StoreRow[] {
  const said = groupRows(mentions, 'entityId')
  return entityRows(mentions).flatMap(({ id }) => {
    const fold = foldEntity((said.get(id) ?? []).map((row) => entityView({ ...row, articles: 1 })))
    return fold === undefined ? [] : [{ id, ...fold }]
  })
}

async function foldedFacts(run: RunCypher, evidence: readonly StoreRow[]): Promise<readonly StoreRow[]> {
  const proof = groupRows(evidence, 'factId')
  // An act may be older than the fact: it was about one of the bases, which stood under another fact before.
  const acts = await actsByTarget(run, [...proof].flatMap(([id, rows]) => [id, ...rows.map((row) => text(row, 'baseId'))]))
  return factRows(evidence).flatMap((key) => {
    const fact = foldedFact(key, (proof.get(key.id) ?? []).map((row) => ({ ...row, evidenceId: text(row, 'id') })), [], acts)
    return fact === undefined ? [] : [fact]
  })
}

/** Writes what is said of entities and facts that are not known, but for the mentions and the evidence themselves. */
export async function putNew(run: RunCypher, { mentions, evidence }: Said, known: Known, traits: StoreTraits): Promise<void> {
  await createEntities(run, foldedEntities(mentions.filter((row) => !known.entities.has(text(row, 'entityId')))), traits)
  await createFacts(run, await foldedFacts(run, evidence.filter((row) => !known.facts.has(text(row, 'factId')))))
}

const BARE_ENTITY = { subkind: '', name: '', key: '', aliases: [], articleCount: 0, searchText: '', pinyinText: '' }
const BARE_FACT = {
  modality: '', strength: '', speakerId: '', firstSeen: '', lastSeen: '', articleCount: 0, evidenceCount: 0, open: false, closedWhy: '',
  verdict: '', secondReader: '', disputed: false, version: 0, evidenceIds: [], articleIds: [],
}

/** Makes the entities and facts that are needed and not known, for what is moved to them; to be folded afterwards. */
export async function putBare(run: RunCypher, { mentions, evidence }: Said, known: Known, traits: StoreTraits): Promise<void> {
  await createEntities(run, entityRows(mentions).filter(({ id }) => !known.entities.has(id)).map((row) => ({ ...row, ...BARE_ENTITY })), traits)
  await createFacts(run, factRows(evidence).filter(({ id }) => !known.facts.has(id)).map((row) => ({ ...row, ...BARE_FACT })))
}
