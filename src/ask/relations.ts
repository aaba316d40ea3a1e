import { RELATIONS, type EntityKind, type RelationType } from '../../schema/ontology/index.js'
import type { EntityRecord } from '../core/records.js'
import type { Tag } from './words.js'

/** What the verbs of questions ask for, in the types of the ontology, and how such a question is said. */

/** Types that a verb may mean, likeliest first; kinds of the names decide. */
export const VERB_TYPES: Partial<Readonly<Record<Tag, readonly RelationType[]>>> = {
  VISIT: ['VISITED'], ATTEND: ['ATTENDED'], HOST: ['ATTENDED', 'PROMOTES'], TAKE_PART: ['PARTICIPATES_IN', 'ATTENDED'], PROMOTE: ['PROMOTES'],
  BUILD: ['PROMOTES', 'PARTICIPATES_IN', 'COLLABORATES_WITH'], GET: ['DESIGNATED'], COLLAB: ['COLLABORATES_WITH'], INVEST: ['INVESTS_IN'],
  SETTLE: ['LOCATED_IN', 'PARTICIPATES_IN'], LOCATE: ['LOCATED_IN', 'PART_OF'], PART: ['PART_OF', 'LOCATED_IN'], HOLD: ['HOLDS_POSITION'], LEAD: ['HOLDS_POSITION'],
}

export type Side = 'SUBJECT' | 'OBJECT'

/** True when the entity may stand on that side of such a fact. */
export function fits(type: RelationType, side: Side, { kind, subkind }: Pick<EntityRecord, 'kind' | 'subkind'>): boolean {
  const ends: readonly { readonly kind: EntityKind; readonly subkinds?: readonly string[] }[] = side === 'SUBJECT' ? RELATIONS[type].subject : RELATIONS[type].object
  return ends.some((end) => end.kind === kind && (end.subkinds === undefined || end.subkinds.includes(subkind)))
}

/** True when a thing of the kind may stand on that side. */
export const kindFits = (type: RelationType, side: Side, kinds: readonly EntityKind[], subkinds: readonly string[]): boolean =>
  kinds.length === 0 || kinds.some((kind) => (subkinds.length === 0 ? [''] : subkinds).some((subkind) =>
    subkind === '' ? (side === 'SUBJECT' ? RELATIONS[type].subject : RELATIONS[type].object).some((end) => end.kind === kind) : fits(type, side, { kind, subkind })))

export interface AskedKind {
  readonly kinds: readonly EntityKind[]
  readonly subkinds: readonly string[]
  readonly zh: string
  readonly en: string
}

/** Words for kinds of things. */
export const KIND_TAGS: Partial<Readonly<Record<Tag, AskedKind>>> = {
  FIRM: { kinds: ['COMPANY'], subkinds: [], zh: '企业', en: 'firms' },
  PERSON: { kinds: ['PERSON'], subkinds: [], zh: '人物', en: 'people' },
  ORG: { kinds: ['ORGANIZATION'], subkinds: [], zh: '机构', en: 'organizations' },
  REGION: { kinds: ['REGION'], subkinds: [], zh: '地区', en: 'regions' },
  ZONE: { kinds: ['INITIATIVE'], subkinds: ['ZONE'], zh: '园区', en: 'zones' },
  EVENT: { kinds: ['INITIATIVE'], subkinds: ['EVENT'], zh: '活动', en: 'events' },
  STATUS: { kinds: ['INITIATIVE'], subkinds: ['DESIGNATION'], zh: '称号', en: 'statuses' },
  INITIATIVE: { kinds: ['INITIATIVE'], subkinds: ['PROGRAM', 'POLICY', 'STRATEGY', 'PROJECT', 'ZONE'], zh: '举措', en: 'initiatives' },
}

export const ANY_KIND: AskedKind = { kinds: [], subkinds: [], zh: '人物、企业、机构或举措', en: 'people, firms, bodies or initiatives' }

/** `{n}` the name given, `{k}` what is asked for. */
interface Phrases {
  readonly zh: string
  readonly en: string
}

/** How the question is said, by the side on which the name given stands. */
export const RELATION_PHRASES: Readonly<Record<Exclude<RelationType, 'CO_MENTIONED'>, Readonly<Record<Side, Phrases>>>> = {
  HOLDS_POSITION: { SUBJECT: { zh: '{n}在哪些{k}任职', en: 'which {k} does {n} hold posts in' }, OBJECT: { zh: '哪些{k}在{n}任职', en: 'which {k} hold posts in {n}' } },
  VISITED: { SUBJECT: { zh: '{n}走访过哪些{k}', en: 'which {k} did {n} visit' }, OBJECT: { zh: '哪些{k}走访过{n}', en: 'which {k} visited {n}' } },
  ATTENDED: { SUBJECT: { zh: '{n}出席过哪些{k}', en: 'which {k} did {n} attend' }, OBJECT: { zh: '哪些{k}出席过{n}', en: 'which {k} attended {n}' } },
  PROMOTES: { SUBJECT: { zh: '{n}推动哪些{k}', en: 'which {k} does {n} promote' }, OBJECT: { zh: '哪些{k}推动{n}', en: 'which {k} promote {n}' } },
  PARTICIPATES_IN: { SUBJECT: { zh: '{n}参与哪些{k}', en: 'which {k} does {n} take part in' }, OBJECT: { zh: '哪些{k}参与{n}', en: 'which {k} take part in {n}' } },
  DESIGNATED: { SUBJECT: { zh: '{n}获得了哪些{k}', en: 'which {k} does {n} hold' }, OBJECT: { zh: '哪些{k}获得了{n}', en: 'which {k} hold {n}' } },
  COLLABORATES_WITH: { SUBJECT: { zh: '{n}与哪些{k}合作', en: 'which {k} does {n} work with' }, OBJECT: { zh: '{n}与哪些{k}合作', en: 'which {k} does {n} work with' } },
  INVESTS_IN: { SUBJECT: { zh: '{n}投资了哪些{k}', en: 'which {k} did {n} invest in' }, OBJECT: { zh: '哪些{k}投资了{n}', en: 'which {k} invested in {n}' } },
  LOCATED_IN: { SUBJECT: { zh: '{n}位于哪里', en: 'where is {n}' }, OBJECT: { zh: '{n}有哪些{k}', en: 'which {k} are in {n}' } },
  PART_OF: { SUBJECT: { zh: '{n}隶属于哪里', en: 'what is {n} part of' }, OBJECT: { zh: '{n}下辖哪些{k}', en: 'which {k} are part of {n}' } },
}
