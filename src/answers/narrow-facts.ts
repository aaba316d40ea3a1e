import { RELATIONS, type EntityKind } from '../../schema/ontology/index.js'
import type { FactRecord } from '../core/records.js'
import type { GraphStore } from '../store/port.js'
import { dayOf, isKnownBy, toDatedEvidence } from './as-of.js'
import { checkDate } from './dates.js'
import { entitiesByIds } from './lookups.js'

/** The facts of an entity, narrowed to one side, to kinds of others, to days. */

export type FactSide = 'SUBJECT' | 'OBJECT'

export interface NarrowArgs {
  /** The entity is the subject, or the object; facts without direction always stay. */
  readonly side?: FactSide | null
  readonly otherKinds?: readonly EntityKind[] | null
  readonly otherSubkinds?: readonly string[] | null
  /** ISO days, inclusive: some evidence tells of a day within; evidence without a day does not. */
  readonly from?: string | null
  readonly to?: string | null
  readonly asOf?: string | null
}

async function toldBetween<F extends FactRecord>(store: GraphStore, facts: readonly F[], from: string, to: string, asOf: string): Promise<readonly F[]> {
  const near = facts.filter(({ firstSeen, lastSeen }) => lastSeen !== '' && lastSeen >= from && (to === '' || firstSeen <= to))
  if (near.length === 0) return []
  const evidence = (await store.read('evidence-views-of-facts', { ids: near.map(({ id }) => id) })).map((row) => toDatedEvidence(row))
  const told = new Set(evidence.filter((item) => {
    const day = dayOf(item)
    return isKnownBy(asOf, item) && day !== '' && day >= from && (to === '' || day <= to)
  }).map(({ factId }) => factId))
  return near.filter(({ id }) => told.has(id))
}

/** The facts that fit. At most one store call for kinds and one for days. Throws BAD_INPUT for a day that is none. */
export async function narrowFacts<F extends FactRecord>(store: GraphStore, entityId: string, facts: readonly F[], args: NarrowArgs): Promise<readonly F[]> {
  const [from, to, asOf] = [checkDate(args.from, 'from'), checkDate(args.to, 'to'), checkDate(args.asOf, 'asOf')]
  const [kinds, subkinds] = [args.otherKinds ?? [], args.otherSubkinds ?? []]
  let kept = facts.filter(({ type, subjectId, objectId }) => args.side == null || RELATIONS[type].symmetric || (args.side === 'SUBJECT' ? subjectId : objectId) === entityId)
  if (kinds.length + subkinds.length > 0 && kept.length > 0) {
    const otherOf = ({ subjectId, objectId }: F): string => (subjectId === entityId ? objectId : subjectId)
    const others = await entitiesByIds(store, [...new Set(kept.map(otherOf))])
    kept = kept.filter((fact) => {
      const other = others.get(otherOf(fact))
      return other !== undefined && (kinds.length === 0 || kinds.includes(other.kind)) && (subkinds.length === 0 || subkinds.includes(other.subkind))
    })
  }
  return from === '' && to === '' ? kept : toldBetween(store, kept, from, to, asOf)
}
