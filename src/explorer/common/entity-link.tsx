import { addressOf } from '../app/address.js'
import { words } from '../app/ontology.js'
import type { EntityRef } from '../data/answer-types.js'

export const entityAddress = ({ id, name }: Pick<EntityRef, 'id' | 'name'>): string => addressOf({ q: name, id })

export const EntityLink = ({ entity }: { readonly entity: Pick<EntityRef, 'id' | 'name'> }) => <a href={entityAddress(entity)}>{entity.name}</a>

export const KindBadge = ({ kind, subkind = '' }: { readonly kind: string; readonly subkind?: string }) => (
  <span class="badge kind">{[words.value.kind(kind), words.value.subkind(kind, subkind)].filter((part) => part !== '').join('·')}</span>
)

/** Names to choose from. */
export const EntityList = ({ entities }: { readonly entities: readonly EntityRef[] }) => (
  <ul class="list examples">
    {entities.map((entity) => <li key={entity.id}><EntityLink entity={entity} /> <KindBadge kind={entity.kind} /></li>)}
  </ul>
)
