import type { EntityKind, RelationType } from '../../../schema/ontology/index.js'
import type { EntityRecord } from '../../core/records.js'
import type { ExportFact } from '../export-graph.js'

/** Which FollowTheMoney schema says what we say; whatever none of them says is an UnknownLink with the words in `role`. */

export type FtmThing = 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'Territory' | 'Project' | 'Event'

const BY_KIND: Readonly<Record<EntityKind, FtmThing>> = { PERSON: 'Person', COMPANY: 'Company', ORGANIZATION: 'Organization', REGION: 'Territory', INITIATIVE: 'Project' }
const BY_SUBKIND: Readonly<Record<string, FtmThing>> = { 'ORGANIZATION government': 'PublicBody', 'INITIATIVE EVENT': 'Event' }

/** A programme, zone, policy, strategy or status is a Project for want of anything nearer; its sort stands in `keywords`. */
export const thingOf = ({ kind, subkind }: Pick<EntityRecord, 'kind' | 'subkind'>): FtmThing => BY_SUBKIND[`${kind} ${subkind}`] ?? BY_KIND[kind]

export type FtmLink =
  | { readonly schema: 'Employment'; readonly ends: readonly ['employee', 'employer'] }
  | { readonly schema: 'Occupancy' }
  | { readonly schema: 'ProjectParticipant'; readonly ends: readonly ['participant', 'project'] }
  | { readonly schema: 'UnknownLink'; readonly ends: readonly ['subject', 'object'] }

const UNKNOWN: FtmLink = { schema: 'UnknownLink', ends: ['subject', 'object'] }

type Mapper = (item: ExportFact) => FtmLink | undefined

const isOrganization = (thing: FtmThing): boolean => thing === 'Organization' || thing === 'Company'

const MAPPERS: Readonly<Partial<Record<RelationType, Mapper>>> = {
  HOLDS_POSITION: ({ fact, object }) => {
    const thing = thingOf(object)
    if (isOrganization(thing)) return { schema: 'Employment', ends: ['employee', 'employer'] }
    return fact.title !== '' && (thing === 'PublicBody' || thing === 'Territory') ? { schema: 'Occupancy' } : undefined
  },
  PARTICIPATES_IN: ({ subject, object }) =>
    thingOf(object) === 'Project' && subject.kind !== 'REGION' ? { schema: 'ProjectParticipant', ends: ['participant', 'project'] } : undefined,
}

/** Only what a text says outright fits a schema that claims it: plans, calls, denials and guesses are UnknownLinks. */
export function linkOf(item: ExportFact): FtmLink {
  const { fact } = item
  const said = fact.open && fact.modality === 'ASSERTED' && (fact.strength === 'STATED' || fact.strength === 'IMPLIED')
  return (said ? MAPPERS[fact.type]?.(item) : undefined) ?? UNKNOWN
}
